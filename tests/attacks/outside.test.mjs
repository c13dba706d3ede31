// What somebody from outside can try on any page: forms from another site, planted sessions, too much text, odd addresses.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { House } from '../lib/house.mjs';
import { visitorAs } from '../lib/people.mjs';
import { freshConversation } from '../lib/seed.mjs';
import { line, until } from '../lib/slowly.mjs';
import { Visitor } from '../lib/visitor.mjs';

describe('from outside', () => {
  let house, sanne, nobody;
  before(async () => {
    house = await House.open({ kind: 'demo' });
    sanne = await visitorAs(house, 'Sanne Verhoef');
    nobody = new Visitor(house.address);
  });
  after(() => house?.close());

  const conversations = async () => (await sanne.get('/home')).text.split('href="/conversations/').length;

  it('a form from another site changes nothing, whatever its browser says', async () => {
    const before = await conversations();
    const form = { held_on: '2027-03-03', coach: '' };
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
      { 'sec-fetch-site': null, origin: 'https://evil.example' },
      { 'sec-fetch-site': null, origin: 'null' },
    ]) {
      const answer = await sanne.post('/conversations/new', form, { headers });
      assert.equal(answer.status, 403, JSON.stringify(headers));
    }
    assert.equal(await conversations(), before);
    const own = await sanne.post('/conversations/new', form);
    assert.equal(own.status, 303, 'our own form does work');
    assert.notEqual(await conversations(), before);
  });

  it('no page takes anything from elsewhere, and nobody keeps a copy of it', async () => {
    const id = await freshConversation(house, sanne);
    for (const path of [
      '/',
      '/sign-in',
      '/home',
      '/account',
      '/conversations/new',
      `/conversations/${id}`,
      '/nowhere',
    ]) {
      const { headers, text } = await sanne.get(path);
      const policy = headers['content-security-policy'];
      assert.match(policy, /default-src 'none'/, path);
      assert.match(policy, /frame-ancestors 'none'/, path);
      assert.doesNotMatch(policy, /unsafe|\*|https?:|http:/, path);
      assert.equal(headers['x-content-type-options'], 'nosniff', path);
      assert.match(headers['cache-control'], /no-store/, path);
      assert.doesNotMatch(text, /\bstyle="|<style|<script(?![^>]*\bsrc="\/assets\/)/i, path);
      assert.doesNotMatch(text, /(src|href|action)="(https?:)?\/\//i, path);
    }
  });

  it('a session cookie is for our own pages only, and a planted one is worth nothing', async () => {
    const visitor = new Visitor(house.address);
    visitor.cookies.set('meerzien', 'AAAAAAAAAAAAAAAAAAAAAA');
    const answer = await visitor.post('/sign-in', {
      email: 'ruud@waterlandaanzee.example',
      password: 'kijken naar zien',
      next: '',
    });
    const [cookie] = answer.headers['set-cookie'];
    assert.match(cookie, /HttpOnly/i);
    assert.match(cookie, /SameSite=Lax/i);
    assert.notEqual(visitor.cookies.get('meerzien'), 'AAAAAAAAAAAAAAAAAAAAAA');
    const before = visitor.cookies.get('meerzien');
    const old = new Visitor(house.address);
    old.cookies.set('meerzien', before);
    await visitor.post('/sign-out');
    assert.equal((await old.get('/home')).status, 303, 'after signing out the cookie is worth nothing');
  });

  it('ten megabytes of text get a sentence in the language of the reader', async () => {
    for (const [language, sentence] of [
      ['nl', /te (groot|lang|veel)/i],
      ['en', /too (large|long|big|much)/i],
    ]) {
      sanne.language = language;
      const answer = await sanne.post('/conversations/new', { held_on: '2027-03-03', coach: 'x'.repeat(10_000_000) });
      assert.equal(answer.status, 413);
      assert.match(answer.text, sentence);
    }
    sanne.language = 'nl';
  });

  it('no address leads to another site after signing in', async () => {
    for (const next of ['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)']) {
      const answer = await new Visitor(house.address).post('/sign-in', {
        email: 'ruud@waterlandaanzee.example',
        password: 'kijken naar zien',
        next,
      });
      assert.equal(answer.headers.location, '/home', next);
    }
  });

  it('odd addresses and odd methods get a page, never a failure of ours', async () => {
    for (const path of [
      '/conversations/not-a-uuid',
      '/conversations/%00',
      '/conversations/..%2f..%2fetc%2fpasswd',
      '/assets/../records.db',
      '/assets/%2e%2e/records.db',
      `/${'a'.repeat(4000)}`,
    ]) {
      const answer = await sanne.get(path);
      assert.ok([400, 404].includes(answer.status), `${path.slice(0, 60)}: ${answer.status}`);
    }
    for (const method of ['PUT', 'DELETE', 'PATCH', 'TRACE', 'PROPFIND']) {
      const answer = await sanne.send(method, '/home');
      assert.ok([404, 405].includes(answer.status), `${method}: ${answer.status}`);
    }
    const broken = await sanne.send('POST', '/conversations/new', {
      body: Buffer.from([0xff, 0xfe, 0x00]),
      headers: { 'content-type': 'application/json' },
    });
    assert.ok(broken.status >= 400 && broken.status < 500, String(broken.status));
  });

  it('a request that says two lengths is one request or none, and nothing rides along behind it', async () => {
    const form = 'host: x\r\nsec-fetch-site: same-origin\r\ncontent-type: application/x-www-form-urlencoded\r\n';
    const rider = 'GET /samenleer-wijzer HTTP/1.1\r\nhost: x\r\n\r\n';
    for (const [lengths, body] of [
      ['content-length: 100\r\ntransfer-encoding: chunked\r\n', '0\r\n\r\n'],
      ['content-length: 5\r\ncontent-length: 6\r\n', 'abcdef'],
      ['transfer-encoding: gzip, chunked, identity\r\n', '0\r\n\r\n'],
    ]) {
      const one = await line(house.address);
      one.socket.write(`POST /sign-in HTTP/1.1\r\n${form}${lengths}\r\n${body}${rider}`);
      await until('the connection is ended', () => one.ended);
      const answers = one.said.match(/HTTP\/1\.1 \d+/g) ?? [];
      assert.ok(answers.length <= 1 && !answers.includes('HTTP/1.1 200'), `${lengths}: ${answers}`);
    }
  });

  it('a field that comes twice is not taken for either', async () => {
    const once = { email: 'a@b.example', password: 'x', next: '' };
    assert.equal((await nobody.post('/sign-in', once)).status, 200);
    const twice = [...Object.entries(once), ['email', 'c@d.example']];
    assert.equal((await nobody.send('POST', '/sign-in', { form: twice })).status, 422);
    assert.equal((await nobody.get('/sign-in?next=/a&next=/b')).status, 400);
  });

  it('whoever is not signed in is sent to sign in, and comes back to where they were going', async () => {
    const answer = await nobody.get('/conversations/new');
    assert.equal(answer.headers.location, '/sign-in?next=/conversations/new');
    const page = await nobody.get(answer.headers.location);
    assert.match(page.text, /name="next" value="\/conversations\/new"/);
  });
});
