// The archive with everything about somebody, opened by a reader of zip files that is not ours.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import yauzl from 'yauzl';
import { expect } from './deeds.mjs';

/** Fetches everything as a client, and gives the files by name, in their order. */
export async function everything(client, code) {
  const { headers, bytes } = expect(await client.post('/mine/everything', { code }), 'everything', 200);
  if (headers['content-type'] !== 'application/zip') throw new Error(`it is ${headers['content-type']}`);
  return unpack(bytes);
}

/** The files of an archive by name, in their order; one that is not whole is an error. */
export async function unpack(bytes) {
  const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true });
  const files = new Map();
  for await (const entry of zip.eachEntry()) {
    const parts = [];
    for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part);
    files.set(entry.fileName, Buffer.concat(parts));
  }
  return files;
}

/** Writes the files into a folder, as somebody who unpacks it does. */
export async function lay(files, folder) {
  await mkdir(folder, { recursive: true });
  for (const [name, bytes] of files) await writeFile(join(folder, name), bytes);
}

/** All that can be read in it, in one text. */
export function readable(files) {
  const texts = [...files].filter(([name]) => /\.(html|json)$/.test(name));
  return texts.map(([, bytes]) => bytes.toString('utf8')).join('\n');
}
