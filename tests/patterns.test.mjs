// Patterns as people see them, over an organisation of 400: pictures with the numbers beside them, as manager, coach and
// professional, without scripts, on a phone and in the dark; and what somebody sees where there is too little to see.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openBrowser, person } from './lib/browser.mjs';
import { expect } from './lib/deeds.mjs';
import { House } from './lib/house.mjs';
import { Album } from './lib/pages.mjs';
import { signIn, visitorAs } from './lib/people.mjs';

describe('patterns', () => {
  let house, browser, album, els;
  before(async () => {
    house = await House.open({ kind: 'demo', env: { MEERZIEN_DEMO_PEOPLE: '400' }, patience: 1_200_000 });
    browser = await openBrowser();
    album = await Album.open('patterns');
    els = await person(browser, house);
    await signIn(els, 'Els van Dam');
  });
  after(async () => {
    await browser?.close();
    await house?.close();
  });

  it('a manager goes there from the menu and sees the whole organisation', async () => {
    await els.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link', { name: 'Patronen' }).click();
    await els.getByRole('heading', { level: 1, name: 'Patronen' }).waitFor();
    await els.getByRole('heading', { level: 2, name: 'De hele organisatie' }).waitFor();
    await els.getByText(/gaat dit over \d+ gesprekken, gevoerd door \d+ mensen/).waitFor();
    for (const name of ['Raakmomenten door de tijd', 'Waar we verschillend keken', 'Uitgeprobeerd en gehouden']) {
      await els.getByRole('heading', { level: 2, name }).waitFor();
    }
    await album.look(els, 'organisation');
  });

  it('every picture has its numbers as a table', async () => {
    const moments = els.locator('figure').filter({ hasText: 'stroming' });
    await moments.getByText('Lees als tabel').click();
    const rows = await moments.locator('tbody tr').allInnerTexts();
    assert.ok(rows.length >= 7 && rows.every((row) => /\d+ van \d+|Te weinig mensen/.test(row)), rows.join('\n'));
    const focus = els.getByRole('table', { name: 'Focus: cliënt' });
    const said = await focus.getByRole('row').allInnerTexts();
    assert.ok(said.length >= 3, said.join('\n'));
    const numbers = said.slice(1).map((row) =>
      row
        .match(/(\d+) van (\d+)/)
        .slice(1)
        .map(Number),
    );
    assert.equal(
      numbers.reduce((sum, [part]) => sum + part, 0),
      numbers[0][1],
      'the cells of one picture are together all of it',
    );
    await album.look(els, 'as-tables', { still: true });
  });

  it('a team is chosen with a form, and what has too few people behind it says so', async () => {
    await els.getByLabel('Van wie').selectOption({ label: 'Inkomen Noord' });
    await els.getByLabel('Kwartaal').selectOption({ index: 1 });
    await els.getByRole('button', { name: 'Toon' }).click();
    await els.getByRole('heading', { level: 2, name: 'Inkomen Noord' }).waitFor();
    await album.look(els, 'team');
    // The smallest team that is shown has something that is not.
    const names = await els.getByLabel('Van wie').locator('option').allInnerTexts();
    let few;
    for (const name of names.slice(1)) {
      await els.getByLabel('Van wie').selectOption({ label: name });
      await els.getByRole('button', { name: 'Toon' }).click();
      if ((await els.locator('.patterns__few').count()) > 2) few = name;
      if (few) break;
    }
    assert.ok(few, 'no team has anything that is not shown');
    await els.locator('.patterns__few', { hasText: 'Te weinig mensen om te laten zien.' }).first().waitFor();
    await els.getByText('Achter elk cijfer staan vijf mensen of meer, of niemand.').waitFor();
    await album.look(els, 'few');
  });

  it('the numbers can be taken along, and are those of the page', async () => {
    const manager = await visitorAs(house, 'Els van Dam');
    const { text, headers } = expect(await manager.get('/patterns.csv'), 'file', 200);
    assert.match(headers['content-disposition'], /attachment; filename="meerzien-patronen-.*\.csv"/);
    const page = (await manager.get('/patterns')).text;
    const shown = [...page.matchAll(/(\d+) van (\d+)</g)].map(([, part, of]) => `${part},${of}`);
    for (const one of shown) assert.ok(text.includes(one), one);
    const english = await manager.get('/patterns.csv', { headers: { 'accept-language': 'en' } });
    assert.ok(english.text.includes('Tried out and kept'), english.text.slice(0, 400));
  });

  it('works without scripts, and a coach and a professional see the same', async () => {
    for (const name of ['Ruud de Wit', 'Sanne Verhoef']) {
      const context = await browser.newContext({ baseURL: house.address, locale: 'nl-NL', javaScriptEnabled: false });
      const page = await context.newPage();
      await signIn(page, name);
      await page.goto('/patterns');
      await page.getByLabel('Van wie').selectOption({ label: 'Werk Oost' });
      await page.getByRole('button', { name: 'Toon' }).click();
      await page.getByRole('heading', { level: 2, name: 'Werk Oost' }).waitFor();
      assert.ok((await page.getByText(/^\d+ van \d+$/).count()) > 10, name);
      await context.close();
    }
  });

  it('whom it is not for is not shown the way, and comes to a page that was never there', async () => {
    for (const name of ['Wim Peters', 'Bram Hendriks', 'Noor Jansen']) {
      const visitor = await visitorAs(house, name);
      assert.ok(!(await visitor.get('/home')).text.includes('href="/patterns"'), name);
      assert.equal((await visitor.get('/patterns')).status, 404, name);
    }
    assert.deepEqual(els.troubles, []);
  });

  it('every page seen is good to the eye, the ear and the rules', async () => {
    assert.deepEqual(await album.close(), []);
  });
});

describe('patterns of a house that has just begun', () => {
  it('say that no quarter was counted yet, and what will not be shown', async () => {
    const house = await House.open({ kind: 'demo' });
    const manager = await visitorAs(house, 'Els van Dam');
    const { text } = expect(await manager.get('/patterns'), 'page', 200);
    assert.ok(text.includes('Er is nog geen kwartaal geteld.'), text);
    assert.ok(text.includes('Wat je hier niet ziet, en waarom'));
    assert.equal((await manager.get('/patterns?quarter=2020-q1')).status, 404);
    await house.close();
  });
});
