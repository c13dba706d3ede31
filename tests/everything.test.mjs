// Everything about somebody in one archive: fetched on a phone, unpacked by programs that are not ours, opened without
// the internet.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { pathToFileURL } from 'node:url';
import Ajv from 'ajv/dist/2020.js';
import { lay, readable, unpack } from './lib/archive.mjs';
import { openBrowser, person, scratch } from './lib/browser.mjs';
import { expect } from './lib/deeds.mjs';
import { film } from './lib/film.mjs';
import { House, repository } from './lib/house.mjs';
import { checkHtml } from './lib/html.mjs';
import { Album, axe } from './lib/pages.mjs';
import { story } from './lib/saying.mjs';
import { disguises, searchPlaintext } from './lib/sealed.mjs';
import { wholeRound } from './lib/whole.mjs';

const run = promisify(execFile);
const secret = 'Onmiskenbare zin';

describe('everything about somebody', () => {
  const step = story(it);
  let house, browser, album, place, round, client, archive, files;
  before(async () => {
    house = await House.open({ kind: 'demo' });
    browser = await openBrowser();
    place = await scratch('everything');
    album = await Album.open('everything');
    round = await wholeRound(house, await readFile(await film(place.folder, 'gesprek.webm', 8)), secret);
    const { client: visitor, professional } = round.people;
    const answer = { focus: '3', noise: '2', result: '4' };
    expect(await visitor.post(`/conversations/${round.id}/rating`, answer), 'rating', 303);
    const half = { text: `${secret} op een kaart`, drawing: '', go: 'save' };
    expect(await visitor.post(`/conversations/${round.id}/cards/1`, half), 'card', 303);
    const other = { text: 'Geheim van de andere helft', drawing: '', go: 'save' };
    expect(await professional.post(`/conversations/${round.id}/cards/1`, other), 'card', 303);
  });
  after(async () => {
    await browser?.close();
    await house?.close();
    await place?.clear();
  });

  step('the client asks for it on a phone, with their code once more', async () => {
    client = await person(browser, house, { size: 'phone' });
    await client.goto(round.paper.link);
    await client.getByLabel('Uw code').fill(round.paper.code);
    await client.getByRole('button', { name: 'Open', exact: true }).click();
    await client.getByRole('link', { name: 'Haal alles op wat wij van u hebben' }).click();
    await album.look(client, 'ask');
    const fetchIt = () => client.getByRole('button', { name: 'Haal alles op', exact: true }).click();
    await client.getByLabel('Uw code').fill('AAAA-AAAA');
    await fetchIt();
    await client.getByText('Dit klopt niet.').waitFor();
    await client.getByLabel('Uw code').fill(round.paper.code);
    const [download] = await Promise.all([client.waitForEvent('download'), fetchIt()]);
    assert.equal(download.suggestedFilename(), 'meerzien-alles-over-mij.zip');
    archive = join(place.folder, 'alles.zip');
    await download.saveAs(archive);
  });

  step('programs that are not ours open it, and every byte is as it was', async () => {
    await run('unzip', ['-t', archive]);
    await run('python3', ['-m', 'zipfile', '-t', archive]);
    files = await unpack(await readFile(archive));
    const names = [...files.keys()];
    assert.deepEqual(names.slice(0, 4), ['index.html', 'index.en.html', 'data.json', 'data.schema.json']);
    assert.equal(names.at(-1), 'video.webm');
    const { text } = await round.people.professional.get(`/looks/${round.looks.professional.look}`);
    const served = await round.people.professional.get(text.match(/\/media\/[0-9a-f-]{36}/)[0]);
    assert.ok(served.bytes.equals(files.get('video.webm')), 'the video is the one that is served');
  });

  step('its data is what the schema says', async () => {
    const schema = JSON.parse(await readFile(join(repository, 'docs/everything.schema.json'), 'utf8'));
    assert.deepEqual(JSON.parse(files.get('data.schema.json').toString()), schema);
    const data = JSON.parse(files.get('data.json').toString());
    const validate = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);
    assert.ok(validate(data), JSON.stringify(validate.errors, null, 1));
    assert.equal(data.look.moments.length, 2);
    assert.equal(data.look.answers.length, 3);
    assert.equal(data.together.readings.length, 4);
    assert.equal(data.interview.notes.length, 1);
    assert.equal(data.cards.length, 1);
    assert.equal(data.rating.result, '4');
    assert.equal(data.consents.length, 1);
    assert.ok(
      data.texts.every(({ file, content }) => content && files.has(file)),
      'every text is there as it was',
    );
    for (const spoilt of [
      { ...data, extra: 1 },
      { ...data, made: 'gisteren' },
      { ...data, look: { mode: 'self' } },
    ]) {
      assert.ok(!validate(spoilt), 'the schema refuses what is wrong');
    }
  });

  step('it holds what is theirs, and nothing of what others wrote', async () => {
    const all = readable(files);
    for (const own of [
      `${secret} van de client bij moment 1.`,
      `${secret} van de client op vraag auth.`,
      `${secret} in het interview`,
      `${secret} neem ik mee`,
      `${secret} gelezen over goal`,
      `${secret} op een kaart`,
      `${secret} codenaam`,
      // Written down by the coach, but the client's idea.
      `${secret} bedoeling`,
    ]) {
      assert.ok(all.includes(own), own);
    }
    const theirs = ['van de professional', 'van de coach', 'gedacht', 'plan doing', 'Geheim van de andere helft'];
    for (const other of theirs) assert.ok(!all.includes(other), other);
  });

  step('the page opens from a folder without the internet, reads well, and the video plays', async () => {
    const folder = join(place.folder, 'uitgepakt');
    await lay(files, folder);
    const context = await browser.newContext({ offline: true, viewport: { width: 360, height: 740 } });
    const page = await context.newPage();
    const troubles = [];
    page.on('pageerror', (error) => troubles.push(error.message));
    page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
    page.on('request', (request) => request.url().startsWith('file:') || troubles.push(request.url()));
    await page.goto(pathToFileURL(join(folder, 'index.html')).href);
    await page.getByRole('heading', { name: 'Alles over u' }).waitFor();
    await page.getByText(`${secret} van de client op vraag auth.`).waitFor();
    await page.evaluate(() => document.querySelector('video').play());
    await page.waitForFunction(() => document.querySelector('video').currentTime > 0.5);
    await page.evaluate(() => document.querySelector('video').pause());
    const output = join(repository, 'tests/output/screens/everything');
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      assert.deepEqual(await axe(page), []);
      await page.screenshot({ path: join(output, `archive.phone.${colorScheme}.png`), fullPage: true });
    }
    const sideways = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    await page.setViewportSize({ width: 320, height: 640 });
    assert.ok((await sideways()) <= 0, 'nothing sticks out');
    await page.getByRole('link', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Everything about you' }).waitFor();
    await page.goBack();
    await page.getByRole('link', { name: 'Lees wat er stond' }).first().click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    assert.deepEqual(troubles, []);
    await context.close();
    const pages = join(place.folder, 'paginas');
    await lay(
      [...files].filter(([name]) => name.endsWith('.html')),
      pages,
    );
    assert.deepEqual(await checkHtml(pages), []);
  });

  step('the log says that it was fetched, and nothing of it was left on the disk', async () => {
    const { text } = await round.people.client.get('/mine/seen');
    assert.match(text, /haalde u alles op wat wij van u hebben/);
    const officer = await round.people.professional.get(`/conversations/${round.id}/seen`);
    assert.match(officer.text, /haalde de cliënt alles op over zichzelf/);
    const { found } = await searchPlaintext([house.data, house.tmp, house.log], disguises(`${secret} van de client`));
    assert.deepEqual(found, []);
  });

  step('an archive that breaks off does not open', async () => {
    const half = join(place.folder, 'half.zip');
    const bytes = await readFile(archive);
    await writeFile(half, bytes.subarray(0, bytes.length - 40));
    await assert.rejects(run('unzip', ['-t', half]));
  });

  step('after stopping the receipt is kept as a file, which opens when the link does not', async () => {
    await client.goto('/mine/stop');
    await client.getByRole('button', { name: 'Wis alles', exact: true }).click();
    await client.getByRole('button', { name: 'Ja, wis alles' }).click();
    await client.getByRole('heading', { name: 'Uw bewijs' }).waitFor();
    await album.look(client, 'receipt');
    const keep = () => client.getByRole('link', { name: 'Bewaar dit bewijs' }).click();
    const [download] = await Promise.all([client.waitForEvent('download'), keep()]);
    const kept = join(place.folder, 'bewijs', download.suggestedFilename());
    await download.saveAs(kept);
    const context = await browser.newContext({ offline: true });
    const page = await context.newPage();
    await page.goto(pathToFileURL(kept).href);
    await page.getByText('U vroeg ons te stoppen op').waitFor();
    assert.deepEqual(await axe(page), []);
    await context.close();
    assert.deepEqual(await checkHtml(join(place.folder, 'bewijs')), []);
  });

  it('has nothing for axe, the narrow page or the HTML checker to find, and no script failed', async () => {
    assert.deepEqual(
      client.troubles.filter((each) => !/ 422/.test(each)),
      [],
    );
    assert.deepEqual(await album.close(), []);
  });
});
