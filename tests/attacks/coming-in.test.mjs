// Coming in as somebody else: half a sign-in, a code used before, guessing, keeping others out, a session that was planted
// or taken along, and a proof that was given elsewhere.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { clientLink } from '../lib/deeds.mjs';
import { House } from '../lib/house.mjs';
import { demoPassword, otherOrganisation, visitorAs } from '../lib/people.mjs';
import { Authenticator, secretOn } from '../lib/second.mjs';
import { freshConversation } from '../lib/seed.mjs';
import { table } from '../lib/table.mjs';
import { Visitor } from '../lib/visitor.mjs';

const password = 'een lang ander wachtwoord';
const ada = { email: 'ada@elders.example', password, next: '/people' };
const forged = '0190a1b2-0000-7000-8000-000000000000';
const from = (network) => ({ headers: { 'x-forwarded-for': network } });

describe('coming in as somebody else', () => {
  let house, administrator;
  before(async () => {
    house = await House.open({ kind: 'demo' });
    ({ administrator } = await otherOrganisation(house));
  });
  after(() => house?.close());

  const halfway = async () => {
    const visitor = new Visitor(house.address);
    const answer = await visitor.post('/sign-in', ada);
    assert.equal(answer.headers.location, '/sign-in/second');
    return visitor;
  };

  it('halfway opens no door of the program but the second step', async () => {
    const half = await halfway();
    const nobody = new Visitor(house.address);
    let tried = 0;
    for (const door of Object.keys(table())) {
      const [method, pattern] = door.split(' ');
      if (pattern.startsWith('/sign-') || pattern === '/choices') continue;
      const path = pattern.replaceAll(/\{[^}]+\}/g, forged);
      const send = method === 'GET' ? {} : { form: {} };
      const [mine, theirs] = [await half.send(method, path, send), await nobody.send(method, path, send)];
      assert.equal(mine.status, theirs.status, door);
      assert.equal(mine.headers.location, theirs.headers.location, door);
      tried += 1;
    }
    assert.ok(tried > 150, `only ${tried} doors`);
    assert.match((await half.get('/sign-in/second')).text, /name="code"/, 'and it still stands halfway');
  });

  it('a code that was used is not taken again, in another session or in the same', async () => {
    const code = await administrator.app.code();
    const first = await halfway();
    assert.equal((await first.post('/sign-in/second', { code })).headers.location, '/people');
    const second = await halfway();
    assert.equal((await second.post('/sign-in/second', { code })).status, 422);
    assert.match((await second.get('/people')).headers.location, /^\/sign-in/);
  });

  it('a code on paper comes in once, and only for whom it was made', async () => {
    const [code] = administrator.codes;
    assert.equal((await (await halfway()).post('/sign-in/second', { code })).status, 303);
    assert.equal((await (await halfway()).post('/sign-in/second', { code })).status, 422);
  });

  it('guessing codes waits, and the own browser of the one it is about does not', async () => {
    const half = await halfway();
    const answers = [];
    for (let n = 0; n < 8; n += 1) answers.push((await half.post('/sign-in/second', { code: '000000' })).status);
    assert.ok(answers.includes(429), answers.join(' '));
    const own = new Visitor(house.address);
    own.cookies.set('known', administrator.cookies.get('known'));
    await own.post('/sign-in', ada);
    const answer = await own.post('/sign-in/second', { code: await administrator.app.code() });
    assert.equal(answer.status, 303, 'the right person comes in on their own browser');
  });

  it('guessing passwords waits; nobody else is kept out by it', async () => {
    const ruud = { email: 'ruud@waterlandaanzee.example', password: demoPassword, next: '' };
    const home = new Visitor(house.address);
    assert.equal((await home.post('/sign-in', ruud, from('198.51.100.9'))).status, 303);
    await home.post('/sign-out');
    const stranger = new Visitor(house.address);
    const guess = (email, network) =>
      stranger.post('/sign-in', { email, password: 'geraden woord', next: '' }, from(network));
    const [real, none] = [[], []];
    for (let n = 0; n < 9; n += 1) {
      real.push((await guess(ruud.email, '203.0.113.5')).status);
      none.push((await guess('niemand@waterlandaanzee.example', '203.0.113.5')).status);
    }
    assert.ok(real.includes(429), real.join(' '));
    assert.deepEqual(none, real, 'whether there is an account makes no difference');
    const stuck = await stranger.post('/sign-in', ruud, from('203.0.113.5'));
    assert.equal(stuck.status, 429, 'from there not even the right one is looked at');
    assert.equal(
      (await home.post('/sign-in', ruud, from('203.0.113.5'))).status,
      303,
      'the own browser, from anywhere',
    );
    const elsewhere = await new Visitor(house.address).post('/sign-in', ruud, from('192.0.2.77'));
    assert.equal(elsewhere.status, 303, 'a new browser, from elsewhere');
    const colleague = { ...ruud, email: 'ineke@waterlandaanzee.example' };
    const beside = await new Visitor(house.address).post('/sign-in', colleague, from('203.0.113.5'));
    assert.equal(beside.status, 303, 'a colleague on the same network');
  });

  it('one network that tries many accounts waits, whatever it says of itself', async () => {
    const statuses = new Map();
    for (let n = 0; n < 104; n += 1) {
      const headers = { 'x-forwarded-for': `10.9.8.${n % 200}, 203.0.113.200` };
      const form = { email: `n${n}@waterlandaanzee.example`, password: 'x', next: '' };
      const { status } = await new Visitor(house.address).post('/sign-in', form, { headers });
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    assert.ok(statuses.get(429) > 0, [...statuses].join(' '));
    assert.ok(statuses.get(200) >= 100, 'an office may mistype');
  });

  it('an address without an account says the same in the same time', async () => {
    const took = { real: [], none: [] };
    for (let n = 0; n < 24; n += 1) {
      for (const [kind, email] of [
        ['real', 'sanne@waterlandaanzee.example'],
        ['none', 'niemand@waterlandaanzee.example'],
      ]) {
        const began = performance.now();
        const form = { email, password: 'geraden woord', next: '' };
        const answer = await new Visitor(house.address).post('/sign-in', form, from(`2001:db8:${n}::1`));
        took[kind].push(performance.now() - began);
        assert.equal(answer.status, 200);
        assert.match(answer.text, /passen niet bij elkaar/);
      }
    }
    const middle = (all) => all.toSorted((a, b) => a - b)[all.length / 2];
    const ratio = middle(took.real) / middle(took.none);
    assert.ok(ratio > 0.6 && ratio < 1.7, `the one takes ${ratio} times as long as the other`);
  });

  it('a planted session is worth nothing after either step', async () => {
    const visitor = new Visitor(house.address);
    visitor.cookies.set('meerzien', 'AAAAAAAAAAAAAAAAAAAAAA');
    await visitor.post('/sign-in', ada);
    const half = visitor.cookies.get('meerzien');
    assert.notEqual(half, 'AAAAAAAAAAAAAAAAAAAAAA');
    visitor.cookies.set('known', administrator.cookies.get('known'));
    assert.equal((await visitor.post('/sign-in/second', { code: await administrator.app.code() })).status, 303);
    assert.notEqual(visitor.cookies.get('meerzien'), half, 'whoever saw the session halfway has nothing');
    const watcher = new Visitor(house.address);
    watcher.cookies.set('meerzien', half);
    assert.match((await watcher.get('/people')).headers.location, /^\/sign-in/);
  });

  it('a session that somebody else began is not the one that a client comes into', async () => {
    const sanne = await visitorAs(house, 'Sanne Verhoef');
    const { link, code } = await clientLink(sanne, await freshConversation(house, sanne));
    const planted = (await visitorAs(house, 'Joris Smit')).cookies.get('meerzien');
    const client = new Visitor(house.address);
    client.cookies.set('meerzien', planted);
    assert.equal((await client.post(link, { code })).headers.location, '/mine');
    assert.notEqual(client.cookies.get('meerzien'), planted);
  });

  it('a cookie by which a browser is known signs nobody in', async () => {
    const thief = new Visitor(house.address);
    thief.cookies.set('known', administrator.cookies.get('known'));
    assert.match((await thief.get('/home')).headers.location, /^\/sign-in/);
    assert.equal((await thief.post('/sign-in', { ...ada, password: 'geraden woord' })).status, 200);
  });

  it('the button of the demo opens nobody else', async () => {
    const { text } = await administrator.get('/people');
    const member = text.match(/\/people\/([0-9a-f-]{36})\/roles/)[1];
    const answer = await new Visitor(house.address).post('/sign-in/demo', { member, next: '' });
    assert.equal(answer.status, 404);
  });
});

