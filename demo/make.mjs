// Makes everything in this folder from cases.md: cases.json, truth/ and media/.
//   node make.mjs           all of it (needs espeak-ng and ffmpeg)
//   node make.mjs --cases   cases.json and truth/ only, media/ as it is (needs espeak-ng)
//   node make.mjs --stills  one picture per turn into stills/, to look at
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { timed, truth } from './lib/cases.mjs';
import { parse } from './lib/parse.mjs';
import { mix, place } from './lib/timeline.mjs';
import { VOICES } from './lib/voice.mjs';

const MEDIA = {
  merel: { conversation: ['merel-1.mp4', 'mp4-index-last'], next: ['merel-2.webm', 'webm'] },
  kastanje: { conversation: ['kastanje-1.webm', 'webm'], next: ['kastanje-2.mp4', 'mp4-index-first'] },
  zilver: { conversation: ['zilver-1.mp4', 'mp4-index-first'], next: ['zilver-2.webm', 'webm'] },
};

const here = (path) => new URL(path, import.meta.url);
const write = (path, value) => writeFileSync(here(path), `${JSON.stringify(value, null, 1)}\n`);
const only = process.argv[2];

for (const folder of ['media', 'truth', ...(only === '--stills' ? ['stills'] : [])])
  mkdirSync(here(folder), { recursive: true });
const cases = parse(readFileSync(here('cases.md'), 'utf8'));
const done = [];
for (const it of cases) {
  const placed = {};
  for (const part of ['conversation', 'next']) {
    const [name, format] = MEDIA[it.key][part];
    const timeline = place(it[part].turns, VOICES[it.key], `${it.key} ${part}`);
    placed[part] = { ...timeline, media: `media/${name}`, truth: `truth/${name.replace(/\.\w+$/, '.json')}` };
    write(placed[part].truth, truth(it, part, placed[part]));
    if (only !== '--cases') await picture(it.key, part, timeline, name, format);
  }
  done.push(timed(it, placed.conversation, placed.next));
}
write('cases.json', { format: 1, cases: done });
console.log(`cases.json: ${done.length} cases`);

async function picture(key, part, timeline, name, format) {
  // Drawing is only needed here: who makes the texts alone needs no packages.
  const { act, FPS } = await import('./lib/acting.mjs');
  const states = act(key, part, timeline);
  if (only === '--stills') {
    const { Resvg } = await import('@resvg/resvg-js');
    const { draw } = await import('./lib/scene.mjs');
    for (const turn of timeline.turns) {
      const state = states[Math.floor(((turn.from + turn.to) / 2000) * FPS)];
      writeFileSync(
        here(`stills/${name}-${String(turn.turn).padStart(2, '0')}.png`),
        new Resvg(draw(key, state)).render().asPng(),
      );
    }
    return;
  }
  const { encode } = await import('./lib/encode.mjs');
  const path = here(`media/${name}`).pathname;
  await encode(path, format, key, states, mix(timeline.tracks, `${key} ${part}`));
  console.log(
    `media/${name}: ${Math.round(timeline.duration / 1000)} s, ${Math.round(statSync(path).size / 1024)} KiB`,
  );
}
