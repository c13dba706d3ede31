// Every door of the program, and who may come in. A route without a line in the table fails, and so does a line without
// a route.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { behindTheDoors } from './lib/behind-doors.mjs';
import { beginLook, bothSayYes, clientLink, enter, expect, settled, upload } from './lib/deeds.mjs';
import { scratch } from './lib/browser.mjs';
import { doors, forgedUuid } from './lib/doors.mjs';
import { film } from './lib/film.mjs';
import { House } from './lib/house.mjs';
import { addressOf, allRoutes, routesIn } from './lib/routes.mjs';
import { freshConversation } from './lib/seed.mjs';
import { admitted, everyone, needs, table } from './lib/table.mjs';

/** Whether an answer is a shut door. */
function shut({ status, headers = {} }) {
  if ([401, 403, 404].includes(status)) return true;
  return status === 303 && /^\/(sign-in.*|mine)$/.test(headers.location ?? '');
}

/** Tries a door as somebody, in the way of a well-meaning visitor. */
async function knock(seed, door, { form = {}, send, live, with: names = {} }, who) {
  const [method] = door.split(' ');
  const path = addressOf(seed, door, names);
  const visitor = seed.people[who];
  if (live) {
    const answer = await visitor.listen(path);
    answer.close();
    return answer;
  }
  const sent = send ?? { form: typeof form === 'function' ? form(seed) : form };
  return method === 'GET' ? visitor.get(path) : visitor.send(method, path, sent);
}

/** The doors to one conversation that need at least this much consent, by whatever id they name it. */
function doorsThatNeed(least, lines, about = /^/) {
  return Object.entries(doors).filter(([door]) => {
    const named = /\{(?!subject|question|number|card)/.test(door) || door.includes(' /mine');
    return named && about.test(door) && needs(lines[door].under, least);
  });
}

describe('every door', () => {
  let house, seed, place;
  before(async () => {
    place = await scratch('doors');
    const bytes = await readFile(await film(place.folder, 'gesprek.webm', 8));
    // The other organisation's people stay certain for as long as this takes.
    house = await House.open({ kind: 'demo', env: { MEERZIEN_FRESH_MINUTES: '600' } });
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

  const lines = table();
  it('has a line in the program and a visitor in the test', () => {
    assert.deepEqual(Object.keys(lines).sort(), Object.keys(doors).sort());
  });

  const ordered = Object.entries(doors).sort(([, a], [, b]) => (a.last ?? 0) - (b.last ?? 0));
  for (const [door, row] of ordered) {
    const may = row.only ?? admitted(lines[door]?.who ?? 'anyone', row.maker);
    it(`${door} opens for ${may.length === everyone.length ? 'everyone' : may.join(', ') || 'nobody'} only`, async () => {
      const wrong = [];
      for (const who of everyone) {
        const answer = await knock(seed, door, row, who);
        const said = `${who}: ${answer.status} ${answer.headers?.location ?? ''}`;
        assert.ok(answer.status < 500, `${door} ${said}`);
        if (shut(answer) === may.includes(who)) wrong.push(said);
      }
      assert.deepEqual(wrong, []);
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

describe('every door, by what was agreed', () => {
  const lines = table();
  let house, seed, place, bytes;
  before(async () => {
    place = await scratch('doors-agreed');
    bytes = await readFile(await film(place.folder, 'gesprek.webm', 8));
    house = await House.open({ kind: 'demo', env: { MEERZIEN_FRESH_MINUTES: '600' } });
    seed = await behindTheDoors(house, bytes);
  });
  after(async () => {
    await house?.close();
    await place?.clear();
  });

  /** Tries doors as people, and gives those that opened: a page, or a form that was taken. */
  async function opened(rows, whose, at) {
    const open = [];
    for (const [door, row] of rows) {
      for (const who of whose) {
        const answer = await knock(at, door, { ...row, with: { ...row.with, ...at.named } }, who);
        const said = `${who} ${door}: ${answer.status} ${answer.headers?.location ?? ''}`;
        assert.ok(answer.status < 500, said);
        // A page that leads elsewhere shows nothing; a form that was taken leads on too, so there only a no is a no.
        const closed = answer.status >= 400 || (answer.status === 303 && door.startsWith('GET'));
        if (!closed) open.push(said);
      }
    }
    return open;
  }

  // Doors by the conversation's own id; what else has an id is not there before it was made.
  const byConversation = /\{id\}|\/mine|\/tus\/\{conversation\}$/;
  const own = (rows) => rows.filter(([door]) => / \/(conversations|tus|mine)/.test(door));

  it('without any yes nothing opens that needs one', async () => {
    const { professional, client } = seed.people;
    const id = await freshConversation(house, professional);
    const guest = await enter(house, await clientLink(professional, id));
    assert.ok(client);
    const at = { ...seed, id, conversation: id, people: { ...seed.people, client: guest }, named: { id } };
    const rows = own(doorsThatNeed('first-yes', lines, byConversation));
    assert.ok(rows.length > 40, `only ${rows.length} doors`);
    assert.deepEqual(await opened(rows, ['professional', 'coach', 'client', 'colleague'], at), []);
  });

  it('between the two yeses only those in the picture come in, and nothing opens that needs the second', async () => {
    const { professional } = seed.people;
    const id = await freshConversation(house, professional);
    const { client } = await bothSayYes(house, professional, id, 'Tussen twee keer ja', ['look', 'colleagues']);
    await upload(professional, id, bytes, { name: 'gesprek.webm', type: 'video/webm' });
    assert.equal(await settled(professional, id), 'ready');
    const look = await beginLook(professional, id);
    const { text } = await professional.get(`/looks/${look}`);
    const object = text.match(/\/media\/([0-9a-f-]{36})/)[1];
    const at = { ...seed, id, conversation: id, object, people: { ...seed.people, client }, named: { id } };
    const second = own(doorsThatNeed('second-yes', lines, byConversation));
    assert.ok(second.length > 30, `only ${second.length} doors`);
    assert.deepEqual(await opened(second, ['professional', 'coach', 'client', 'colleague'], at), []);

    const watched = doorsThatNeed('first-yes', lines).filter(([door]) => / \/(conversations|media)/.test(door));
    assert.deepEqual(await opened(watched, ['coach', 'colleague'], at), []);
    const film = watched.filter(([door]) => door === 'GET /media/{object}');
    assert.equal((await opened(film, ['professional', 'client'], at)).length, 2, 'those in the picture watch');
  });

  it('after it was taken back nothing opens but facts', async () => {
    const rows = doorsThatNeed('standing', lines);
    assert.ok(rows.length > 90, `only ${rows.length} doors`);
    const { professional } = seed.people;
    for (const id of [seed.id, seed.together]) {
      expect(await professional.post(`/conversations/${id}/stop`, { go: 'all-sure' }), 'stops', 200, 303);
    }
    const about = rows.filter(
      ([, row]) => !['conversation', 'closed', 'discarded', 'uncoached'].includes(row.with?.id),
    );
    const gone = { ...seed, conversation: seed.id };
    assert.deepEqual(await opened(about, everyone, gone), []);
    const facts = Object.entries(doors).filter(
      ([door]) => lines[door].under === 'facts' && door.startsWith('GET /register/'),
    );
    assert.ok(facts.length >= 2);
    assert.equal(
      (await opened(facts, ['privacyOfficer'], gone)).length,
      facts.length,
      'the facts stay for the privacy officer',
    );
  });
});
