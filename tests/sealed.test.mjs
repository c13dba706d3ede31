// The searcher of "nothing in plaintext" is itself to be trusted: what it must find, it finds.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { scratch } from './lib/browser.mjs';
import { disguises, patterns, searchPlaintext, watchWriters } from './lib/sealed.mjs';

const sentence = 'Ik slaap nu vaak bij mijn vader, zei zij zacht — één keer.';

describe('the search for plaintext', () => {
  let place;
  before(async () => (place = await scratch('search')));
  after(() => place.clear());

  it('finds a sentence in every disguise, wherever it lies in a large file', async () => {
    for (const { form, bytes } of disguises(sentence)) {
      // Just over the edge of a read window is where a careless search misses it.
      for (const at of [0, 4 * 1024 * 1024 - 10, 5 * 1024 * 1024]) {
        const file = randomBytes(6 * 1024 * 1024);
        bytes.copy(file, at);
        await writeFile(join(place.folder, 'file'), file);
        const { found } = await searchPlaintext([place.folder], disguises(sentence));
        assert.ok(
          found.some((hit) => hit.form === form),
          `${form} at ${at} was not found`,
        );
      }
    }
  });

  it('finds base64 whatever stands before and after the sentence', async () => {
    for (const before of ['', 'a', 'bc', 'def']) {
      const encoded = Buffer.from(`${before}${sentence} en meer`).toString('base64');
      await writeFile(join(place.folder, 'file'), `{"note":"${encoded}"}`);
      const { found } = await searchPlaintext([place.folder], disguises(sentence));
      assert.ok(found.length > 0, `after ${before.length} letters it was not found`);
    }
  });

  it('finds a part of a recording by its bytes', async () => {
    const recording = randomBytes(300_000);
    await writeFile(
      join(place.folder, 'file'),
      Buffer.concat([randomBytes(1000), recording.subarray(90_000, 120_000)]),
    );
    const { found } = await searchPlaintext([place.folder], patterns(recording, 'recording'));
    assert.ok(found.length > 0);
  });

  it('finds nothing where nothing is', async () => {
    await writeFile(join(place.folder, 'file'), randomBytes(6 * 1024 * 1024));
    const result = await searchPlaintext(
      [place.folder],
      [...disguises(sentence), ...patterns(randomBytes(300_000), 'recording')],
    );
    assert.deepEqual(result.found, []);
    assert.equal(result.bytes, 6 * 1024 * 1024);
  });

  it('refuses a folder that is not there and a needle that chance would find', async () => {
    await assert.rejects(searchPlaintext([join(place.folder, 'nowhere')], disguises(sentence)));
    await assert.rejects(searchPlaintext([place.folder], disguises('ja')));
  });

  it('sees a file that a child process writes and has already unlinked', async () => {
    const script = `exec 9>"${place.folder}/gone"; rm "${place.folder}/gone"; echo open; read line`;
    const child = spawn('bash', ['-c', `bash -c '${script}'; true`], { stdio: ['pipe', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    const watch = watchWriters(child.pid, []);
    await new Promise((done) => setTimeout(done, 300));
    const { outside, looks } = await watch.stop();
    child.stdin.end('\n');
    await once(child, 'exit');
    assert.ok(looks > 0);
    assert.ok(
      outside.some((path) => path.startsWith(join(place.folder, 'gone'))),
      String(outside),
    );
  });
});
