// Nobody learns from outside who has an account, which link was ever given, or what lies behind an address: not from
// the status, the length, the headers or the words of an answer, and not from how long it takes.
import assert from 'node:assert/strict';
import { randomBytes, randomInt } from 'node:crypto';
import { createServer } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { clientLink } from '../lib/deeds.mjs';
import { forgedUuid } from '../lib/doors.mjs';
import { bounds, inTurns, toldApart } from '../lib/even.mjs';
import { House } from '../lib/house.mjs';
import { sql } from '../lib/ledger.mjs';
import { otherOrganisation, visitorAs } from '../lib/people.mjs';
import { openPostbox } from '../lib/postbox.mjs';
import { freshConversation } from '../lib/seed.mjs';
import { Visitor } from '../lib/visitor.mjs';

// Somebody else each time, as a proxy on this machine says: waits for wrong tries are tried in identity.test.mjs.
const anyone = () => ({ 'x-forwarded-for': `10.${randomInt(256)}.${randomInt(256)}.${1 + randomInt(254)}` });

/** What of an answer can be compared: everything but what changes by itself and what was typed. */
function face({ status, headers, text }, ...typed) {
  const kept = Object.entries(headers).filter(([name]) => !['date', 'set-cookie'].includes(name));
  const cookies = (headers['set-cookie'] ?? []).map((line) => line.replace(/=[^;]*/, '='));
  let words = text;
  for (const each of typed) words = words.replaceAll(each, '');
  return { status, headers: kept.filter(([name]) => name !== 'content-length'), cookies, words };
}

describe('from outside nobody can tell', () => {
  let house, ended;
  const known = 'ruud@waterlandaanzee.example';
  // As long as a known one, so that the length of the page tells nothing about what was typed.
  const unknown = 'roel@waterlandaanzee.example';
  before(async () => {
    house = await House.open({ kind: 'demo' });
    ended = await endedMember();
  });
  after(() => house?.close());

  /** Somebody who had an account, and whose account was ended. */
  async function endedMember() {
    const { administrator } = await otherOrganisation(house);
    const { text } = await administrator.get('/people');
    const [, id] = text.split('pim@elders.example')[1].match(/\/people\/([0-9a-f-]{36})\/ended/);
    const answer = await administrator.post(`/people/${id}/ended`, { ended: 'true' });
    assert.equal(answer.status, 303);
    return 'pim@elders.example';
  }

  const signIn = (email, password) =>
    new Visitor(house.address).post('/sign-in', { email, password, next: '' }, { headers: anyone() });
  const wrong = 'een heel ander wachtwoord';
  // The right one of an account that was ended.
  const theirs = 'een lang ander wachtwoord';

  it('whether an address has an account, from what is said', async () => {
    const faces = [
      face(await signIn(unknown, wrong), unknown),
      face(await signIn(known, wrong), known),
      face(await signIn(ended, theirs), ended),
      face(await signIn(` ${known.toUpperCase()} `, wrong), known.toUpperCase()),
      face(await signIn('geen adres', wrong), 'geen adres'),
      face(await signIn(known, ''), known),
      face(await signIn(unknown, ''), unknown),
      face(await signIn(known, 'x'.repeat(5_000)), known),
      face(await signIn(unknown, 'x'.repeat(5_000)), unknown),
    ];
    assert.notEqual(faces[0].status, 303);
    faces[3].words = faces[3].words.replaceAll('value="  "', 'value=""');
    for (const each of faces) assert.deepEqual(each, faces[0]);
  });

  it('whether an address has an account, from how often it was tried', async () => {
    // From one place, more often than anyone forgets a password.
    const from = { 'x-forwarded-for': '192.0.2.7' };
    const said = { [known]: [], [unknown]: [] };
    for (let each = 0; each < 12; each += 1) {
      for (const email of [known, unknown]) {
        const form = { email, password: wrong, next: '' };
        const answer = await new Visitor(house.address).post('/sign-in', form, { headers: from });
        // How long is left to wait goes by the clock.
        const { status, headers, words } = face(answer, email);
        said[email].push({ status, names: headers.map(([name]) => name), words: words.replaceAll(/\d+/g, '') });
      }
    }
    assert.deepEqual(said[known], said[unknown]);
  });

  it('whether an address has an account, from how long it takes', async () => {
    const took = await inTurns({
      'a known address': () => signIn(known, wrong),
      'an unknown address': () => signIn(unknown, wrong),
      'an account that was ended': () => signIn(ended, theirs),
      'no address at all': () => signIn('x', wrong),
    });
    assert.deepEqual(toldApart(took), []);
  });

  const hex = (length) => randomBytes(length / 2).toString('hex');

  it('whether an invitation was ever sent, from a wrong one', async () => {
    const wim = await visitorAs(house, 'Wim Peters');
    const made = await wim.post('/people/invitations', { email: 'nieuw@waterlandaanzee.example', roles: 'coach' });
    const page = made.status === 303 ? await wim.get(made.headers.location) : made;
    const token = page.text.match(/\/invitation\/([0-9a-f]{32})/)[1];
    const nobody = new Visitor(house.address);
    const near = token.replace(/.$/, (sign) => (sign === '0' ? '1' : '0'));
    const tokens = { 'one sign off': () => near, 'made up': () => hex(32) };
    const ask = (text) => nobody.get(`/invitation/${text}`, { headers: anyone() });
    const odd = ['qqq', 'verzonnen', '0'.repeat(31), 'G'.repeat(32), '0'.repeat(500), '%00'];
    const faces = await Promise.all([near, hex(32), ...odd].map(async (text) => face(await ask(text), text)));
    for (const each of faces) assert.deepEqual(each, faces[0]);
    assert.equal(faces[0].status, 404);
    const ways = Object.entries(tokens).map(([name, made]) => [name, () => ask(made())]);
    assert.deepEqual(toldApart(await inTurns(Object.fromEntries(ways))), []);
    assert.equal((await ask(token)).status, 200, 'the right one opens');
  });

  it('whether a link of a client was ever given, from a wrong one', async () => {
    const sanne = await visitorAs(house, 'Sanne Verhoef');
    const { link } = await clientLink(sanne, await freshConversation(house, sanne));
    const token = link.split('/').at(-1);
    // Another each time: wrong codes at one link wait longer and longer, which place.test.mjs tries.
    const near = () => token.slice(0, -4) + hex(4);
    for (const send of [
      (text) => new Visitor(house.address).get(`/c/${text}`, { headers: anyone() }),
      (text) => new Visitor(house.address).post(`/c/${text}`, { code: 'AAAA-AAAA' }, { headers: anyone() }),
    ]) {
      const tokens = [token, near(), hex(32), 'qqq', '0'.repeat(31), '0'.repeat(500)];
      const faces = await Promise.all(tokens.map(async (text) => face(await send(text), text)));
      for (const each of faces) assert.deepEqual(each, faces[0]);
      const took = await inTurns({ 'nearly the link': () => send(near()), 'made up': () => send(hex(32)) });
      assert.deepEqual(toldApart(took), []);
    }
  });

  it('what lies behind an address that is not theirs', async () => {
    const sanne = await visitorAs(house, 'Sanne Verhoef');
    const joris = await visitorAs(house, 'Joris Smit');
    const id = await freshConversation(house, sanne);
    for (const room of ['', '/consent', '/recording', '/dialogue', '/tryout', '/look']) {
      const [shut, none] = [`/conversations/${id}${room}`, `/conversations/${forgedUuid}${room}`];
      const [there, nowhere] = [await joris.get(shut), await joris.get(none)];
      assert.deepEqual(face(there, id), face(nowhere, forgedUuid), room);
    }
    // How long it takes may differ: an id has seventy-four random bits, so whoever holds one was given it.
  });

  it('and this test would notice: a server that hashes for known addresses only, and one that does not', async () => {
    // As much as a hash of a password takes, give or take what a machine does beside it.
    const work = (ms) => new Promise((done) => setTimeout(done, ms + Math.random() * 8));
    const server = createServer(async (request, response) => {
      const leaks = request.url.startsWith('/leaky');
      await work(leaks && request.url.endsWith('/unknown') ? 6 : 20);
      response.end();
    });
    await new Promise((done) => server.listen(0, '127.0.0.1', done));
    const visitor = new Visitor(`http://127.0.0.1:${server.address().port}`);
    const ask = (kind) => ({
      known: () => visitor.get(`/${kind}/known`),
      unknown: () => visitor.get(`/${kind}/unknown`),
    });
    try {
      assert.equal(toldApart(await inTurns(ask('leaky'))).length, 1, 'a leak goes unseen');
      assert.deepEqual(toldApart(await inTurns(ask('even'))), []);
      assert.ok(bounds.ratio < 2 && bounds.chance < 0.01);
    } finally {
      server.close();
      server.closeAllConnections();
    }
  });
});

