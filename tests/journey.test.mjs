// A journey in the browser: a learning question that changes, eight conversations on one line, how each found them, a
// hand-over to which both say yes, a round alone with the worksheet, and a finish that one can take along.
import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { openBrowser, person, scratch, sizes } from './lib/browser.mjs';
import { bothSayYes, expect, makeLook, seal, secondYes, settled, upload } from './lib/deeds.mjs';
import { film } from './lib/film.mjs';
import { House } from './lib/house.mjs';
import { checkHtml } from './lib/html.mjs';
import { Album } from './lib/pages.mjs';
import { signIn, visitorAs } from './lib/people.mjs';
import { Notebook, story } from './lib/saying.mjs';
import { memberId } from './lib/seed.mjs';

const names = ['Zilver', 'Kraaiheide', 'Maan', 'Berk', 'Vijver', 'Steen', 'Uil', 'Anjer van de lange laan'];

describe('a journey', () => {
  const step = story(it, () => ({ anne, ineke }));
  const { say, sentences } = new Notebook();
  let house, browser, album, place, bytes;
  let anne, ineke, journey;
  let professional, coach;
  const rounds = [];

  // A conversation with two or three looks and what each found of it, over plain HTTP.
  async function round(n, { alone = false } = {}) {
    const day = `2027-${String(n + 1).padStart(2, '0')}-03`;
    const made = await professional.post('/conversations/new', {
      held_on: day,
      coach: alone ? '' : await memberId(house, 'Ineke Bos'),
    });
    const id = made.headers.location.match(/^\/conversations\/([^/]+)$/)[1];
    const { client } = await bothSayYes(house, professional, id, names[n]);
    await upload(professional, id, bytes, { name: 'gesprek.webm', type: 'video/webm' });
    assert.equal(await settled(professional, id), 'ready');
    await secondYes(professional, client, id);
    const people = alone ? { professional, client } : { professional, client, coach };
    for (const visitor of Object.values(people)) {
      const { look } = await makeLook(visitor, id, say(`Wat iemand zag in gesprek ${n}`), { moments: 1 });
      await seal(visitor, look);
    }
    const found = {
      professional: {
        focus: String(1 + (n % 5)),
        noise: String(5 - (n % 4)),
        result: n === 3 ? 'dontknow' : String(1 + (n % 5)),
      },
      client: { focus: String(1 + ((n + 2) % 5)), noise: 'dontknow', result: '3' },
      coach: { focus: '4', noise: String(1 + (n % 3)), result: '2' },
    };
    for (const [part, visitor] of Object.entries(people)) {
      // The client did not say how they found the fifth.
      if (part === 'client' && n === 4) continue;
      expect(await visitor.post(`/conversations/${id}/rating`, found[part]), 'rating', 303);
    }
    const reading = { version: '0', ours: say(`Wat zij samen lazen in ${n}`), all_saw: '', unknown: '' };
    expect(await professional.post(`/conversations/${id}/dialogue/auth/reading`, reading), 'reading', 303);
    rounds.push({ id, client });
    return id;
  }

  before(async () => {
    place = await scratch('journey');
    bytes = await readFile(await film(place.folder, 'gesprek.webm', 2));
    house = await House.open({ kind: 'demo' });
    professional = await visitorAs(house, 'Anne Mulder');
    coach = await visitorAs(house, 'Ineke Bos');
    browser = await openBrowser();
    album = await Album.open('journey');
    anne = await person(browser, house);
    ineke = await person(browser, house);
    await signIn(anne, 'Anne Mulder');
    await signIn(ineke, 'Ineke Bos');
  });
  after(async () => {
    await browser?.close();
    await house?.close();
    await place?.clear();
  });

  step('it begins with a question and an intake', async () => {
    await anne.goto('/journey');
    journey = anne.url().split('/').at(-1);
    await album.look(anne, 'journey-empty');
    await anne.locator('#question').fill('Wat doe ik met stilte?');
    await anne.getByRole('button', { name: 'Bewaar de leervraag' }).click();
    await anne.locator('.journey__asked').waitFor();
    await anne.goto(`/journeys/${journey}/sheets/intake`);
    await anne.locator('[name=answer_1]').fill('Het gesprek waarin het stil werd.');
    await anne.locator('main form .nl-button--primary').click();
    await anne.waitForURL(`**/journeys/${journey}`);
  });

  step('a coach is asked along, sees how far they are, and the question only once it is shared', async () => {
    await anne.locator('#coach').selectOption({ label: 'Ineke Bos' });
    await anne.getByRole('button', { name: 'Vraag deze coach' }).click();
    await anne.getByText('Je coach Ineke Bos gaat met je mee').waitFor();
    await ineke.goto('/coaching');
    await album.look(ineke, 'coaching');
    await ineke.getByRole('link', { name: 'Traject van Anne Mulder' }).click();
    await ineke.getByText('De leervraag is niet met je gedeeld').waitFor();
    assert.ok(!(await ineke.content()).includes('Wat doe ik met stilte?'));
    await anne.getByRole('button', { name: 'Laat mijn coach de leervraag lezen' }).click();
    await anne.getByText('Je coach leest je leervraag.').waitFor();
    await ineke.reload();
    await ineke.getByText('Wat doe ik met stilte?').waitFor();
    assert.ok(!(await ineke.content()).includes('Het gesprek waarin het stil werd.'), 'the intake is not theirs');
  });

  step('eight conversations, seven with the coach and one alone', async () => {
    for (let n = 0; n < 7; n += 1) await round(n);
    await round(7, { alone: true });
    const began = Date.now();
    const page = await professional.get(`/journeys/${journey}`);
    assert.equal(page.status, 200);
    assert.ok(Date.now() - began < 5_000, 'a year is there without waiting');
  });

  step('the question changes, and what it was can be read', async () => {
    await anne.goto(`/journeys/${journey}`);
    await anne.locator('summary', { hasText: 'Verander je leervraag' }).click();
    await anne.locator('#question').fill('Hoe hoor ik wat niet wordt gezegd?');
    await anne.getByRole('button', { name: 'Bewaar de leervraag' }).click();
    await anne.locator('summary', { hasText: 'Hoe je vraag veranderde' }).click();
    await anne.locator('.journey__versions', { hasText: 'Wat doe ik met stilte?' }).waitFor();
  });

  step('the whole path is one picture and a list, with what was used each time', async () => {
    await anne.goto(`/journeys/${journey}`);
    await album.look(anne, 'journey-of-a-year');
    const stops = await anne.locator('.journey__list > li').count();
    assert.equal(stops, 16, 'eight conversations and eight times looking together');
    for (const [size, breadth] of [
      ['phone', 'narrow'],
      ['wide', 'wide'],
    ]) {
      await anne.setViewportSize(sizes[size]);
      const shown = anne.locator(`.journey__line[data-breadth=${breadth}]`);
      assert.ok(await shown.isVisible(), `${breadth} on ${size}`);
      assert.equal(await anne.locator('.journey__line:visible').count(), 1);
      assert.equal(await shown.locator('.journey__stop').count(), stops);
      const { width } = await shown.boundingBox();
      assert.ok(width <= sizes[size].width, `${breadth} is ${width} wide`);
      const letters = await shown
        .locator('.journey__label')
        .first()
        .evaluate((text) => {
          const { height } = text.getBoundingClientRect();
          return height;
        });
      assert.ok(letters >= 13, `letters of ${letters} pixels on ${size}`);
    }
    const first = anne.locator('.journey__list > li').first();
    assert.deepEqual(await first.locator('.nl-data-badge').allInnerTexts(), ['terugkijken', 'cliënt', 'coach']);
    const last = anne.locator('.journey__list > li[data-kind=conversation]').last();
    assert.deepEqual(await last.locator('.nl-data-badge').allInnerTexts(), ['terugkijken', 'cliënt']);
    await last.getByText('zelfstandig').waitFor();
  });

  step('the charts say the same as their tables, person by person, and nothing is averaged', async () => {
    const charts = anne.locator('.chart');
    assert.equal(await charts.count(), 3);
    const result = charts.nth(2);
    await result.locator('summary').click();
    const rows = await result
      .locator('tbody tr')
      .evaluateAll((all) => all.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent)));
    assert.equal(rows.length, 8);
    assert.deepEqual(rows[0], ['Niet', 'Half', 'Een beetje']);
    assert.equal(rows[3][0], 'Weet ik niet');
    assert.equal(rows[4][1], 'nog niet gezegd');
    assert.equal(rows[7][2], 'nog niet gezegd');
    const signs = (part) => result.locator(`.chart__row[data-perspective=${part}] .chart__sign`).count();
    assert.deepEqual(await Promise.all(['professional', 'client', 'coach'].map(signs)), [8, 7, 7]);
    assert.equal(
      await result.locator('.chart__row[data-perspective=client] circle').count(),
      0,
      'a shape of their own',
    );
  });

  step('it is printed on one page', async () => {
    const pdf = await anne.pdf({ format: 'A4', printBackground: true });
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g).length;
    await writeFile(join(place.folder, 'journey.pdf'), pdf);
    assert.equal(pages, 1);
  });

  step('to go on alone both say yes, and either can turn it back', async () => {
    await anne.goto(`/journeys/${journey}`);
    await anne.getByRole('button', { name: 'Stel voor om zelfstandig verder te gaan' }).click();
    await anne.getByText('Nu is Ineke Bos aan het woord').waitFor();
    await ineke.goto(`/coaching/${journey}`);
    await album.look(ineke, 'handover-asked-of-the-coach');
    await ineke.getByRole('button', { name: 'Ja, zo spreken we het af' }).click();
    await ineke.getByText('Jij blijft op afroep').waitFor();
    await anne.reload();
    await anne.getByText('Je gaat zelfstandig verder. Ineke Bos blijft op afroep').waitFor();
    await anne.getByRole('link', { name: 'Hoe ik verderga' }).click();
    await anne.locator('[name=answer_1]').fill('In april, met Youssef. Ik let op stilte.');
    await anne.locator('main form .nl-button--primary').click();
    await anne.waitForURL(`**/journeys/${journey}`);
    await album.look(anne, 'journey-independent');
    await ineke.getByRole('button', { name: 'Ga weer samen verder' }).click();
    await ineke.getByText('Je gaat mee met Anne Mulder').waitFor();
  });

  step('a round alone has a worksheet, which is printed and never overwritten unseen', async () => {
    const sheet = `/conversations/${rounds.at(-1).id}/worksheet`;
    await anne.goto(sheet);
    assert.equal(await anne.locator('#question').inputValue(), 'Hoe hoor ik wat niet wordt gezegd?');
    await anne.locator('#saw').fill(say('Bij twee tellen hoorde ik een zucht.'));
    await anne.locator('main form .nl-button--primary').click();
    await anne.locator('.saved').waitFor();
    await album.look(anne, 'worksheet');
    const stale = await professional.post(sheet, { version: '0', saw: 'Iets anders uit een ander venster' });
    assert.equal(stale.status, 409);
    assert.ok(stale.text.includes('Iets anders uit een ander venster'));
    assert.equal((await coach.get(sheet)).status, 404);
  });

  step('the journey is finished with a reflection, and taken along as a file of one’s own words', async () => {
    await anne.goto(`/journeys/${journey}`);
    await anne.getByRole('button', { name: 'Rond het traject af' }).click();
    await anne.getByText('Schrijf eerst op hoe je terugkijkt').waitFor();
    await album.look(anne, 'finish-without-reflection', { still: true });
    await anne.goto(`/journeys/${journey}/sheets/close`);
    await anne.locator('[name=answer_1]').fill('Dat stilte iets zegt.');
    await anne.locator('main form .nl-button--primary').click();
    await anne.waitForURL(`**/journeys/${journey}`);
    await anne.getByRole('button', { name: 'Rond het traject af' }).click();
    await anne.getByText('Afgerond op').first().waitFor();
    await album.look(anne, 'journey-finished');
    const file = expect(await professional.get(`/journeys/${journey}/file`), 'the file', 200);
    assert.match(file.headers['content-disposition'], /^attachment; filename="meerzien-[\d-]+\.html"$/);
    for (const own of [
      'Dat stilte iets zegt.',
      'Wat doe ik met stilte?',
      'Hoe hoor ik wat niet',
      'In april, met Youssef.',
    ]) {
      assert.ok(file.text.includes(own), own);
    }
    for (const theirs of [...sentences, ...names]) assert.ok(!file.text.includes(theirs), theirs);
    assert.ok(!/(src|href)=/.test(file.text), 'the file fetches nothing');
    const taken = join(place.folder, 'taken');
    await mkdir(taken);
    await writeFile(join(taken, 'traject.html'), file.text);
    assert.deepEqual(await checkHtml(taken), []);
    assert.notEqual((await coach.get(`/journeys/${journey}/file`)).status, 200);
  });

  step('a new journey begins when one says so, and the old one stays', async () => {
    await anne.goto('/journey');
    assert.match(anne.url(), /\/journeys$/);
    await album.look(anne, 'journeys');
    await anne.getByRole('button', { name: 'Begin een nieuw traject' }).click();
    await anne.waitForURL(/\/journeys\/[0-9a-f-]{36}$/);
    assert.ok(!anne.url().includes(journey));
    await anne.goto('/journeys');
    assert.equal(await anne.locator('main ul.rows > li').count(), 2);
  });

  step('nothing was wrong on any page', async () => {
    assert.deepEqual(await album.close(), []);
    for (const page of [anne, ineke]) assert.deepEqual(page.troubles, []);
  });
});
