// The client's own place on a phone: who watched and for how long, a session that ends by itself while someone types,
// the devices that a link knows, and the ways to shut it.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { openBrowser, person, scratch } from './lib/browser.mjs';
import { beginLook, enter } from './lib/deeds.mjs';
import { film } from './lib/film.mjs';
import { House } from './lib/house.mjs';
import { Album } from './lib/pages.mjs';
import { signIn } from './lib/people.mjs';
import { story } from './lib/saying.mjs';
import { Visitor } from './lib/visitor.mjs';
import { watchable } from './lib/whole.mjs';

// Long enough to look at pages, short enough to wait for.
const rest = 40;

describe("the client's place", () => {
  const step = story(it);
  let house, browser, album, place, round, client, sanne, look;
  before(async () => {
    house = await House.open({ kind: 'demo', env: { MEERZIEN_CLIENT_REST: String(rest) } });
    browser = await openBrowser();
    place = await scratch('place');
    album = await Album.open('place');
    const bytes = await readFile(await film(place.folder, 'gesprek.webm', 8));
    round = await watchable(house, bytes, 'Linde', { professional: 'Sanne Verhoef', coach: 'Ruud de Wit' });
    client = await person(browser, house, { size: 'phone' });
    sanne = await person(browser, house);
    await signIn(sanne, 'Sanne Verhoef');
  });
  after(async () => {
    await browser?.close();
    await house?.close();
    await place?.clear();
  });

  const press = (name) => client.getByRole('button', { name, exact: true }).click();
  const follow = (name) => client.getByRole('link', { name }).first().click();
  const comeIn = async ({ link, code }) => {
    await client.goto(link);
    await client.getByLabel('Uw code').fill(code);
    await press('Open');
    await client.waitForURL('**/mine');
  };
  /** The client is in, also when looking at a page took longer than the rest. */
  const awake = async () => {
    await client.goto('/mine');
    if ((await client.getByLabel('Uw code').count()) === 0) return;
    await client.getByLabel('Uw code').fill(round.paper.code);
    await press('Open');
    await client.waitForURL('**/mine');
  };
  /** As if the phone lay on a table for longer than the rest. */
  const layDown = () => client.waitForTimeout((rest + 1) * 1000);

  step('the client comes in, and the quiet line below leads to the link', async () => {
    await client.goto(`/c/${'0'.repeat(32)}`);
    await client.getByLabel('Uw code').fill('AAAA-AAAA');
    await press('Open');
    await client.getByText('Kijk of u uw nieuwste papier hebt').waitFor();
    await album.look(client, 'not-right', { still: true });
    await comeIn(round.paper);
    await album.look(client, 'place');
    assert.equal(await client.locator('.doors .door').count(), 7, 'the doors stay as they are');
  });

  step('it is said who watched and for how long, to the client and to the professional', async () => {
    const look = await beginLook(round.people.coach, round.id);
    const { text } = await round.people.coach.get(`/looks/${look}`);
    const [object] = text.match(/\/media\/[0-9a-f-]{36}/);
    const whole = await round.people.coach.get(object);
    assert.equal(whole.status, 200);
    await awake();
    await client.goto('/mine/seen');
    const line = client.getByText(/^Op \d+ \w+ \d+ keek coach Ruud de Wit minder dan een minuut\.$/);
    await line.waitFor();
    assert.equal(await client.getByText('keek coach Ruud de Wit').count(), 1, 'one line for one day');
    assert.equal(await client.getByText('keek u').count(), 0);
    await album.look(client, 'seen');
    await sanne.goto(`/conversations/${round.id}/consent`);
    await sanne.getByRole('link', { name: 'Wie keek er, en hoe lang?' }).click();
    await sanne.getByText('keek coach Ruud de Wit minder dan een minuut.').waitFor();
    await album.look(sanne, 'seen-by-the-professional');
    const coach = await round.people.coach.get(`/conversations/${round.id}/seen`);
    assert.equal(coach.status, 404, 'it is no list for the coach');
  });

  step('a session ends while someone types; what they typed stays, and goes once the code was given', async () => {
    await awake();
    await client.goto(`/conversations/${round.id}/look`);
    await press('Begin');
    await client.waitForURL('**/looks/*');
    look = new URL(client.url()).pathname;
    await client.goto(`${look}/answers/auth`);
    await client.waitForFunction(() => customElements.get('mz-look'));
    await layDown();
    const text = client.locator('#text-auth');
    await text.pressSequentially('Ik zei niet wat ik dacht.');
    const card = client.locator('form[data-part=code]');
    await card.getByText('Wat u schreef, staat hier nog.').waitFor();
    assert.equal(await text.inputValue(), 'Ik zei niet wat ik dacht.');
    await album.look(client, 'code-needed', { still: true });
    await text.pressSequentially(' Pas later.');
    await card.getByLabel('Uw code').fill('AAAA-AAAA');
    await card.getByRole('button').click();
    await card.getByText('Dit klopt niet.').waitFor();
    await card.getByLabel('Uw code').fill(round.paper.code);
    await card.getByRole('button').click();
    await client.locator('[data-part=state][data-standing=saved]').waitFor();
    assert.equal(await card.isVisible(), false);
    await client.reload();
    assert.equal(await client.locator('#text-auth').inputValue(), 'Ik zei niet wat ik dacht. Pas later.');
  });

  step('a page that is opened after a rest asks for the code, and then leads on', async () => {
    await layDown();
    await client.goto(`${look}/answers/goal`);
    await client.getByRole('heading', { name: 'Uw code, nog een keer' }).waitFor();
    await album.look(client, 'code-again');
    await client.getByLabel('Uw code').fill('AAAA-AAAA');
    await press('Open');
    await client.getByText('Dit klopt niet.').waitFor();
    await client.getByLabel('Uw code').fill(round.paper.code);
    await press('Open');
    await client.waitForURL(`**${look}/answers/goal`);
  });

  step('the client sees where their link is known, and takes a device away', async () => {
    const phone = new Visitor(house.address);
    const headers = { 'user-agent': 'Mozilla/5.0 (Linux; Android 16) Firefox/150.0' };
    await phone.post(round.paper.link, { code: round.paper.code }, { headers });
    await awake();
    await follow('Uw link en uw apparaten');
    await client.getByText('Firefox op Android').first().waitFor();
    await album.look(client, 'devices');
    await client.getByRole('button', { name: 'Haal weg Firefox op Android' }).click();
    await client.waitForURL('**/mine/link');
    assert.equal(await client.getByText('Firefox op Android').count(), 0);
    assert.equal((await phone.get('/mine')).status, 303, 'it is out');
  });

  step('a new code is made after the old one was given once more', async () => {
    await awake();
    await client.goto('/mine/link');
    await follow(/^Maak een code die alleen u kent/);
    await album.look(client, 'prove');
    await client.getByLabel('Uw code').fill('AAAA-AAAA');
    await press('Maak een nieuwe code');
    await client.getByText('Dit klopt niet.').waitFor();
    await client.getByLabel('Uw code').fill(round.paper.code);
    await press('Maak een nieuwe code');
    round.paper.code = (await client.locator('.paper__code').innerText()).trim();
    await enter(house, round.paper);
  });

  step('a new link makes the paper worth nothing', async () => {
    await awake();
    await client.goto('/mine/link/link');
    await client.getByLabel('Uw code').fill(round.paper.code);
    await press('Maak een nieuwe link');
    await client.getByRole('heading', { name: 'Uw nieuwe link en code' }).waitFor();
    await album.look(client, 'renewed', { still: true });
    const old = round.paper;
    round.paper = {
      link: new URL(await client.locator('.paper__link a').getAttribute('href')).pathname,
      code: (await client.locator('.paper__code').innerText()).trim(),
    };
    await assert.rejects(enter(house, old), /422/);
    await comeIn(round.paper);
  });

  step('everything can be shut, and a privacy officer can do it on their word', async () => {
    const bram = await person(browser, house);
    await signIn(bram, 'Bram Hendriks');
    await bram.goto(`/register/${round.id}`);
    await bram.getByRole('button', { name: 'Nieuwe code: cliënt' }).click();
    await bram.locator('.paper__code').waitFor();
    round.paper.code = (await bram.locator('.paper__code').innerText()).trim();
    await album.look(bram, 'register-links', { still: true });
    await comeIn(round.paper);
    await client.goto('/mine/link/shut');
    await client.getByLabel('Uw code').fill(round.paper.code);
    await press('Maak alles dicht');
    await client.getByRole('heading', { name: 'Alles is dicht' }).waitFor();
    await album.look(client, 'shut', { still: true });
    await assert.rejects(enter(house, round.paper), /422/);
    await bram.reload();
    assert.equal(await bram.getByRole('button', { name: /^Maak dicht/ }).count(), 0, 'there is no link to shut');
    await client.goto('/mine');
    await client.getByLabel('Uw code').waitFor();
  });

  it('has nothing for axe, the narrow page or the HTML checker to find, and no script failed', async () => {
    const troubles = [...client.troubles, ...sanne.troubles].filter((each) => !/ (401|422)/.test(each));
    assert.deepEqual(troubles, []);
    assert.deepEqual(await album.close(), []);
  });
});
