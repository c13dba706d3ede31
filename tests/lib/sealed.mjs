// "Nothing in plaintext": looks for what people said or filmed in every byte that a house left on the disk.
import { open, readFile, readdir, readlink, stat } from 'node:fs/promises';
import { join } from 'node:path';

const window = 4 * 1024 * 1024;

/** All the ways in which a known sentence could lie in a file without being sealed. */
export function disguises(sentence) {
  const utf8 = Buffer.from(sentence, 'utf8');
  const utf16le = Buffer.from(sentence, 'utf16le');
  const forms = [
    ['utf-8', utf8],
    ['utf-16le', utf16le],
    ['utf-16be', Buffer.from(utf16le).swap16()],
    ['latin-1', Buffer.from(sentence, 'latin1')],
    ['hex', Buffer.from(utf8.toString('hex'))],
    ['HEX', Buffer.from(utf8.toString('hex').toUpperCase())],
    ['json', Buffer.from(JSON.stringify(sentence).slice(1, -1))],
    ['url', Buffer.from(encodeURIComponent(sentence))],
    ['form', Buffer.from(new URLSearchParams({ a: sentence }).toString().slice(2))],
  ];
  return [...forms, ...base64Forms(utf8)].map(([form, bytes]) => ({ form, bytes, what: sentence }));
}

// Base64 has three faces, by where in the stream the sentence starts; the parts that depend on neighbours are cut off.
function base64Forms(bytes) {
  return [0, 1, 2].flatMap((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    const kept = encoded.slice(shift === 0 ? 0 : shift + 1, encoded.length - 2);
    const url = kept.replaceAll('+', '-').replaceAll('/', '_');
    return [
      [`base64+${shift}`, Buffer.from(kept)],
      [`base64url+${shift}`, Buffer.from(url)],
    ];
  });
}

/** Samples of a file's own bytes, spread over its whole length, as needles of 24 bytes that hold some variety. */
export function patterns(bytes, what, count = 64) {
  const needles = [];
  const step = Math.max(24, Math.floor(bytes.length / count));
  for (let at = 0; at + 24 <= bytes.length; at += step) {
    const needle = bytes.subarray(at, at + 24);
    // A run of zeroes is in every database file; it would tell nothing.
    if (new Set(needle).size >= 12) needles.push({ form: `bytes at ${at}`, bytes: needle, what });
  }
  return needles;
}

/** Every file under the folders, links and sockets left out. */
async function files(folders) {
  const found = [];
  for (const folder of folders) {
    const entry = await stat(folder).catch(() => null);
    if (!entry) throw new Error(`there is nothing to search at ${folder}`);
    if (entry.isFile()) found.push(folder);
    else {
      for (const each of await readdir(folder, { recursive: true, withFileTypes: true })) {
        if (each.isFile()) found.push(join(each.parentPath, each.name));
      }
    }
  }
  return found;
}

/**
 * Searches files and folders for needles (`{form, bytes, what}`) and returns what it found, with how much it read,
 * so that a caller can also see that there was something to search.
 */
export async function searchPlaintext(places, needles) {
  for (const { form, bytes, what } of needles) {
    if (bytes.length < 8)
      throw new Error(`a needle of ${bytes.length} bytes would be found by chance: ${what} (${form})`);
  }
  const longest = Math.max(...needles.map(({ bytes }) => bytes.length));
  const found = [];
  let read = 0;
  const all = await files(places);
  for (const path of all) {
    const handle = await open(path).catch((error) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    if (!handle) continue;
    let kept = Buffer.alloc(0);
    const buffer = Buffer.allocUnsafe(window);
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, window);
      if (bytesRead === 0) break;
      read += bytesRead;
      const here = Buffer.concat([kept, buffer.subarray(0, bytesRead)]);
      for (const { form, bytes, what } of needles) {
        if (here.includes(bytes)) found.push({ path, form, what });
      }
      kept = here.subarray(Math.max(0, here.length - longest + 1));
    }
    await handle.close();
  }
  return { found, files: all.length, bytes: read };
}

// The process and all it started, ffmpeg in its sandbox included.
async function family(pid) {
  const children = new Map();
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const line = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => null);
    if (!line) continue;
    const parent = Number(line.slice(line.lastIndexOf(')') + 2).split(' ')[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const all = [pid];
  for (let at = 0; at < all.length; at += 1) all.push(...(children.get(all[at]) ?? []));
  return all;
}

/**
 * Watches which regular files a program and its children hold open for writing, also files that were unlinked
 * or lie in a folder nobody thought of. Asking it to stop gives the paths that lie outside `allowed`.
 */
export function watchWriters(pid, allowed) {
  const outside = new Set();
  let looks = 0;
  let going = true;
  const look = async () => {
    for (const each of await family(pid)) {
      const folder = `/proc/${each}/fd`;
      for (const fd of await readdir(folder).catch(() => [])) {
        const path = await readlink(join(folder, fd)).catch(() => '');
        if (!path.startsWith('/') || path.startsWith('/dev/') || path.startsWith('/proc/')) continue;
        if (allowed.some((place) => path === place || path.startsWith(`${place}/`))) continue;
        const info = await readFile(`/proc/${each}/fdinfo/${fd}`, 'utf8').catch(() => '');
        const flags = parseInt(info.match(/flags:\s+(\d+)/)?.[1] ?? '0', 8);
        // The lowest two bits of the flags say read only (0), write only (1) or both (2).
        if ((flags & 3) !== 0) outside.add(path);
      }
    }
    looks += 1;
  };
  const loop = (async () => {
    while (going) {
      await look();
      await new Promise((done) => setTimeout(done, 60));
    }
  })();
  return {
    async stop() {
      going = false;
      await loop;
      return { outside: [...outside], looks };
    },
  };
}
