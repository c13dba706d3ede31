// The client's way in, attacked: a link that was shut, codes that are guessed, a device that was lost.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { bothSayYes, clientLink, enter, expect } from '../lib/deeds.mjs';
import { House } from '../lib/house.mjs';
import { visitorAs } from '../lib/people.mjs';
import { freshConversation } from '../lib/seed.mjs';
import { Visitor } from '../lib/visitor.mjs';

const rest = 3;
const wrong = 'AAAA-AAAA';
const uuid = /[0-9a-f-]{36}/;

describe('the way in of a client', () => {
  let house, professional, officer;
  before(async () => {
    house = await House.open({ kind: 'demo', env: { MEERZIEN_CLIENT_REST: String(rest) } });
    professional = await visitorAs(house, 'Sanne Verhoef');
    officer = await visitorAs(house, 'Bram Hendriks');
  });
  after(() => house?.close());

  /** A client with a link and a code of their own. */
  async function client() {
    const id = await freshConversation(house, professional);
    return { id, ...(await bothSayYes(house, professional, id, 'Linde')) };
  }

  /** What a stranger sees who tries one code on a link, time after time; without the address of the link itself. */
  async function guesses(link, code, times) {
    const stranger = new Visitor(house.address);
    const seen = [];
    for (let n = 0; n < times; n += 1) {
      const { status, text } = n === 0 ? await stranger.get(link) : await stranger.post(link, { code });
      seen.push(`${status} ${text.replaceAll(link, '')}`);
    }
    return seen;
  }

  it('a link that never was, one that was renewed and one that was shut look like one with a wrong code', async () => {
    const [good, renewed, shut] = [await client(), await client(), await client()];
    await clientLink(professional, renewed.id);
    expect(await professional.post(`/conversations/${shut.id}/client-link/shut`), 'shut', 303);
    const usual = await guesses(good.paper.link, wrong, 8);
    assert.ok(
      usual.at(-1).startsWith('429') && usual[1].startsWith('422'),
      usual.map((each) => each.slice(0, 3)),
    );
    const never = `/c/${'0'.repeat(32)}`;
    for (const [link, code] of [
      [never, wrong],
      [renewed.paper.link, renewed.paper.code],
      [shut.paper.link, shut.paper.code],
    ]) {
      assert.deepEqual(await guesses(link, code, 8), usual, link);
    }
  });

  it('a wrong code takes as long at a link that never was', async () => {
    const { paper } = await client();
    const took = async (link) => {
      const begun = performance.now();
      await new Visitor(house.address).post(link, { code: wrong });
      return performance.now() - begun;
    };
    const times = { there: [], never: [] };
    for (let n = 0; n < 4; n += 1) {
      times.there.push(await took(paper.link));
      times.never.push(await took(`/c/${'1'.repeat(32)}`));
    }
    const [there, never] = [Math.min(...times.there), Math.min(...times.never)];
    assert.ok(never > there / 3 && there > never / 3, `${there} ms and ${never} ms`);
  });

  it('guesses of a stranger keep the client out on a new device for a while, and not on a known one', async () => {
    const { paper, client: known } = await client();
    assert.equal((await guesses(paper.link, wrong, 8)).at(-1).slice(0, 3), '429');
    expect(await new Visitor(house.address).post(paper.link, { code: paper.code }), 'a new device waits', 429);
    expect(await known.post(paper.link, { code: paper.code }), 'a known one does not', 303);
    const { text } = expect(await known.get('/mine/seen'), 'who looked', 200);
    assert.match(text, /te vaak een verkeerde code in bij uw link/);
  });

  it('a known device opens nothing without the code, guesses as seldom as anyone, and comes back with it', async () => {
    const { client: phone, paper } = await client();
    const lost = new Visitor(house.address);
    lost.cookies.set('device', phone.cookies.get('device'));
    for (const path of ['/mine', '/mine/seen', '/mine/agreed', '/mine/link']) {
      const { status, headers } = await lost.get(path);
      assert.equal(`${status} ${headers.location}`, `303 /mine/again?next=${path}`);
    }
    assert.equal((await lost.post('/mine/stop', { go: 'all-sure' })).status, 401);
    for (let n = 0; n < 5; n += 1) await lost.post('/mine/again', { code: wrong });
    assert.equal((await lost.post('/mine/again', { code: paper.code })).status, 429);
    const other = new Visitor(house.address);
    expect(await other.post(paper.link, { code: paper.code }), 'another device comes in', 303);
    const next = { code: paper.code, next: '//elders.example/' };
    expect(await other.post('/mine/again', next), 'again', 303);
    assert.equal((await other.post('/mine/again', next)).headers.location, '/mine', 'and is sent nowhere else');
  });

  it('a session ends by itself after a rest, and not while it is used', async () => {
    const { client: phone } = await client();
    for (let n = 0; n < 5; n += 1) {
      await pause((rest * 1000) / 4);
      expect(await phone.get('/mine'), 'in use', 200);
    }
    await pause(rest * 1000 + 500);
    assert.equal((await phone.get('/mine')).status, 303);
    const script = await phone.get('/mine', { headers: { accept: 'application/json' } });
    assert.equal(`${script.status} ${JSON.parse(script.text).refusal}`, '401 refusal-code-again');
  });

  it('who takes a device away ends it at once, and nobody takes away what is not theirs', async () => {
    const { client: desk, paper } = await client();
    const phone = await enter(house, paper);
    const ids = async (visitor) => [
      ...(await visitor.get('/mine/link')).text.matchAll(/name="id" value="([0-9a-f]{64})"/g),
    ];
    const [[, id]] = await ids(desk);
    const stranger = await client();
    assert.equal((await stranger.client.post('/mine/link/device', { id })).status, 404);
    expect(await phone.get('/mine'), 'still in', 200);
    expect(await desk.post('/mine/link/device', { id }), 'ended', 303);
    const cookie = phone.cookies.get('device');
    assert.equal((await phone.get('/mine')).status, 303);
    assert.equal((await phone.post('/mine/again', { code: paper.code })).status, 422, 'it is not known any more');
    assert.ok(cookie && !(await ids(desk)).length);
  });

  it('nothing that keeps others out is done with an open phone alone: the code is asked once more', async () => {
    const { client: phone, paper } = await client();
    for (const deed of ['code', 'link', 'shut']) {
      assert.equal((await phone.post(`/mine/link/${deed}`, { code: wrong })).status, 422, deed);
    }
    await enter(house, paper);
    const { text } = expect(await phone.post('/mine/link/link', { code: paper.code }), 'a new link', 200);
    assert.match(text, /paper__code/);
    await assert.rejects(enter(house, paper), /422/);
    assert.equal((await phone.get('/mine')).status, 303, 'the session went with it');
  });

  it('shut by the client, it is shut everywhere until the professional gives a new one', async () => {
    const { id, client: phone, paper } = await client();
    const tablet = await enter(house, paper);
    expect(await phone.post('/mine/link/shut', { code: paper.code }), 'shut', 200);
    for (const device of [phone, tablet]) {
      assert.equal((await device.get('/mine')).status, 303);
      assert.equal((await device.post('/mine/again', { code: paper.code })).status, 422);
    }
    await assert.rejects(enter(house, paper), /422/);
    const again = await enter(house, await clientLink(professional, id));
    expect(await again.get('/mine'), 'in again', 200);
  });

  it('a privacy officer gives a code, which opens nothing without the link that only the client has', async () => {
    const { id, paper } = await client();
    const page = expect(await officer.get(`/register/${id}`), 'the register', 200).text;
    const [, who] = page.match(/name="who" value="([0-9a-f-]{36})"/);
    const { text } = expect(await officer.post(`/register/${id}/link`, { who, go: 'code' }), 'a code', 200);
    const [, code] = text.match(/paper__code">([^<]+)</);
    assert.ok(!text.includes('/c/'), 'there is no link on the page');
    await assert.rejects(enter(house, paper), /422/);
    await enter(house, { link: paper.link, code });
    for (const who of ['Wim Peters', 'Els van Dam', 'Ruud de Wit']) {
      const other = await visitorAs(house, who);
      assert.equal((await other.post(`/register/${id}/link`, { who: `${uuid}`, go: 'shut' })).status, 404, who);
    }
    expect(await officer.post(`/register/${id}/link`, { who, go: 'shut' }), 'shut', 303);
    await assert.rejects(enter(house, { link: paper.link, code }), /422/);
  });
});
