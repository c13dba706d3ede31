// Consent beside the main road: a no, changing one's mind, the second yes on a handed-over screen, the doors of the
// client's place, stopping with one thing and with everything, and the privacy officer's register.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { readFile } from 'node:fs/promises';
import { openBrowser, person, scratch } from './lib/browser.mjs';
import { enter, expect, ownYes, settled, upload } from './lib/deeds.mjs';
import { film } from './lib/film.mjs';
import { House } from './lib/house.mjs';
import { Album } from './lib/pages.mjs';
import { signIn, visitorAs } from './lib/people.mjs';
import { freshConversation } from './lib/seed.mjs';

const pin = '2468';

describe('consent beside the main road', () => {
  let house, browser, album, place, sanne, desk, id, paper, client;
  before(async () => {
    house = await House.open({ kind: 'demo' });
    browser = await openBrowser();
    place = await scratch('consent');
    album = await Album.open('consent');
    desk = await visitorAs(house, 'Joris Smit');
    id = await freshConversation(house, desk, 'Ruud de Wit');
    sanne = await person(browser, house, { size: 'tablet' });
    await signIn(sanne, 'Joris Smit');
  });
  after(async () => {
    await browser?.close();
    await house?.close();
    await place?.clear();
  });

  const answer = (page, name) => page.getByRole('button', { name, exact: true }).click();

  it('the leaflet can be read and read aloud, by staff and by clients', async () => {
    await sanne.goto(`/conversations/${id}/leaflet`);
    await album.look(sanne, 'leaflet');
    // The device is asked to speak, and to stop when asked again.
    await sanne.evaluate(() => {
      globalThis.said = [];
      speechSynthesis.speak = (one) => globalThis.said.push([one.lang, one.text]);
      speechSynthesis.cancel = () => globalThis.said.push('stop');
    });
    const aloud = sanne.locator('mz-read-aloud button');
    await aloud.click();
    assert.equal(await aloud.getAttribute('aria-pressed'), 'true');
    const said = await sanne.evaluate(() => globalThis.said);
    assert.deepEqual(said[1], ['nl', 'Mogen wij dit gesprek opnemen?']);
    assert.ok(said.length > 15, 'all of it is read');
    assert.ok(!JSON.stringify(said).includes('Lees voor'), 'but not the button');
    await aloud.click();
    assert.equal(await aloud.innerText(), 'Lees voor');
    assert.equal((await sanne.evaluate(() => globalThis.said)).at(-1), 'stop');
  });

  it('a no is a good answer: nothing is kept, and the screen goes back', async () => {
    await ownYes(desk, id, ['look', 'colleagues', 'research']);
    const before = (await desk.get(`/conversations/${id}/consent`)).text;
    await sanne.goto(`/conversations/${id}/consent`);
    await sanne.getByLabel('Pincode').fill(pin);
    await answer(sanne, 'Geef het scherm');
    await answer(sanne, 'Begin');
    await answer(sanne, 'Nee');
    await sanne.getByText('Wij nemen niets op en schrijven uw nee nergens op.').waitFor();
    await album.look(sanne, 'no', { still: true });
    await sanne.getByRole('link', { name: 'Geef het scherm terug' }).click();
    await sanne.getByLabel('Pincode').fill(pin);
    await answer(sanne, 'Open');
    await sanne.waitForURL(`**/conversations/${id}/consent`);
    assert.equal((await desk.get(`/conversations/${id}/consent`)).text, before, 'the page tells of no no');
    assert.equal((await desk.get(`/conversations/${id}/recording`)).status, 403, 'nothing can be recorded');
  });

  it('the client asks for a link, and chooses at home', async () => {
    await sanne.goto(`/conversations/${id}/consent`);
    await answer(sanne, 'Maak link en code');
    await sanne.locator('.paper__picture svg').waitFor();
    await album.look(sanne, 'paper', { still: true });
    paper = {
      link: new URL(await sanne.locator('.paper__link a').getAttribute('href')).pathname,
      code: await sanne.locator('.paper__code').innerText(),
    };
    client = await person(browser, house, { size: 'phone' });
    await client.goto(paper.link);
    await client.getByLabel('Uw code').fill(paper.code.toLowerCase());
    await answer(client, 'Open');
    await client.waitForURL('**/mine');
    await album.look(client, 'place-asked');
    await client.getByRole('link', { name: 'Bekijk de vragen' }).click();
    await album.look(client, 'leaflet-of-the-client');
    await answer(client, 'Begin');
    for (const said of ['Ja', 'Ja', 'Nee']) await answer(client, said);
    // Going back asks the last question again.
    await answer(client, 'Vorige');
    await client.getByRole('heading', { name: 'Mogen wij dit gesprek gebruiken voor onderzoek?' }).waitFor();
    for (const said of ['Ja', 'Nee', 'Ja']) await answer(client, said);
    await client.getByLabel('Uw naam hier').fill('12345');
    await answer(client, 'Verder');
    await client.getByText('met minstens één letter').waitFor();
    await album.look(client, 'name-wrong', { still: true });
    await client.getByLabel('Uw naam hier').fill('Linde');
    await answer(client, 'Verder');
    await album.look(client, 'check', { still: true });
    await answer(client, 'Ja, dit klopt');
    await client.getByText('U kunt altijd stoppen.').waitFor();
    await album.look(client, 'done-at-home', { still: true });
    await client.goto('/mine/agreed');
    await album.look(client, 'agreed');
    assert.equal(await client.getByText('geen ja').count(), 1);
  });

  it('a code of their own makes the paper one useless', async () => {
    await client.goto('/mine');
    await client.getByRole('link', { name: 'Uw link en uw apparaten' }).click();
    await client.getByRole('link', { name: /^Maak een code die alleen u kent/ }).click();
    await client.getByLabel('Uw code').fill(paper.code);
    await answer(client, 'Maak een nieuwe code');
    const own = (await client.locator('.paper__code').innerText()).trim();
    await album.look(client, 'own-code', { still: true });
    await assert.rejects(enter(house, paper), /the code: 422/);
    await enter(house, { link: paper.link, code: own });
    paper.code = own;
    await client.goto('/mine/seen');
    await client.getByText('kwam iemand binnen met uw code').first().waitFor();
    await album.look(client, 'seen');
  });

  it('after the conversation the second yes can be said on the screen too, and something can change', async () => {
    await upload(desk, id, await readFile(await film(place.folder)));
    assert.equal(await settled(desk, id), 'ready');
    await sanne.goto(`/conversations/${id}/second`);
    await album.look(sanne, 'second-of-the-professional');
    await answer(sanne, 'Ja, het blijft zo');
    await sanne.getByLabel('Pincode').fill(pin);
    await answer(sanne, 'Geef het scherm');
    await sanne.waitForURL('**/mine/second');
    await album.look(sanne, 'second-on-the-screen');
    await answer(sanne, 'Ik wil iets veranderen');
    await sanne.getByText('U zei hier ja. Blijft dat zo?').waitFor();
    await album.look(sanne, 'second-question', { still: true });
    for (const said of ['Nee', 'Ja', 'Nee', 'Nee']) await answer(sanne, said);
    await album.look(sanne, 'second-check', { still: true });
    await answer(sanne, 'Ja, dit klopt');
    await sanne.getByText('Dit blijft zoals u koos.').waitFor();
    await sanne.getByRole('link', { name: 'Geef het scherm terug' }).click();
    await sanne.getByLabel('Pincode').fill(pin);
    await answer(sanne, 'Open');
    await sanne.waitForURL(`**/conversations/${id}/second`);
    await album.look(sanne, 'second-of-everyone');
    await client.goto('/mine/agreed');
    await client.getByText('U stopte met: collega').waitFor();
    await album.look(client, 'agreed-after');
  });

  it('the register shows facts, and stops one thing on the client’s word', async () => {
    const bram = await person(browser, house);
    await signIn(bram, 'Bram Hendriks');
    await bram.goto('/register');
    await album.look(bram, 'register');
    await bram.goto(`/register/${id}`);
    await album.look(bram, 'registered');
    assert.ok(!(await bram.content()).includes('Linde'), 'no code name in the register');
    await bram.goto('/privacy/audit');
    await bram.getByText('regels kloppen en sluiten op elkaar aan').waitFor();
    await album.look(bram, 'audit');
    await bram.goto(`/register/${id}`);
    await answer(bram, 'Stop alleen met: onderzoek');
    await bram.getByText('is gestopt met: onderzoek').waitFor();
    await answer(bram, 'Stop met alles');
    await album.look(bram, 'register-sure', { still: true });
    await bram.getByRole('link', { name: 'Terug' }).click();
    assert.deepEqual(bram.troubles, []);
    await bram.context().close();
  });

  it('the client stops with everything, and keeps the receipt', async () => {
    await client.goto('/mine');
    await album.look(client, 'place-after');
    await client.goto('/mine/stop');
    await album.look(client, 'stop');
    await answer(client, 'Wis alles');
    await album.look(client, 'sure', { still: true });
    await answer(client, 'Ja, wis alles');
    await client.waitForURL('**/mine/receipt');
    await client.getByText('Wij hebben gewist: de video').waitFor();
    await album.look(client, 'receipt');
    await sanne.goto(`/conversations/${id}/consent`);
    await album.look(sanne, 'consent-ended');
    await sanne.goto(`/conversations/${id}`);
    await album.look(sanne, 'path-ended');
    assert.equal((await desk.get(`/conversations/${id}/look`)).status, 410);
    // The link still leads to the receipt, on another device as well.
    const elsewhere = await enter(house, paper);
    assert.equal((await elsewhere.get('/mine')).headers.location, '/mine/receipt');
    const receipt = expect(await elsewhere.get('/mine/receipt'), 'the receipt', 200);
    assert.match(receipt.text, /Niemand kan het nog openen/);
  });

  it('every page seen is good to the eye, the ear and the rules', async () => {
    assert.deepEqual(
      sanne.troubles.filter((one) => !one.includes('status of 4')),
      [],
    );
    assert.deepEqual(
      client.troubles.filter((one) => !one.includes('status of 4')),
      [],
    );
    assert.deepEqual(await album.close(), []);
  });
});
