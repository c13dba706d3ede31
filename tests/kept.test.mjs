// A session that ended while somebody typed into a plain form: what they typed is in the answer, and is sent again once
// they came in again in another window.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { openBrowser, person, scratch } from './lib/browser.mjs';
import { film } from './lib/film.mjs';
import { House } from './lib/house.mjs';
import { Album } from './lib/pages.mjs';
import { signIn } from './lib/people.mjs';
import { comeIn } from './lib/client-pages.mjs';
import { story } from './lib/saying.mjs';
import { Visitor } from './lib/visitor.mjs';
import { watchable } from './lib/whole.mjs';

const said = 'Ik zei ja, maar ik dacht "nee" & <b>wachtte</b>.\nPas later zei ik het.';

describe('a form after the session ended', () => {
  const step = story(it);
  let house, browser, album, place, round;
  before(async () => {
    house = await House.open({ kind: 'demo' });
    browser = await openBrowser();
    place = await scratch('kept');
    album = await Album.open('kept');
    const bytes = await readFile(await film(place.folder, 'gesprek.webm', 8));
    round = await watchable(house, bytes, 'Linde', { professional: 'Sanne Verhoef', coach: 'Ruud de Wit' });
  });
  after(async () => {
    await browser?.close();
    await house?.close();
    await place?.clear();
  });

  /** Opens a question of the own look, without the script that would save by itself, and loses the session. */
  const typed = async (page) => {
    await page.goto(`/conversations/${round.id}/look`);
    await page.getByRole('button', { name: 'Begin' }).click();
    await page.waitForURL('**/looks/*');
    const question = `${new URL(page.url()).pathname}/answers/auth`;
    await page.route('**/assets/app.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
    await page.goto(question);
    await page.locator('input[name=step]').nth(1).check();
    await page.locator('#text-auth').fill(said);
    await page.context().clearCookies({ name: 'meerzien' });
    await page.locator('form[data-question] .nl-button--primary').click();
    await page.getByRole('heading', { name: 'Uw tekst is er nog' }).waitFor();
    assert.equal(await page.getByLabel('Uw tekst').inputValue(), said);
    return question;
  };
  const sentAgain = async (page, question) => {
    await page.getByRole('button', { name: 'Stuur opnieuw' }).click();
    await page.waitForURL((url) => url.pathname !== question);
    await page.goto(question);
    assert.equal(await page.locator('#text-auth').inputValue(), said);
    assert.ok(await page.locator('input[name=step]').nth(1).isChecked(), 'what they chose came along');
  };
  const another = async (page, name) => {
    const opened = page.context().waitForEvent('page');
    await page.getByRole('link', { name }).click();
    return opened;
  };

  step('a client finds their words, gives the code in another window, and sends again', async () => {
    const client = await person(browser, house, { size: 'phone' });
    await comeIn(client, round.paper);
    const question = await typed(client);
    await album.look(client, 'client', { still: true });
    await client.getByRole('button', { name: 'Stuur opnieuw' }).click();
    assert.equal(await client.getByLabel('Uw tekst').inputValue(), said, 'sent too early, it is there again');
    const window = await another(client, /^Kom opnieuw binnen/);
    await window.getByLabel('Uw code').fill(round.paper.code);
    await window.getByRole('button', { name: 'Open', exact: true }).click();
    await window.waitForURL('**/mine');
    await sentAgain(client, question);
    assert.deepEqual(client.troubles, []);
  });

  step('so does a professional', async () => {
    const sanne = await person(browser, house);
    await signIn(sanne, 'Sanne Verhoef');
    const question = await typed(sanne);
    await album.look(sanne, 'professional', { still: true });
    const window = await another(sanne, /^Kom opnieuw binnen/);
    await window.locator('li', { hasText: 'Sanne Verhoef' }).locator('button[name=member]').click();
    await window.waitForURL('**/home');
    await sentAgain(sanne, question);
  });

  step('a secret is never in such a page, and nothing of it is kept', async () => {
    const nobody = new Visitor(house.address);
    const form = { old: 'het oude wachtwoord van mij', password: 'een heel nieuw wachtwoord' };
    const { status, text } = await nobody.post('/account/password', form);
    assert.equal(status, 401);
    assert.doesNotMatch(text, /wachtwoord van mij|nieuw wachtwoord/);
    const own = await nobody.post(`/conversations/${round.id}/colleagues`, {
      text: 'Een zin die nergens blijft liggen',
    });
    assert.equal(own.status, 401);
    assert.match(own.text, /Een zin die nergens blijft liggen/);
    assert.doesNotMatch(await house.said(), /nergens blijft/);
    const foreign = await nobody.post(
      `/conversations/${round.id}/colleagues`,
      { text: 'Een zin van een ander' },
      {
        headers: { origin: 'https://elders.example', 'sec-fetch-site': 'cross-site' },
      },
    );
    assert.equal(foreign.status, 403);
    assert.doesNotMatch(foreign.text, /van een ander/);
  });

  it('and the pages are as they must be', async () => album.close());
});
