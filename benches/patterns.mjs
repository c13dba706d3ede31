// The page of patterns, and a home page, in a house of 400 with two years of conversations beside one of 150: of fewer
// people less is shown, so that there would be less to make a page of. Both are asked in turn, so that what else the
// machine does slows both down.
import { House } from '../tests/lib/house.mjs';
import { visitorAs } from '../tests/lib/people.mjs';
import { quantile, report, timed } from './lib.mjs';

async function opened(people) {
  const env = { MEERZIEN_DEMO_PEOPLE: String(people) };
  const house = await House.open({ kind: 'demo', env, patience: 1_200_000 });
  const who = { patterns: await visitorAs(house, 'Els van Dam'), home: await visitorAs(house, 'Sanne Verhoef') };
  return { house, who, times: { patterns: [], home: [] } };
}

export async function patterns() {
  console.log('==> Patterns among 150 people and among 400, in turn (inventing them takes some minutes)');
  const both = [await opened(150), await opened(400)];
  for (let round = 0; round < 120; round += 1) {
    for (const name of ['patterns', 'home']) {
      for (const { who, times } of both) {
        const took = await timed(async () => {
          const { status } = await who[name].get(`/${name}`);
          if (status !== 200) throw new Error(`/${name}: ${status}`);
        });
        // The first rounds fill caches.
        if (round >= 20) times[name].push(took);
      }
    }
  }
  for (const { house } of both) await house.close();
  for (const name of ['patterns', 'home']) {
    const [few, many] = both.map(({ times }) => quantile(times[name], 0.5));
    const ratio = many / few;
    report(
      `page "${name}" among 400 people and two years, beside 150 people`,
      `${ratio.toFixed(2)} × (${few.toFixed(1)} → ${many.toFixed(1)} ms)`,
      '≤ 1.5 ×',
      ratio <= 1.5,
    );
  }
}
