// Styles turn round with the language: they say where a line begins and ends, not left and right.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What is drawn and not written: there left and right are places in a picture. */
const pictures = new Set(['elements/story/story.css']);

/** A side by its physical name, as a property or as a value. */
const physical =
  /(?:^|[\s;{])(?:(?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right)|left|right|border-(?:top|bottom)-(?:left|right)-radius)\s*:|(?:text-align|float|clear|justify-[a-z]+)\s*:\s*(?:left|right)\b/;

/** Four sides at once, the second and the fourth not the same. */
const uneven = /(?:margin|padding|inset|border-width)\s*:\s*([^;]+);/g;
const parts = (value) => value.match(/(?:[a-z-]+\([^()]*(?:\([^()]*\)[^()]*)*\)|[^\s()]+)/g) ?? [];

export function sides(css) {
  const found = css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .split('\n')
    .filter((line) => physical.test(line));
  for (const [whole, value] of css.matchAll(uneven)) {
    const each = parts(value);
    // A tick or an arrow is a box with two of its borders, turned: it is drawn, and turns by its own rule.
    if (each.length === 4 && each[1] !== each[3] && !whole.startsWith('border-width')) found.push(whole);
  }
  return found.map((line) => line.trim());
}

test('a physical side is found', () => {
  assert.deepEqual(sides('a {\n  margin-left: 1px;\n  text-align: right;\n}').length, 2);
  assert.deepEqual(sides('a { padding: 0 0 var(--x) 3rem; }'), ['padding: 0 0 var(--x) 3rem;']);
  assert.deepEqual(sides('a { padding: 1px 2px 3px 2px; margin-inline-start: 1px; }'), []);
});

test('no sheet of ours names left or right', async () => {
  const files = (await readdir(root, { recursive: true })).filter(
    (file) => file.endsWith('.css') && /^(?:styles|elements)\//.test(file) && !pictures.has(file),
  );
  assert.ok(files.length > 30, `${files.length} sheets`);
  for (const file of files) {
    assert.deepEqual(sides(await readFile(path.join(root, file), 'utf8')), [], file);
  }
});
