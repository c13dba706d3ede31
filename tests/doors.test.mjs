// Every door of the program, and who may come in. A route without a line in the table fails, and so does a line without
// a route.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { behindTheDoors } from './lib/behind-doors.mjs';
import { scratch } from './lib/browser.mjs';
import { doors, everyone, forgedUuid } from './lib/doors.mjs';
import { film } from './lib/film.mjs';
import { House } from './lib/house.mjs';
import { allRoutes, routesIn } from './lib/routes.mjs';

/** Whether an answer is a shut door. */
function shut({ status, headers = {} }) {
  if ([401, 403, 404].includes(status)) return true;
  return status === 303 && /^\/(sign-in.*|mine)$/.test(headers.location ?? '');
}

describe('every door', () => {
  let house, seed, place;
  before(async () => {
    place = await scratch('doors');
    const bytes = await readFile(await film(place.folder, 'gesprek.webm', 8));
    house = await House.open({ kind: 'demo' });
    seed = await behindTheDoors(house, bytes);
  });
  after(async () => {
    await house?.close();
    await place?.clear();
  });

  it('the reader of routes reads them all, however they are laid out', () => {
    const text = `.route("/a", get(one).post(two)).route(
      "/b/{id}",
      get(get_it) // not "(
        .patch(change),
    )`;
    assert.deepEqual(routesIn(text), ['GET /a', 'POST /a', 'GET /b/{id}', 'PATCH /b/{id}']);
  });

  it('is in the table', async () => {
    assert.deepEqual(await allRoutes(), Object.keys(doors).sort());
  });

  const ordered = Object.entries(doors).sort(([, a], [, b]) => (a.last ?? 0) - (b.last ?? 0));
  for (const [door, { may, form = {}, send, live, with: names = {} }] of ordered) {
    it(`${door} opens for ${may.length === everyone.length ? 'everyone' : may.join(', ') || 'nobody'} only`, async () => {
      const [method, pattern] = door.split(' ');
      const path = pattern.replaceAll(/\{([^}]+)\}/g, (_, name) => seed[names[name]] ?? names[name] ?? seed[name]);
      assert.ok(!path.includes('undefined'), path);
      const wrong = [];
      for (const who of everyone) {
        const visitor = seed.people[who];
        const sent = send ?? { form: typeof form === 'function' ? form(seed) : form };
        let answer;
        if (live) {
          answer = await visitor.listen(path);
          answer.close();
        } else answer = method === 'GET' ? await visitor.get(path) : await visitor.send(method, path, sent);
        const said = `${who}: ${answer.status} ${answer.headers?.location ?? ''}`;
        assert.ok(answer.status < 500, `${door} ${said}`);
        if (shut(answer) === may.includes(who)) wrong.push(said);
      }
      assert.deepEqual(wrong, [], path);
    });
  }

  it('an address that was never there looks like one that is shut', async () => {
    const { people, id } = seed;
    const strip = (answer, own) => answer.text.replaceAll(own, '');
    const shutDoor = await people.otherProfessional.get(`/conversations/${id}`);
    const noDoor = await people.otherProfessional.get(`/conversations/${forgedUuid}`);
    assert.equal(shutDoor.status, noDoor.status);
    assert.equal(strip(shutDoor, id), strip(noDoor, forgedUuid));
  });
});
