// One conversation through the whole method in a browser: consent on the tablet that is handed over, recording with the
// camera, the second yes, three looks that do not see each other, side by side, shared reading, alternative, tryout,
// outcome, journey. Every page on the way is looked at; at the end nothing that was said lies anywhere in plaintext.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openBrowser, person, scratch } from './lib/browser.mjs';
import { fakeDevices } from './lib/film.mjs';
import { House } from './lib/house.mjs';
import { Album } from './lib/pages.mjs';
import { signIn } from './lib/people.mjs';
import { Notebook, story } from './lib/saying.mjs';
import { watchWriters } from './lib/sealed.mjs';

describe('the whole round, recorded in the room', () => {
  const step = story(it);
  const { say, sentences } = new Notebook();
  const client = say('Kraaiheide Merel');
  const pin = '2580';
  let house, browser, album, place, writers;
  let sanne, ruud, merel, id, paper;
  const at = (room) => `/conversations/${id}${room}`;

  before(async () => {
    place = await scratch('round');
    const devices = await fakeDevices(place.folder);
    house = await House.open({ kind: 'demo' });
    writers = watchWriters(house.child.pid, [house.data]);
    browser = await openBrowser(devices);
    album = await Album.open('round');
    sanne = await person(browser, house, { size: 'tablet' });
    ruud = await person(browser, house);
    merel = await person(browser, house, { size: 'phone' });
  });
  after(async () => {
    await browser?.close();
    await writers?.stop();
    await house?.close();
    await place?.clear();
  });

  step('Sanne sets up a conversation and asks a coach along', async () => {
    await signIn(sanne, 'Sanne Verhoef');
    await sanne.goto('/conversations/new');
    await album.look(sanne, 'new-conversation');
    await sanne.locator('select[name=coach]').selectOption({ label: 'Ruud de Wit' });
    await sanne.locator('main form button').click();
    await sanne.waitForURL(/\/conversations\/[0-9a-f-]{36}$/);
    id = sanne.url().split('/').at(-1);
    await album.look(sanne, 'path-at-the-start');
    await sanne.goto('/home');
    await album.look(sanne, 'home-with-one-conversation');
  });

  step('nothing can be recorded yet, and the page says why', async () => {
    const answer = await sanne.goto(at('/recording'));
    assert.equal(answer.status(), 403);
    await sanne.getByText('Nog niet iedereen zei ja').waitFor();
    await album.look(sanne, 'recording-before-consent');
  });

  step('Sanne says her own yes', async () => {
    await sanne.goto(at(''));
    await sanne.getByRole('link', { name: 'Regel toestemming' }).click();
    await album.look(sanne, 'consent-asking');
    const own = sanne.locator(`form[action$="/consent"]`);
    for (const purpose of ['look', 'colleagues']) await own.locator(`[name=${purpose}][value=yes]`).check();
    for (const purpose of ['research', 'story', 'clip']) await own.locator(`[name=${purpose}][value=no]`).check();
    await own.getByRole('button').click();
    await sanne.locator('form[action$="/handover"]').waitFor();
    await album.look(sanne, 'consent-own-yes-said');
  });

  step('Merel reads and decides on the tablet, which leads nowhere else', async () => {
    const hand = sanne.locator('form[action$="/handover"]');
    await hand.locator('[name=pin]').fill(pin);
    await hand.getByRole('button').click();
    await sanne.waitForURL('**/mine/consent');
    await album.look(sanne, 'tablet-leaflet');
    for (const elsewhere of ['/home', at(''), '/people', '/journey', '/account']) {
      const answer = await sanne.goto(elsewhere);
      assert.equal(answer.status(), 403, `${elsewhere} can be reached with the tablet in hand`);
    }
    await album.look(sanne, 'tablet-leads-nowhere-else');
    await sanne.goto('/mine/consent');
    await sanne.getByRole('button', { name: 'Begin' }).click();
    await album.look(sanne, 'tablet-question', { still: true });
    const [yes, no] = [sanne.locator('button[value=yes]'), sanne.locator('button[value=no]')];
    const [a, b] = [await yes.boundingBox(), await no.boundingBox()];
    assert.deepEqual([a.width, a.height], [b.width, b.height], 'yes and no are equally large');
    await yes.click();
    await yes.click();
    await sanne.getByText('Leg het nog eens uit').click();
    await album.look(sanne, 'tablet-question-explained', { still: true });
    await no.click();
    await no.click();
    await no.click();
    await sanne.locator('[name=name]').fill(client);
    await album.look(sanne, 'tablet-name', { still: true });
    await sanne.locator('button[value=next]').click();
    await album.look(sanne, 'tablet-check', { still: true });
    await sanne.locator('button[value=next]').click();
    await sanne.getByText('Je kunt altijd stoppen').or(sanne.getByText('U kunt altijd stoppen')).first().waitFor();
    await album.look(sanne, 'tablet-done', { still: true });
    paper = {
      link: await sanne.locator('.paper__link a').getAttribute('href'),
      code: (await sanne.locator('.paper__code').innerText()).trim(),
    };
  });

  step('the tablet goes back with the code of Sanne, and only with that', async () => {
    await sanne.locator('a[href="/mine/back"]').first().click();
    await album.look(sanne, 'tablet-back');
    await sanne.locator('[name=pin]').fill('0000');
    await sanne.locator('form[action="/mine/back"]').getByRole('button').click();
    assert.match(sanne.url(), /\/mine\/back/);
    await sanne.locator('[name=pin]').fill(pin);
    await sanne.locator('form[action="/mine/back"]').getByRole('button').click();
    await sanne.goto(at(''));
    await sanne.getByRole('heading', { name: client }).waitFor();
    await album.look(sanne, 'path-after-consent');
  });

  step('every page seen is good to the eye, the ear and the rules', async () => {
    assert.deepEqual(await album.close(), []);
    for (const page of [sanne, ruud, merel]) assert.deepEqual(page.troubles, []);
  });
});
