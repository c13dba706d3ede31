// What every answer tells the browser: pages, files, films, calendars, errors, redirects, live sockets, behind every
// door that can be got. And what it tells nobody: what runs here.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { behindTheDoors } from '../lib/behind-doors.mjs';
import { scratch } from '../lib/browser.mjs';
import { doors } from '../lib/doors.mjs';
import { film } from '../lib/film.mjs';
import { House } from '../lib/house.mjs';
import { demoPassword } from '../lib/people.mjs';
import { addressOf } from '../lib/routes.mjs';
import { head, line, until } from '../lib/slowly.mjs';
import { admitted, table } from '../lib/table.mjs';
import { Visitor } from '../lib/visitor.mjs';

const always = {
  'x-content-type-options': /^nosniff$/,
  'referrer-policy': /^same-origin$/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^same-origin$/,
  'permissions-policy': /camera=\(self\).*geolocation=\(\)/,
  'strict-transport-security': /^max-age=(?:[4-9]\d{7}|\d{9,}|3[2-9]\d{6}); includeSubDomains$/,
};
// What a visitor needs to hear, and nothing about who says it.
const silent = /^(server|x-powered-by|via|x-.*version|access-control-.*)$/;
const products = /axum|hyper|tokio|tower|rust|meerzien\/|sqlite|postgres|ffmpeg/i;

// What holds random signs or the name of a file.
const theirs = ['content-disposition', 'etag', 'set-cookie'];

/** All that is wrong with the headers of one answer. */
function wrong({ status, headers, bytes }, path) {
  const found = [];
  const miss = (what) => found.push(`${path} (${status}): ${what}`);
  for (const [name, value] of Object.entries(always)) {
    if (!value.test(headers[name] ?? '')) miss(`${name}: ${headers[name]}`);
  }
  const policy = headers['content-security-policy'] ?? '';
  for (const part of ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'"]) {
    if (!policy.includes(part)) miss(`policy without ${part}`);
  }
  if (/unsafe|\*|https?:/.test(policy)) miss(`policy ${policy}`);
  const kept = path.startsWith('/assets/') && [200, 304].includes(status) ? /^no-cache$/ : /^no-store$/;
  if (!kept.test(headers['cache-control'] ?? '')) miss(`cache-control: ${headers['cache-control']}`);
  const kind = headers['content-type'] ?? '';
  if (bytes?.length > 0 && !kind) miss('a body without a kind');
  if (/^(text\/|.*xml|.*javascript)/.test(kind) && !/; charset=utf-8$/i.test(kind))
    miss(`kind without charset: ${kind}`);
  for (const [name, value] of Object.entries(headers)) {
    if (silent.test(name)) miss(`${name}: ${value}`);
    if (!theirs.includes(name) && products.test(value)) {
      miss(`${name} tells what runs here: ${value}`);
    }
  }
  for (const cookie of headers['set-cookie'] ?? []) {
    if (!/^__Host-[a-z]+=/.test(cookie)) miss(`cookie is not held to this host: ${cookie}`);
    for (const part of [/; Secure/i, /; HttpOnly/i, /; SameSite=(Lax|Strict)/i, /; Path=\/(;|$)/i]) {
      if (!part.test(cookie)) miss(`cookie without ${part}: ${cookie}`);
    }
    if (/; Domain=/i.test(cookie)) miss(`cookie for more hosts: ${cookie}`);
    if (cookie.length > 300) miss(`cookie of ${cookie.length} bytes`);
  }
  return found;
}