describe('from outside nobody can tell by asking for a new password', () => {
  let house, box, there;
  before(async () => {
    box = await openPostbox();
    const env = {
      MEERZIEN_MAIL: box.url,
      MEERZIEN_MAIL_FROM: 'meerzien@waterland.example',
      MEERZIEN_ADDRESS: 'https://meerzien.waterland.example',
    };
    house = await House.open({ kind: 'demo', env });
    there = (await sql(house, 'select email from members order by email')).map(({ email }) => email);
    assert.ok(there.length >= 8);
  });
  after(async () => {
    await house?.close();
    await box?.close();
  });

  const ask = async (email) => {
    const answer = await new Visitor(house.address).post('/sign-in/forgotten', { email }, { headers: anyone() });
    assert.equal(answer.status, 200);
    return answer;
  };

  it('whether an address has an account, from what is said and how long it takes, also when it was asked often', async () => {
    // Each address brings a letter a few times; then no more.
    const rounds = there.length * 3 - 2;
    const made = there.map((email, at) => `x${at}${email.slice(2)}`);
    const took = await inTurns(
      {
        'known, with a letter': (round) => ask(there[(round + 2) % there.length]),
        'unknown, for the first time': (round) => ask(made[(round + 2) % there.length]),
      },
      rounds,
      150,
    );
    assert.deepEqual(toldApart(took), []);
    assert.ok(box.letters.length > rounds / 2, `${box.letters.length} letters went meanwhile`);
    const often = await inTurns({ known: () => ask(there[0]), unknown: () => ask(made[0]) });
    assert.deepEqual(toldApart(often), []);
    assert.deepEqual(face(await ask(there[0])), face(await ask(made[0])));
  });
});
