// Everyone in the picture: an interpreter who chooses for themselves, consent on paper with a photo, what each of them
// read, keeping it longer, and stopping.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { openBrowser, person, scratch } from './lib/browser.mjs';
import { enter, ownYes, paperOn, settled, upload } from './lib/deeds.mjs';
import { film } from './lib/film.mjs';
import { House } from './lib/house.mjs';
import { Album } from './lib/pages.mjs';
import { paperOnPdf, pictureOf, wordsOf } from './lib/pdf.mjs';
import { signIn, visitorAs } from './lib/people.mjs';
import { freshConversation } from './lib/seed.mjs';
import { Visitor } from './lib/visitor.mjs';

const pin = '2468';

describe('everyone in the picture', () => {
  let house, browser, album, place, joris, desk, id, photo, interpreter, client, sheet;
  before(async () => {
    house = await House.open({ kind: 'demo' });
    browser = await openBrowser();
    place = await scratch('beside');
    album = await Album.open('consent-beside');
    desk = await visitorAs(house, 'Joris Smit');
    id = await freshConversation(house, desk, 'Ruud de Wit');
    await ownYes(desk, id, ['look']);
    joris = await person(browser, house, { size: 'wide' });
    await signIn(joris, 'Joris Smit');
  });
  after(async () => {
    await browser?.close();
    await house?.close();
    await place?.clear();
  });

  const answer = (page, name) => page.getByRole('button', { name, exact: true }).click();

  it('the client crosses a sheet on paper, and the professional enters it with a photo', async () => {
    await joris.goto(`/conversations/${id}/consent`);
    await album.look(joris, 'consent');
    await joris.getByRole('link', { name: 'Print het blad of vul in wat erop staat' }).click();
    await album.look(joris, 'enter');
    const [file] = await Promise.all([joris.waitForEvent('download'), answer(joris, 'Maak het blad')]);
    assert.equal(file.suggestedFilename(), 'toestemmingsformulier.pdf');
    const bytes = await readFile(await file.path());
    sheet = await paperOnPdf(bytes);
    const words = await wordsOf(bytes);
    for (const question of ['Mogen wij dit gesprek opnemen', "Mogen collega's meekijken"]) {
      assert.ok(words.includes(question), question);
    }
    // A picture of the sheet is the photo of it here.
    photo = join(place.folder, 'blad.png');
    await writeFile(photo, await pictureOf(bytes));
    for (const [n, said] of ['yes', 'no', 'yes', 'no', 'no'].entries()) {
      const purpose = ['look', 'colleagues', 'research', 'story', 'clip'][n];
      await joris.locator(`input[name=${purpose}][value=${said}]`).check();
    }
    await joris.getByLabel('Gekozen naam').fill('Zwaluw');
    await answer(joris, 'Leg vast');
    await joris.getByText('Voeg een foto of scan van het blad toe.').waitFor();
    assert.equal(await joris.getByLabel('Gekozen naam').inputValue(), 'Zwaluw', 'what was typed stays');
    assert.ok(await joris.locator('input[name=research][value=yes]').isChecked());
    await album.look(joris, 'enter-wrong', { still: true });
    await joris.getByLabel('Foto of scan van het blad').setInputFiles(photo);
    await answer(joris, 'Leg vast');
    await joris.waitForURL(`**/conversations/${id}/consent`);
    await joris.getByText('Teksten en papieren').click();
    await joris.getByRole('link', { name: /^Foto van het blad van Zwaluw/ }).waitFor();
    await album.look(joris, 'consent-on-paper');
    client = await enter(house, sheet);
    const agreed = (await client.get('/mine/agreed')).text;
    assert.match(agreed, /Zie de foto van uw blad/);
    const address = agreed.match(/href="(\/papers\/[^"]+)"/)[1];
    const seen = await client.get(address);
    assert.equal(seen.headers['content-type'], 'image/png');
    assert.ok(seen.bytes.equals(await readFile(photo)), 'the same photo, byte for byte');
    assert.match(seen.headers['content-security-policy'], /sandbox/);
    for (const name of ['Ruud de Wit', 'Bram Hendriks', 'Wim Peters', 'Els van Dam', 'Sanne Verhoef']) {
      assert.equal((await (await visitorAs(house, name)).get(address)).status, 404, name);
    }
    assert.match((await client.get('/mine/seen')).text, /in wat u kruiste op papier/);
  });

  it('an interpreter is there too, and nothing starts without their yes', async () => {
    assert.equal((await desk.get(`/conversations/${id}/recording`)).status, 200);
    await joris.goto(`/conversations/${id}/beside`);
    await album.look(joris, 'beside-nobody');
    await joris.getByLabel('Wie is het?').selectOption('interpreter');
    await answer(joris, 'Voeg toe');
    await joris.getByRole('heading', { name: 'tolk', exact: true }).waitFor();
    await album.look(joris, 'beside');
    assert.equal((await desk.get(`/conversations/${id}/recording`)).status, 403, 'nothing can be recorded');
    await joris.goto(`/conversations/${id}`);
    await album.look(joris, 'path-waits');
    await joris.goto('/home');
    await joris.getByText('Vraag wie er nog bij is om toestemming').first().waitFor();
  });

  it('on the screen they are handed, they read their own leaflet and choose, card by card', async () => {
    await joris.goto(`/conversations/${id}/beside`);
    await joris.getByLabel('Pincode').fill('12');
    await joris.locator('form:has(input[name=pin])').evaluate((form) => (form.noValidate = true));
    await answer(joris, 'Geef het scherm');
    await joris.getByText('Kies vier tot acht cijfers.').waitFor();
    await album.look(joris, 'beside-pin-wrong', { still: true });
    await joris.getByLabel('Pincode').fill(pin);
    await answer(joris, 'Geef het scherm');
    await joris.waitForURL('**/mine/consent');
    await album.look(joris, 'leaflet');
    await joris.getByText('U staat er ook op').first().waitFor();
    await answer(joris, 'Begin');
    // The screen cannot wander off.
    assert.equal((await joris.goto(`/conversations/${id}`)).status(), 403);
    await joris.goto('/mine/consent');
    await answer(joris, 'Begin');
    await album.look(joris, 'card', { still: true });
    for (const said of ['Ja', 'Nee', 'Ja', 'Nee', 'Nee']) await answer(joris, said);
    await joris.getByRole('heading', { name: 'Klopt dit?' }).waitFor();
    await answer(joris, 'Ja, dit klopt');
    await joris.locator('.paper__picture svg').waitFor();
    await album.look(joris, 'done', { still: true });
    interpreter = paperOn(await joris.content());
    await joris.getByRole('link', { name: 'Geef het scherm terug' }).click();
    await joris.getByLabel('Pincode').fill(pin);
    await answer(joris, 'Open');
    await joris.waitForURL(`**/conversations/${id}/beside`);
    assert.equal((await desk.get(`/conversations/${id}/recording`)).status, 200);
  });

  it('at home they have a place of their own, and no look', async () => {
    const page = await person(browser, house, { size: 'phone' });
    await page.goto(interpreter.link);
    await page.getByLabel('Uw code').fill(interpreter.code);
    await answer(page, 'Open');
    await page.waitForURL('**/mine');
    await album.look(page, 'place');
    await page.getByRole('link', { name: 'Wie keek er?' }).click();
    await page.getByText('zei u ja').or(page.getByText('de tolk')).first().waitFor();
    await album.look(page, 'seen');
    await page.goto('/mine/agreed');
    await page.getByRole('link', { name: 'Lees wat er stond' }).first().click();
    await page.getByText('Dit is precies de tekst').waitFor();
    await page.getByText('U staat er ook op').first().waitFor();
    await album.look(page, 'text');
    const visitor = await Visitor.from(page.context(), house.address);
    for (const path of [
      'look',
      'dialogue',
      'recording',
      'tell',
      'rating',
      'cards',
      'plan',
      'tryout',
      'mine',
      'beside',
    ]) {
      const { status } = await visitor.get(`/conversations/${id}/${path}`);
      assert.ok([303, 401, 403, 404].includes(status), `${path}: ${status}`);
    }
    for (const path of ['/mine/tell', '/mine/interview']) {
      assert.ok([403, 404].includes((await visitor.get(path)).status), path);
    }
    assert.deepEqual(page.troubles, []);
    await page.context().close();
  });

  it('after the conversation all three are asked again, and the days are counted', async () => {
    await upload(desk, id, await readFile(await film(place.folder)));
    assert.equal(await settled(desk, id), 'ready');
    await joris.goto(`/conversations/${id}/second`);
    await answer(joris, 'Ja, het blijft zo');
    await joris.getByText(/Wacht op het tweede ja van Zwaluw en tolk, nog 14 dagen/).waitFor();
    await album.look(joris, 'second-waits');
    // The client does it on paper again.
    await joris.getByRole('link', { name: 'Print het blad of vul in wat erop staat' }).click();
    for (const purpose of ['look', 'colleagues', 'research', 'story', 'clip']) {
      const said = ['look', 'research'].includes(purpose) ? 'yes' : 'no';
      await joris.locator(`input[name=${purpose}][value=${said}]`).check();
    }
    await joris.getByLabel('Foto of scan van het blad').setInputFiles(photo);
    await album.look(joris, 'enter-second', { still: true });
    await answer(joris, 'Leg vast');
    await joris.waitForURL(`**/conversations/${id}/second`);
    await joris.getByText('Wacht op het tweede ja van tolk').waitFor();
    const coach = await visitorAs(house, 'Ruud de Wit');
    assert.equal((await coach.get(`/conversations/${id}/look`)).status, 403, 'the coach waits for the interpreter');
    const them = await enter(house, interpreter);
    assert.match((await them.get('/mine')).text, /U hebt nog 14 dagen/);
    assert.equal((await them.post('/mine/second', { at: '0', go: 'keep' })).status, 200);
    assert.equal((await coach.get(`/conversations/${id}/look`)).status, 200);
  });

  it('keeping it longer takes a new yes of everyone; a no is nowhere', async () => {
    await joris.goto(`/conversations/${id}/longer`);
    await album.look(joris, 'longer');
    await joris.getByLabel('Hoe lang erbij?').selectOption('6');
    await answer(joris, 'Vraag het aan iedereen');
    await joris.getByText('Gevraagd is: tot').waitFor();
    await album.look(joris, 'longer-asked');
    const end = async () =>
      (await desk.get(`/conversations/${id}/consent`)).text.match(/Alles wordt gewist op ([^,]+),/)[1];
    const before = await end();
    const page = await person(browser, house, { size: 'phone' });
    await page.goto(sheet.link);
    await page.getByLabel('Uw code').fill(sheet.code);
    await answer(page, 'Open');
    await page.getByRole('link', { name: 'Bekijk de vraag' }).click();
    await album.look(page, 'longer-question');
    await answer(page, 'Nee');
    await page.getByText('Uw nee staat nergens.').waitFor();
    await album.look(page, 'longer-no', { still: true });
    assert.equal(await end(), before);
    await page.goto('/mine/longer');
    await answer(page, 'Ja');
    assert.equal(await end(), before, 'the interpreter has yet to say yes');
    const them = await enter(house, interpreter);
    assert.equal((await them.post('/mine/longer', { go: 'yes' })).status, 200);
    assert.notEqual(await end(), before);
    await page.goto('/mine/seen');
    await page.getByText('zei iedereen ja tegen langer').waitFor();
    assert.deepEqual(page.troubles, []);
    await page.context().close();
  });

  it('the register shows all three as facts with their texts, and the interpreter can stop it all', async () => {
    const bram = await person(browser, house);
    await signIn(bram, 'Bram Hendriks');
    await bram.goto(`/register/${id}`);
    await bram.getByText('op papier').first().waitFor();
    await album.look(bram, 'registered');
    assert.ok(!(await bram.content()).includes('/papers/'), 'the officer has no road to the photo');
    await bram
      .getByRole('link', { name: /^tekst/ })
      .first()
      .click();
    await bram.getByText('Dit is precies de tekst').waitFor();
    await bram.context().close();
    const page = await person(browser, house, { size: 'phone' });
    await page.goto(interpreter.link);
    await page.getByLabel('Uw code').fill(interpreter.code);
    await answer(page, 'Open');
    await page.goto('/mine/stop');
    await answer(page, 'Wis alles');
    await answer(page, 'Ja, wis alles');
    await page.waitForURL('**/mine/receipt');
    await album.look(page, 'receipt');
    assert.equal((await desk.get(`/conversations/${id}/look`)).status, 410);
    assert.match((await client.get('/mine/receipt')).text, /Iemand die erbij was, stopte op .*de foto van het blad/s);
    await page.context().close();
  });

  it('every page seen is good to the eye, the ear and the rules', async () => {
    assert.deepEqual(
      joris.troubles.filter((one) => !one.includes('status of 4')),
      [],
    );
    assert.deepEqual(await album.close(), []);
  });
});
