// People come in: the front page, signing in, one's home by role, inviting somebody, one's devices.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openBrowser, person } from './lib/browser.mjs';
import { House } from './lib/house.mjs';
import { Album } from './lib/pages.mjs';
import { demoPassword, signIn } from './lib/people.mjs';

describe('people come in', () => {
  let house, browser, album;
  before(async () => {
    house = await House.open({ kind: 'demo' });
    browser = await openBrowser();
    album = await Album.open('people');
  });
  after(async () => {
    await browser?.close();
    await house?.close();
  });

  it('the front page tells what this is, without script or cookie', async () => {
    const context = await browser.newContext({ baseURL: house.address, locale: 'nl-NL', javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto('/');
    await page.getByRole('heading', { level: 1, name: 'Samen terugkijken, samen leren' }).waitFor();
    assert.deepEqual(await context.cookies(), []);
    await context.close();
    const visitor = await person(browser, house);
    await visitor.goto('/');
    await album.look(visitor, 'front');
    assert.deepEqual(visitor.troubles, []);
    await visitor.context().close();
  });

  it('a wrong password gets one sentence and loses nothing that was typed; the right one comes in', async () => {
    const page = await person(browser, house);
    await page.goto('/sign-in');
    await album.look(page, 'sign-in');
    await page.getByLabel('E-mailadres').fill('sanne@waterlandaanzee.example');
    await page.getByLabel('Wachtwoord', { exact: true }).fill('dit is het niet');
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.getByText('passen niet bij elkaar').waitFor();
    assert.equal(await page.getByLabel('E-mailadres').inputValue(), 'sanne@waterlandaanzee.example');
    await album.look(page, 'sign-in-wrong', { still: true });
    await page.getByLabel('Wachtwoord', { exact: true }).fill(demoPassword);
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.waitForURL('**/home');
    await page.context().close();
  });

  for (const [name, label] of [
    ['Joris Smit', 'home-professional-empty'],
    ['Els van Dam', 'home-manager'],
    ['Bram Hendriks', 'home-privacy-officer'],
    ['Wim Peters', 'home-administrator'],
  ]) {
    it(`${name} has a home of their own`, async () => {
      const page = await person(browser, house);
      await signIn(page, name);
      await album.look(page, label);
      assert.deepEqual(page.troubles, []);
      await page.context().close();
    });
  }

  it('the administrator invites somebody, who comes in by the link, once', async () => {
    const page = await person(browser, house);
    await signIn(page, 'Wim Peters');
    await page.getByRole('navigation').getByRole('link', { name: 'Mensen' }).click();
    await album.look(page, 'people');
    const invite = page.locator('form[action="/people/invitations"]');
    await invite.getByLabel('E-mailadres').fill('lotte@waterlandaanzee.example');
    await invite.getByRole('checkbox', { name: 'coach' }).check();
    await invite.getByRole('button').click();
    const link = page.locator('a[href*="/invitation/"]');
    const address = await link.getAttribute('href');
    await album.look(page, 'people-invited', { still: true });
    const newcomer = await person(browser, house, { size: 'phone' });
    await newcomer.goto(address);
    await album.look(newcomer, 'invitation');
    await newcomer.getByLabel('Hoe heet je?').fill('Lotte Vos');
    await newcomer.getByLabel('Kies een wachtwoord').fill('te kort');
    await newcomer.getByRole('button', { name: 'Begin' }).click();
    await newcomer.getByText('Dit wachtwoord is te kort').waitFor();
    assert.equal(await newcomer.getByLabel('Hoe heet je?').inputValue(), 'Lotte Vos');
    await newcomer.getByLabel('Kies een wachtwoord').fill('een wachtwoord dat lang genoeg is');
    await newcomer.getByRole('button', { name: 'Begin' }).click();
    await newcomer.waitForURL('**/home');
    await newcomer.goto('/account');
    await album.look(newcomer, 'account');
    const again = await newcomer.request.get(address);
    assert.equal(again.status(), 404, 'an invitation is worth one account');
    await newcomer.context().close();
    await page.context().close();
  });

  it('a device can be signed out from another', async () => {
    const [here, there] = [await person(browser, house), await person(browser, house, { size: 'phone' })];
    await signIn(here, 'Anne Mulder');
    await signIn(there, 'Anne Mulder');
    await here.goto('/account');
    await here.locator('form[action="/account/sessions/end"] button').click();
    await there.goto('/home');
    assert.match(there.url(), /\/sign-in\?next=/);
    await here.goto('/home');
    assert.match(here.url(), /\/home$/);
    await here.context().close();
    await there.context().close();
  });

  it('every page seen is good to the eye, the ear and the rules', async () => {
    assert.deepEqual(await album.close(), []);
  });
});
