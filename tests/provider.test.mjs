// Signing in through the organisation's own provider: a real one, in a browser. Who is known there and here, roles from
// what it says, signing out on both sides, and what there is when it lets nobody in.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { openBrowser, person, scratch } from './lib/browser.mjs';
import { expect } from './lib/deeds.mjs';
import { freeAddress, House, programPath } from './lib/house.mjs';
import { Album } from './lib/pages.mjs';
import { demoPassword, signIn, visitorAs } from './lib/people.mjs';
import { openProvider, settingsFor } from './lib/provider.mjs';
import { freshConversation } from './lib/seed.mjs';
import { Visitor } from './lib/visitor.mjs';

const at = (name) => `${name}@waterlandaanzee.example`;
const roles = ['professional = ["mz-professional"]', 'coach = ["mz-coach"]', 'administrator = ["mz-beheer"]'].join(
  '\n',
);
const domains = 'domains = ["waterlandaanzee.example"]';

/** Goes to the provider from the sign-in page and chooses somebody there. */
async function comeIn(page, who, from = '/sign-in') {
  await page.goto(from);
  await page.getByRole('link', { name: 'Log in met Waterland' }).click();
  const choice = page.getByRole('link', { name: who, exact: true });
  // Whoever is signed in there already is not asked again.
  await Promise.race([choice.waitFor().catch(() => {}), page.waitForURL('**/home').catch(() => {})]);
  if (await choice.isVisible()) await choice.click();
}

