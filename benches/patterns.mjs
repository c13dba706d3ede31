// The page of patterns, and a home page, in a house of 400 with two years of conversations beside one of 60.
import { House } from '../tests/lib/house.mjs';
import { visitorAs } from '../tests/lib/people.mjs';
import { quantile, report, timed } from './lib.mjs';

async function pages(people) {
  const env = { MEERZIEN_DEMO_PEOPLE: String(people) };
  const house = await House.open({ kind: 'demo', env, patience: 1_200_000 });
  const who = { patterns: await visitorAs(house, 'Els van Dam'), home: await visitorAs(house, 'Sanne Verhoef') };
  const times = { patterns: [], home: [] };
  for (let round = 0; round < 120; round += 1) {
    for (const name of Object.keys(times)) {
      const took = await timed(async () => {
        const { status } = await who[name].get(`/${name}`);
        if (status !== 200) throw new Error(`/${name}: ${status}`);
      });
      // The first rounds fill caches.
      if (round >= 20) times[name].push(took);
    }
  }
  await house.close();
  return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, quantile(all, 0.5)]));
}

export async function patterns() {
  console.log('==> Patterns among 60 people, then among 400 (inventing them takes some minutes)');
  const few = await pages(60);
  const many = await pages(400);
  for (const name of Object.keys(few)) {
    const ratio = many[name] / few[name];
    report(
      `page "${name}" among 400 people and two years, beside 60 people`,
      `${ratio.toFixed(2)} × (${few[name].toFixed(1)} → ${many[name].toFixed(1)} ms)`,
      '≤ 1.5 ×',
      ratio <= 1.5,
    );
  }
}
