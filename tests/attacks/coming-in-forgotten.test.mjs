// Coming in by a forgotten password: a link that was used, is over, is somebody else's or was never given; a letter that
// leads elsewhere; letters without end; keeping somebody from their own; half a sign-in that was taken with the old one.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { expect } from '../lib/deeds.mjs';
import { House } from '../lib/house.mjs';
import { sql } from '../lib/ledger.mjs';
import { demoPassword, visitorAs } from '../lib/people.mjs';
import { openPostbox } from '../lib/postbox.mjs';
import { makeSecond } from '../lib/second.mjs';
import { later } from '../lib/tus.mjs';
import { Visitor } from '../lib/visitor.mjs';

const address = 'https://meerzien.waterland.example';
const at = (name) => `${name}@waterlandaanzee.example`;
const subject = 'Een nieuw wachtwoord voor Meerzien';
const pathIn = (letter) => letter.read.text.match(/(\/sign-in\/forgotten\/[0-9a-f]{32})/)[1];
const words = [
  'zeven groene kikkers op een dak',
  'acht blauwe ooievaars in een berm',
  'negen rode egels onder een heg',
];

describe('a forgotten password, by somebody else', () => {
  let house, box;
  before(async () => {
    box = await openPostbox();
    house = await House.open({
      kind: 'demo',
      env: {
        MEERZIEN_MAIL: box.url,
        MEERZIEN_MAIL_FROM: 'Meerzien <meerzien@waterland.example>',
        MEERZIEN_ADDRESS: address,
        MEERZIEN_MAIL_EVERY: '1',
      },
    });
  });
  after(async () => {
    await house?.close();
    await box?.close();
  });

  let network = 0;
  const somewhere = () => ({ 'x-forwarded-for': `203.0.113.${(network += 1)}` });
  const ask = (email, headers = somewhere(), visitor = new Visitor(house.address)) =>
    visitor.post('/sign-in/forgotten', { email }, { headers });
  const links = (email) => box.to(email).filter((letter) => letter.read.subject === subject);
  const choose = (path, password, options) => new Visitor(house.address).post(path, { password }, options);
  const signIn = (email, password) =>
    new Visitor(house.address).post('/sign-in', { email, password, next: '' }, { headers: somewhere() });
  const opens = async (email, password) => (await signIn(email, password)).status === 303;

  /** A link in a letter to this address. */
  async function link(email, headers) {
    const before = links(email).length;
    expect(await ask(email, headers), 'asked', 200);
    await box.until(() => links(email).length > before);
    return pathIn(links(email).at(-1));
  }

  it('a link works once, also when it is used twice at the same time, and looking at it does not use it', async () => {
    const path = await link(at('joris'));
    for (let n = 0; n < 5; n += 1) expect(await new Visitor(house.address).get(path), 'looked at', 200);
    expect(await choose(path, 'kort'), 'too short', 422);
    const both = await Promise.all([choose(path, words[0]), choose(path, words[1])]);
    assert.deepEqual(both.map(({ status }) => status).sort(), [200, 404]);
    const right = both[0].status === 200 ? 0 : 1;
    assert.ok(await opens(at('joris'), words[right]));
    for (const wrong of [words[1 - right], demoPassword]) assert.ok(!(await opens(at('joris'), wrong)), wrong);
    for (const again of [await new Visitor(house.address).get(path), await choose(path, words[2])]) {
      assert.equal(again.status, 404);
    }
    assert.ok(!(await opens(at('joris'), words[2])));
  });

  it('a link that is over opens nothing, and looks like one that never was', async () => {
    const path = await link(at('ineke'));
    await sql(house, `update account_letters set expires_at = ${Date.now() - 1} where kind = 'link'`);
    const over = [await new Visitor(house.address).get(path), await choose(path, words[0])];
    const never = `/sign-in/forgotten/${'0'.repeat(32)}`;
    const none = [await new Visitor(house.address).get(never), await choose(never, words[0])];
    over.forEach((answer, which) => {
      assert.equal(answer.status, 404);
      assert.equal(answer.text.replaceAll(path, ''), none[which].text.replaceAll(never, ''));
    });
    assert.ok(await opens(at('ineke'), demoPassword));
    // One works for an hour, and not longer.
    await link(at('ineke'));
    const [{ until }] = await sql(house, 'select max(expires_at) as until from account_letters');
    const minutes = (until - Date.now()) / 60_000;
    assert.ok(minutes > 55 && minutes <= 60, `${minutes}`);
  });

  it('what lies in the database is no link, and neither is nearly one', async () => {
    const path = await link(at('tarik'));
    const [{ token_hash: kept }] = await sql(house, "select token_hash from account_letters where token_hash <> ''");
    const near = path.replace(/.$/, (sign) => (sign === '0' ? '1' : '0'));
    for (const odd of [`/sign-in/forgotten/${kept}`, near, `${path}0`, path.slice(0, -1), `${path.toUpperCase()}`]) {
      assert.equal((await choose(odd, words[0])).status, 404, odd);
    }
    expect(await choose(path, words[0]), 'the right one', 200);
  });

  it('a link changes the password it was sent for, whoever holds it and whoever is signed in', async () => {
    const path = await link(at('ruud'));
    const ineke = await visitorAs(house, 'Ineke Bos');
    const sent = await ineke.post(path, { password: words[2], email: at('ineke'), member: 'x' });
    expect(sent, 'chosen', 200);
    assert.ok(await opens(at('ruud'), words[2]));
    assert.ok(await opens(at('ineke'), demoPassword), 'hers is as it was');
    assert.equal((await ineke.get('/home')).status, 200, 'and so is her session');
    const elsewhere = await link(at('els'));
    const foreign = { headers: { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' } };
    assert.equal((await choose(elsewhere, words[0], foreign)).status, 403, 'no form of another site');
    expect(await new Visitor(house.address).get(elsewhere), 'the link is still there', 200);
  });

  it('a letter leads here, whatever name somebody calls us by', async () => {
    const names = ['evil.example', 'evil.example:443', 'meerzien.waterland.example.evil.example'];
    for (const [which, name] of names.entries()) {
      const forwarded = { 'x-forwarded-host': name, forwarded: `host=${name}`, 'x-forwarded-proto': 'http' };
      const headers = { ...somewhere(), ...forwarded, host: name, origin: `http://${name}` };
      const email = at(['marleen', 'noor', 'bram'][which]);
      await ask(email, headers);
      await ask(email, { ...somewhere(), ...forwarded });
      await box.until(() => links(email).length > 0);
    }
    await later(1_500);
    for (const letter of box.letters) {
      assert.ok(!/evil/.test(letter.raw), letter.raw);
      for (const url of letter.read.text.match(/https?:\/\/\S+/g)) assert.ok(url.startsWith(`${address}/`), url);
    }
  });

  it('nobody is flooded by letters, and nobody is kept from one on a browser of their own', async () => {
    const email = at('wim');
    const own = new Visitor(house.address);
    expect(await own.post('/sign-in', { email, password: demoPassword, next: '' }), 'a browser of his own', 303);
    await own.post('/sign-out');
    const said = new Set();
    for (let n = 0; n < 25; n += 1) {
      const { status, text } = await ask(email);
      said.add(`${status} ${text}`);
    }
    assert.equal(said.size, 1, 'nobody is told how often it was asked');
    await box.until(() => links(email).length >= 3);
    await later(2_000);
    assert.equal(links(email).length, 3);
    expect(await ask(email, somewhere(), own), 'asked by himself', 200);
    await box.until(() => links(email).length === 4);
    // None of them shut another; one that is used shuts all.
    const paths = links(email).map(pathIn);
    for (const path of paths) expect(await new Visitor(house.address).get(path), 'works', 200);
    expect(await own.post(paths[0], { password: words[0] }), 'chosen', 200);
    for (const path of paths) assert.equal((await choose(path, words[1])).status, 404);
    assert.ok(await opens(email, words[0]));
  });

  it('one network does not ask for everyone', async () => {
    const statuses = [];
    for (let n = 0; n < 60; n += 1) {
      statuses.push((await ask(at(`niemand${n}`), { 'x-forwarded-for': '198.51.100.77' })).status);
    }
    assert.equal(statuses[0], 200);
    assert.equal(statuses.at(-1), 429);
    assert.equal((await ask(at('niemand'))).status, 200, 'another network');
  });

  it('who forgot it and tried too often need not wait once they chose another', async () => {
    const email = at('sanne');
    const headers = { 'x-forwarded-for': '192.0.2.55' };
    const tried = (password) => new Visitor(house.address).post('/sign-in', { email, password, next: '' }, { headers });
    let status;
    for (let n = 0; n < 8; n += 1) ({ status } = await tried('wat was het ook weer'));
    assert.equal(status, 429);
    expect(await choose(await link(email), words[1], { headers }), 'chosen', 200);
    assert.equal((await tried(words[1])).status, 303);
  });

  it('the second step is not forgotten with it, and half a sign-in with the old password is worth nothing', async () => {
    const email = at('lotte');
    const wim = await visitorAs(house, 'Wim Peters');
    expect(await wim.post('/people/invitations', { email, roles: 'administrator', go: 'mail' }), 'invited', 303);
    await box.until(() => box.to(email).length === 1);
    const [, invitation] = box.to(email)[0].read.text.match(/(\/invitation\/[0-9a-f]{32})/);
    const lotte = new Visitor(house.address);
    expect(await lotte.post(invitation, { name: 'Lotte Vos', password: words[0] }), 'an account', 303);
    await makeSecond(lotte);
    const thief = new Visitor(house.address);
    const form = { email, password: words[0], next: '' };
    assert.equal((await thief.post('/sign-in', form)).headers.location, '/sign-in/second');
    expect(await choose(await link(email), words[1]), 'chosen', 200);
    assert.equal((await lotte.get('/home')).status, 303);
    const code = await lotte.app.code();
    assert.equal((await thief.post('/sign-in/second', { code })).headers.location, '/sign-in');
    assert.equal((await thief.get('/home')).status, 303);
    assert.equal((await signIn(email, words[1])).headers.location, '/sign-in/second', 'it is asked as before');
  });

  it('no letter goes to an address without an account, or to one whose account ended', async () => {
    const wim = await visitorAs(house, 'Wim Peters');
    const { text } = await wim.get('/people');
    const [, id] = text.split(at('ruud'))[1].match(/\/people\/([0-9a-f-]{36})\/ended/);
    expect(await wim.post(`/people/${id}/ended`, { ended: 'true' }), 'ended', 303);
    const letters = () => [at('ruud'), at('onbekend')].map((email) => box.to(email).length);
    const before = letters();
    expect(await ask(at('ruud')), 'asked', 200);
    expect(await ask(at('onbekend')), 'asked', 200);
    await later(3_000);
    assert.deepEqual(letters(), before);
    const rows = await sql(house, 'select * from account_letters');
    for (const name of ['ruud', 'onbekend', 'niemand']) assert.ok(!JSON.stringify(rows).includes(name), name);
  });

  it('who asked and who chose stands in the log of deeds, and nobody in the log of the program', async () => {
    const deeds = (await sql(house, 'select deed from audit')).map(({ deed }) => deed);
    assert.ok(deeds.filter((deed) => deed === 'sent-password-link').length >= 10);
    assert.ok(deeds.filter((deed) => deed === 'chose-new-password').length >= 5);
    const said = (await house.said()).split('\n').filter((line) => /INFO|WARN|ERROR/.test(line));
    assert.ok(!said.join('\n').includes('@waterlandaanzee'), 'an address');
  });
});