describe('through the organisation’s own provider', () => {
  let house, browser, album, place, provider;
  const people = {
    'p-sanne': { email: at('sanne'), email_verified: true, name: 'Sanne Verhoef', roles: ['mz-professional'] },
    'p-wim': { email: at('wim'), email_verified: true, name: 'Wim Peters', roles: [] },
    'p-lotte': { email: 'lotte@thuis.example', email_verified: false, name: 'Lotte Vos', roles: ['mz-coach'] },
    'p-kees': { email: at('kees'), email_verified: true, name: 'Kees Bos', roles: ['mz-professional'] },
    'p-vreemd': { email: at('vreemd'), email_verified: true, name: 'Vreemd', roles: ['mz-beheer'] },
  };
  before(async () => {
    place = await scratch('provider');
    const address = await freeAddress();
    provider = await openProvider({ address, people });
    const env = await settingsFor(place.folder, { issuer: provider.issuer, address, extra: domains, roles });
    house = await House.open({ kind: 'demo', env, address });
    browser = await openBrowser();
    album = await Album.open('provider');
  });
  after(async () => {
    await browser?.close();
    await house?.close();
    await provider?.close();
    await place?.clear();
  });

  it('a colleague who has an account comes in with the account of the organisation', async () => {
    const page = await person(browser, house, { size: 'phone' });
    await page.goto('/sign-in');
    await album.look(page, 'sign-in');
    await comeIn(page, 'p-sanne', '/sign-in?next=/account');
    await page.waitForURL('**/account');
    await page.getByRole('heading', { level: 1, name: 'Sanne Verhoef' }).waitFor();
    assert.deepEqual(page.troubles, []);
    await page.context().close();
  });

  it('a newcomer comes in by the link of an invitation, whatever their address there is', async () => {
    const administrator = await visitorAs(house, 'Wim Peters');
    const invited = await administrator.post('/people/invitations', { email: at('lotte'), roles: 'manager' });
    const link = expect(invited, 'invited', 200).text.match(/href="(\/invitation\/[^"]+)"/)[1];
    const page = await person(browser, house);
    await page.goto(link);
    await album.look(page, 'invitation');
    await comeIn(page, 'p-lotte', link);
    await page.waitForURL('**/home');
    const { text } = await administrator.get('/people');
    const row = text.split('<li>').find((part) => part.includes(at('lotte')) && part.includes('/roles'));
    assert.match(row, /Lotte Vos/);
    assert.match(row, /value="manager" checked/, 'what the invitation gave stays');
    assert.match(row, /value="coach" checked/, 'and the provider gives its own');
    assert.equal((await new Visitor(house.address).get(link)).status, 404, 'the invitation is used');
    await page.context().close();
  });

  it('an invited address that the provider is sure of needs no link; an unknown one hears how to get in', async () => {
    const administrator = await visitorAs(house, 'Wim Peters');
    await administrator.post('/people/invitations', { email: at('kees'), roles: 'professional' });
    const page = await person(browser, house);
    await comeIn(page, 'p-kees');
    await page.waitForURL('**/home');
    await page.context().close();
    const stranger = await person(browser, house, { size: 'phone' });
    await comeIn(stranger, 'p-vreemd');
    await stranger.getByText('Je hebt hier nog geen account').waitFor();
    await album.look(stranger, 'unknown', { still: true });
    await stranger.context().close();
  });

  it('somebody who turns round at the provider is not in, and can begin again', async () => {
    const page = await person(browser, house, { size: 'phone' });
    await comeIn(page, 'Nee');
    await page.getByText('Je bent bij Waterland niet ingelogd').waitFor();
    await album.look(page, 'denied', { still: true });
    await page.getByRole('link', { name: 'Naar inloggen' }).click();
    await page.getByRole('link', { name: 'Log in met Waterland' }).waitFor();
    await page.context().close();
  });

  it('roles follow what the provider says at each sign-in, and the last administrator stays one', async () => {
    const menu = async () => {
      const page = await person(browser, house);
      await comeIn(page, 'p-sanne');
      await page.waitForURL('**/home');
      const said = await page.getByRole('navigation').first().innerText();
      await page.context().close();
      return said;
    };
    assert.doesNotMatch(await menu(), /Mensen/);
    people['p-sanne'].roles = ['mz-professional', 'mz-beheer'];
    assert.match(await menu(), /Mensen/);
    people['p-sanne'].roles = ['mz-professional'];
    assert.doesNotMatch(await menu(), /Mensen/);
    const page = await person(browser, house);
    await comeIn(page, 'p-wim');
    await page.waitForURL('**/home');
    assert.match(await page.getByRole('navigation').first().innerText(), /Mensen/);
    await page.context().close();
  });

  it('signing out here can be signing out there, and the other way round at once, open sockets too', async () => {
    const [here, there] = [await person(browser, house), await person(browser, house, { size: 'phone' })];
    await comeIn(here, 'p-sanne');
    await here.waitForURL('**/home');
    await here.getByRole('button', { name: /Uitloggen/ }).click();
    await here.waitForURL('**/signed-out');
    await album.look(here, 'signed-out');
    await comeIn(here, 'p-sanne');
    await here.waitForURL('**/home');
    await comeIn(there, 'p-sanne');
    await there.waitForURL('**/home');

    const visitor = await Visitor.from(here.context(), house.address);
    const id = await freshConversation(house, visitor);
    const socket = await visitor.listen(`/conversations/${id}/live`);
    assert.equal(socket.status, 101);
    // In another tab of the first browser she signs out at the provider itself.
    const tab = await here.context().newPage();
    await tab.goto(`${provider.issuer}/session/end?client_id=meerzien`);
    await tab.getByRole('button', { name: 'Ja, log uit' }).click();
    await tab.waitForLoadState();
    const end = Date.now() + 5_000;
    while (!socket.ended()) {
      assert.ok(Date.now() < end, 'the socket stays open');
      await new Promise((done) => setTimeout(done, 50));
    }
    await here.goto('/home');
    assert.match(here.url(), /\/sign-in\?next=/);
    await there.goto('/home');
    assert.match(there.url(), /\/home$/, 'her telephone is another session there, and stays');

    await there.goto('/account');
    await there.getByRole('button', { name: /Uitloggen/ }).click();
    await there.getByRole('link', { name: 'Log ook uit bij Waterland' }).click();
    await there.getByRole('button', { name: 'Ja, log uit' }).click();
    await there.waitForURL(`${house.address}/`);
    await here.context().close();
    await there.context().close();
  });

  it('a provider that signs with another key from today on is believed', async () => {
    provider.rotate();
    await new Promise((done) => setTimeout(done, 3_200));
    const page = await person(browser, house);
    await comeIn(page, 'p-kees');
    await page.waitForURL('**/home');
    await page.context().close();
  });

  it('every page seen is good to the eye, the ear and the rules', async () => {
    assert.deepEqual(await album.close(), []);
  });
});