describe('the headers of every answer', () => {
  let house, seed, place;
  before(async () => {
    place = await scratch('headers');
    const bytes = await readFile(await film(place.folder, 'gesprek.webm', 8));
    // As people reach it by https, through a proxy.
    house = await House.open({ kind: 'demo', env: { MEERZIEN_HTTPS: 'true' } });
    seed = await behindTheDoors(house, bytes);
  });
  after(async () => {
    await house?.close();
    await place?.clear();
  });

  it('are there behind every door, open or shut', async () => {
    const lines = table();
    const found = [];
    let tried = 0;
    for (const [door, row] of Object.entries(doors)) {
      if (!/^(GET|HEAD|OPTIONS) /.test(door) || row.live) continue;
      const path = addressOf(seed, door, row.with);
      const inside = (row.only ?? admitted(lines[door].who, row.maker))[0];
      for (const who of new Set([inside ?? 'professional', 'nobody', 'stranger'])) {
        const answer = await seed.people[who].send(door.split(' ')[0], path, row.send);
        assert.ok(answer.status < 500, `${door} ${answer.status}`);
        found.push(...wrong(answer, path));
        tried += 1;
      }
    }
    assert.ok(tried > 200, `only ${tried} answers`);
    assert.deepEqual(found, []);
  });

  it('are there on whatever else is answered', async () => {
    const { professional, nobody } = seed.people;
    const media = `/media/${seed.object}`;
    const film = await professional.get(media);
    const asset = await nobody.get('/assets/app.css');
    const answers = {
      'the film': [media, 200, film],
      'a part of it': [media, 206, await professional.get(media, { headers: { range: 'bytes=0-9' } })],
      'no part of it': [media, 416, await professional.get(media, { headers: { range: 'bytes=99999999999-' } })],
      'known already': [media, 304, await professional.get(media, { headers: { 'if-none-match': film.headers.etag } })],
      'a file that is known': [
        '/assets/app.css',
        304,
        await nobody.get('/assets/app.css', { headers: { 'if-none-match': asset.headers.etag } }),
      ],
      'a file that is not there': ['/assets/nothing.css', 404, await nobody.get('/assets/nothing.css')],
      nowhere: ['/nowhere', 404, await nobody.get('/nowhere')],
      'in JSON': ['/nowhere', 404, await nobody.get('/nowhere', { headers: { accept: 'application/json' } })],
      'another method': ['/home', 404, await professional.send('DELETE', '/home')],
      'a trace': ['/', 404, await nobody.send('TRACE', '/')],
      'from elsewhere': [
        '/sign-in',
        403,
        await nobody.post('/sign-in', {}, { headers: { 'sec-fetch-site': 'cross-site' } }),
      ],
      'no form': ['/sign-in', 415, await nobody.send('POST', '/sign-in', { body: 'x' })],
      'too much': ['/sign-in', 413, await nobody.post('/sign-in', { email: 'x'.repeat(2 << 20), password: 'x' })],
      'too long an address': [`/${'a'.repeat(9_000)}`, 414, await nobody.get(`/${'a'.repeat(9_000)}`)],
      'signing in': [
        '/sign-in',
        303,
        await new Visitor(house.address).post('/sign-in', {
          email: 'ruud@waterlandaanzee.example',
          password: demoPassword,
          next: '',
        }),
      ],
      'a choice': ['/choices', 303, await nobody.post('/choices', { lang: 'en', theme: 'dark', back: '/' })],
      'an upload elsewhere': ['/tus', 404, await professional.send('POST', '/tus')],
    };
    const found = [];
    for (const [what, [path, status, answer]] of Object.entries(answers)) {
      if (answer.status !== status) found.push(`${what}: ${answer.status} and not ${status}`);
      found.push(...wrong(answer, path.slice(0, 60)));
    }
    assert.deepEqual(found, []);
    const left = await nobody.post('/sign-out');
    assert.equal(left.headers['clear-site-data'], '"cache"', 'who leaves takes the pages along');
    assert.deepEqual(wrong(left, '/sign-out'), []);
    assert.equal(answers['a choice'][2].headers['set-cookie'].length, 2, 'a language and a theme');
    assert.equal(answers['signing in'][2].headers['set-cookie'].length, 2, 'a session and a known browser');
    assert.match((await nobody.get('/')).text, /lang="en"/, 'the choice is remembered by its new name');
    assert.match(film.headers['content-security-policy'], /sandbox/, 'a film by itself runs nothing');
  });

  it('are there on a live socket, and nothing else is told before a head was read', async () => {
    const { professional } = seed.people;
    const upgrade = {
      connection: 'upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': Buffer.alloc(16).toString('base64'),
    };
    for (const [text, status] of [
      [`${head(professional, 'GET', `/conversations/${seed.id}/live`, upgrade)}\r\n`, '101'],
      ['no request\r\n\r\n', '400'],
      [`GET / HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(200_000)}\r\n\r\n`, '431'],
    ]) {
      const one = await line(house.address);
      one.socket.write(text);
      await until('an answer', () => one.said.includes('\r\n\r\n') || one.ended);
      one.socket.destroy();
      const [first, ...rest] = one.said.split('\r\n\r\n')[0].split('\r\n');
      const headers = Object.fromEntries(rest.map((each) => each.split(/: (.*)/).slice(0, 2)));
      assert.match(first, new RegExp(`^HTTP/1.1 ${status}`));
      if (status === '101') assert.deepEqual(wrong({ status: 101, headers }, '/live'), []);
      assert.deepEqual(
        Object.keys(headers).filter((name) => silent.test(name)),
        [],
      );
    }
  });

  it('the judge finds what is wrong', () => {
    const bare = { server: 'hyper/1', 'set-cookie': ['a=b; Domain=x'], 'content-type': 'text/html' };
    const found = wrong({ status: 200, headers: bare, bytes: Buffer.alloc(1) }, '/').join('\n');
    const faults = [...Object.keys(always), 'policy without', 'cache-control', 'without charset', 'server', 'held to'];
    for (const fault of [...faults, 'Secure', 'HttpOnly', 'SameSite', 'more hosts', 'what runs here']) {
      assert.ok(found.includes(fault), fault);
    }
  });
});
