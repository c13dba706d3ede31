// All addresses that the program answers, read from where they are declared, so that no door can be forgotten.
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { repository } from './house.mjs';

// The text between the parenthesis at `open` and its partner; quotes and nesting are minded.
function inside(text, open) {
  let depth = 0;
  let quoted = false;
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === '"' && text[at - 1] !== '\\') quoted = !quoted;
    else if (!quoted && text[at] === '(') depth += 1;
    else if (!quoted && text[at] === ')') {
      depth -= 1;
      if (depth === 0) return text.slice(open + 1, at);
    }
  }
  throw new Error(`a parenthesis at ${open} never closes`);
}

/** The routes in one source text, as `GET /path`. */
export function routesIn(text) {
  const code = text.replaceAll(/(^|\s)\/\/.*$/gm, '');
  const found = [];
  for (const { index } of code.matchAll(/\.route\(/g)) {
    const call = inside(code, index + '.route'.length);
    const path = call.match(/^\s*"([^"]+)"/)?.[1];
    if (!path) throw new Error(`a route whose address is not written out: ${call.slice(0, 80)}`);
    const methods = [...call.matchAll(/(?:^|[\s.,(])(get|post|put|patch|delete|head|options|any)\(/g)].map(
      ([, m]) => m,
    );
    if (methods.length === 0) throw new Error(`no method for ${path}`);
    for (const method of methods) found.push(`${method.toUpperCase()} ${path}`);
  }
  return found;
}

/** The address of a door for what is in the seed; `names` says where a name in it stands for something else there. */
export function addressOf(seed, door, names = {}) {
  const pattern = door.split(' ')[1];
  const path = pattern.replaceAll(/\{([^}]+)\}/g, (_, name) => seed[names[name]] ?? names[name] ?? seed[name]);
  if (path.includes('undefined')) throw new Error(`nothing in the seed for ${door}: ${path}`);
  return path;
}

/** Every route of the program. */
export async function allRoutes() {
  const folder = join(repository, 'crates/web/src');
  const found = [];
  for (const each of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (each.isFile() && each.name.endsWith('.rs')) {
      found.push(...routesIn(await readFile(join(each.parentPath, each.name), 'utf8')));
    }
  }
  if (found.length < 10) throw new Error('the routes were not found');
  return found.sort();
}
