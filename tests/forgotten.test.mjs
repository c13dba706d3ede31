// A password that somebody forgot: asking for a link, the letter, choosing another, the second step that stays, and what
// the page says where no letter can go. And word by mail of what is changed in an account.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openBrowser, person } from './lib/browser.mjs';
import { expect } from './lib/deeds.mjs';
import { House } from './lib/house.mjs';
import { Album } from './lib/pages.mjs';
import { visitorAs } from './lib/people.mjs';
import { openPostbox } from './lib/postbox.mjs';
import { disguises, searchPlaintext } from './lib/sealed.mjs';
import { makeSecond } from './lib/second.mjs';
import { Visitor } from './lib/visitor.mjs';

const address = 'https://meerzien.waterland.example';
const email = 'lotte@waterlandaanzee.example';
const [first, other, own] = ['een lang ander wachtwoord', 'heel iets anders nu', 'vier losse woorden hier'];
const linkIn = (letter) =>
  letter.read.text.match(/https:\/\/[^/]+(\/(?:invitation|sign-in\/forgotten)\/[0-9a-f]{32})/)[1];

describe('a forgotten password', () => {
  let house, browser, album, box, lotte;
  before(async () => {
    box = await openPostbox();
    house = await House.open({
      kind: 'demo',
      env: {
        MEERZIEN_MAIL: box.url,
        MEERZIEN_MAIL_FROM: 'Meerzien <meerzien@waterland.example>',
        MEERZIEN_ADDRESS: address,
        MEERZIEN_MAIL_EVERY: '1',
      },
    });
    browser = await openBrowser();
    album = await Album.open('forgotten');
    // An administrator, who must have a second step.
    const wim = await visitorAs(house, 'Wim Peters');
    expect(await wim.post('/people/invitations', { email, roles: 'administrator', go: 'mail' }), 'invited', 303);
    await box.until(() => box.to(email).length === 1);
    lotte = new Visitor(house.address);
    const made = await lotte.post(linkIn(box.to(email)[0]), { name: 'Lotte Vos', password: first });
    expect(made, 'an account', 303);
    await makeSecond(lotte);
    await told('tweede stap');
  });
  after(async () => {
    await browser?.close();
    await house?.close();
    await box?.close();
  });

  let known = 1;
  /** Waits for the next letter to Lotte, which says this; gives it. */
  async function told(words) {
    known += 1;
    await box.until(() => box.to(email).length >= known);
    const letter = box.to(email)[known - 1];
    assert.match(letter.read.text, new RegExp(words));
    return letter;
  }

  it('somebody asks for a link on a phone, and chooses another password by it', async () => {
    const page = await person(browser, house, { size: 'phone' });
    await page.goto('/sign-in');
    await page.getByRole('link', { name: 'Wachtwoord vergeten?' }).click();
    await page.waitForURL('**/sign-in/forgotten');
    await album.look(page, 'ask');
    await page.getByLabel('E-mailadres').fill('lotte@nergens');
    await page.getByRole('button', { name: 'Stuur mij een link' }).click();
    await page.getByText('Dit is geen e-mailadres').waitFor();
    await album.look(page, 'ask-wrong', { still: true });
    await page.getByLabel('E-mailadres').fill(email);
    await page.getByRole('button', { name: 'Stuur mij een link' }).click();
    await page.getByText('Hoort er bij dit adres een account?').waitFor();
    await album.look(page, 'asked', { still: true });

    const letter = await told('kies je een nieuw wachtwoord');
    assert.equal(letter.read.subject, 'Een nieuw wachtwoord voor Meerzien');
    assert.equal(letter.read.headers.get('auto-submitted'), 'auto-generated');
    const links = letter.read.text.match(/https?:\/\/\S+/g);
    assert.deepEqual(links, [`${address}${linkIn(letter)}`, `${address}${linkIn(letter)}`]);
    assert.match(letter.read.text, /you choose a new password/);
    for (const name of ['Lotte', 'Vos', email]) assert.ok(!letter.read.text.includes(name), name);
    const { found, bytes } = await searchPlaintext(
      [house.data, house.log],
      disguises(linkIn(letter).split('/').at(-1)),
    );
    assert.ok(bytes > 100_000, 'there was something to search');
    assert.deepEqual(found, [], 'the token of a link lies nowhere');

    await page.goto(linkIn(letter));
    await album.look(page, 'choose');
    await page.getByLabel('Kies een wachtwoord').fill('Lotte Vos Lotte Vos');
    await page.getByRole('button', { name: 'Bewaar het wachtwoord' }).click();
    await page.getByText('makkelijk te raden').waitFor();
    await album.look(page, 'choose-easy', { still: true });
    assert.equal((await lotte.get('/home')).status, 200, 'nothing happened yet');
    await page.getByLabel('Kies een wachtwoord').fill(other);
    await page.getByRole('button', { name: 'Bewaar het wachtwoord' }).click();
    await page.getByText('Je wachtwoord is veranderd').waitFor();
    await album.look(page, 'done', { still: true });
    assert.equal((await lotte.get('/home')).status, 303, 'every session of hers has ended');
    const word = await told('Het wachtwoord van je account');
    assert.match(word.read.text, /password of your account/);
    assert.match(word.read.text, new RegExp(`${address}/sign-in/forgotten`));

    await page.getByRole('link', { name: 'Naar inloggen' }).click();
    await page.getByLabel('E-mailadres').fill(email);
    await page.getByLabel('Wachtwoord', { exact: true }).fill(other);
    await page.getByRole('button', { name: 'Log in', exact: true }).click();
    await page.waitForURL('**/sign-in/second');
    await page.getByLabel('Code', { exact: true }).fill(await lotte.app.code());
    await page.getByRole('button', { name: 'Ga verder' }).click();
    await page.waitForURL('**/home');

    await page.goto(linkIn(letter));
    await page.getByText('Deze link werkt niet, of niet meer').waitFor();
    await album.look(page, 'dead');
    await page.getByRole('link', { name: 'Vraag een nieuwe link' }).click();
    await page.waitForURL('**/sign-in/forgotten');
    assert.deepEqual(page.troubles, []);
    await page.context().close();
  });

  it('what somebody changes themselves is told by mail as well', async () => {
    const visitor = new Visitor(house.address);
    expect(await visitor.post('/sign-in', { email, password: other, next: '' }), 'the first step', 303);
    expect(await visitor.post('/sign-in/second', { code: await lotte.app.code() }), 'the second', 303);
    expect(await visitor.post('/account/password', { old: other, password: own }), 'another password', 200);
    await told('Het wachtwoord van je account');
    expect(await visitor.post('/account/second/codes'), 'new codes', 200);
    await told('een tweede stap of een toegangssleutel gemaakt');
    assert.equal((await visitor.post('/account/second/app/remove')).status, 422, 'she must keep one');
    const wim = await visitorAs(house, 'Wim Peters');
    const { text } = await wim.get('/people');
    const [, id] = text.split(email)[1].match(/\/people\/([0-9a-f-]{36})\/roles/);
    expect(await wim.post(`/people/${id}/roles`, { roles: 'coach' }), 'another role', 303);
    expect(await visitor.post('/account/second/app/remove'), 'without a second step', 303);
    await told('een tweede stap of een toegangssleutel weggehaald');
    assert.equal(box.to(email).length, known, 'and nothing else was sent');
    const log = await house.said();
    assert.ok(!log.includes(email), 'the log names nobody');
  });

  it('every page seen is good to the eye, the ear and the rules', async () => {
    assert.deepEqual(await album.close(), []);
  });
});

describe('a forgotten password where no mail goes', () => {
  let house, browser, album;
  before(async () => {
    house = await House.open({ kind: 'demo' });
    browser = await openBrowser();
    album = await Album.open('forgotten-ask');
  });
  after(async () => {
    await browser?.close();
    await house?.close();
  });

  it('the page says whom to ask, and takes no address', async () => {
    const page = await person(browser, house, { size: 'phone' });
    await page.goto('/sign-in');
    await page.getByRole('link', { name: 'Wachtwoord vergeten?' }).click();
    await page.getByText('Vraag de beheerder van Meerzien bij jouw organisatie').waitFor();
    assert.equal(await page.locator('form[action="/sign-in/forgotten"]').count(), 0);
    await album.look(page, 'whom');
    const sent = await new Visitor(house.address).post('/sign-in/forgotten', { email });
    assert.match(sent.text, /Vraag de beheerder/);
    await page.context().close();
    assert.deepEqual(await album.close(), []);
  });
});