describe('an organisation that wants its provider to be used, and it lets nobody in', () => {
  let house, place, browser, album;
  before(async () => {
    place = await scratch('provider-away');
    const address = await freeAddress();
    const issuer = await freeAddress();
    const env = await settingsFor(place.folder, { issuer, address, extra: `${domains}\nrequired = true`, roles });
    house = await House.open({ kind: 'demo', env, address });
    browser = await openBrowser();
    album = await Album.open('provider-away');
  });
  after(async () => {
    await browser?.close();
    await house?.close();
    await place?.clear();
  });

  const meerzien = (...words) =>
    promisify(execFile)(programPath, [...words, '--data', house.data], { env: { ...process.env, ...house.env } });

  it('says in plain words that it cannot be reached, to who signs in and to the doctor', async () => {
    const page = await person(browser, house, { size: 'phone' });
    await page.goto('/sign-in');
    await album.look(page, 'sign-in');
    await page.getByRole('link', { name: 'Log in met Waterland' }).click();
    await page.getByText('We kunnen Waterland nu niet bereiken').waitFor();
    await album.look(page, 'away', { still: true });
    await page.context().close();
    const said = await meerzien('doctor')
      .then((done) => done.stdout)
      .catch((failed) => failed.stdout);
    assert.match(said, /MEND {2}provider {6} it cannot be reached/);
  });

  it('a forgotten password is asked for there', async () => {
    const page = await person(browser, house, { size: 'phone' });
    await page.goto('/sign-in');
    assert.equal(await page.getByRole('link', { name: 'Wachtwoord vergeten?' }).count(), 0);
    await page.goto('/sign-in/forgotten');
    await page.getByText('Bij jouw organisatie log je in met Waterland').waitFor();
    await album.look(page, 'forgotten');
    await page.context().close();
  });

  it('a password opens nothing, a newcomer is not asked for one, and an operator lets somebody in by hand', async () => {
    const wim = new Visitor(house.address);
    const withPassword = (password) => wim.post('/sign-in', { email: at('wim'), password, next: '' });
    assert.match((await withPassword(demoPassword)).text, /Een wachtwoord werkt hier niet/);
    assert.match((await withPassword('niet het goede woord')).text, /passen niet bij elkaar/);

    const page = await person(browser, house);
    await signIn(page, 'Wim Peters');
    const administrator = await visitorAs(house, 'Wim Peters');
    const invited = await administrator.post('/people/invitations', { email: at('lotte'), roles: 'coach' });
    const link = invited.text.match(/href="(\/invitation\/[^"]+)"/)[1];
    const newcomer = await person(browser, house, { size: 'phone' });
    await newcomer.goto(link);
    assert.equal(await newcomer.locator('input[type=password]').count(), 0);
    await album.look(newcomer, 'invitation');
    const form = { name: 'Lotte Vos', password: 'vijf blauwe ooievaars in een berm' };
    assert.match((await new Visitor(house.address).post(link, form)).text, /Een wachtwoord werkt hier niet/);
    assert.equal((await new Visitor(house.address).get(link)).status, 200, 'the invitation is still there');

    const emergency = 'zeven groene kikkers op een dak';
    await new Promise((done, fail) => {
      const words = ['admin', 'break-glass', '--data', house.data, '--email', at('wim'), '--hours', '1'];
      const env = { ...process.env, ...house.env };
      const child = execFile(programPath, words, { env }, (error, _, said) => (error ? fail(new Error(said)) : done()));
      child.stdin.end(`${emergency}\n`);
    });
    expect(await withPassword(emergency), 'let in by hand', 303);
    const { stdout } = await meerzien('audit', 'verify');
    assert.match(stdout, /the chain holds/);
    await newcomer.context().close();
    await page.context().close();
  });

  it('every page seen is good to the eye, the ear and the rules', async () => {
    assert.deepEqual(await album.close(), []);
  });
});

