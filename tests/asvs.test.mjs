// The table of OWASP ASVS 5.0 (docs/asvs.md): every requirement of levels 1 and 2 stands there once, with its level and
// how it is met, and whatever it points at exists.
import assert from 'node:assert/strict';
import { access, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { repository } from './lib/house.mjs';

// The levels of each section's requirements, in their order, as the standard (5.0.0) numbers them.
const sections = `1.1:22 1.2:1111122223 1.3:112222222223 1.4:222 1.5:123 2.1:122 2.2:112 2.3:12223 2.4:23 3.1:3 3.2:113
  3.3:12223 3.4:11222233 3.5:11122333 3.6:3 3.7:22333 4.1:12233 4.2:23333 4.3:22 4.4:1222 5.1:2 5.2:112333 5.3:113
  5.4:222 6.1:122 6.2:111111112222 6.3:11223333 6.4:112233 6.5:22222333 6.6:2223 6.7:33 6.8:2222 7.1:222 7.2:1111 7.3:22
  7.4:11222 7.5:223 7.6:22 8.1:1233 8.2:1123 8.3:133 8.4:23 9.1:111 9.2:1222 10.1:22 10.2:223 10.3:22223
  10.4:1111122222233333 10.5:22222 10.6:22 10.7:222 11.1:2233 11.2:22233 11.3:11233 11.4:1222 11.5:23 11.6:23 11.7:33
  12.1:12233 12.2:11 12.3:22223 13.1:2333 13.2:222223 13.3:2233 13.4:1222233 14.1:22 14.2:12223333 14.3:122 15.1:12233
  15.2:12233 15.3:1222222 15.4:3333 16.1:2 16.2:22222 16.3:2222 16.4:222 16.5:2223 17.1:23 17.2:22223333 17.3:22`;

const asked = sections.split(/\s+/).flatMap((section) => {
  const [number, levels] = section.split(':');
  return [...levels].map((level, at) => [`${number}.${at + 1}`, level]).filter(([, level]) => level < '3');
});

describe('the table of ASVS 5.0', () => {
  let rows, page, rust;
  before(async () => {
    page = await readFile(join(repository, 'docs/asvs.md'), 'utf8');
    const lines = page.split('\n').filter((line) => /^\| \d/.test(line));
    rows = lines.map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
    const files = await readdir(join(repository, 'crates'), { recursive: true });
    const texts = files
      .filter((name) => name.endsWith('.rs'))
      .map((name) => readFile(join(repository, 'crates', name)));
    rust = (await Promise.all(texts)).join('\n');
  });

  it('has every requirement of levels 1 and 2 once, in order', () => {
    assert.equal(asked.length, 253);
    assert.deepEqual(
      rows.map(([number, level]) => [number, level]),
      asked,
    );
  });

  it('says of each how it is met, and why or where', () => {
    const known = ['met', 'partly', 'runs', 'n/a', 'not'];
    for (const [number, , asks, how, where, ...more] of rows) {
      assert.ok(known.includes(how), `${number}: ${how}`);
      assert.ok(asks.length > 3 && where.length > 3 && more.length === 0, number);
    }
  });

  it('points at what exists', async () => {
    const missing = [];
    for (const [number, , , how, where] of rows) {
      const named = [...where.matchAll(/`([^`]+)`/g)].map(([, text]) => text);
      const links = [...where.matchAll(/\]\(([^)#]+)/g)].map(([, path]) => join('docs', path));
      const paths = named.filter(
        (text) => /^[\w./-]+$/.test(text) && /[/]|\.(toml|lock)$/.test(text) && text[0] !== '/',
      );
      for (const path of [...paths, ...links]) {
        await access(join(repository, path)).catch(() => missing.push(`${number}: ${path}`));
      }
      const tests = named.filter((text) => /^[a-z0-9]+(_[a-z0-9]+){2,}$/.test(text));
      for (const test of tests) if (!rust.includes(`fn ${test}(`)) missing.push(`${number}: ${test}`);
      const holds = ['met', 'partly', 'runs'].includes(how);
      if (holds && paths.length + tests.length + links.length === 0) missing.push(`${number}: nothing named`);
    }
    assert.deepEqual(missing, []);
  });

  it('sections of the page for operators that it names are there', async () => {
    const guide = await readFile(join(repository, 'docs/security.md'), 'utf8');
    const named = [...page.matchAll(/\[security\.md\]\(security\.md\), "([^"]+)"/g)].map(([, title]) => title);
    assert.ok(named.length > 5);
    for (const title of named) assert.ok(guide.includes(`\n## ${title}`), title);
  });
});
