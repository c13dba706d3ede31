// A slow phone and a bad line: what a client types is never lost, they read in plain words how it stands, and what is
// sent twice is done once.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { openBrowser, person, scratch } from './lib/browser.mjs';
import { expect, makeLook, seal } from './lib/deeds.mjs';
import { film } from './lib/film.mjs';
import { House } from './lib/house.mjs';
import { story } from './lib/saying.mjs';
import { watchable } from './lib/whole.mjs';

// As Chromium's own tools call it: 400 ms there and back, 400 kbit a second.
const slow3g = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const away = { offline: true, latency: 0, downloadThroughput: 0, uploadThroughput: 0 };

describe('a bad line', () => {
  const step = story(it);
  let house, browser, place, round, client, line, look;
  before(async () => {
    house = await House.open({ kind: 'demo' });
    browser = await openBrowser();
    place = await scratch('line');
    const bytes = await readFile(await film(place.folder, 'gesprek.webm', 8));
    round = await watchable(house, bytes, 'Linde');
    client = await person(browser, house, { size: 'phone' });
    client.context().setDefaultTimeout(45_000);
    const session = await client.context().newCDPSession(client);
    await session.send('Network.enable');
    line = (conditions) => session.send('Network.emulateNetworkConditions', conditions);
  });
  after(async () => {
    await browser?.close();
    await house?.close();
    await place?.clear();
  });

  const state = (standing) => client.locator(`[data-part=state][data-standing=${standing}]`).waitFor();
  const answer = () => client.locator('textarea[id^=text-]');

  step('on slow 3G the client comes in, looks and marks', async () => {
    await line(slow3g);
    await client.goto(round.paper.link);
    await client.getByLabel('Uw code').fill(round.paper.code);
    await client.getByRole('button', { name: 'Open', exact: true }).click();
    await client.waitForURL('**/mine');
    await client.goto(`/conversations/${round.id}/look`);
    await client.getByRole('button', { name: 'Begin', exact: true }).click();
    await client.waitForURL('**/looks/*');
    look = new URL(client.url()).pathname;
    await client.locator('mz-look[ready]').waitFor();
    await client.getByRole('button', { name: 'Dit raakte mij' }).click();
    await client.locator('#moments li').waitFor();
    await state('saved');
  });

  step('without a line typing goes on, and a plain sentence says how it stands', async () => {
    await client.goto(`${look}/answers/auth`);
    await client.waitForFunction(() => customElements.get('mz-look'));
    await line(away);
    await answer().pressSequentially('Ik hield iets in.');
    await state('offline');
    await client.getByText('U hebt geen internet. Ga rustig door.').first().waitFor();
    await answer().pressSequentially(' En ik weet waarom.');
    await client.getByText('Ik hield veel in').click();
    await client.waitForTimeout(2_000);
    assert.equal(await answer().inputValue(), 'Ik hield iets in. En ik weet waarom.');
  });

  step('going on without a line leads nowhere, and nobody is left with an empty page', async () => {
    await client.getByRole('button', { name: 'Volgende' }).click();
    await client.waitForTimeout(1_000);
    assert.ok(client.url().endsWith('/answers/auth'));
    assert.equal(await answer().inputValue(), 'Ik hield iets in. En ik weet waarom.');
  });

  step('with the line back everything goes by itself, and is there on another device', async () => {
    await line(slow3g);
    await state('saved');
    const { text } = await round.people.client.get(`${look}/answers/auth`);
    assert.match(text, /Ik hield iets in\. En ik weet waarom\./);
    assert.match(text, /value="2" checked/);
  });

  step('an answer that got lost is sent again and is one answer, one moment', async () => {
    await line({ offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
    await client.goto(look);
    await client.locator('mz-look[ready]').waitFor();
    // The server hears it, and its answer never comes back.
    let lost = 0;
    await client.route('**/moments/*', async (route) => {
      if (lost > 0) return route.continue();
      lost += 1;
      await route.fetch();
      return route.abort();
    });
    await client.getByRole('button', { name: 'Dit was fijn' }).click();
    await state('saved');
    assert.equal(lost, 1);
    await client.reload();
    assert.equal(await client.locator('#moments li').count(), 2);
  });

  step('plain forms: sent twice is done once', async () => {
    const { client: plain } = round.people;
    const page = (await plain.get(`${look}/answers/goal`)).text;
    const [, version] = page.match(/name="version" value="([^"]*)"/);
    const form = { step: '3', text: 'Twee keer gestuurd.', version };
    for (let n = 0; n < 2; n += 1) expect(await plain.post(`${look}/answers/goal`, form), 'answer', 303);
    const again = (await plain.get(`${look}/answers/goal`)).text;
    assert.equal(again.split('Twee keer gestuurd.').length, 2);
    const rating = { focus: '3', noise: '2', result: '3' };
    for (let n = 0; n < 2; n += 1) expect(await plain.post(`/conversations/${round.id}/rating`, rating), 'rating', 303);

    const { coach } = round.people;
    const own = await makeLook(coach, round.id, 'Zin van de coach');
    await seal(coach, own.look);
    for (let n = 0; n < 2; n += 1) {
      expect(await coach.post(`/looks/${own.look}/additions`, { text: 'Later gezien.' }), 'addition', 303);
    }
    const sealed = (await coach.get(`/looks/${own.look}`)).text;
    assert.equal(sealed.split('Later gezien.').length, 2, 'added once');
  });
});