describe('proving anew at the provider', () => {
  let house, place, browser, album, provider;
  const people = {
    'p-kees': { email: at('kees'), email_verified: true, name: 'Kees Bos', roles: ['mz-professional'] },
    'p-sanne': { email: at('sanne'), email_verified: true, name: 'Sanne Verhoef', roles: ['mz-professional'] },
  };
  before(async () => {
    place = await scratch('provider-anew');
    const address = await freeAddress();
    provider = await openProvider({ address, people });
    const env = await settingsFor(place.folder, { issuer: provider.issuer, address, extra: domains, roles });
    house = await House.open({ kind: 'demo', env, address });
    browser = await openBrowser();
    album = await Album.open('provider-anew');
    const administrator = await visitorAs(house, 'Wim Peters');
    await administrator.post('/people/invitations', { email: at('kees'), roles: 'professional' });
  });
  after(async () => {
    await browser?.close();
    await house?.close();
    await provider?.close();
    await place?.clear();
  });

  /** Asks for what reaches far, and goes to the provider as the page says. */
  async function askFar(page) {
    await page.goto('/account/second/app');
    await page.getByRole('heading', { level: 1, name: 'Ben jij het?' }).waitFor();
    await album.look(page, 'anew', { still: true });
    const before = provider.asked.length;
    await page.getByRole('link', { name: 'Log in met Waterland' }).click();
    await page.getByRole('heading', { name: 'Wie ben je?' }).waitFor();
    const out = provider.asked.slice(before).find((line) => line.startsWith('GET /auth?'));
    const { searchParams } = new URL(out.split(' ')[1], provider.issuer);
    assert.equal(searchParams.get('prompt'), 'login');
    assert.equal(searchParams.get('max_age'), '0');
  }

  it('who has nothing but the provider proves themselves there, though they are signed in there, and goes on', async () => {
    const page = await person(browser, house, { size: 'phone' });
    await comeIn(page, 'p-kees');
    await page.waitForURL('**/home');
    await askFar(page);
    await page.getByRole('link', { name: 'p-kees', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Maak je tweede stap' }).waitFor();
    assert.match(page.url(), /\/account\/second\/app$/);
    await page.goto('/account/second/passkeys/new');
    assert.equal(await page.getByRole('heading', { name: 'Ben jij het?' }).count(), 0, 'for a while it is certain');
    assert.deepEqual(page.troubles, []);
    await page.context().close();
  });

  it('another who signs in there proves nothing, and neither does who turns round', async () => {
    const page = await person(browser, house);
    await comeIn(page, 'p-kees');
    await page.waitForURL('**/home');
    await askFar(page);
    await page.getByRole('link', { name: 'p-sanne', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Inloggen lukte niet' }).waitFor();
    // There Kees made room for Sanne; and who goes there is out here.
    await page.goto('/account/second/app');
    assert.match(page.url(), /\/sign-in\?next=/);
    await page.context().clearCookies();
    await comeIn(page, 'p-kees');
    await page.waitForURL('**/home');
    await askFar(page);
    await page.getByRole('link', { name: 'Nee', exact: true }).click();
    await page.getByText('Je bent bij Waterland niet ingelogd').waitFor();
    await page.goto('/account/second/app');
    await page.getByRole('heading', { level: 1, name: 'Ben jij het?' }).waitFor();
    await page.context().close();
  });

  it('a sign-in there of long ago proves nothing', async () => {
    const page = await person(browser, house);
    await comeIn(page, 'p-kees');
    await page.waitForURL('**/home');
    await askFar(page);
    provider.login.ts = Math.floor(Date.now() / 1000) - 3_600;
    await page.getByRole('link', { name: 'p-kees', exact: true }).click();
    // Either it asks again by itself, or we do not take it.
    await page.waitForLoadState();
    await page.goto('/account/second/app');
    await page.getByRole('heading', { level: 1, name: 'Ben jij het?' }).waitFor();
    delete provider.login.ts;
    await page.context().close();
  });

  it('every page seen is good to the eye, the ear and the rules', async () => {
    assert.deepEqual(await album.close(), []);
  });
});

describe('an organisation whose provider asks the second step', () => {
  let house, place, browser, album, provider;
  const people = {
    'p-kees': { email: at('kees'), email_verified: true, name: 'Kees Bos', roles: ['mz-professional', 'mz-beheer'] },
  };
  before(async () => {
    place = await scratch('provider-strong');
    const address = await freeAddress();
    provider = await openProvider({ address, people });
    const extra = `${domains}\nstrong = true\nstrong-acr = ["waterland-twee"]`;
    const env = await settingsFor(place.folder, { issuer: provider.issuer, address, extra, roles });
    house = await House.open({ kind: 'demo', env, address });
    browser = await openBrowser();
    album = await Album.open('provider-strong');
    const administrator = await visitorAs(house, 'Wim Peters');
    await administrator.post('/people/invitations', { email: at('kees'), roles: 'professional' });
  });
  after(async () => {
    await browser?.close();
    await house?.close();
    await provider?.close();
    await place?.clear();
  });

  it('who took one step there is not let in, and hears why', async () => {
    for (const login of [{}, { amr: ['pwd'], acr: 'waterland-een' }]) {
      Object.assign(provider.login, login);
      const page = await person(browser, house, { size: 'phone' });
      await comeIn(page, 'p-kees');
      await page.getByText('zegt niet dat je met een tweede stap bent ingelogd').waitFor();
      await album.look(page, 'weak', { still: true });
      await page.goto('/home');
      assert.match(page.url(), /\/sign-in\?next=/);
      await page.context().close();
    }
  });

  it('who took two comes in without a step here, in a role that must take one, by either word for it', async () => {
    for (const login of [
      { amr: ['pwd', 'otp', 'mfa'], acr: 'waterland-een' },
      { amr: ['pwd'], acr: 'waterland-twee' },
    ]) {
      Object.assign(provider.login, login);
      const page = await person(browser, house);
      await comeIn(page, 'p-kees');
      await page.waitForURL('**/home');
      await page.goto('/people');
      await page.getByRole('heading', { level: 1, name: 'Mensen' }).waitFor();
      await page.context().close();
    }
    assert.ok(
      provider.asked.some((line) => line.includes('acr_values=waterland-twee')),
      'it was asked for',
    );
  });

  it('proving anew takes both steps again', async () => {
    const page = await person(browser, house);
    await comeIn(page, 'p-kees');
    await page.waitForURL('**/home');
    const far = async (login) => {
      Object.assign(provider.login, login);
      await page.goto('/people');
      const form = page.locator('form[action="/people/invitations"]');
      await form.getByLabel('E-mailadres').fill(at('lotte'));
      await form.getByRole('checkbox', { name: 'coach' }).check();
      await form.getByRole('button').click();
      await page.getByRole('heading', { level: 1, name: 'Ben jij het?' }).waitFor();
      await page.getByRole('link', { name: 'Log in met Waterland' }).click();
      await page.getByRole('link', { name: 'p-kees', exact: true }).click();
    };
    await far({ amr: ['pwd'], acr: 'waterland-een' });
    await page.getByText('zegt niet dat je met een tweede stap bent ingelogd').waitFor();
    await far({ amr: ['pwd', 'mfa'], acr: 'waterland-een' });
    await page.waitForURL('**/people');
    const form = page.locator('form[action="/people/invitations"]');
    await form.getByLabel('E-mailadres').fill(at('lotte'));
    await form.getByRole('checkbox', { name: 'coach' }).check();
    await form.getByRole('button').click();
    await page.getByText(at('lotte')).first().waitFor();
    await page.context().close();
  });

  it('every page seen is good to the eye, the ear and the rules', async () => {
    assert.deepEqual(await album.close(), []);
  });
});
