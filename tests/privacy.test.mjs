// The privacy officer's place, walked as the privacy officer: what waits, the register of processing, consents as facts,
// endings with their proof, the log, who saw what, and a beginning of a DPIA. And that nobody else has a road to it.
import assert from 'node:assert/strict';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { openBrowser, person, scratch } from './lib/browser.mjs';
import { beginLook, expect } from './lib/deeds.mjs';
import { film } from './lib/film.mjs';
import { House } from './lib/house.mjs';
import { Album } from './lib/pages.mjs';
import { signIn, visitorAs } from './lib/people.mjs';
import { watchable } from './lib/whole.mjs';

const codeName = 'Vlinderstruik';
const day = (n = 0) => new Date(Date.now() + n * 864e5).toISOString().slice(0, 10);

/** Fields of a CSV file, line by line. */
function rows(text) {
  const cells = (line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, a, b]) => a ?? b);
  return text.replace('\u{feff}', '').trim().split('\r\n').map(cells);
}

describe('the privacy officer', () => {
  let house, browser, album, place, bytes, bram, officer, round, stopped;
  before(async () => {
    house = await House.open({ kind: 'demo' });
    browser = await openBrowser();
    place = await scratch('privacy');
    album = await Album.open('privacy');
    bytes = await readFile(await film(place.folder, 'gesprek.webm', 8));
    round = await watchable(house, bytes, codeName);
    const look = await beginLook(round.people.coach, round.id);
    const { text } = expect(await round.people.coach.get(`/looks/${look}`), 'the coach looks', 200);
    expect(await round.people.coach.get(text.match(/\/media\/[0-9a-f-]{36}/)[0]), 'and watches', 200);
    stopped = await watchable(house, bytes, codeName);
    expect(await stopped.people.client.post('/mine/stop', { go: 'all-sure' }), 'the client stops', 200, 303);
    officer = await visitorAs(house, 'Bram Hendriks');
    bram = await person(browser, house);
    await signIn(bram, 'Bram Hendriks');
  });
  after(async () => {
    await browser?.close();
    await house?.close();
    await place?.clear();
  });

  const go = (name) => bram.locator('.privacy-nav').getByRole('link', { name, exact: true }).click();

  it('sees what waits, and gets everywhere from there', async () => {
    await bram.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link', { name: 'Privacy' }).click();
    await bram.getByRole('heading', { level: 1, name: 'Privacy' }).waitFor();
    await bram.getByText('is de grondslag nog niet gekozen').first().waitFor();
    await bram.getByText('Een maatregel staat open: Er zijn geen accounts van de demo').first().waitFor();
    await album.look(bram, 'overview');
    for (const name of ['Register', 'Register van verwerkingen', 'Termijnen en bewijs', 'Wie zag wat']) {
      await go(name);
      await bram.getByRole('heading', { level: 1, name, exact: true }).waitFor();
      assert.equal(await bram.locator('.privacy-nav [aria-current=page]').innerText(), name);
    }
  });

  it('chooses a ground per purpose, and takes the register of processing along', async () => {
    await bram.goto('/privacy/processing');
    await album.look(bram, 'processing');
    await bram.getByLabel('Kies de grondslag opnemen en terugkijken').selectOption('public-task');
    await bram.getByLabel('Kies de grondslag onderzoek').selectOption('consent');
    await bram.getByRole('button', { name: 'Leg vast' }).click();
    await bram.getByText('taak van algemeen belang of openbaar gezag (AVG art. 6, lid 1, e), sinds').waitFor();
    const csv = expect(await officer.get('/privacy/processing.csv'), 'csv', 200);
    assert.match(csv.headers['content-disposition'], /attachment; filename="meerzien-verwerkingen-.*\.csv"/);
    const lines = rows(csv.text);
    assert.ok(
      lines.length === 8 && lines.every((line) => line.length === 6),
      JSON.stringify(lines.map((l) => l.length)),
    );
    assert.match(lines[1][1], /^taak van algemeen belang/);
    const json = JSON.parse(expect(await officer.get('/privacy/processing.json'), 'json', 200).text);
    assert.equal(json.organisation, 'Gemeente Waterland aan Zee');
    assert.equal(json.processing.find(({ purpose }) => purpose === 'look').legalBasis, 'public-task');
    assert.equal(json.processing.find(({ purpose }) => purpose === 'story').legalBasis, null);
    assert.ok(json.terms.retentionMonths > 0 && json.terms.secondYesDays > 0);
    const measures = Object.fromEntries(json.measures.map(({ measure, standing }) => [measure, standing]));
    assert.deepEqual(
      [measures['log-locked'], measures['log-kept'], measures.sweep, measures['no-demo'], measures.https],
      ['holds', 'holds', 'holds', 'open', 'open'],
    );
    assert.ok(!json.processing.some(({ purpose }) => purpose === 'mail'), 'no mail is sent here');
  });

  it('finds consents by how they stand and by id, and never a name that a client chose', async () => {
    await bram.goto('/register');
    await bram.getByLabel('Hoe het staat').selectOption('ended');
    await bram.getByRole('button', { name: 'Zoek' }).click();
    assert.ok((await bram.content()).includes(stopped.id) && !(await bram.content()).includes(round.id));
    await album.look(bram, 'register-ended');
    await bram.getByRole('link', { name: 'Toon alle dagen' }).click();
    await bram.getByLabel('Kenmerk').fill(round.id);
    await bram.getByRole('button', { name: 'Zoek' }).click();
    assert.ok((await bram.content()).includes(round.id) && !(await bram.content()).includes(stopped.id));
    await bram.goto(`/register/${stopped.id}`);
    await bram.getByText('de sleutel is weg, het merkteken dat hij nooit terugkomt staat er').waitFor();
    await album.look(bram, 'registered-ended');
  });

  it('sees what ends, that the rounds run, and the proof of what ended, looked at now', async () => {
    await bram.goto('/privacy/endings');
    await bram.getByText('Dat doet het elke minuut').waitFor();
    await bram.getByText('niets meer over').first().waitFor();
    assert.equal(await bram.getByText('nog niet weg', { exact: true }).count(), 0);
    await album.look(bram, 'endings');
    // A backup that brings a file back is found out at the next look.
    const folder = join(house.data, 'vault', stopped.id, 'teruggekomen');
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, '000000000000'), 'terug');
    await bram.reload();
    await bram.getByText('1 bestanden en 0 soorten regels over').waitFor();
    await album.look(bram, 'endings-open');
    await rm(join(house.data, 'vault', stopped.id), { recursive: true });
    await bram.reload();
    await bram.getByText('niets meer over').first().waitFor();
  });

  it('reads who saw what between two days, sorts it, takes it along, and leaves a line by that', async () => {
    await bram.goto('/privacy/breach');
    await album.look(bram, 'breach');
    await bram.getByLabel('Van', { exact: true }).fill(day(1));
    await bram.getByLabel('Tot en met').fill(day());
    await bram.getByRole('button', { name: 'Toon' }).click();
    await bram.getByText('Kies twee dagen, de eerste niet na de laatste.').waitFor();
    await bram.getByLabel('Van', { exact: true }).fill(day(-1));
    await bram.getByLabel('Tot en met').fill(day(1));
    await bram.getByRole('button', { name: 'Toon' }).click();
    await bram.getByRole('cell', { name: 'opende: de eigen kijkronde' }).first().waitFor();
    await album.look(bram, 'breach-found');
    await bram.getByRole('columnheader', { name: 'Wie' }).getByRole('link').click();
    const who = await bram.locator('tbody th').allInnerTexts();
    assert.deepEqual(
      who,
      [...who].sort((a, b) => (a < b ? -1 : 1)),
      'sorted by who',
    );
    assert.ok(who.length > 5 && who.includes('Ineke Bos'));

    const between = { from: day(-1), until: day(1), what: '' };
    const taken = expect(await officer.post('/privacy/breach/file', between), 'the file', 200);
    assert.match(taken.headers['content-disposition'], /attachment; filename="meerzien-wie-zag-wat-/);
    const lines = rows(taken.text);
    const coach = lines.find((line) => line[2] === 'Ineke Bos' && line[5] === round.id);
    assert.ok(coach, 'that the coach looked stands in it');
    assert.ok(!Number.isNaN(Date.parse(coach[1])), coach[1]);
    const watched = lines.filter((line) => line[2] === 'Ineke Bos' && line[5] === round.id).map((line) => line[4]);
    assert.ok(
      watched.some((seconds) => Number(seconds) > 0),
      `how long the coach watched: ${watched}`,
    );
    assert.ok(!taken.text.includes(codeName), 'no name that a client chose');
    expect(await officer.post('/privacy/breach/file', { ...between, from: 'ooit' }), 'no day', 422);
    await bram.goto('/privacy/audit');
    await bram.getByText('nam mee wie wat zag').first().waitFor();
    await bram.getByText('las wie wat zag').first().waitFor();
    await bram.getByText('regels kloppen en sluiten op elkaar aan').waitFor();
    await album.look(bram, 'audit');
    await bram.getByRole('link', { name: 'Ouder' }).click();
    await bram.getByRole('link', { name: 'Naar het nieuwste' }).waitFor();
  });

  it('has a DPIA to begin with, with this installation filled in, in both languages', async () => {
    await bram.goto('/privacy/dpia');
    await bram.getByRole('heading', { name: 'Wat er mis kan gaan voor mensen' }).waitFor();
    await album.look(bram, 'dpia');
    for (const [lang, risk, basis] of [
      ['nl', 'Wat er mis kan gaan voor mensen', 'opnemen en terugkijken: taak van algemeen belang'],
      ['en', 'What can go wrong for people', 'task in the public interest'],
    ]) {
      const { text, headers } = expect(await officer.get(`/privacy/dpia/${lang}`), lang, 200);
      assert.match(headers['content-disposition'], new RegExp(`filename="meerzien-dpia-${lang}-.*\\.html"`));
      assert.ok(text.includes(`<html lang="${lang}"`) && text.includes(risk) && text.includes(basis));
      assert.ok(text.includes('Gemeente Waterland aan Zee'));
      await writeFile(join(place.folder, `dpia-${lang}.html`), text);
    }
    assert.equal((await officer.get('/privacy/dpia/fr')).status, 404);
    // The file stands alone: it opens without the program.
    const page = await (await browser.newContext()).newPage();
    await page.goto(`file://${join(place.folder, 'dpia-nl.html')}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.context().close();
    assert.deepEqual(bram.troubles, []);
  });

  it('is the only one with a road to any of it', async () => {
    const paths = [
      '',
      '/processing',
      '/processing.csv',
      '/processing.json',
      '/endings',
      '/audit',
      '/breach',
      '/dpia',
      '/dpia/nl',
    ];
    for (const name of ['Els van Dam', 'Wim Peters', 'Sanne Verhoef', 'Ruud de Wit', 'Noor Jansen']) {
      const visitor = await visitorAs(house, name);
      for (const path of paths) {
        assert.equal((await visitor.get(`/privacy${path}`)).status, 404, `${name} at /privacy${path}`);
      }
      const taken = await visitor.post('/privacy/breach/file', { from: day(-1), until: day(1) });
      assert.equal(taken.status, 404, `${name} takes it along`);
      assert.ok(!(await visitor.get('/home')).text.includes('href="/privacy"'), `${name} is not shown the way`);
    }
  });

  it('every page seen is good to the eye, the ear and the rules', async () => {
    assert.deepEqual(await album.close(), []);
  });
});
