// A conversation with a recording that can be watched, made over plain HTTP as everything else is.
import { readFile } from 'node:fs/promises';
import { agree } from './agree.mjs';
import { scratch } from './browser.mjs';
import { film } from './film.mjs';
import { freshConversation } from './seed.mjs';
import { untilState, upload } from './tus.mjs';

/** Gives the ids of the conversation (`recorded`), of its recording, and of the object that is served (`film`). */
export async function recordedConversation(house, professional, seconds = 6) {
  const recorded = await freshConversation(house, professional);
  await agree(professional, recorded);
  const { folder, clear } = await scratch('recorded');
  const { url } = await upload(professional, recorded, await readFile(await film(folder, 'gesprek.mp4', seconds)));
  await clear();
  await untilState(professional, recorded, ['ready']);
  const { text } = await professional.get(`/conversations/${recorded}/recording`);
  const object = text.match(/\/media\/([0-9a-f-]{36})/)?.[1];
  if (!object) throw new Error(`the room of ${recorded} shows no recording`);
  await untilDrawn(professional, object);
  return { recorded, recording: url.split('/').at(-1), film: object };
}

/** Waits until the timeline of a recording is drawn, which comes after it can be watched; gives its peaks. */
export async function untilDrawn(visitor, object) {
  for (let wait = 0; wait < 600; wait += 1) {
    const peaks = await visitor.get(`/media/${object}/peaks`);
    if (peaks.status !== 200 || peaks.bytes.length > 0) return peaks;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error('the timeline was not drawn within a minute');
}
