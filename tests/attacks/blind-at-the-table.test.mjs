// The live socket of looking together, attacked: nobody without an own sealed look comes in, nobody hears what they may
// not, what is sent is taken for a wish and nothing else, and a withdrawal closes it while it is open.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { scratch } from '../lib/browser.mjs';
import { expect, makeLook, seal } from '../lib/deeds.mjs';
import { film } from '../lib/film.mjs';
import { House } from '../lib/house.mjs';
import { visitorAs } from '../lib/people.mjs';
import { told } from '../lib/told.mjs';
import { Visitor } from '../lib/visitor.mjs';
import { watchable } from '../lib/whole.mjs';

const secret = 'Geheim aan tafel';

describe('the socket of looking together', () => {
  let house, place, bytes;
  before(async () => {
    place = await scratch('table');
    bytes = await readFile(await film(place.folder, 'gesprek.webm', 8));
    house = await House.open({ kind: 'demo' });
  });
  after(async () => {
    await house?.close();
    await place?.clear();
  });

  async function conversation({ sealed = ['professional', 'client', 'coach'] } = {}) {
    const { id, people } = await watchable(house, bytes, 'Boomklever');
    const looks = {};
    for (const [part, visitor] of Object.entries(people)) {
      looks[part] = await makeLook(visitor, id, `${secret} van de ${part}`, { moments: 1 });
      if (sealed.includes(part)) await seal(visitor, looks[part].look);
    }
    const at = `/conversations/${id}/dialogue`;
    return { id, people, looks, at, live: `${at}/live` };
  }

  const begin = (visitor, at) => visitor.post(`${at}/together`).then((answer) => expect(answer, 'begin', 303));

  it('lets in who sealed, and tells everyone else what the page tells them', async () => {
    const { people, looks, at, live } = await conversation({ sealed: ['professional', 'coach'] });
    // Before a session there is nothing to join, also for who may.
    assert.equal((await people.professional.listen(live)).status, 409);
    assert.equal((await people.client.post(`${at}/together`)).status, 403, 'a client who has not sealed began');
    await begin(people.professional, at);
    const open = await people.professional.listen(live);
    assert.equal(open.status, 101);
    assert.equal((await told(open, 'hello')).you, 'professional');
    assert.equal((await told(open, 'state')).leader, 'professional');
    assert.equal((await people.client.listen(live)).status, 403, 'not sealed');
    assert.equal((await people.client.get(`${at}/together`)).status, 403);
    for (const name of ['Marleen Kok', 'Els van Dam', 'Wim Peters', 'Bram Hendriks', 'Noor Jansen']) {
      assert.equal((await (await visitorAs(house, name)).listen(live)).status, 404, name);
    }
    assert.equal((await new Visitor(house.address).listen(live)).status, 401);
    // A page of another site brings the cookies of the browser, and says where it is from.
    const elsewhere = await people.coach.listen(live, { origin: 'https://evil.example' });
    assert.equal(elsewhere.status, 404);
    // Sealing opens the door.
    await seal(people.client, looks.client.look);
    const late = await people.client.listen(live);
    assert.equal((await told(late, 'hello')).you, 'client');
    await told(open, 'changed', (said) => said.what === 'looks');
    for (const each of [open, late]) each.close();
  });

  it('carries no words of anyone, whatever happens', async () => {
    const { people, looks, at, live } = await conversation();
    await begin(people.professional, at);
    const sockets = {};
    for (const [part, visitor] of Object.entries(people)) sockets[part] = await visitor.listen(live);
    const about = looks.client.marks[0];
    sockets.professional.tell({ do: 'open', about });
    await told(sockets.client, 'state', (said) => said.open === about);
    const form = { version: '0', ours: `${secret} gelezen`, all_saw: '', unknown: '', differs: 'yes' };
    expect(await people.client.post(`${at}/${about}/reading`, form), 'reading', 303);
    await told(sockets.coach, 'changed', (said) => said.what === 'readings');
    const idea = { intention: `${secret} bedoeling`, words: `${secret} woorden`, asks: '', idea_of: 'client' };
    expect(await people.coach.post(`${at}/${about}/alternative`, idea), 'alternative', 303);
    await told(sockets.client, 'changed', (said) => said.what === 'alternatives');
    sockets.coach.tell({ point: 1234 });
    assert.deepEqual(await told(sockets.client, 'point'), { kind: 'point', by: 'coach', at: 1234 });
    await pause(200);
    assert.ok(!sockets.coach.said.some((text) => text.includes('"point"')), 'one hears oneself point');
    for (const socket of Object.values(sockets)) {
      for (const text of socket.said) assert.ok(!text.includes(secret), text);
      socket.close();
    }
  });

  it('takes no wish of who does not lead, and none about what does not lie on the table', async () => {
    const { people, at, live } = await conversation();
    const other = await conversation();
    await begin(people.professional, at);
    const [leads, follows] = [await people.professional.listen(live), await people.coach.listen(live)];
    await told(follows, 'state');
    for (const wish of [
      { do: 'play', at: 0 },
      { do: 'seek', at: 4_000 },
      { do: 'open', about: 'auth' },
      { do: 'hand', to: 'coach' },
      { do: 'end' },
      { do: 'lead' },
    ]) {
      const before = follows.said.length;
      follows.tell(wish);
      await told({ said: { map: (...each) => follows.said.slice(before).map(...each) } }, 'refused');
    }
    leads.tell({ do: 'open', about: other.looks.client.marks[0] });
    assert.equal((await told(leads, 'refused')).why, 'refusal-unknown');
    leads.tell({ do: 'seek', at: 99_999_999 });
    const { at: where, open, playing } = await told(follows, 'state', (said) => said.at > 0);
    assert.ok(where <= 8_200, `the recording stands at ${where}`);
    assert.deepEqual([open, playing], [null, false]);
    // The same by a form.
    assert.equal((await people.coach.post(`${at}/together/wish`, { do: 'end' })).status, 409);
    assert.equal((await people.professional.post(`${at}/together/wish`, { do: 'open', about: '../auth' })).status, 404);
    assert.equal((await people.professional.post(`${at}/together/wish`, { do: 'nonsense' })).status, 404);
    assert.equal((await other.people.client.post(`${at}/together/wish`, { do: 'skip', about: 'auth' })).status, 404);
    for (const each of [leads, follows]) each.close();
  });

  it('hangs up on who says what no screen of ours says', async () => {
    const { people, at, live } = await conversation();
    await begin(people.professional, at);
    for (const odd of ['{', '[]', '{"do":"x"}', '{"point":"1"}', 'x'.repeat(5_000)]) {
      const socket = await people.coach.listen(live);
      await told(socket, 'state');
      socket.tell(odd);
      for (let wait = 0; wait < 100 && !socket.ended(); wait += 1) await pause(20);
      assert.ok(socket.ended(), `it listens on after ${odd.slice(0, 20)}`);
    }
    // Many at once do no harm to who listens.
    const [one, two] = [await people.coach.listen(live), await people.client.listen(live)];
    await told(two, 'state');
    for (let n = 0; n < 2_000; n += 1) one.tell({ point: n });
    await pause(500);
    const points = two.said.filter((text) => text.includes('"point"')).length;
    assert.ok(points > 0 && points < 200, `${points} of 2000 pointers came through at once`);
    for (const each of [one, two]) each.close();
  });

  it('closes for all within a second of a withdrawal, and says nothing after', async () => {
    const { people, at, live } = await conversation();
    await begin(people.professional, at);
    const sockets = {};
    for (const [part, visitor] of Object.entries(people)) sockets[part] = await visitor.listen(live);
    for (const socket of Object.values(sockets)) await told(socket, 'state', (said) => said.there.length === 3);
    const asked = Date.now();
    expect(await people.client.post('/mine/stop', { go: 'all-sure' }), 'stops', 200, 303);
    for (const socket of Object.values(sockets)) {
      const closed = await told(socket, 'closed', () => true, 1_500);
      assert.equal(closed.why, 'refusal-consent-withdrawn');
      assert.match(closed.sentence, /Alles is gewist/);
      assert.equal(JSON.parse(socket.said.at(-1)).kind, 'closed', 'something was said after it');
    }
    assert.ok(Date.now() - asked < 2_000);
    for (const visitor of Object.values(people)) {
      assert.equal((await visitor.listen(live)).status, 410);
      for (const path of ['/together', '/summary']) assert.equal((await visitor.get(at + path)).status, 410);
      assert.equal((await visitor.post(`${at}/together/takeaway`, { takeaway: 'te laat' })).status, 410);
    }
  });

  it('closes for who signs out, whose account ends, and who is no longer in it', async () => {
    const { id, people, at, live } = await conversation();
    await begin(people.professional, at);
    const [professional, coach] = [await people.professional.listen(live), await people.coach.listen(live)];
    await told(professional, 'state');
    await told(coach, 'state');
    assert.equal((await people.coach.post(`/conversations/${id}/coach/end`)).status, 403);
    expect(await people.professional.post(`/conversations/${id}/coach/end`), 'the coach leaves', 303);
    assert.equal((await told(coach, 'closed', () => true, 1_500)).why, 'together-closed-removed');
    assert.equal((await people.coach.listen(live)).status, 404);
    expect(await people.professional.post('/sign-out'), 'signs out', 303);
    assert.equal((await told(professional, 'closed', () => true, 2_500)).why, 'refusal-signed-out');
  });
});
