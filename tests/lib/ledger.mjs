// The log of deeds on a disk, for whoever tampers with it: SQLite's own program on the real file, and the hash of a line.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { programPath } from './house.mjs';

const run = promisify(execFile);

/** What the database says to one or more statements, as rows; a refusal is an error with its words. */
export async function sql(house, text) {
  const file = join(house.data, 'records.db');
  const { stdout } = await run('sqlite3', ['-json', '-bail', '-cmd', '.timeout 10000', file, text], {
    maxBuffer: 1 << 26,
  });
  return stdout.trim() ? JSON.parse(stdout) : [];
}

/** The triggers by which the database refuses to change the log; an attacker takes them away first. */
export const unlocked = [
  'audit_no_update',
  'audit_no_delete',
  'audit_only_at_end',
  'audit_heads_no_delete',
  'audit_heads_no_replace',
  'audit_heads_no_return',
]
  .map((name) => `drop trigger ${name};`)
  .join(' ');

/** The hash of a line as the program makes it: every field behind its length. */
export function hashOf(line) {
  const hash = createHash('sha256');
  const { previous, seq, at, actor_kind, actor, deed } = line;
  for (const field of [previous, `${seq}`, `${at}`, actor_kind, actor, deed, line.scope ?? '-', line.subject ?? '-']) {
    const length = Buffer.alloc(8);
    length.writeBigUInt64BE(BigInt(Buffer.byteLength(field)));
    hash.update(length).update(field);
  }
  return hash.digest('hex');
}

/** What one of the program's commands says of a stopped house, and whether it was content. */
export async function command(house, ...words) {
  try {
    const { stdout, stderr } = await run(programPath, [...words, '--data', house.data]);
    return { good: true, said: stdout + stderr };
  } catch ({ code, stdout, stderr }) {
    return { good: false, code, said: stdout + stderr };
  }
}

/** A copy of the whole folder, to go back to. */
export async function keepCopy(house) {
  const copy = join(house.root, 'copy');
  await cp(house.data, copy, { recursive: true });
  return async () => {
    await rm(house.data, { recursive: true });
    await cp(copy, house.data, { recursive: true });
  };
}
