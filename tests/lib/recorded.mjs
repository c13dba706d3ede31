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
  return { recorded, recording: url.split('/').at(-1), film: object };
}