describe('a proof that it is them', () => {
  let house, administrator, member;
  before(async () => {
    house = await House.open({ kind: 'demo', env: { MEERZIEN_FRESH_MINUTES: '1' } });
    ({ administrator } = await otherOrganisation(house));
    const { text } = await administrator.get('/people');
    member = text
      .split('<li>')
      .find((row) => row.includes('Pim Elders'))
      .match(/\/people\/([0-9a-f-]{36})\/roles/)[1];
    await new Promise((done) => setTimeout(done, 61_000));
  });
  after(() => house?.close());

  const roles = async () => {
    const { text } = await administrator.get('/people');
    return text
      .split('<li>')
      .find((row) => row.includes('Pim Elders'))
      .match(/<p class="small">([^<]*)</)[1];
  };

  it('is asked before what reaches far, and what reaches far is not done without it', async () => {
    const before = await roles();
    const form = [['roles', 'professional']];
    const answer = await administrator.send('POST', `/people/${member}/roles`, { form });
    assert.equal(answer.status, 403);
    assert.match(answer.text, /name="roles" value="professional"/);
    const wrong = await administrator.post(`/people/${member}/roles`, {
      roles: 'professional',
      'proof-code': '000000',
    });
    assert.equal(wrong.status, 422);
    const byPassword = { roles: 'professional', 'proof-password': password };
    assert.equal(
      (await administrator.post(`/people/${member}/roles`, byPassword)).status,
      422,
      'the password is not enough',
    );
    const other = await administrator.send('POST', `/people/${member}/roles`, {
      body: '{"roles":["professional"]}',
      headers: { 'content-type': 'application/json' },
    });
    assert.equal(other.status, 415);
    assert.equal(await roles(), before);
  });

  it('given in one session is worth nothing in another of the same person', async () => {
    const again = new Visitor(house.address);
    again.cookies.set('known', administrator.cookies.get('known'));
    await again.post('/sign-in', ada);
    assert.equal((await again.post('/sign-in/second', { code: await administrator.app.code() })).status, 303);
    const sent = [
      ['roles', 'professional'],
      ['roles', 'coach'],
    ];
    assert.equal((await again.send('POST', `/people/${member}/roles`, { form: sent })).status, 303, 'fresh there');
    assert.equal((await administrator.send('POST', `/people/${member}/roles`, { form: sent })).status, 403, 'not here');
  });

  it('does what was asked, once, and then holds for a while', async () => {
    const code = await administrator.app.code();
    const form = [
      ['roles', 'professional'],
      ['proof-code', code],
    ];
    assert.equal((await administrator.send('POST', `/people/${member}/roles`, { form })).status, 303);
    assert.equal(await roles(), 'professional');
    const more = await administrator.post(`/people/${member}/ended`, { ended: 'false' });
    assert.equal(more.status, 303);
  });

  it('leads nowhere else than to a page of ours', async () => {
    const next = '//evil.example/';
    const answer = await administrator.post('/confirm', { next, 'proof-code': await administrator.app.code() });
    assert.equal(answer.headers.location, '/');
  });

  it('is their own: a second step is made and taken by nobody else', async () => {
    const sanne = await visitorAs(house, 'Sanne Verhoef');
    await sanne.post('/account/second/app');
    const { text } = await sanne.get('/account/second/app');
    const hers = new Authenticator(secretOn(text));
    assert.equal((await sanne.post('/account/second/app/check', { code: await administrator.app.code() })).status, 422);
    assert.equal((await sanne.post('/account/second/app/check', { code: await hers.code() })).status, 200);
    const form = { email: 'sanne@waterlandaanzee.example', password: demoPassword, next: '' };
    const again = new Visitor(house.address);
    assert.equal((await again.post('/sign-in', form)).headers.location, '/sign-in/second');
    assert.equal((await again.post('/sign-in/second', { code: administrator.codes[3] })).status, 422);
  });
});
