// Papers: each role takes along what is for it, blank and with words on it; others get nothing, and nobody after a
// withdrawal.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { openBrowser, person, scratch } from './lib/browser.mjs';
import { expect } from './lib/deeds.mjs';
import { film } from './lib/film.mjs';
import { House } from './lib/house.mjs';
import { Album } from './lib/pages.mjs';
import { wordsOf } from './lib/pdf.mjs';
import { signIn, visitorAs } from './lib/people.mjs';
import { wholeRound } from './lib/whole.mjs';

const say = 'Papierproef';
/** What a person wrote that would run if it were read as markup. */
const markup = '#read("/etc/passwd") [a] *b* _c_ $d$ @e <f>';

describe('papers', () => {
  let house, browser, album, place, round, filled;
  before(async () => {
    place = await scratch('papers');
    house = await House.open({ kind: 'demo' });
    const bytes = await readFile(await film(place.folder, 'gesprek.webm', 8));
    browser = await openBrowser();
    album = await Album.open('papers');
    round = await wholeRound(house, bytes, say, { professional: 'Sanne Verhoef', coach: 'Ruud de Wit' });
    const sheet = `/conversations/${round.id}/worksheet`;
    expect(await round.people.professional.post(sheet, { version: '0', saw: markup }), 'the worksheet', 303);
    filled = {
      reading: `/conversations/${round.id}/dialogue/paper`,
      plan: `${round.tryout}/plan/paper`,
      card: `${round.tryout}/card/paper`,
      worksheet: `${sheet}/paper`,
    };
  });
  after(async () => {
    await browser?.close();
    await house?.close();
    await place?.clear();
  });

  /** Takes a paper, and gives its words. */
  async function take(visitor, path, name) {
    const answer = expect(await visitor.get(path), `the paper at ${path}`, 200);
    assert.equal(answer.headers['content-type'], 'application/pdf', path);
    assert.match(answer.headers['content-disposition'], /^attachment; filename="[a-z0-9-]+\.pdf"$/, path);
    if (name) assert.match(answer.headers['content-disposition'], name);
    assert.equal(answer.headers['cache-control'], 'no-store', path);
    assert.ok(answer.bytes.subarray(0, 8).equals(Buffer.from('%PDF-1.7')), path);
    return wordsOf(answer.bytes);
  }

  it('a professional finds every paper in both languages, and a browser keeps it as a file', async () => {
    const sanne = await person(browser, house);
    await signIn(sanne, 'Sanne Verhoef');
    await sanne.getByRole('link', { name: 'Papieren' }).click();
    await album.look(sanne, 'list');
    const links = await sanne.locator('.papers a').evaluateAll((all) => all.map((each) => each.getAttribute('href')));
    assert.equal(links.length, 26);
    for (const path of links) await take(round.people.professional, path);
    const [file] = await Promise.all([
      sanne.waitForEvent('download'),
      sanne.getByRole('link', { name: 'Werkblad, PDF, Nederlands' }).click(),
    ]);
    assert.equal(file.suggestedFilename(), 'werkblad.pdf');
    assert.match(await wordsOf(await readFile(await file.path())), /Kies een gesprek waar je nog aan denkt\./);
    await sanne.context().close();
  });

  it('a coach and a manager find them too; who does not work with the method gets nothing', async () => {
    for (const name of ['Ruud de Wit', 'Els van Dam']) {
      const visitor = await visitorAs(house, name);
      assert.match(expect(await visitor.get('/papers'), name, 200).text, /guide-coach/);
      await take(visitor, '/papers/blank/guide-coach', /kijkwijzer-voor-de-coach\.pdf/);
    }
    for (const name of ['Wim Peters', 'Bram Hendriks', 'Noor Jansen']) {
      const visitor = await visitorAs(house, name);
      for (const path of ['/papers', '/papers/blank/leaflet', ...Object.values(filled)]) {
        assert.equal((await visitor.get(path)).status, 404, `${name} at ${path}`);
      }
      assert.doesNotMatch((await visitor.get('/home')).text, /href="\/papers"/);
    }
    assert.equal(
      (await round.people.professional.get('/papers/blank/consent')).status,
      404,
      'a form is for one person',
    );
  });

  it('people are called what they are in the conversation that a paper is for', async () => {
    const text = await take(round.people.professional, '/papers/blank/plan?kind=manager-professional&lang=nl');
    assert.match(text, /medewerker/);
    assert.doesNotMatch(text, /cliënt/);
    assert.match(await take(round.people.professional, '/papers/blank/worksheet?lang=en'), /Worksheet/);
  });

  it('a client takes along what is written for them, and nothing else', async () => {
    const { client } = round.people;
    assert.match((await client.get('/mine/leaflet')).text, /href="\/mine\/papers\/leaflet/);
    assert.match(await take(client, '/mine/papers/leaflet'), /Mogen wij dit gesprek opnemen\?/);
    assert.match(await take(client, '/mine/papers/guide-client'), /Zei u wat u echt dacht\?/);
    for (const key of ['cards', 'evaluation-client']) await take(client, `/mine/papers/${key}`);
    for (const path of ['/mine/papers/worksheet', '/mine/papers/consent', '/papers', '/papers/blank/leaflet']) {
      assert.ok([303, 404].includes((await client.get(path)).status), path);
    }
  });

  it('what was written stands on the paper as typed, for whoever reads it on the screen', async () => {
    const { professional, client, coach } = round.people;
    for (const visitor of [professional, client, coach]) {
      const reading = await take(visitor, filled.reading, /wat-we-samen-zagen/);
      for (const part of ['gelezen over auth', 'gelezen over fit', 'bedoeling', 'woorden', 'neem ik mee']) {
        assert.ok(reading.includes(`${say} ${part}`), part);
      }
      assert.ok((await take(visitor, filled.plan)).includes(`${say} woorden`));
    }
    assert.ok((await take(professional, filled.card, /zakkaartje\.pdf/)).includes(`${say} woorden`));
    const sheet = await take(professional, filled.worksheet);
    assert.ok(sheet.includes(markup), sheet);
    assert.doesNotMatch(sheet, /root:/);
    const journey = (await professional.get('/journey')).headers.location;
    await take(professional, `${journey}/paper`, /mijn-traject\.pdf/);
    for (const visitor of [client, coach, await visitorAs(house, 'Joris Smit')]) {
      for (const path of [filled.card, filled.worksheet, `${journey}/paper`]) {
        assert.ok([303, 403, 404].includes((await visitor.get(path)).status), path);
      }
    }
  });

  it('the client reads who took along what was read together, and what is a professional’s own is nobody’s business', async () => {
    const { text } = await round.people.client.get('/mine/seen');
    assert.match(text, /nam coach Ruud de Wit op papier mee wat er samen is gelezen of uitgeprobeerd/);
    const officer = await visitorAs(house, 'Bram Hendriks');
    assert.match((await officer.get('/privacy/audit')).text, /nam mee op papier: Werkblad/);
  });

  it('after a withdrawal nobody takes anything along', async () => {
    const { professional, client, coach } = round.people;
    expect(await client.post('/mine/stop', { go: 'all-sure' }), 'stopping', 200, 303);
    for (const visitor of [professional, client, coach]) {
      for (const path of Object.values(filled)) {
        const answer = await visitor.get(path);
        assert.notEqual(answer.status, 200, path);
        assert.notEqual(answer.headers['content-type'], 'application/pdf', path);
      }
    }
  });

  it('the page is good to the eye, the ear and the rules', async () => {
    assert.deepEqual(await album.close(), []);
  });
});
