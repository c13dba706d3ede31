// Looking in a browser: by keyboard, by thumb, without a network, in two windows, and sealed.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openBrowser, person } from './lib/browser.mjs';
import { House } from './lib/house.mjs';
import { Album } from './lib/pages.mjs';
import { signIn } from './lib/people.mjs';
import { story } from './lib/saying.mjs';

describe('looking, each on their own', () => {
  const step = story(it);
  let house, browser, album, sanne, other, merel, look;

  before(async () => {
    house = await House.open({ kind: 'demo' });
    browser = await openBrowser();
    album = await Album.open('looking');
    sanne = await person(browser, house);
    merel = await person(browser, house, { size: 'phone' });
  });
  after(async () => {
    await browser?.close();
    await house?.close();
  });

  const ready = (page) => page.locator('mz-look[ready] mz-player[ready]').waitFor();
  const saved = (page) => page.locator('[data-part=state][data-standing=saved]').waitFor();
  const time = (page) => page.evaluate(() => document.querySelector('video').currentTime);
  const notes = (page) => page.locator('#moments [data-show=note]:not([hidden])').allInnerTexts();
  const kinds = (page) => page.locator('#moments li').evaluateAll((items) => items.map((item) => item.dataset.kind));

  step('Sanne begins, and reads that nobody sees it yet', async () => {
    await signIn(sanne, 'Sanne Verhoef');
    // The demo makes its last recording watchable while it already answers.
    const enter = sanne.locator('main a[href$="/look"]').first();
    for (let n = 0; n < 60 && (await enter.count()) === 0; n += 1) {
      await sanne.waitForTimeout(1000);
      await sanne.reload();
    }
    await enter.click();
    await sanne.getByText('Niemand ziet wat je opschrijft').waitFor();
    await album.look(sanne, 'begin');
    await sanne.getByRole('button', { name: 'Begin met kijken' }).click();
    await sanne.waitForURL('**/looks/*');
    look = new URL(sanne.url()).pathname;
    await ready(sanne);
    await album.look(sanne, 'desk-empty');
    await ready(sanne);
  });

  step('one key marks, and the picture goes on', async () => {
    await sanne.keyboard.press('Space');
    await sanne.waitForFunction(() => document.querySelector('video').currentTime > 1);
    await sanne.keyboard.press('w');
    assert.equal(await sanne.locator('mz-player[paused]').count(), 0);
    await sanne.locator('#moments li[data-kind=resistance]').waitFor();
    assert.match(await sanne.locator('[data-part=said]').textContent(), /^weerstand op \d seconden?$/);
    await saved(sanne);
  });

  step('typing a note stops the picture, closing lets it go on', async () => {
    await sanne.keyboard.press('n');
    await sanne.keyboard.type('een zucht, en dan f w a stil');
    await sanne.locator('mz-player[paused]').waitFor();
    await sanne.keyboard.press('Control+Enter');
    await sanne.locator('mz-player:not([paused])').waitFor();
    await sanne.keyboard.press('Space');
    await saved(sanne);
    assert.deepEqual(await notes(sanne), ['een zucht, en dan f w a stil']);
    assert.deepEqual(await kinds(sanne), ['resistance']);
  });

  step('M makes a stretch, before or after the mark', async () => {
    await sanne.keyboard.press('m');
    await sanne.keyboard.press('ArrowRight');
    await sanne.keyboard.press('s');
    const stretch = sanne.locator('#moments li[data-kind=flow]');
    assert.equal(
      Number(await stretch.getAttribute('data-end')) - Number(await stretch.getAttribute('data-start')),
      5000,
    );
    await sanne.keyboard.press('p');
    await sanne.keyboard.press('ArrowRight');
    await sanne.keyboard.press('m');
    const after = sanne.locator('#moments li[data-kind=spontaneity]');
    assert.equal(Number(await after.getAttribute('data-end')) - Number(await after.getAttribute('data-start')), 5000);
  });

  step('every change can be taken back', async () => {
    await sanne.keyboard.press('g');
    assert.equal((await kinds(sanne)).length, 4);
    await sanne.keyboard.press('Control+z');
    assert.deepEqual((await kinds(sanne)).sort(), ['flow', 'resistance', 'spontaneity']);
    await sanne.locator('#moments li[data-kind=flow] [data-do=edit]').click();
    await sanne.locator('form[data-part=editor] [data-do=remove]').click();
    assert.deepEqual((await kinds(sanne)).sort(), ['resistance', 'spontaneity']);
    await sanne.locator('[data-do=undo]').click();
    assert.deepEqual((await kinds(sanne)).sort(), ['flow', 'resistance', 'spontaneity']);
    await saved(sanne);
  });

  step('letters can be switched off, and stay off', async () => {
    await sanne.getByLabel('Letters werken als sneltoets').uncheck();
    await sanne.locator('h1').click();
    await sanne.keyboard.press('f');
    assert.equal((await kinds(sanne)).length, 3);
    await sanne.reload();
    await ready(sanne);
    await sanne.keyboard.press('f');
    assert.equal((await kinds(sanne)).length, 3);
    await sanne.getByLabel('Letters werken als sneltoets').check();
  });

  step('whose, how strong and which kind are a choice away', async () => {
    await sanne.locator('#moments li[data-kind=spontaneity] [data-do=edit]').click();
    const editor = sanne.locator('form[data-part=editor]');
    await editor.getByText('Sterk', { exact: true }).click();
    await editor.getByText('Van mij').click();
    await editor.getByText('Meer kiezen').click();
    await editor.locator('.chip', { hasText: 'anders' }).click();
    await editor.getByLabel('In één woord').fill('warm');
    await saved(sanne);
    const item = sanne.locator('#moments li[data-kind=other]');
    assert.match(await item.innerText(), /warm/);
    assert.match(await item.innerText(), /van mij, sterk/);
    await album.look(sanne, 'desk-with-a-moment-open', { still: true });
    await editor.getByRole('button', { name: 'Klaar' }).click();
  });

  step('the three questions keep their state in sight and save themselves', async () => {
    const question = sanne.locator('#question-auth');
    await question.getByText('nog leeg').waitFor();
    await question.getByText('Vooral wat hoorde').click();
    await question.getByText('beantwoord').waitFor();
    await question.getByLabel('In je eigen woorden').fill('Ze zei ja, en keek weg.');
    await question.getByLabel(/^weerstand/).check();
    await saved(sanne);
    await sanne.reload();
    await ready(sanne);
    assert.equal(await question.getByLabel('In je eigen woorden').inputValue(), 'Ze zei ja, en keek weg.');
    assert.ok(await question.getByLabel('Vooral wat hoorde').isChecked());
    assert.ok(await question.getByLabel(/^weerstand/).isChecked());
    await album.look(sanne, 'desk-in-use');
    await ready(sanne);
  });

  step('the list is the same for a screen reader as the timeline for the eye', async () => {
    const names = await sanne.locator('.timeline__mark').evaluateAll((marks) => marks.map((mark) => mark.ariaLabel));
    assert.match(names[0], /^raakmoment 1 van 3, weerstand, van de ander, \d seconden?$/);
    assert.match(names[1], /^raakmoment 2 van 3, stroming, van de ander, van \d+ seconden? tot \d+ seconden$/);
    await sanne.locator('.timeline__mark').first().focus();
    await sanne.keyboard.press('ArrowRight');
    await sanne.keyboard.press('Enter');
    const start = Number(await sanne.locator('#moments li').nth(1).getAttribute('data-start'));
    assert.ok(Math.abs((await time(sanne)) * 1000 - start) < 50);
    assert.equal(await sanne.locator('form[data-part=editor]').isVisible(), true);
    await sanne.keyboard.press('Escape');
  });

  step('without a network nothing is lost, and nothing lies on the device', async () => {
    const page = (other = await sanne.context().newPage());
    await page.goto(look);
    await ready(page);
    await page.context().setOffline(true);
    await page.locator('#question-goal summary').first().click();
    await page.locator('#question-goal').getByLabel('In je eigen woorden').fill('geheim zonder netwerk');
    await page.keyboard.press('Tab');
    await page.locator('[data-part=state][data-standing=offline]').waitFor();
    await page.getByText('Geen verbinding.').first().waitFor();
    const kept = await page.evaluate(async () => {
      const names = (await indexedDB.databases()).map((one) => one.name);
      return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, names, await caches.keys()]);
    });
    assert.doesNotMatch(kept, /geheim/);
    await page.context().setOffline(false);
    await saved(page);
    await page.reload();
    await ready(page);
    assert.equal(await page.locator('#text-goal').inputValue(), 'geheim zonder netwerk');
  });

  step('of two windows neither writes over the other', async () => {
    const text = (page) => page.locator('#text-goal');
    await sanne.reload();
    await ready(sanne);
    for (const page of [sanne, other])
      if (!(await text(page).isVisible())) await page.locator('#question-goal summary').first().click();
    await text(other).fill('uit het andere venster');
    await other.keyboard.press('Tab');
    await saved(other);
    await text(sanne).fill('uit dit venster');
    await sanne.keyboard.press('Tab');
    const theirs = sanne.locator('#question-goal [data-part=theirs]');
    await theirs.waitFor();
    assert.match(await theirs.innerText(), /uit het andere venster/);
    assert.equal(await text(sanne).inputValue(), 'uit dit venster');
    sanne.troubles = sanne.troubles.filter((trouble) => !trouble.includes('409'));
  });

  step('an unfinished look says what is missing', async () => {
    await sanne.goto(`${look}/seal`);
    await sanne.getByText('Past mijn idee van wat helpt').waitFor();
    await album.look(sanne, 'seal-too-early');
    await sanne.goto(look);
    await ready(sanne);
    for (const question of ['goal', 'fit']) {
      if (!(await sanne.locator(`#text-${question}`).isVisible()))
        await sanne.locator(`#question-${question} summary`).first().click();
      await sanne.locator(`#question-${question}`).getByText('Weet ik niet', { exact: true }).click();
      await saved(sanne);
    }
  });

  step('sealed in one window, the other loses nothing', async () => {
    await other.goto(look);
    await ready(other);
    await sanne.getByRole('link', { name: 'Rond je kijkronde af' }).click();
    await album.look(sanne, 'seal');
    await sanne.getByRole('button', { name: 'Ja, rond af' }).click();
    await sanne.waitForURL('**/conversations/*');
    await sanne.getByText('Je kijkronde is klaar').waitFor();

    await other.locator('#text-auth').fill('dit was nog niet bewaard');
    await other.keyboard.press('Tab');
    await other.getByText('is klaar en staat vast').waitFor();
    const kept = other.locator('form[data-part=kept] textarea');
    assert.match(await kept.inputValue(), /dit was nog niet bewaard/);
    await kept.fill('dit was nog niet bewaard');
    await other.getByRole('button', { name: 'Voeg toe' }).click();
    await other.waitForURL('**/looks/*#additions');
    await other.locator('#additions').getByText('dit was nog niet bewaard').waitFor();
    await other.goto(look);
    await album.look(other, 'sealed');
    await other.close();
  });

  step('Merel looks on her phone, with four large buttons', async () => {
    const [, link, code] = (await house.said()).match(/Merel looks at the next[^\n]*(\/c\/\S+) with code (\S+)/);
    await merel.goto(link);
    await merel.locator('[name=code]').fill(code);
    await merel.locator('main form button').click();
    await merel.waitForURL('**/mine');
    await merel.getByRole('link', { name: 'Kijken' }).click();
    await album.look(merel, 'client-begin');
    await merel.getByRole('button', { name: 'Begin' }).tap();
    await ready(merel);
    await album.look(merel, 'client-watch');
    await ready(merel);
    await merel.getByRole('button', { name: 'Afspelen' }).tap();
    await merel.waitForFunction(() => document.querySelector('video').currentTime > 1);
    await merel.getByRole('button', { name: 'Dit was fijn' }).tap();
    assert.equal(await merel.locator('mz-player[paused]').count(), 0);
    await merel.getByRole('button', { name: 'Stop even' }).tap();
    await merel.locator('mz-player[paused]').waitFor();
    await merel.getByText('De video staat stil').waitFor();
    await album.look(merel, 'client-rests', { still: true });
    await merel.getByRole('button', { name: 'Hier wil ik iets zeggen' }).tap();
    await merel.getByLabel('Wilt u er iets bij zeggen?').fill('Toen dacht ik: laat maar.');
    await merel.getByText('Meer kiezen').tap();
    await merel.locator('form[data-part=editor] .chip', { hasText: 'Weg' }).tap();
    await saved(merel);
    await album.look(merel, 'client-says-more', { still: true });
    await merel.getByRole('button', { name: 'Klaar' }).tap();
    assert.deepEqual((await kinds(merel)).sort(), ['disengaging', 'flow']);
    // Nothing of what Sanne marked or wrote, though hers is done.
    assert.doesNotMatch(await merel.content(), /zucht|keek weg|warm/);
  });

  step('one question on a page, saved at every tap, until she is done', async () => {
    await merel.getByRole('link', { name: 'Ga naar de drie vragen' }).tap();
    await merel.getByText('Vraag 1 van 3').waitFor();
    await merel.getByText('Ik hield veel in').tap();
    await saved(merel);
    await album.look(merel, 'client-question');
    assert.ok(await merel.getByLabel('Ik hield veel in').isChecked());
    for (const [said, next] of [
      ['Ik hield veel in', 'answers/goal'],
      ['Deels hetzelfde', 'answers/fit'],
      ['Weet ik niet', 'seal'],
    ]) {
      await merel.getByText(said, { exact: true }).tap();
      await merel.getByRole('button', { name: 'Volgende' }).tap();
      await merel.waitForURL(`**/${next}`);
    }
    await album.look(merel, 'client-seal');
    await merel.getByRole('button', { name: 'Ja, ik ben klaar' }).tap();
    await merel.getByText('Dit staat vast').waitFor();
    await album.look(merel, 'client-sealed');
  });

  step('every page seen is good to the eye, the ear and the rules', async () => {
    assert.deepEqual(await album.close(), []);
    for (const page of [sanne, merel]) assert.deepEqual(page.troubles, []);
  });
});
