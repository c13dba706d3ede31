// Passkeys: made, named, signed in with instead of a password, as the second step and as a proof anew, and removed.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openBrowser, person } from './lib/browser.mjs';
import { House } from './lib/house.mjs';
import { Album } from './lib/pages.mjs';
import { byName, withDevice } from './lib/passkeys.mjs';
import { demoPassword, signIn } from './lib/people.mjs';

describe('passkeys', () => {
  let house, browser, album, page, device;
  before(async () => {
    house = await House.open({ kind: 'demo', env: { MEERZIEN_FRESH_MINUTES: '1' } });
    browser = await openBrowser();
    album = await Album.open('passkeys');
    page = await person(browser, byName(house));
    device = await withDevice(page);
  });
  after(async () => {
    await browser?.close();
    await house?.close();
  });

  const signOut = () => page.locator('form[action="/sign-out"] button').first().click();

  it('is made on one’s own page, with a name, and gives codes on paper', async () => {
    await signIn(page, 'Ruud de Wit');
    await page.goto('/account/second');
    await page.getByRole('link', { name: 'Maak een toegangssleutel' }).click();
    await album.look(page, 'make');
    await page.getByRole('button', { name: 'Maak de sleutel' }).click();
    assert.match(page.url(), /passkeys\/new$/, 'it needs a name first');
    await page.getByLabel('Naam van de sleutel').fill('laptop van het werk');
    await page.getByRole('button', { name: 'Maak de sleutel' }).click();
    await page.getByRole('heading', { name: 'Je herstelcodes' }).waitFor();
    await page.getByRole('link', { name: 'Ik heb ze bewaard' }).click();
    await page.getByText('laptop van het werk').first().waitFor();
    assert.equal((await device.keys()).length, 1);
    await album.look(page, 'made');
  });

  it('gets another name', async () => {
    await page.getByText('Andere naam').click();
    await page.getByLabel('Naam van de sleutel').fill('mijn telefoon');
    await page.getByRole('button', { name: 'Bewaar de naam' }).click();
    await page.getByText('mijn telefoon').first().waitFor();
    await signOut();
  });

  it('signs in without a password or an address, by keyboard', async () => {
    await page.goto('/sign-in?next=/account');
    await album.look(page, 'sign-in');
    await page.getByRole('button', { name: 'Log in met een toegangssleutel' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/account');
    await page.getByRole('heading', { name: 'Ruud de Wit' }).waitFor();
    await signOut();
  });

  it('a finger that is not right signs nobody in, and the page says what to do', async () => {
    await device.answers(false);
    await page.goto('/sign-in');
    await page.getByRole('button', { name: 'Log in met een toegangssleutel' }).click();
    await page.getByText('Het lukte niet met je apparaat').first().waitFor();
    await album.look(page, 'sorry', { still: true });
    await device.answers(true);
  });

  it('is the second step after a password', async () => {
    await page.goto('/sign-in');
    await page.getByLabel('E-mailadres').fill('ruud@waterlandaanzee.example');
    await page.getByLabel('Wachtwoord', { exact: true }).fill(demoPassword);
    await page.getByRole('button', { name: 'Log in', exact: true }).click();
    await page.waitForURL('**/sign-in/second');
    await album.look(page, 'second');
    await page.getByRole('button', { name: 'Gebruik een toegangssleutel' }).click();
    await page.waitForURL('**/home');
  });

  it('is the proof before what reaches far, and is removed', async () => {
    await new Promise((done) => setTimeout(done, 61_000));
    await page.goto('/account/second');
    await page.getByRole('button', { name: 'Haal weg' }).click();
    await page.getByRole('heading', { name: 'Ben jij het?' }).waitFor();
    await album.look(page, 'fresh', { still: true });
    await page.getByRole('button', { name: 'Gebruik een toegangssleutel' }).click();
    await page.waitForURL('**/account/second');
    assert.equal(await page.getByText('mijn telefoon').count(), 0);
    await signOut();
    await page.goto('/sign-in');
    await page.getByRole('button', { name: 'Log in met een toegangssleutel' }).click();
    await page.getByText('Deze toegangssleutel werkt hier niet').waitFor();
    assert.deepEqual(page.troubles, []);
  });

  it('all pages are in order', async () => {
    assert.deepEqual(await album.close(), []);
  });
});
