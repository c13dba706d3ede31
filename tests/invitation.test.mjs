// Inviting somebody by mail: a real mail server with STARTTLS and a certificate of the organisation's own, what the
// letter says, sending it again, what a mail server refuses, and nothing that leaves in the clear.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { openBrowser, person, scratch } from './lib/browser.mjs';
import { certificates } from './lib/certificate.mjs';
import { expect } from './lib/deeds.mjs';
import { House, programPath } from './lib/house.mjs';
import { Album } from './lib/pages.mjs';
import { signIn, visitorAs } from './lib/people.mjs';
import { openPostbox } from './lib/postbox.mjs';
import { disguises, searchPlaintext } from './lib/sealed.mjs';
import { Visitor } from './lib/visitor.mjs';

const address = 'https://meerzien.waterland.example';
const at = (name) => `${name}@waterlandaanzee.example`;
const linkIn = (letter) => letter.read.text.match(/https:\/\/[^/]+(\/invitation\/[0-9a-f]{32})/)[1];

/** What the page for an administrator says of one invitation, without markup. */
async function told(administrator, email) {
  const { text } = expect(await administrator.get('/people'), 'the people page', 200);
  const row = text.split('<li>').find((part) => part.includes(email) && part.includes('nl-data-badge'));
  return row?.split('</li>')[0].replaceAll(/<[^>]+>/g, ' ') ?? '';
}

/** Waits until the page says something of an invitation. */
async function until(administrator, email, pattern, patience = 20_000) {
  const end = Date.now() + patience;
  for (;;) {
    const said = await told(administrator, email);
    if (pattern.test(said)) return said;
    assert.ok(Date.now() < end, `${email}: ${pattern} is not what the page says:\n${said}`);
    await new Promise((done) => setTimeout(done, 150));
  }
}

/** The address behind "again" and "end" of an invitation. */
async function pathOf(administrator, email) {
  const { text } = await administrator.get('/people');
  const row = text.split('<li>').find((part) => part.includes(email) && part.includes('/again'));
  return row.match(/(\/people\/invitations\/[0-9a-f-]{36})\/again/)[1];
}

const invite = (administrator, email) =>
  administrator.post('/people/invitations', { email, roles: 'coach', go: 'mail' });

