// Having a part taken out: the client on a phone, the professional at a desk, and an interpreter without a script.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { openBrowser, person, scratch, sizes } from './lib/browser.mjs';
import { clientLink, clientYes, enter, expect, makeLook, ownYes, paperOn, settled, upload } from './lib/deeds.mjs';
import { film } from './lib/film.mjs';
import { House } from './lib/house.mjs';
import { Album } from './lib/pages.mjs';
import { addCompanion } from './lib/paper.mjs';
import { signIn, visitorAs } from './lib/people.mjs';
import { freshConversation } from './lib/seed.mjs';

describe('a part is taken out', () => {
  let house, browser, album, place, id, desk, client, paper, beside, sanne, phone, look;
  before(async () => {
    house = await House.open({ kind: 'demo' });
    browser = await openBrowser();
    place = await scratch('cut');
    album = await Album.open('cut');
    desk = await visitorAs(house, 'Sanne Verhoef');
    id = await freshConversation(house, desk, 'Ruud de Wit');
    await ownYes(desk, id, ['look']);
    paper = await clientLink(desk, id);
    client = await enter(house, paper);
    await clientYes(client, 'Merel');
    const who = await addCompanion(desk, id);
    const link = expect(await desk.post(`/conversations/${id}/beside/${who}/link`), 'their link', 200);
    beside = paperOn(link.text);
    const interpreter = await enter(house, beside);
    const yes = { at: '7', go: 'next', yes: 'look' };
    expect(await interpreter.post('/mine/consent', yes), 'their yes', 200);
    const early = await client.post('/mine/cut', { go: 'sure', from_seconds: '1', to_seconds: '3', timeline: '0' });
    assert.equal(early.status, 403, 'there is nothing to cut from yet');
    await upload(desk, id, await readFile(await film(place.folder, 'gesprek.mp4', 14)));
    assert.equal(await settled(desk, id), 'ready');
    look = (await makeLook(client, id, 'Ik merkte dit', { moments: 3 })).look;
    sanne = await person(browser, house, { size: 'wide' });
    await signIn(sanne, 'Sanne Verhoef');
    phone = await person(browser, house, { size: 'phone' });
    await phone.goto(paper.link);
    await phone.locator('input[name=code]').fill(paper.code);
    await phone.locator('form:has(input[name=code]) button').click();
    await phone.waitForURL('**/mine');
  });
  after(async () => {
    await browser?.close();
    await house?.close();
    await place?.clear();
  });

  const button = (page, name) => page.getByRole('button', { name, exact: true });
  const untilDone = async (visitor) => {
    for (let wait = 0; wait < 600; wait += 1) {
      if (!(await visitor.get('/mine/cut')).text.includes('Wij halen')) return;
      await new Promise((done) => setTimeout(done, 100));
    }
    throw new Error('the cut was not done within a minute');
  };

  it('the client points the part out with two big buttons, is asked once, and reads that it is gone', async () => {
    await album.look(phone, 'place');
    await phone.getByRole('link', { name: /^Haal een stuk uit de video/ }).click();
    await album.look(phone, 'choose');
    // Nothing chosen yet: the page says what is missing.
    await button(phone, 'Verder').click();
    await phone.getByText('Vul bij begin en einde een tijd in.').waitFor();
    await album.look(phone, 'wrong', { still: true });
    const to = async (seconds) => {
      await phone.locator('video').evaluate(async (video, seconds) => {
        if (video.readyState < 1)
          await new Promise((done) => video.addEventListener('loadedmetadata', done, { once: true }));
        const sought = new Promise((done) => video.addEventListener('seeked', done, { once: true }));
        video.currentTime = seconds;
        await sought;
      }, seconds);
      await phone.waitForTimeout(300);
    };
    await to(2);
    await button(phone, 'Hier begint het').click();
    await to(6);
    await button(phone, 'Hier stopt het').click();
    assert.equal(await phone.locator('#from-seconds').inputValue(), '2');
    assert.equal(await phone.locator('#to-seconds').inputValue(), '6');
    await button(phone, 'Verder').click();
    await phone.getByText('Dit stuk gaat weg: van 0:02 tot 0:06.').waitFor();
    await album.look(phone, 'sure', { still: true });
    // The way back is as near as the way on.
    await phone.getByRole('link', { name: 'Nee, ga terug' }).click();
    await phone.locator('#from-seconds').fill('2');
    await phone.locator('#to-seconds').fill('6');
    await button(phone, 'Verder').click();
    await button(phone, 'Ja, haal dit stuk eruit').click();
    await phone.waitForURL('**/mine/cut');
    await untilDone(client);
    await phone.goto('/mine/cut');
    await phone.getByText(/van 0:02 tot 0:06.*Het is weg sinds/).waitFor();
    await album.look(phone, 'done');
    await phone.goto('/mine/seen');
    await phone.getByText('vroeg u om een stuk uit de video te halen').waitFor();
    assert.deepEqual(phone.troubles, []);
  });

  it('the professional reads at home that it happened, and can do the same by keyboard alone', async () => {
    await sanne.goto('/home');
    await sanne.getByText('Er is een stuk van 0:04 uit de opname gehaald').first().waitFor();
    await album.look(sanne, 'home');
    await sanne.goto(`/conversations/${id}`);
    await sanne.getByRole('link', { name: 'Haal een stuk uit de video' }).focus();
    await sanne.keyboard.press('Enter');
    await sanne.waitForURL(`**/conversations/${id}/cut`);
    await album.look(sanne, 'professional');
    assert.equal(await sanne.getByText('van 0:02 tot 0:06').count(), 0, 'not where');
    await sanne.getByText('een stuk van 4 seconden').waitFor();
    await sanne.locator('#from-seconds').focus();
    await sanne.keyboard.type('0');
    await sanne.locator('#to-seconds').focus();
    await sanne.keyboard.type('10');
    await sanne.keyboard.press('Enter');
    await sanne.getByText('Zo blijft er niets over.').waitFor();
    await album.look(sanne, 'all', { still: true });
    await sanne.getByRole('link', { name: 'Stop met alles' }).waitFor();
    assert.deepEqual(sanne.troubles, []);
  });

  it('an interpreter says the times, without a player and without a script', async () => {
    const context = await browser.newContext({
      baseURL: house.address,
      locale: 'nl-NL',
      viewport: sizes.phone,
      javaScriptEnabled: false,
    });
    const page = await context.newPage();
    await page.goto(beside.link);
    await page.locator('input[name=code]').fill(beside.code);
    await page.locator('form:has(input[name=code]) button').click();
    await page.waitForURL('**/mine');
    await page.getByText('Er is een stuk van 4 seconden uit de video gehaald.').waitFor();
    await page.getByRole('link', { name: /^Haal een stuk uit de video/ }).click();
    await page.getByText('Hier kunt u niet kijken.').waitFor();
    assert.equal(await page.locator('video, audio').count(), 0);
    await page.locator('#from-minutes').fill('0');
    await page.locator('#from-seconds').fill('7');
    await page.locator('#to-minutes').fill('0');
    await page.locator('#to-seconds').fill('9');
    await button(page, 'Verder').click();
    await page.getByText('van 0:07 tot 0:09').waitFor();
    await button(page, 'Ja, haal dit stuk eruit').click();
    await page
      .getByRole('link', { name: 'Kijk of het klaar is' })
      .or(page.getByText('Het is weg sinds'))
      .first()
      .waitFor();
    await untilDone(client);
    await page.goto('/mine/cut');
    await page.getByText('Het is weg sinds').first().waitFor();
    await context.close();
    const there = await person(browser, house, { size: 'phone' });
    await there.goto(beside.link);
    await there.locator('input[name=code]').fill(beside.code);
    await there.locator('form:has(input[name=code]) button').click();
    await there.waitForURL('**/mine');
    await album.look(there, 'beside-place');
    await there.goto('/mine/cut');
    await album.look(there, 'beside');
    assert.deepEqual(there.troubles, []);
  });

  it('a look that stood open meanwhile writes nothing at old times, and keeps what was typed on the page', async () => {
    await phone.goto(`/looks/${look}`);
    const cut = { go: 'sure', from_seconds: '0', to_seconds: '1', timeline: '2' };
    expect(await desk.post(`/conversations/${id}/cut`, cut), 'a third cut', 303);
    await untilDone(client);
    await button(phone, 'Dit raakt mij').or(phone.locator('button[data-mark]').first()).first().click();
    await phone.locator('[name=note]').fill('Dit schreef ik net op');
    await phone.locator('[data-part=refusal]').getByText('De tijden zijn nu anders.').waitFor();
    await album.look(phone, 'moved', { still: true });
    assert.equal(await phone.locator('[name=note]').inputValue(), 'Dit schreef ik net op');
    assert.ok(!(await client.get(`/looks/${look}`)).text.includes('Dit schreef ik net op'));
    phone.troubles.length = 0;
  });

  it('every page was fit to look at', async () => {
    assert.deepEqual(await album.close(), []);
  });
});
