// A second step besides the password: making one, coming in by it, codes on paper, proving anew before what reaches far.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { after, before, describe, it } from 'node:test';
import { openBrowser, person } from './lib/browser.mjs';
import { House, programPath } from './lib/house.mjs';
import { Album } from './lib/pages.mjs';
import { signIn } from './lib/people.mjs';
import { Authenticator } from './lib/second.mjs';

const password = 'een lang eigen wachtwoord';
const email = 'ada@elders.example';

describe('a second step', () => {
  let house, browser, album, app, codes;
  before(async () => {
    house = await House.open({ kind: 'demo' });
    await new Promise((done, fail) => {
      const words = ['admin', 'init', '--data', house.data, '--organisation', 'Gemeente Elders', '--phone', '010 1'];
      words.push('--privacy-officer', 'fg@elders.example', '--name', 'Ada Elders', '--email', email);
      const child = execFile(programPath, words, (error, _, said) => (error ? fail(new Error(said)) : done()));
      child.stdin.end(`${password}\n`);
    });
    browser = await openBrowser();
    album = await Album.open('identity');
  });
  after(async () => {
    await browser?.close();
    await house?.close();
  });

  const first = async (page, typed = password) => {
    await page.goto('/sign-in');
    await page.getByLabel('E-mailadres').fill(email);
    await page.getByLabel('Wachtwoord', { exact: true }).fill(typed);
    await page.getByRole('button', { name: 'Log in' }).click();
  };

  it('an administrator makes one at the first sign-in, on a phone, and gets codes on paper', async () => {
    const page = await person(browser, house, { size: 'phone' });
    await first(page);
    await page.waitForURL('**/sign-in/second');
    await album.look(page, 'make');
    await page.getByLabel('De zes cijfers').fill('000000');
    await page.getByRole('button', { name: 'Klaar' }).click();
    await page.getByText('Deze code klopt niet').waitFor();
    await album.look(page, 'make-wrong', { still: true });
    app = new Authenticator(await page.locator('#secret').textContent());
    await page.getByLabel('De zes cijfers').fill(await app.code());
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Je herstelcodes' }).waitFor();
    codes = await page.locator('.codes li').allTextContents();
    assert.equal(codes.length, 10);
    await album.look(page, 'codes', { still: true });
    await page.getByRole('link', { name: 'Ik heb ze bewaard' }).click();
    await page.waitForURL('**/home');
    assert.deepEqual(page.troubles, []);
    await page.context().close();
  });

  it('after the password comes a code, by keyboard alone, without script', async () => {
    const context = await browser.newContext({ baseURL: house.address, locale: 'nl-NL', javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto('/sign-in?next=/people');
    await page.locator('#email').focus();
    await page.keyboard.type(email);
    await page.keyboard.press('Tab');
    await page.keyboard.type(password);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/sign-in/second');
    await page.locator('#code').focus();
    await page.keyboard.type('123456');
    await page.keyboard.press('Enter');
    await page.getByText('Deze code klopt niet, of is al gebruikt').waitFor();
    await page.locator('#code').focus();
    await page.keyboard.type(await app.code());
    await page.keyboard.press('Enter');
    await page.waitForURL('**/people');
    await context.close();
  });

  it('the page that asks for the code looks right, and a code from paper comes in too', async () => {
    const page = await person(browser, house);
    await first(page);
    await album.look(page, 'second');
    await page.getByLabel('Code', { exact: true }).fill(codes[0].toLowerCase());
    await page.getByRole('button', { name: 'Ga verder' }).click();
    await page.waitForURL('**/home');
    await page.goto('/account');
    await album.look(page, 'account');
    await page.getByRole('link', { name: 'Tweede stap en wachtwoord' }).click();
    await page.getByText('nog 9 herstelcodes').waitFor();
    await album.look(page, 'factors');
    await page.context().close();
  });

  it('who has few codes left is told so on the way in', async () => {
    for (let n = 1; n < 7; n += 1) {
      const page = await person(browser, house);
      await first(page);
      await page.getByLabel('Code', { exact: true }).fill(codes[n]);
      await page.getByRole('button', { name: 'Ga verder' }).click();
      await page.waitForURL(n < 6 ? '**/home' : '**/account/second');
      if (n === 6) {
        await page.getByText('nog maar 3 herstelcodes').waitFor();
        await album.look(page, 'few');
        await page.getByRole('button', { name: 'Maak nieuwe herstelcodes' }).click();
        await page.getByRole('heading', { name: 'Je herstelcodes' }).waitFor();
        codes = await page.locator('.codes li').allTextContents();
      }
      await page.context().close();
    }
  });

  it('what reaches far asks again after a while, and nothing typed is lost', async () => {
    const short = await House.open({ kind: 'demo', env: { MEERZIEN_FRESH_MINUTES: '1' } });
    const away = await person(browser, short);
    await signIn(away, 'Wim Peters');
    const invite = away.locator('form[action="/people/invitations"]');
    await away.goto('/people');
    await invite.getByLabel('E-mailadres').fill('lotte@waterlandaanzee.example');
    await invite.getByRole('checkbox', { name: 'beheerder' }).check();
    await invite.getByRole('button').click();
    const link = await away.locator('a[href*="/invitation/"]').getAttribute('href');
    await away.context().close();

    const page = await person(browser, short);
    await page.goto(link);
    await page.getByLabel('Hoe heet je?').fill('Lotte Vos');
    await page.getByLabel('Kies een wachtwoord').fill(password);
    await page.getByRole('button', { name: 'Begin' }).click();
    await page.waitForURL('**/sign-in/second');
    const hers = new Authenticator(await page.locator('#secret').textContent());
    await page.getByLabel('De zes cijfers').fill(await hers.code());
    await page.getByRole('button', { name: 'Klaar' }).click();
    await page.getByRole('link', { name: 'Ik heb ze bewaard' }).click();
    await page.goto('/people');
    const email = page.locator('form[action="/people/invitations"]').getByLabel('E-mailadres');
    await email.fill('veel+meer&x@waterlandaanzee.example');
    const form = page.locator('form[action="/people/invitations"]');
    await form.getByRole('checkbox', { name: 'coach' }).check();
    await form.getByRole('checkbox', { name: 'leidinggevende' }).check();
    await new Promise((done) => setTimeout(done, 61_000));
    await form.getByRole('button').click();
    await page.getByRole('heading', { name: 'Ben jij het?' }).waitFor();
    await album.look(page, 'fresh', { still: true });
    await page.getByLabel('Code', { exact: true }).fill('000000');
    await page.getByRole('button', { name: 'Bevestig en ga verder' }).click();
    await page.getByText('Deze code klopt niet').waitFor();
    await page.getByLabel('Code', { exact: true }).fill(await hers.code());
    await page.getByRole('button', { name: 'Bevestig en ga verder' }).click();
    await page.getByText('veel+meer&x@waterlandaanzee.example').waitFor();
    await page.goto('/account/password');
    await album.look(page, 'password');
    await page.getByLabel('Je wachtwoord van nu').fill(password);
    await page.getByLabel('Kies een wachtwoord').fill('wachtwoord wachtwoord');
    await page.getByRole('button', { name: 'Verander het wachtwoord' }).click();
    await page.getByText('makkelijk te raden').waitFor();
    await album.look(page, 'password-easy', { still: true });
    await page.getByLabel('Je wachtwoord van nu').fill(password);
    await page.getByLabel('Kies een wachtwoord').fill('heel iets anders nu');
    await page.getByRole('button', { name: 'Verander het wachtwoord' }).click();
    await page.getByText('Je wachtwoord is veranderd').waitFor();
    assert.deepEqual(page.troubles, []);
    await page.context().close();
    await short.close();
  });

  it('all pages are in order', async () => {
    assert.deepEqual(await album.close(), []);
  });
});
