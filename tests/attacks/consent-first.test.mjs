// Consent cannot be come round: nobody says yes for another, whoever came along sees nothing, a paper is what it is, a
// refusal is nowhere, and a text cannot be passed off as another's.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { scratch } from '../lib/browser.mjs';
import { bothSayYes, clientLink, enter, expect, ownYes, paperOn } from '../lib/deeds.mjs';
import { film } from '../lib/film.mjs';
import { House } from '../lib/house.mjs';
import { addCompanion, clientOf, filePaper, photo } from '../lib/paper.mjs';
import { visitorAs } from '../lib/people.mjs';
import { disguises, searchPlaintext } from '../lib/sealed.mjs';
import { freshConversation } from '../lib/seed.mjs';
import { addresses, wholeRound } from '../lib/whole.mjs';

const secret = 'Onvervangbare zin';
const forged = '0190a1b2-0000-7000-8000-000000000000';
const others = ['Ruud de Wit', 'Sanne Verhoef', 'Els van Dam', 'Bram Hendriks', 'Noor Jansen', 'Wim Peters'];

describe('consent', () => {
  let house, place, bytes, desk;
  before(async () => {
    place = await scratch('consent-attacks');
    bytes = await readFile(await film(place.folder, 'gesprek.webm', 8));
    house = await House.open({ kind: 'demo' });
    desk = await visitorAs(house, 'Joris Smit');
  });
  after(async () => {
    await house?.close();
    await place?.clear();
  });

  const fresh = () => freshConversation(house, desk, 'Ruud de Wit');
  const comeIn = async (id, who) => {
    const { text } = expect(await desk.post(`/conversations/${id}/beside/${who}/link`), 'their link', 200);
    return enter(house, paperOn(text));
  };

  it('whoever came along reads nothing of a conversation, at no address, whatever they said yes to', async () => {
    const round = await wholeRound(house, bytes, secret);
    const { professional } = round.people;
    const all = await addresses(round);
    const who = await addCompanion(professional, round.id);
    const link = await professional.post(`/conversations/${round.id}/beside/${who}/link`);
    const them = await enter(house, paperOn(expect(link, 'their link', 200).text));
    const look = async (when) => {
      for (const path of all) {
        const { status, text } = await them.get(path);
        assert.ok(status < 500, `${when} ${path}: ${status}`);
        assert.ok(!text.includes(secret), `${when}: something can be read at ${path}`);
        if (path.startsWith('/media/')) assert.ok([403, 404].includes(status), `${when} ${path}: ${status}`);
      }
    };
    await look('before a yes');
    // Without their yes the coach sees nothing any more either.
    const film = all.find((path) => path.startsWith('/media/'));
    assert.equal((await round.people.coach.get(film)).status, 403);
    const form = { at: '7', go: 'next', yes: 'look', name: '' };
    expect(await them.post('/mine/consent', form), 'their yes', 200);
    await look('after a yes');
    assert.ok([200, 206].includes((await round.people.coach.get(film)).status));
  });

  it('nobody but the professional adds, hands over, prints or files, and only in their own conversation', async () => {
    const id = await fresh();
    const elsewhere = await fresh();
    const who = await addCompanion(desk, id);
    const client = await clientOf(desk, id);
    for (const name of others) {
      const visitor = await visitorAs(house, name);
      for (const path of [
        'beside',
        `beside/${who}/link`,
        `beside/${who}/remove`,
        `paper/${client}/print`,
        'handover',
      ]) {
        const { status } = await visitor.post(`/conversations/${id}/${path}`, {
          what: 'close',
          for: 'consent',
          pin: '2468',
          who,
        });
        assert.ok([403, 404].includes(status), `${name} at ${path}: ${status}`);
      }
      const { status } = await filePaper(visitor, id, client);
      assert.ok([403, 404].includes(status), `${name} files: ${status}`);
    }
    // One's own conversation gives no power over people in another.
    for (const strange of [who, client, forged, 'x']) {
      for (const path of [`beside/${strange}/link`, `beside/${strange}/remove`, `paper/${strange}/print`]) {
        assert.equal((await desk.post(`/conversations/${elsewhere}/${path}`)).status, 404, path);
      }
      assert.equal((await filePaper(desk, elsewhere, strange)).status, 404);
      const handed = await desk.post(`/conversations/${elsewhere}/handover`, {
        for: 'consent',
        pin: '2468',
        who: strange,
      });
      assert.equal(handed.status, 404);
    }
    assert.equal((await desk.get(`/conversations/${id}/recording`)).status, 403, 'nothing of it counted as a yes');
  });

  it('a paper is a picture or a PDF by what it is, of a size that fits, or it is not taken', async () => {
    const id = await fresh();
    await ownYes(desk, id);
    const client = await clientOf(desk, id);
    const bad = {
      'a page': Buffer.from('<!doctype html><script>alert(1)</script>'),
      'a drawing that runs': Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
      nothing: Buffer.alloc(0),
      'a film': bytes,
    };
    for (const [what, file] of Object.entries(bad)) {
      assert.equal((await filePaper(desk, id, client, { file })).status, 422, what);
    }
    const large = Buffer.concat([photo, Buffer.alloc(15 << 20)]);
    assert.ok([413, 422].includes((await filePaper(desk, id, client, { file: large })).status));
    assert.equal((await filePaper(desk, id, client, { name: '123' })).status, 422, 'nobody becomes a number');
    assert.equal((await desk.get(`/conversations/${id}/recording`)).status, 403, 'none of it was a yes');
    const marked = Buffer.concat([photo, Buffer.from('HANDTEKENING-VAN-ZWALUW')]);
    assert.equal((await filePaper(desk, id, client, { file: marked })).status, 303);
    assert.equal((await desk.get(`/conversations/${id}/recording`)).status, 200);
    const { found } = await searchPlaintext([house.data, house.tmp, house.log], disguises('HANDTEKENING-VAN-ZWALUW'));
    assert.deepEqual(found, [], 'the photo lies nowhere unsealed');
    const foreign = await desk.send('POST', `/conversations/${id}/paper/${client}`, {
      body: 'x',
      headers: {
        'sec-fetch-site': 'cross-site',
        origin: 'https://elders.example',
        'content-type': 'multipart/form-data; boundary=x',
      },
    });
    assert.equal(foreign.status, 403);
  });

  it('a no is on no page and in no log, on screen, by link, on paper, and of who came along', async () => {
    const id = await fresh();
    await ownYes(desk, id);
    const client = await enter(house, await clientLink(desk, id));
    const who = await addCompanion(desk, id);
    const them = await comeIn(id, who);
    const pages = async () => {
      const paths = [`/conversations/${id}`, `/conversations/${id}/consent`, `/conversations/${id}/beside`];
      const seen = await Promise.all([...paths.map((path) => desk.get(path)), client.get('/mine/seen')]);
      return seen.map(({ text }) => text);
    };
    const before = [await pages(), await readFile(house.log, 'utf8')];
    for (const visitor of [client, them]) {
      expect(await visitor.post('/mine/consent', { at: '1', go: 'no' }), 'no', 200);
      expect(await visitor.post('/mine/consent', { at: '7', go: 'next', yes: 'research', name: 'Roos' }), 'no', 200);
    }
    const paper = await filePaper(desk, id, await clientOf(desk, id), { yes: ['story'], file: Buffer.alloc(0) });
    expect(paper, 'a no on paper', 303);
    assert.deepEqual(await pages(), before[0]);
    assert.equal(await readFile(house.log, 'utf8'), before[1]);
  });

  it('what somebody read is shown in their own conversation only', async () => {
    const id = await fresh();
    const { client } = await bothSayYes(house, desk, id, 'Roos');
    const version = (await client.get('/mine/agreed')).text.match(/\/texts\/([0-9a-f]{64})/)[1];
    const path = `/conversations/${id}/texts/${version}`;
    const officer = [await visitorAs(house, 'Bram Hendriks'), path.replace('/conversations', '/register')];
    for (const [visitor, at] of [[client, path], [desk, path], officer]) {
      assert.match(expect(await visitor.get(at), 'the text', 200).text, /Mogen wij dit gesprek opnemen/);
    }
    for (const name of ['Sanne Verhoef', 'Els van Dam', 'Wim Peters', 'Bram Hendriks']) {
      assert.equal((await (await visitorAs(house, name)).get(path)).status, 404, name);
    }
    for (const odd of [`/conversations/${await fresh()}/texts/${version}`, path.replace(version, '0'.repeat(64))]) {
      assert.equal((await desk.get(odd)).status, 404);
    }
  });
});