describe('inviting by mail', () => {
  let house, browser, album, place, box, tls, administrator;
  let hold = async () => {};
  before(async () => {
    place = await scratch('invitation');
    tls = await certificates(place.folder);
    box = await openPostbox(0, {
      tls,
      refuses: (email) => ({ [at('onbekend')]: 550, [at('vol')]: 452, [at('beleid')]: 554 })[email] ?? null,
      hold: (letter) => hold(letter),
    });
    house = await House.open({
      kind: 'demo',
      env: {
        MEERZIEN_MAIL: box.url,
        MEERZIEN_MAIL_CA: tls.authority,
        MEERZIEN_MAIL_FROM: 'Meerzien <meerzien@waterland.example>',
        MEERZIEN_ADDRESS: address,
        MEERZIEN_MAIL_EVERY: '1',
      },
    });
    administrator = await visitorAs(house, 'Wim Peters');
    browser = await openBrowser();
    album = await Album.open('invitation');
  });
  after(async () => {
    await browser?.close();
    await house?.close();
    await box?.close();
    await place?.clear();
  });

  it('the letter goes over TLS, says who invites, and its link makes one account', async () => {
    const page = await person(browser, house);
    await signIn(page, 'Wim Peters');
    await page.goto('/people');
    const form = page.locator('form[action="/people/invitations"]');
    await form.getByLabel('E-mailadres').fill(at('lotte'));
    await form.getByRole('checkbox', { name: 'coach' }).check();
    await form.getByRole('button', { name: 'Stuur een uitnodiging' }).click();
    await page.locator('#invited').waitFor();
    assert.equal(await page.locator('a[href*="/invitation/"]').count(), 0, 'a link that goes by mail is not shown');
    await box.until(() => box.to(at('lotte')).length === 1);
    const [letter] = box.to(at('lotte'));
    assert.equal(letter.secure, true);
    assert.match(letter.read.subject, /^Uitnodiging voor Meerzien van .*Waterland/);
    assert.equal(letter.read.headers.get('auto-submitted'), 'auto-generated');
    const links = letter.read.text.match(/https?:\/\/\S+/g);
    assert.deepEqual(links, [`${address}${linkIn(letter)}`, `${address}${linkIn(letter)}`]);
    assert.match(letter.read.text, /You have been invited/);
    for (const name of ['Wim', 'Peters', 'coach', 'Lotte']) assert.ok(!letter.read.text.includes(name), name);
    await until(administrator, at('lotte'), /mail verstuurd/);
    await page.reload();
    await album.look(page, 'people-mailed');

    const token = linkIn(letter).split('/').at(-1);
    const { found, bytes } = await searchPlaintext([house.data, house.log], disguises(token));
    assert.ok(bytes > 100_000, 'there was something to search');
    assert.deepEqual(found, [], 'the token of a link lies nowhere');

    const newcomer = await person(browser, house, { size: 'phone' });
    await newcomer.goto(linkIn(letter));
    await newcomer.getByLabel('Hoe heet je?').fill('Lotte Vos');
    await newcomer.getByLabel('Kies een wachtwoord').fill('een wachtwoord dat lang genoeg is');
    await newcomer.getByRole('button', { name: 'Begin' }).click();
    await newcomer.waitForURL('**/home');
    assert.equal((await new Visitor(house.address).get(linkIn(letter))).status, 404, 'once');
    assert.match(await told(administrator, at('lotte')), /binnengekomen/);
    await page.reload();
    await page.getByText('Wat er van eerdere uitnodigingen kwam').click();
    await album.look(page, 'people-came-in', { still: true });
    await newcomer.context().close();
    await page.context().close();
  });

  it('an address is invited once, and sending again is what there is for a mail that got lost', async () => {
    expect(await invite(administrator, at('kees')), 'invited', 303);
    const twice = await invite(administrator, at('kees').toUpperCase());
    assert.match(twice.text, /Dit adres is al uitgenodigd/);
    await box.until(() => box.to(at('kees')).length === 1);
    await until(administrator, at('kees'), /mail verstuurd/);
    expect(await administrator.post(`${await pathOf(administrator, at('kees'))}/again`, { go: 'mail' }), 'again', 303);
    await box.until(() => box.to(at('kees')).length === 2);
    const [first, second] = box.to(at('kees')).map(linkIn);
    const anyone = new Visitor(house.address);
    assert.equal((await anyone.get(first)).status, 404, 'the link before is shut');
    assert.equal((await anyone.get(second)).status, 200);
  });

  it('sending again while the first letter is on its way is not lost', async () => {
    let release;
    const held = new Promise((done) => (release = done));
    hold = (letter) => (letter.to[0].address === at('saar') && box.to(at('saar')).length === 1 ? held : null);
    expect(await invite(administrator, at('saar')), 'invited', 303);
    await box.until(() => box.to(at('saar')).length === 1);
    // The program still waits for the mail server's word on this letter.
    assert.match(await told(administrator, at('saar')), /mail gaat zo weg/);
    expect(await administrator.post(`${await pathOf(administrator, at('saar'))}/again`, { go: 'mail' }), 'again', 303);
    release();
    await box.until(() => box.to(at('saar')).length === 2);
    await until(administrator, at('saar'), /mail verstuurd/);
    const [first, second] = box.to(at('saar')).map(linkIn);
    const anyone = new Visitor(house.address);
    assert.equal((await anyone.get(first)).status, 404);
    assert.equal((await anyone.get(second)).status, 200);
    hold = async () => {};
  });

  it('what a mail server refuses is said in plain words, and a link from hand to hand helps', async () => {
    expect(await invite(administrator, at('onbekend')), 'invited', 303);
    const said = await until(administrator, at('onbekend'), /mail geweigerd/);
    assert.match(said, /neemt voor dit adres geen mail aan/);
    expect(await invite(administrator, at('beleid')), 'invited', 303);
    assert.match(await until(administrator, at('beleid'), /mail geweigerd/), /weigert deze mail/);
    expect(await invite(administrator, at('vol')), 'invited', 303);
    assert.match(await until(administrator, at('vol'), /mail wacht/), /proberen het vanzelf opnieuw/);
    const page = await person(browser, house, { size: 'phone' });
    await signIn(page, 'Wim Peters');
    await page.goto('/people');
    await album.look(page, 'people-refused');
    const row = page.locator('li', { hasText: at('onbekend') });
    await row.getByRole('button', { name: 'Toon een nieuwe link' }).click();
    const link = page.locator('a[href*="/invitation/"]');
    assert.equal(await link.innerText(), `${address}${await link.getAttribute('href')}`);
    assert.match(await told(administrator, at('onbekend')), /link met de hand/);
    assert.equal((await new Visitor(house.address).get(await link.getAttribute('href'))).status, 200);
    assert.deepEqual(page.troubles, []);
    await page.context().close();
    const log = await house.said();
    for (const email of [at('onbekend'), at('beleid'), at('vol')]) assert.ok(!log.includes(email), email);
  });

  it('an invitation that was taken back opens nothing, and is told as such', async () => {
    expect(await invite(administrator, at('guus')), 'invited', 303);
    await box.until(() => box.to(at('guus')).length === 1);
    const path = await pathOf(administrator, at('guus'));
    expect(await administrator.post(`${path}/end`), 'taken back', 303);
    assert.match(await told(administrator, at('guus')), /ingetrokken/);
    const guest = new Visitor(house.address);
    assert.equal((await guest.get(linkIn(box.to(at('guus'))[0]))).status, 404);
    assert.equal((await administrator.post(`${path}/again`, { go: 'mail' })).status, 404);
    expect(await invite(administrator, at('guus')), 'and may be invited anew', 303);
  });

  it('every page seen is good to the eye, the ear and the rules', async () => {
    assert.deepEqual(await album.close(), []);
  });
});

