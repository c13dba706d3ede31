// Every door of the program, and who may come in. A route without a line here fails, and so does a line without a route.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { House } from './lib/house.mjs';
import { allRoutes, routesIn } from './lib/routes.mjs';
import { everybody, freshConversation, memberId } from './lib/seed.mjs';
import { recordedConversation } from './lib/recorded.mjs';

const members = [
  'professional',
  'coach',
  'otherProfessional',
  'otherCoach',
  'manager',
  'privacyOfficer',
  'researcher',
  'administrator',
  'stranger',
  'strangeAdministrator',
];
const everyone = ['nobody', ...members];
const professionals = ['professional', 'otherProfessional', 'stranger'];
const forgedUuid = '0190a1b2-0000-7000-8000-000000000000';

/**
 * Who may come in by which door. Everyone else must find it shut: not found, forbidden, or sent to sign in.
 * `form` is what a well-meaning visitor would send; `with` fills the names in an address.
 */
const doors = {
  'GET /': { may: everyone },
  'GET /assets/{*path}': { may: everyone, with: { '*path': 'app.css' } },
  'POST /choices': { may: everyone, form: { lang: 'nl', back: '/' } },
  'GET /sign-in': { may: everyone },
  'POST /sign-in': { may: everyone, form: { email: 'niemand@nergens.example', password: 'x', next: '' } },
  'POST /sign-in/demo': { may: everyone, form: (seed) => ({ member: seed.sanne, next: '' }), last: true },
  'POST /sign-out': { may: everyone, last: true },
  // A link that was never given is a door for nobody.
  'GET /invitation/{token}': { may: [], with: { token: 'verzonnen' } },
  'POST /invitation/{token}': { may: [], with: { token: 'verzonnen' }, form: { name: 'N', password: 'x'.repeat(12) } },

  'GET /home': { may: members },
  'GET /account': { may: members },
  'POST /account/sessions/end': { may: members, form: { id: forgedUuid } },

  'GET /people': { may: ['administrator', 'strangeAdministrator'] },
  // An administrator manages their own organisation only; the other one's people are not found.
  'POST /people/invitations': {
    may: ['administrator', 'strangeAdministrator'],
    form: { email: 'nieuw@waterlandaanzee.example', roles: 'coach' },
  },
  'POST /people/teams': { may: ['administrator', 'strangeAdministrator'], form: { team: 'Oost' } },
  'POST /people/invitations/{id}/end': { may: ['administrator', 'strangeAdministrator'], with: { id: forgedUuid } },
  'POST /people/{id}/roles': { may: ['administrator'], form: { roles: 'professional' }, with: { id: 'sanne' } },
  'POST /people/{id}/team': { may: ['administrator'], form: { team: '' }, with: { id: 'sanne' } },
  'POST /people/{id}/ended': { may: ['administrator'], form: { ended: 'false' }, with: { id: 'sanne' } },

  'GET /conversations/new': { may: professionals },
  'POST /conversations/new': { may: professionals, form: { held_on: '2027-03-04', coach: '' } },
  'GET /conversations/{id}': { may: ['professional', 'coach'] },
  'POST /conversations/{id}/coach': { may: ['professional'], form: (seed) => ({ coach: seed.ruud }) },

  // A conversation with a recording to which the second yes has not been said: only those in the picture watch.
  'GET /conversations/{id}/recording': { may: ['professional'], with: { id: 'recorded' } },
  'GET /conversations/{id}/recording/camera': { may: ['professional'], with: { id: 'recorded' } },
  'GET /conversations/{id}/recording/file': { may: ['professional'], with: { id: 'recorded' } },
  'GET /conversations/{id}/recording/state': { may: ['professional'], with: { id: 'recorded' } },
  ...Object.fromEntries(
    ['close', 'discard', 'again'].map((deed) => [
      `POST /conversations/{id}/recording/${deed}`,
      { may: ['professional'], with: { id: 'recorded' }, form: (seed) => ({ recording: seed.recording }) },
    ]),
  ),
  'OPTIONS /tus/{conversation}': { may: everyone, with: { conversation: 'recorded' } },
  'OPTIONS /tus/{conversation}/{recording}': { may: everyone, with: { conversation: 'recorded' } },
  'POST /tus/{conversation}': {
    may: ['professional'],
    with: { conversation: 'recorded' },
    headers: { 'tus-resumable': '1.0.0', 'upload-length': '9' },
  },
  'HEAD /tus/{conversation}/{recording}': {
    may: ['professional'],
    with: { conversation: 'recorded' },
    headers: { 'tus-resumable': '1.0.0' },
  },
  'PATCH /tus/{conversation}/{recording}': {
    may: ['professional'],
    with: { conversation: 'recorded' },
    headers: { 'tus-resumable': '1.0.0', 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
  },
  'DELETE /tus/{conversation}/{recording}': {
    may: ['professional'],
    with: { conversation: 'recorded' },
    headers: { 'tus-resumable': '1.0.0' },
  },
  ...Object.fromEntries(
    ['', '/original', '/peaks', '/stills/{number}'].map((face) => [
      `GET /media/{object}${face}`,
      { may: ['professional'], with: { object: 'film', number: '0' } },
    ]),
  ),
};

/** Whether an answer is a shut door. */
function shut({ status, headers }) {
  if ([401, 403, 404].includes(status)) return true;
  return status === 303 && /^\/(sign-in|mine)\b/.test(headers.location ?? '');
}

describe('every door', () => {
  let house, seed;
  before(async () => {
    house = await House.open({ kind: 'demo' });
    const people = await everybody(house);
    seed = {
      people,
      id: await freshConversation(house, people.professional),
      sanne: await memberId(house, 'Sanne Verhoef'),
      ruud: await memberId(house, 'Ruud de Wit'),
      ...(await recordedConversation(house, people.professional)),
    };
  });
  after(() => house?.close());

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

  const ordered = Object.entries(doors).sort(([, a], [, b]) => Number(a.last ?? false) - Number(b.last ?? false));
  for (const [door, { may, form, headers, with: names = {} }] of ordered) {
    it(`${door} opens for ${may.length === everyone.length ? 'everyone' : may.join(', ') || 'nobody'} only`, async () => {
      const [method, pattern] = door.split(' ');
      const path = pattern.replaceAll(/\{([^}]+)\}/g, (_, name) => {
        const value = names[name] ?? seed[name];
        return seed[value] ?? value;
      });
      for (const who of everyone) {
        const sent = typeof form === 'function' ? form(seed) : (form ?? {});
        const visitor = seed.people[who];
        const answer =
          method === 'GET'
            ? await visitor.get(path, { headers })
            : await visitor.send(method, path, { form: sent, headers });
        const said = `${who} at ${method} ${path}: ${answer.status} ${answer.headers.location ?? ''}`;
        assert.ok(answer.status < 500, said);
        assert.equal(shut(answer), !may.includes(who), said);
      }
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
