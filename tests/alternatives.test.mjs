// Something else to say or do, in the browser: written with what might happen, changed, kept for oneself, shared without
// names, found back, offered by the coach and by a colleague who looks along, and taken into a tryout.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { openBrowser, person, scratch } from './lib/browser.mjs';
import { film } from './lib/film.mjs';
import { House } from './lib/house.mjs';
import { Album } from './lib/pages.mjs';
import { signIn } from './lib/people.mjs';
import { story } from './lib/saying.mjs';
import { wholeRound } from './lib/whole.mjs';

describe('other ways to act', () => {
  const step = story(it, () => ({ sanne, ruud, youssef }));
  let house, browser, album, place, round;
  let sanne, ruud, youssef;
  const at = (room) => `/conversations/${round.id}${room}`;
  const submit = (page, form = 'main form') => page.locator(form).locator('.nl-button--primary').click();

  before(async () => {
    place = await scratch('alternatives');
    const bytes = await readFile(await film(place.folder, 'gesprek.webm', 5));
    house = await House.open({ kind: 'demo' });
    round = await wholeRound(house, bytes, 'Kraaiheide', {
      professional: 'Sanne Verhoef',
      coach: 'Ruud de Wit',
      yes: ['look', 'colleagues'],
    });
    browser = await openBrowser();
    album = await Album.open('alternatives');
    [sanne, ruud, youssef] = [
      await person(browser, house),
      await person(browser, house),
      await person(browser, house, { size: 'tablet' }),
    ];
    await signIn(sanne, 'Sanne Verhoef');
    await signIn(ruud, 'Ruud de Wit');
    await signIn(youssef, 'Youssef Amrani');
  });
  after(async () => {
    await browser?.close();
    await house?.close();
    await place?.clear();
  });

  step('Sanne writes down what else could be said, with what might happen, and changes it', async () => {
    await sanne.goto(at('/dialogue/goal'));
    await sanne.locator('#alternative > summary').click();
    const form = sanne.locator('#alternative form');
    await form.locator('[name=intention]').fill('eerst wachten');
    await form.locator('[name=words]').fill('Neem de tijd. Ik wacht.');
    await form.locator('[name=might]').fill('Misschien blijft het lang stil.');
    await form.getByRole('button').last().click();
    await sanne.getByText('Misschien blijft het lang stil.').waitFor();
    await sanne.getByRole('link', { name: /Verander dit idee/ }).click();
    await album.look(sanne, 'alternative-change');
    await sanne.locator('[name=words]').fill('Neem rustig de tijd.');
    await submit(sanne, 'form.card');
    await sanne.getByText('Neem rustig de tijd.').waitFor();
  });

  step('she keeps it for herself, and not with the name of the client in it', async () => {
    await sanne.getByRole('link', { name: /Bewaar voor mezelf ?: eerst wachten/ }).click();
    await sanne.locator('[name=words]').fill('Neem rustig de tijd, Kraaiheide.');
    await submit(sanne, 'form.card');
    await sanne.getByText('Hier staat misschien een naam: Kraaiheide').waitFor();
    assert.equal(await sanne.locator('[name=no_name]').count(), 0, 'the name of the client cannot be waved through');
    await album.look(sanne, 'keeping-with-a-name', { still: true });
    assert.equal(await sanne.locator('[name=words]').inputValue(), 'Neem rustig de tijd, Kraaiheide.');
    await sanne.locator('[name=words]').fill('Neem rustig de tijd.');
    await submit(sanne, 'form.card');
    await sanne.waitForURL(/\/collection/);
    await sanne.getByText('Neem rustig de tijd.').waitFor();
  });

  step('she shares it once no name stands in it, and says of a word that it is none', async () => {
    await sanne.getByRole('link', { name: /^Deel ?: eerst wachten/ }).click();
    await album.look(sanne, 'sharing');
    await sanne.locator('[name=words]').fill('Neem rustig de tijd, zegt Ruud bij het Waterlandpad.');
    await sanne.locator('[name=kind]').selectOption('stagnation');
    await submit(sanne, 'form.card');
    await sanne.getByText('Hier staat misschien een naam: Ruud').waitFor();
    const waved = sanne.locator('[name=no_name][value=Waterlandpad]');
    await waved.check();
    assert.equal(await sanne.locator('[name=no_name][value=Ruud]').count(), 0, 'Ruud sat at the table');
    await album.look(sanne, 'sharing-with-names', { still: true });
    await submit(sanne, 'form.card');
    await sanne.getByText('Hier staat misschien een naam: Ruud').waitFor();
    await sanne.locator('[name=words]').fill('Neem rustig de tijd op het Waterlandpad.');
    await submit(sanne, 'form.card');
    await sanne.waitForURL(/\/collection/);
    await album.look(sanne, 'collection');
  });

  step('the collection is found back by kind, question and words', async () => {
    await sanne.goto('/collection?kind=stagnation');
    await sanne.locator('section[aria-labelledby=shared-h] article').waitFor();
    assert.equal(await sanne.locator('section[aria-labelledby=examples-h] article').count(), 3);
    await sanne.locator('#words').fill('waterlandpad TIJD');
    await submit(sanne, 'form[role=search]');
    await sanne.waitForURL(/words=/);
    assert.equal(await sanne.locator('article').count(), 1);
    await sanne.goto('/collection?words=olifant');
    await album.look(sanne, 'collection-nothing-found');
  });

  step('an example goes into a tryout like any other', async () => {
    await sanne.goto('/collection?question=auth&kind=frustration');
    await sanne.getByRole('link', { name: /Neem mee naar een gesprek ?: boosheid erkennen/ }).click();
    await album.look(sanne, 'taking-an-example');
    await submit(sanne, 'form.card');
    await sanne.waitForURL(/\/tryout\/[0-9a-f-]{36}$/);
    await sanne.getByText('U bent hier klaar mee, hoor ik. Vertel.').waitFor();
    await sanne.getByText('een voorbeeld').waitFor();
  });

  step('Ruud finds what was shared, and offers it', async () => {
    await ruud.goto('/collection');
    await ruud.getByText('Gedeeld door Sanne Verhoef').waitFor();
    await album.look(ruud, 'collection-of-the-coach');
    await ruud.goto(at('/offers'));
    await ruud.locator('summary', { hasText: 'Kies uit gedeelde zinnen' }).click();
    await ruud.getByRole('link', { name: /Neem over ?: eerst wachten/ }).click();
    assert.equal(await ruud.locator('[name=words]').inputValue(), 'Neem rustig de tijd op het Waterlandpad.');
    await submit(ruud, '#offering');
    await ruud.getByText('wacht op antwoord').waitFor();
    await album.look(ruud, 'offers-of-the-coach');
  });

  step('Youssef is asked along, sees both looks, writes what he saw and offers something', async () => {
    await sanne.goto(at('/colleagues'));
    await album.look(sanne, 'asking-colleagues');
    await sanne.locator('[name=colleague]').selectOption({ label: 'Youssef Amrani' });
    await submit(sanne, 'form.card');
    await sanne.getByText('Kijkt mee sinds').waitFor();
    await youssef.goto('/peers');
    await album.look(youssef, 'asked-along');
    await youssef.getByRole('link', { name: 'Kijk mee met Sanne Verhoef' }).click();
    await youssef.locator('[name=note]').fill('Ik zie hoe de schouders zakken.');
    await youssef.locator('.peer__write .nl-button--primary').click();
    await youssef.getByText('Ik zie hoe de schouders zakken.').waitFor();
    await youssef.locator('summary', { hasText: 'Bied iets aan' }).click();
    await youssef.locator('[name=intention]').fill('kleiner maken');
    await youssef.locator('[name=words]').fill('Wat is de kleinste stap?');
    await youssef.getByRole('button', { name: 'Bied aan' }).click();
    await youssef.getByText('Door jou aangeboden').waitFor();
    await album.look(youssef, 'looking-along');
    assert.ok(!(await youssef.content()).includes('Kraaiheide codenaam'), 'a colleague reads no code name');
  });

  step('Sanne reads it, takes one offer and leaves the other', async () => {
    await sanne.goto(at('/colleagues'));
    await sanne.getByText('Ik zie hoe de schouders zakken.').waitFor();
    await album.look(sanne, 'what-colleagues-saw');
    await sanne.goto(at('/offers'));
    await album.look(sanne, 'offered');
    await sanne.getByRole('button', { name: /Laat liggen ?: kleiner maken/ }).click();
    await sanne.getByRole('button', { name: /Neem over ?: eerst wachten/ }).click();
    await sanne.waitForURL(/\/tryout\/[0-9a-f-]{36}$/);
    await sanne.goto(at('/offers'));
    await sanne.getByText('niet overgenomen').waitFor();
    await sanne.goto(at(''));
    await album.look(sanne, 'path-with-more');
  });

  step('the client takes back that colleagues may look, and what they wrote is gone', async () => {
    const answer = await round.people.client.post('/mine/stop', { go: 'part', purpose: 'colleagues' });
    assert.ok([200, 303].includes(answer.status), `${answer.status}`);
    assert.equal((await youssef.goto(at('/peer'))).status(), 404);
    await sanne.goto(at('/colleagues'));
    assert.equal(await sanne.getByText('Ik zie hoe de schouders zakken.').count(), 0);
    await sanne.getByText('is geen ja gezegd').waitFor();
    await album.look(sanne, 'colleagues-no-more');
  });

  step('nothing was wrong on any page', async () => {
    assert.deepEqual(await album.close(), []);
    for (const page of [sanne, ruud, youssef]) assert.deepEqual(page.troubles, []);
  });
});
