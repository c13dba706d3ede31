// Taking back the yes, by each of its roads: at once nothing of the conversation can be read at any address by anyone,
// and what it was locked with and what lay locked are gone from the disk.
import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { scratch } from '../lib/browser.mjs';
import { enter, expect, makeLook } from '../lib/deeds.mjs';
import { film } from '../lib/film.mjs';
import { House } from '../lib/house.mjs';
import { visitorAs } from '../lib/people.mjs';
import { disguises, searchPlaintext } from '../lib/sealed.mjs';
import { addresses, wholeRound } from '../lib/whole.mjs';

const secret = 'Onvervangbare zin';

// Which way a withdrawal comes in, and who does it.
const roads = {
  'the client, by their own link': async ({ people }) => {
    expect(await people.client.post('/mine/stop', { go: 'all' }), 'asks whether it is sure', 200);
    expect(await people.client.post('/mine/stop', { go: 'all-sure' }), 'stops', 200, 303);
  },
  'the professional': async ({ id, people }) => {
    expect(await people.professional.post(`/conversations/${id}/stop`, { go: 'all-sure' }), 'stops', 200, 303);
  },
  'the privacy officer, on a word': async ({ id, house }) => {
    const officer = await visitorAs(house, 'Bram Hendriks');
    expect(await officer.post(`/register/${id}`, { go: 'all-sure' }), 'stops', 200, 303);
  },
};

// What lies in the vault and the keyring for one conversation.
async function kept(house, id) {
  const found = [];
  for (const folder of ['vault', 'keyring']) {
    const place = join(house.data, folder);
    for (const each of await readdir(place, { recursive: true, withFileTypes: true })) {
      if (each.isFile()) found.push(relative(house.data, join(each.parentPath, each.name)));
    }
  }
  return found.filter((path) => path.includes(id)).sort();
}

describe('withdrawal', () => {
  let house, place, bytes;
  before(async () => {
    place = await scratch('withdrawal');
    bytes = await readFile(await film(place.folder, 'gesprek.webm', 8));
    house = await House.open({ kind: 'demo' });
  });
  after(async () => {
    await house?.close();
    await place?.clear();
  });

  for (const [road, withdraw] of Object.entries(roads)) {
    it(`by ${road}: nothing can be read any more, and the key and the objects are gone`, async () => {
      const round = await wholeRound(house, bytes, secret);
      const all = await addresses(round);
      const readers = { ...round.people, again: await visitorAs(house, 'Ineke Bos') };
      let open = 0;
      for (const visitor of Object.values(readers)) {
        for (const path of all) {
          const { status, text, bytes: body } = await visitor.get(path);
          if (status === 200 && (text.includes(secret) || path.startsWith('/media/'))) open += 1;
          if (status === 200 && path.startsWith('/media/')) assert.ok(body.length > 0, path);
        }
      }
      assert.ok(open > 40, `only ${open} addresses opened before`);
      const before = await kept(house, round.id);
      assert.ok(
        before.some((path) => path.startsWith('keyring/')),
        'there was a key',
      );
      assert.ok(before.filter((path) => path.startsWith('vault/')).length > 2, 'there were objects');

      await withdraw({ ...round, house });

      for (const [who, visitor] of Object.entries(readers)) {
        for (const path of all) {
          for (const headers of [{}, { accept: 'application/json' }, { range: 'bytes=0-1023' }]) {
            const { status, text } = await visitor.get(path, { headers });
            assert.ok(status < 500, `${who} at ${path}: ${status}`);
            assert.ok(!text.includes(secret), `${who} still reads something at ${path}`);
            if (path.startsWith('/media/')) assert.ok([403, 404, 410].includes(status), `${who} at ${path}: ${status}`);
          }
        }
      }
      // A new way in opens nothing either.
      const back = await enter(house, round.paper).catch(() => null);
      if (back) assert.ok(!(await back.get('/mine')).text.includes(secret));
      await assert.rejects(makeLook(round.people.coach, round.id, secret));

      const until = Date.now() + 20_000;
      // A mark that this key was destroyed stays, so that a backup cannot bring it back.
      const mark = `keyring/destroyed/${round.id}`;
      let left;
      do {
        left = (await kept(house, round.id)).filter((path) => path !== mark);
        await pause(200);
      } while (left.length > 0 && Date.now() < until);
      assert.deepEqual(left, [], 'what is left in the vault and the keyring');
      assert.equal(await readFile(join(house.data, mark), 'utf8'), 'destroyed\n');
      const { found } = await searchPlaintext([house.data, house.tmp, house.log], disguises(secret));
      assert.deepEqual(found, []);
    });
  }

  it('whoever has no part in it cannot stop it', async () => {
    const round = await wholeRound(house, bytes, secret);
    for (const name of ['Els van Dam', 'Wim Peters', 'Noor Jansen', 'Marleen Kok', 'Tarik Yilmaz', 'Ineke Bos']) {
      const visitor = await visitorAs(house, name);
      for (const path of [`/conversations/${round.id}/stop`, `/register/${round.id}`]) {
        const answer = await visitor.post(path, { go: 'all-sure' });
        assert.ok([403, 404].includes(answer.status), `${name} at ${path}: ${answer.status}`);
      }
    }
    assert.ok((await round.people.client.get(`/looks/${round.looks.client.look}`)).text.includes(secret));
  });
});
