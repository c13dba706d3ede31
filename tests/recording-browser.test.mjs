// Recording as people do it: with the camera in the browser, and by choosing a file, on lines that break.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { agree } from './lib/agree.mjs';
import { openBrowser, person, scratch } from './lib/browser.mjs';
import { fakeDevices, film } from './lib/film.mjs';
import { House } from './lib/house.mjs';
import { Album } from './lib/pages.mjs';
import { signIn } from './lib/people.mjs';
import { freshConversation } from './lib/seed.mjs';
import { later, untilState } from './lib/tus.mjs';
import { Visitor } from './lib/visitor.mjs';

describe('recording in the browser', () => {
  let house, browser, album, folder, clear;
  before(async () => {
    house = await House.open({ kind: 'demo' });
    ({ folder, clear } = await scratch('recorder'));
    browser = await openBrowser(await fakeDevices(folder));
    album = await Album.open('recording');
  });
  after(async () => {
    await browser?.close();
    await house?.close();
    await clear?.();
  });

  /** A professional in a browser, with a conversation in which recording is allowed. */
  async function ready(options) {
    const page = await person(browser, house, options);
    await signIn(page, 'Joris Smit');
    const visitor = await Visitor.from(page.context(), house.address);
    const conversation = await freshConversation(house, visitor, null);
    await agree(visitor, conversation);
    return { page, visitor, conversation, room: `/conversations/${conversation}/recording` };
  }

  const state = (page, is) => page.locator(`mz-recorder[state=${is}]`).waitFor();
  /** Seconds that the page says are durable. */
  const safe = async (page) => {
    const said = await page.locator('[data-show=safe]').textContent();
    const time = said.match(/(\d\d):(\d\d):(\d\d)/);
    return time ? Number(time[1]) * 3600 + Number(time[2]) * 60 + Number(time[3]) : 0;
  };
  const untilSafe = async (page, seconds) => {
    for (let n = 0; (await safe(page)) < seconds; n += 1) {
      assert.ok(n < 150, `safe until ${await safe(page)} seconds only`);
      await later(200);
    }
  };

  it('with camera and microphone, over a line that breaks, with a pause, to a recording that plays', async () => {
    const { page, visitor, conversation, room } = await ready();
    await page.goto(room);
    await album.look(page, 'room');
    await page.getByRole('link', { name: 'Open de camera' }).click();
    await state(page, 'ready');
    await album.look(page, 'camera', { still: true });
    await page.getByRole('button', { name: 'Start de opname' }).click();
    await state(page, 'recording');
    await untilSafe(page, 2);
    await album.look(page, 'camera-recording', { still: true });
    await page.context().setOffline(true);
    await page.getByText('Geen verbinding. We bewaren hier verder.').waitFor();
    await album.look(page, 'camera-offline', { still: true });
    const before = await safe(page);
    await later(2_000);
    assert.ok((await safe(page)) <= before + 1, 'without a connection nothing more is said to be safe');
    assert.equal(await page.locator('mz-recorder').getAttribute('state'), 'recording', 'it goes on recording');
    await page.context().setOffline(false);
    await page.getByText('De verbinding is er weer.').waitFor();
    await untilSafe(page, before + 3);
    await page.getByRole('button', { name: 'Pauze' }).click();
    await state(page, 'paused');
    await album.look(page, 'camera-paused', { still: true });
    const paused = await page.locator('[data-show=time]').textContent();
    await later(1_500);
    assert.equal(await page.locator('[data-show=time]').textContent(), paused, 'the clock stands still');
    await page.getByRole('button', { name: 'Ga verder' }).click();
    await state(page, 'recording');
    await later(1_500);
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
    await page.getByRole('heading', { name: 'Stoppen met opnemen?' }).waitFor();
    await album.look(page, 'camera-stop', { still: true });
    await page.getByRole('button', { name: 'Neem verder op' }).click();
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
    await page.getByRole('button', { name: 'Stop en bewaar' }).click();
    await page.waitForURL(`**${room}`);
    await untilState(visitor, conversation, ['ready']);
    await page.getByText('De opname staat klaar.').waitFor();
    await page.locator('video').evaluate((video) => video.play());
    await page.waitForFunction(() => document.querySelector('video').currentTime > 1);
    const length = await page.locator('video').evaluate((video) => video.duration);
    assert.ok(length > 8 && length < 120, `${length} seconds`);
    await album.look(page, 'ready');
    // What is not there while the network is off is what the test did itself.
    assert.deepEqual(
      page.troubles.filter((line) => !/ERR_INTERNET_DISCONNECTED|Failed to load resource/.test(line)),
      [],
    );
    await page.context().close();
  });

  it('sound only, when that is what people choose', async () => {
    const { page, visitor, conversation, room } = await ready({ size: 'phone' });
    await page.goto(`${room}/camera`);
    await state(page, 'ready');
    await page.getByLabel('Camera', { exact: true }).selectOption({ label: 'Geen camera, alleen geluid' });
    await page.getByText('Alleen geluid', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Start de opname' }).click();
    await untilSafe(page, 3);
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
    await page.getByRole('button', { name: 'Stop en bewaar' }).click();
    await page.waitForURL(`**${room}`);
    await untilState(visitor, conversation, ['ready']);
    await page.reload();
    assert.equal(await page.locator('audio').count(), 1);
    assert.deepEqual(page.troubles, []);
    await page.context().close();
  });

  it('a tablet that dies leaves a recording up to its last seconds, kept or thrown away as people choose', async () => {
    const { page, visitor, conversation, room } = await ready();
    await page.goto(`${room}/camera`);
    await state(page, 'ready');
    await page.getByRole('button', { name: 'Start de opname' }).click();
    await untilSafe(page, 4);
    await page.close({ runBeforeUnload: false });
    const again = await page.context().newPage();
    await again.goto(room);
    await again.getByText('Deze opname is halverwege gestopt.').waitFor();
    await album.look(again, 'stopped');
    await again.goto(`${room}/camera`);
    await again.waitForURL(`**${room}`);
    await again.getByRole('button', { name: 'Bewaar wat er is' }).click();
    await again.getByText('De opname is binnen').or(again.getByText('De opname staat klaar.')).waitFor();
    await untilState(visitor, conversation, ['ready']);
    await again.reload();
    await again.getByText('Ze stopt eerder dan het gesprek.').waitFor();
    const length = await again.locator('video').evaluate(async (video) => {
      if (!video.duration) await new Promise((done) => (video.onloadedmetadata = done));
      return video.duration;
    });
    assert.ok(length >= 3, `${length} seconds of at least 4 that were said to be safe`);
    await again.context().close();
  });

  it('without a yes the recorder says why before anything is recorded', async () => {
    const { page, conversation } = await ready();
    await page.goto(`/conversations/${conversation}/recording/camera`);
    await state(page, 'ready');
    // Meanwhile the client says no after all.
    const visitor = await Visitor.from(page.context(), house.address);
    await visitor.post(`/conversations/${conversation}/stop`, { go: 'all-sure' });
    await page.getByRole('button', { name: 'Start de opname' }).click();
    await page
      .getByRole('alert')
      .getByText(/gestopt|Nog niet iedereen/)
      .waitFor();
    assert.equal(await page.locator('mz-recorder').getAttribute('state'), 'ready');
    await page.context().close();
  });

  it('a file: progress, pause, another page, a server that dies, and on to the end', async () => {
    const { page, visitor, conversation, room } = await ready();
    const small = await readFile(await film(folder, 'gesprek.mp4', 12));
    const box = Buffer.alloc(24_000_000);
    randomBytes(box.length - 8).copy(box, 8);
    box.writeUInt32BE(box.length, 0);
    box.write('free', 4, 'latin1');
    const path = join(folder, 'Gesprek met Roos.mp4');
    await writeFile(path, Buffer.concat([small, box]));
    await page.goto(`${room}/file`);
    await album.look(page, 'file');
    const slow = await slowLine(page, 2_000_000);
    const bar = (of) => of.locator('progress').evaluate((each) => each.value);
    const untilBar = async (of, least) => {
      for (let n = 0; (await bar(of)) < least; n += 1) {
        assert.ok(n < 300, `the bar stands at ${await bar(of)}`);
        await later(100);
      }
    };
    await page.getByLabel('Kies een bestand').setInputFiles(path);
    await untilBar(page, 10);
    await page.getByText(/van 2\d(,\d)? MB binnen/).waitFor();
    await album.look(page, 'file-going', { still: true });
    const kept = await page.evaluate(() => JSON.stringify(localStorage));
    assert.match(kept, /\/tus\//, 'the address of the upload is remembered');
    assert.doesNotMatch(kept, /Roos|Gesprek|mp4/i, 'and nothing that tells of whom it is');
    await page.getByRole('button', { name: 'Pauze' }).click();
    await page.getByText('Gepauzeerd.').waitFor();
    const paused = await bar(page);
    await later(1_000);
    assert.equal(await bar(page), paused);
    await page.getByRole('button', { name: 'Ga verder' }).click();
    await untilBar(page, paused + 5);
    // The tab is closed; another one goes on with the same file.
    await page.close({ runBeforeUnload: false });
    const again = await page.context().newPage();
    await again.goto(room);
    await again.getByText(/Van Gesprek met Roos.mp4 is .* binnen/).waitFor();
    await album.look(again, 'file-begun');
    await again.getByRole('link', { name: 'Ga verder' }).click();
    const other = join(folder, 'iets anders.mp4');
    await writeFile(other, small);
    await again.getByLabel('Kies een bestand').setInputFiles(other);
    await again.getByText('Dit is een ander bestand dan waarmee je begon.').waitFor();
    await slowLine(again, 2_000_000);
    await again.getByLabel('Kies een bestand').setInputFiles(path);
    await untilBar(again, 30);
    // The server dies and comes back: the page goes on by itself.
    await house.kill();
    await again.getByText('U hebt geen internet. Ga rustig door.').waitFor();
    await house.start({ kind: 'demo' });
    await again.waitForURL(`**${room}`, { timeout: 90_000 });
    await untilState(visitor, conversation, ['ready']);
    assert.doesNotMatch(
      await again.evaluate(() => JSON.stringify(localStorage)),
      /tus/,
      'nothing is remembered any more',
    );
    void slow;
    await again.context().close();
  });

  it('every page of it is in order', async () => {
    assert.deepEqual(await album.close(), []);
  });
});

/** A line that brings so many bytes in a second. */
async function slowLine(page, bytes) {
  const line = await page.context().newCDPSession(page);
  await line.send('Network.enable');
  await line.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 20,
    downloadThroughput: -1,
    uploadThroughput: bytes,
  });
  return line;
}
