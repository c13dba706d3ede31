// Looking together: how long a pointer of one is on its way to 2, 50 and 1,000 watchers, and the memory for each of
// them, beside a server of the same framework that passes on what it hears and asks nothing.
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { scratch } from '../tests/lib/browser.mjs';
import { bothSayYes, expect, makeLook, seal, secondYes, settled, upload } from '../tests/lib/deeds.mjs';
import { film } from '../tests/lib/film.mjs';
import { House } from '../tests/lib/house.mjs';
import { visitorAs } from '../tests/lib/people.mjs';
import { freshConversation } from '../tests/lib/seed.mjs';
import { memory, report } from './lib.mjs';
import { started } from './measure.mjs';

const tool = process.env.MEERZIEN_MEASURE;
const points = 200;

/** A table with three people at it, and their cookies. */
async function table() {
  const place = await scratch('live');
  const house = await House.open({ kind: 'demo' });
  const professional = await visitorAs(house, 'Sanne Verhoef');
  const coach = await visitorAs(house, 'Ruud de Wit');
  const id = await freshConversation(house, professional, 'Ruud de Wit');
  const { client } = await bothSayYes(house, professional, id, 'Boomklever');
  const bytes = await readFile(await film(place.folder, 'gesprek.webm', 8));
  await upload(professional, id, bytes, { name: 'gesprek.webm', type: 'video/webm' });
  if ((await settled(professional, id)) !== 'ready') throw new Error('the recording did not get ready');
  await secondYes(professional, client, id);
  const people = [professional, coach, client];
  for (const visitor of people) await seal(visitor, (await makeLook(visitor, id, 'Gezien')).look);
  expect(await professional.post(`/conversations/${id}/dialogue/together`), 'looking together', 303);
  await place.clear();
  const cookies = people.map((visitor) => [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; '));
  return { house, path: `/conversations/${id}/dialogue/live`, cookies };
}

/** Lets so many watch; gives how long pointers took and how much memory each watcher held while only listening. */
async function watch(address, path, pid, watchers, cookies = []) {
  const words = ['live', address, path, watchers, points, ...cookies.flatMap((cookie) => ['--cookie', cookie])];
  const before = await memory(pid);
  const child = spawn(tool, words.map(String), { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise((done, fail) =>
    child.once('exit', (code) => (code === 0 ? done() : fail(new Error(`live ended with ${code}`)))),
  );
  const lines = createInterface({ input: child.stdout });
  const said = [];
  const watching = new Promise((done) =>
    lines.on('line', (line) => {
      said.push(line);
      if (line === 'watching') done();
    }),
  );
  await Promise.race([watching, ended]);
  // Everyone has been told who is there by now.
  await new Promise((done) => setTimeout(done, 2_000));
  const each = ((await memory(pid)) - before) * (1024 / watchers);
  child.stdin.write('\n');
  await ended;
  const took = JSON.parse(said.at(-1));
  return { ...took, each, missed: watchers * points - took.heard };
}

export async function live() {
  console.log('==> One points, and 2, 50 and 1,000 watch');
  const { house, path, cookies } = await table();
  const floor = await started(tool, ['floor-live']);
  for (const watchers of [2, 50, 1_000]) {
    const ours = await watch(new URL(house.address).host, path, house.child.pid, watchers, cookies);
    const bare = await watch(floor.address, '/live', floor.child.pid, watchers);
    const ms = (value) => value.toFixed(1);
    report(
      `a pointer to ${watchers} watchers, p99 (p50)`,
      `${ms(ours.p99)} (${ms(ours.p50)}) ms; ${(ours.p99 / bare.p99).toFixed(2)} × the floor's ${ms(bare.p99)}` +
        (ours.missed > 0 ? `; ${ours.missed} never came` : ''),
      watchers === 1_000 ? 'p99 < 100 ms' : 'p99 < 50 ms',
      ours.missed === 0 && ours.p99 < (watchers === 1_000 ? 100 : 50),
    );
    if (watchers === 1_000) {
      report(
        'memory for each of 1,000 watchers',
        `${ours.each.toFixed(1)} KiB; the floor ${bare.each.toFixed(1)} KiB`,
        '< 32 KiB',
        ours.each < 32,
      );
    }
  }
  await floor.end();
  await house.close();
}