describe('mail that cannot go safely', () => {
  let house, place, tls, box, administrator;
  before(async () => {
    place = await scratch('unsafe-mail');
    tls = await certificates(place.folder);
    box = await openPostbox(0, { tls });
    // Without the authority of its certificate this server is anybody's.
    house = await House.open({
      kind: 'demo',
      env: {
        MEERZIEN_MAIL: box.url,
        MEERZIEN_MAIL_FROM: 'meerzien@waterland.example',
        MEERZIEN_ADDRESS: address,
        MEERZIEN_MAIL_EVERY: '1',
      },
    });
    administrator = await visitorAs(house, 'Wim Peters');
  });
  after(async () => {
    await house?.close();
    await box?.close();
    await place?.clear();
  });

  it('a server with a certificate that nobody vouches for gets nothing, and the doctor says why', async () => {
    expect(await invite(administrator, at('lotte')), 'invited', 303);
    assert.match(await until(administrator, at('lotte'), /mail wacht/), /proberen het vanzelf opnieuw/);
    assert.deepEqual(box.letters, []);
    assert.match(await house.said(), /TLS does not come about/);
    const doctor = promisify(execFile)(programPath, ['doctor', '--data', house.data], {
      env: { ...process.env, ...house.env },
    });
    const said = await doctor.then((done) => done.stdout).catch((failed) => failed.stdout);
    assert.match(said, /MEND {2}mail {10} its server: TLS does not come about/);
  });

  it('a server that offers no TLS gets nothing either', async () => {
    const { port } = box;
    await box.close();
    box = await openPostbox(port);
    const path = await pathOf(administrator, at('lotte'));
    expect(await administrator.post(`${path}/again`, { go: 'mail' }), 'again', 303);
    await until(administrator, at('lotte'), /mail wacht/);
    assert.deepEqual(box.letters, []);
    assert.ok(!(await house.said()).includes(at('lotte')), 'and the log names nobody');
  });
});
