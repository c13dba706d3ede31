// A passkey of somebody else: of another person, of another organisation, an answer sent twice, an answer to another
// question, and one that a device was never asked for.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openBrowser, person } from '../lib/browser.mjs';
import { House } from '../lib/house.mjs';
import { byName, withDevice } from '../lib/passkeys.mjs';
import { otherOrganisation, signIn, visitorAs } from '../lib/people.mjs';
import { Visitor } from '../lib/visitor.mjs';

describe('a passkey of somebody else', () => {
  let house, browser, page, device, strangers;
  before(async () => {
    house = await House.open({ kind: 'demo' });
    strangers = await otherOrganisation(house);
    browser = await openBrowser();
    page = await person(browser, byName(house));
    device = await withDevice(page);
    await signIn(page, 'Ruud de Wit');
    await page.goto('/account/second/passkeys/new');
    await page.getByLabel('Naam van de sleutel').fill('van Ruud');
    await page.getByRole('button', { name: 'Maak de sleutel' }).click();
    await page.getByRole('heading', { name: 'Je herstelcodes' }).waitFor();
  });
  after(async () => {
    await browser?.close();
    await house?.close();
  });

  /** What the device answers to a question of the program, without sending it. */
  const answer = () =>
    page.evaluate(async () => {
      const asked = await fetch('/sign-in/passkey/begin', { method: 'POST' });
      const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(await asked.json());
      return JSON.stringify((await navigator.credentials.get({ publicKey })).toJSON());
    });
  const by = async (visitor) => {
    visitor.address = byName(house).address;
    return visitor;
  };
  const here = async () => by(await Visitor.from(page.context(), byName(house).address));
  const cannot = { status: 422 };

  it('an answer signs in once, and in the session that was asked', async () => {
    const credential = await answer();
    const elsewhere = await by(new Visitor(house.address));
    await elsewhere.post('/sign-in/passkey/begin');
    assert.equal((await elsewhere.post('/sign-in/passkey', { credential, next: '' })).status, cannot.status);
    const mine = await here();
    assert.equal((await mine.post('/sign-in/passkey', { credential, next: '' })).status, 303);
    assert.equal((await mine.post('/sign-in/passkey', { credential, next: '' })).status, cannot.status);
    await page.context().clearCookies();
  });

  it('an answer that says it is of somebody else is worth nothing', async () => {
    const said = JSON.parse(await answer());
    const { text } = await strangers.administrator.get('/people');
    const uuid = text.match(/\/people\/([0-9a-f-]{36})\/roles/)[1];
    said.response.userHandle = Buffer.from(uuid.replaceAll('-', ''), 'hex').toString('base64url');
    const form = { credential: JSON.stringify(said), next: '' };
    assert.equal((await (await here()).post('/sign-in/passkey', form)).status, cannot.status);
    assert.match((await (await here()).get('/home')).headers.location, /^\/sign-in/);
  });

  it('is no second step and no proof for another', async () => {
    const half = await by(new Visitor(house.address));
    const ada = { email: 'ada@elders.example', password: 'een lang ander wachtwoord', next: '' };
    assert.equal((await half.post('/sign-in', ada)).headers.location, '/sign-in/second');
    const cookie = half.cookies.get('meerzien');
    await page.context().addCookies([{ name: 'meerzien', value: cookie, url: byName(house).address }]);
    await page.goto('/sign-in/second');
    const passkey = await answer();
    assert.equal((await half.post('/sign-in/second', { passkey })).status, cannot.status);
    await page.context().clearCookies();
  });

  it('is not named or removed by another, of the same organisation or elsewhere', async () => {
    await signIn(page, 'Ruud de Wit');
    await page.goto('/account/second');
    const html = await page.content();
    const [, id] = html.match(/\/passkeys\/([0-9a-f-]{36})\/remove/);
    const sanne = await visitorAs(house, 'Sanne Verhoef');
    for (const other of [sanne, strangers.administrator]) {
      assert.equal((await other.post(`/account/second/passkeys/${id}/name`, { name: 'van mij' })).status, 404);
      assert.equal((await other.post(`/account/second/passkeys/${id}/remove`)).status, 404);
    }
    await page.reload();
    await page.getByText('van Ruud').first().waitFor();
  });

  it('the same key is not taken for a second account', async () => {
    const [key] = await device.keys();
    await page.context().clearCookies();
    await signIn(page, 'Ineke Bos');
    await page.goto('/account/second/passkeys/new');
    const made = await page.evaluate(async () => {
      const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(
        JSON.parse(document.querySelector('mz-passkey').dataset.make),
      );
      return (await navigator.credentials.create({ publicKey })).toJSON();
    });
    assert.notEqual(made.id, key.credentialId);
    const ineke = await here();
    const mine = await ineke.post('/account/second/passkeys', { credential: JSON.stringify(made), name: 'van Ineke' });
    assert.equal(mine.status, 200);
    const again = await ineke.post('/account/second/passkeys', { credential: JSON.stringify(made), name: 'nog eens' });
    assert.equal(again.status, cannot.status, 'a question has one answer');
  });

  it('at an address that is not ours nothing is asked', async () => {
    const visitor = await by(new Visitor(house.address));
    const asked = await visitor.post('/sign-in/passkey/begin', {}, { headers: { host: 'evil.example', origin: null } });
    assert.ok([403, 422].includes(asked.status), String(asked.status));
    const bare = await new Visitor(house.address).post('/sign-in/passkey/begin');
    assert.equal(bare.status, 422, 'an address without a name has no passkeys');
  });
});
