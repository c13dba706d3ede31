// "Destroying the key destroys them all, in the live system at once and in backups by design": what a backup brings
// back after a withdrawal stays shut, whichever part of it is put back.
import assert from 'node:assert/strict';
import { cp, readFile, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { scratch } from '../lib/browser.mjs';
import { expect } from '../lib/deeds.mjs';
import { film } from '../lib/film.mjs';
import { House } from '../lib/house.mjs';
import { disguises, searchPlaintext } from '../lib/sealed.mjs';
import { addresses, wholeRound } from '../lib/whole.mjs';

const secret = 'Onterugbrengbare zin';

const exists = (path) =>
  stat(path).then(
    () => true,
    () => false,
  );

describe('a backup after a withdrawal', () => {
  let house, place, round, all, copy;

  // Everybody at every address: nothing of the conversation, and no failure of ours.
  async function nothingOpens(when) {
    for (const [who, visitor] of Object.entries(round.people)) {
      for (const path of all) {
        // Records of yesterday promise a film whose bytes no longer open: then the answer breaks off.
        const answer = await visitor.get(path).catch((error) => {
          assert.match(error.message, /^(aborted|socket hang up)$/, `${when}: ${who} at ${path}`);
        });
        if (!answer) continue;
        const { status, text } = answer;
        assert.ok(status < 500, `${when}: ${who} at ${path}: ${status}`);
        assert.ok(!text.includes(secret), `${when}: ${who} reads something at ${path}`);
        if (path.startsWith('/media/'))
          assert.ok([403, 404, 410].includes(status), `${when}: ${who} at ${path}: ${status}`);
      }
    }
    const { found } = await searchPlaintext([house.data, house.tmp, house.log], disguises(secret));
    assert.deepEqual(found, [], when);
  }

  // What the backup holds of one kind is put back in the place of what is there now.
  const putBack = async (names) => {
    for (const name of names) {
      await rm(join(house.data, name), { recursive: true, force: true });
      await cp(join(copy, name), join(house.data, name), { recursive: true });
    }
  };

  before(async () => {
    place = await scratch('backup');
    copy = join(place.folder, 'backup');
    const bytes = await readFile(await film(place.folder, 'gesprek.webm', 8));
    house = await House.open({ kind: 'demo' });
    round = await wholeRound(house, bytes, secret);
    all = await addresses(round);
    await house.stop();
    await cp(house.data, copy, { recursive: true });
    await house.start();
    expect(await round.people.client.post('/mine/stop', { go: 'all-sure' }), 'stops', 200, 303);
    const key = join(house.data, 'keyring/keys', round.id);
    const until = Date.now() + 20_000;
    while ((await exists(key)) && Date.now() < until) await pause(100);
    assert.ok(!(await exists(key)), 'the key is gone');
  });
  after(async () => {
    await house?.close();
    await place?.clear();
  });

  it('the objects alone are locked without their key', async () => {
    await house.stop();
    await putBack(['vault']);
    await house.start();
    await nothingOpens('objects');
  });

  it('a key that is put back is destroyed again at the start', async () => {
    await house.stop();
    const key = join('keyring/keys', round.id);
    await cp(join(copy, key), join(house.data, key));
    await putBack(['vault']);
    await house.start();
    await nothingOpens('objects and key');
    assert.ok(!(await exists(join(house.data, key))), 'the key was destroyed again');
  });

  it('records from before the withdrawal open nothing while the keyring is of today', async () => {
    await house.stop();
    const names = (await readdir(copy)).filter((name) => !['keyring', 'secret'].includes(name));
    for (const name of await readdir(house.data)) {
      if (!['keyring', 'secret'].includes(name)) await rm(join(house.data, name), { recursive: true, force: true });
    }
    await putBack(names);
    await house.start();
    await nothingOpens('records and objects');
  });
});
