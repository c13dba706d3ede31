// The same road for a conversation that was filmed elsewhere, in English: a file is brought on the upload page, the
// second yes is said on the tablet, the coach writes for a client who cannot look alone, and in the end the client stops.
// `make test` runs it on PostgreSQL, as the other journeys run on SQLite.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { openBrowser, person, scratch } from './lib/browser.mjs';
import { film, sentenceInFilm } from './lib/film.mjs';
import { hasPostgres, House } from './lib/house.mjs';
import { Album } from './lib/pages.mjs';
import { signIn } from './lib/people.mjs';
import { Notebook, story } from './lib/saying.mjs';
import { disguises, patterns, searchPlaintext } from './lib/sealed.mjs';

describe('the whole round, with a file that is brought', () => {
  const step = story(it, () => ({ youssef, ineke, client }));
  const { say, sentences } = new Notebook();
  const name = say('Chestnut by the river');
  const pin = '1379';
  let house, browser, album, place, path;
  let youssef, ineke, client, id, paper;
  const at = (room) => `/conversations/${id}${room}`;
  const onTheTablet = async (page, room) => {
    await page.goto(at(`/${room}`));
    const hand = page.locator('form[action$="/handover"]');
    await hand.locator('[name=pin]').fill(pin);
    await hand.getByRole('button').click();
    await page.waitForURL(`**/mine/${room}`);
  };
  const back = async (page) => {
    await page.locator('a[href="/mine/back"]').first().click();
    await page.locator('[name=pin]').fill(pin);
    await page.locator('form[action="/mine/back"]').getByRole('button').click();
    await page.waitForURL((url) => !url.pathname.startsWith('/mine'));
  };
  const answerAll = async (page, text) => {
    for (const question of ['auth', 'goal', 'fit']) {
      const part = page.locator(`#question-${question}`);
      if (!(await part.evaluate((details) => details.open))) await part.locator('> summary').click();
      await part.locator('[name=step][value="3"]').check();
      await part.locator('textarea[name=text]').fill(`${text} (${question})`);
      await part.locator('[data-when=answered]').waitFor();
    }
  };
  const sealed = async (page) => {
    await page.locator('a[href$="/seal"]').click();
    await page.waitForURL('**/seal');
    await page.locator('main form').getByRole('button').click();
    await page.waitForURL((url) => !url.pathname.endsWith('/seal'));
  };

  before(async () => {
    place = await scratch('round-file');
    path = await film(place.folder, 'gesprek.mp4', 14);
    house = await House.open({ kind: 'demo', postgres: hasPostgres });
    browser = await openBrowser();
    album = await Album.open('round-file');
    youssef = await person(browser, house, { language: 'en' });
    ineke = await person(browser, house, { language: 'en' });
    client = await person(browser, house, { language: 'en', size: 'phone' });
  });
  after(async () => {
    await browser?.close();
    await house?.close();
    await place?.clear();
  });

  step('both say yes, the client on the tablet, in English', async () => {
    await signIn(youssef, 'Youssef Amrani');
    await youssef.goto('/conversations/new');
    await youssef.locator('select[name=coach]').selectOption({ label: 'Ineke Bos' });
    await youssef.locator('main form button').click();
    await youssef.waitForURL(/\/conversations\/[0-9a-f-]{36}$/);
    id = youssef.url().split('/').at(-1);
    await youssef.goto(at('/consent'));
    const own = youssef.locator('form[action$="/consent"]');
    for (const purpose of ['look', 'research']) await own.locator(`[name=${purpose}][value=yes]`).check();
    for (const purpose of ['colleagues', 'story', 'clip']) await own.locator(`[name=${purpose}][value=no]`).check();
    await own.getByRole('button').click();
    await onTheTablet(youssef, 'consent');
    await youssef.locator('button[value=next]').click();
    await album.look(youssef, 'tablet-question', { still: true });
    for (const answer of ['yes', 'no', 'yes', 'no', 'no']) await youssef.locator(`button[value=${answer}]`).click();
    await youssef.locator('[name=name]').fill(name);
    await album.look(youssef, 'tablet-name', { still: true });
    await youssef.locator('button[value=next]').click();
    await album.look(youssef, 'tablet-check', { still: true });
    await youssef.locator('button[value=next]').click();
    paper = {
      link: await youssef.locator('.paper__link a').getAttribute('href'),
      code: (await youssef.locator('.paper__code').innerText()).trim(),
    };
    await album.look(youssef, 'tablet-done', { still: true });
    await back(youssef);
  });

  step('the file is brought, with progress in sight, and becomes watchable', async () => {
    await youssef.goto(at('/recording'));
    await youssef.locator('a[href$="/recording/file"]').click();
    await album.look(youssef, 'upload');
    await youssef.locator('input[type=file]').setInputFiles(path);
    await youssef.waitForURL(/\/recording$/, { timeout: 60_000 });
    await youssef.locator('a[href$="/look"]').waitFor({ timeout: 90_000 });
  });

  step('the second yes is said on the tablet', async () => {
    await youssef.goto(at('/second'));
    await youssef.locator('main button[value=keep]').click();
    await onTheTablet(youssef, 'second');
    await album.look(youssef, 'tablet-second-yes');
    await youssef.locator('button[value=change]').click();
    await album.look(youssef, 'tablet-second-yes-changed', { still: true });
    await youssef.goto('/mine/second');
    await youssef.locator('button[value=keep]').click();
    await back(youssef);
    await youssef.goto(at(''));
    await album.look(youssef, 'path-after-the-second-yes');
  });

  step('the coach looks, and then writes what the client says in the room', async () => {
    await signIn(ineke, 'Ineke Bos');
    assert.equal((await ineke.request.post(at('/look/client'), { form: { mode: 'room' } })).status(), 403);
    await ineke.goto(at('/look'));
    await ineke.locator('main form').getByRole('button').click();
    await ineke.locator('mz-look[ready]').waitFor();
    await answerAll(ineke, say('Two goals beside each other, an overview and keeping the job.'));
    await sealed(ineke);
    await ineke.goto(at('/look/client'));
    await album.look(ineke, 'look-for-the-client');
    await ineke.locator('[name=mode][value=room]').check();
    await ineke.locator('main form').getByRole('button').click();
    await ineke.waitForURL(/\/looks\//);
    const look = new URL(ineke.url()).pathname;
    await album.look(ineke, 'look-written-by-the-coach');
    for (const question of ['auth', 'goal', 'fit']) {
      await ineke.goto(`${look}/answers/${question}`);
      await ineke.evaluate(() => customElements.whenDefined('mz-look').then(() => null));
      await ineke.locator('[name=step][value="4"]').check();
      await ineke
        .locator('form[data-question] textarea[name=text]')
        .fill(say(`He said: I told him what I thought, about ${question}.`));
      await ineke.locator('form[data-question] .nl-button--primary').click();
      await ineke.waitForURL((url) => !url.pathname.endsWith(`/answers/${question}`));
    }
    await ineke.goto(`${look}/seal`);
    await album.look(ineke, 'look-written-by-the-coach-seal');
    await ineke.locator('main form').getByRole('button').click();
    await ineke.waitForURL((url) => !url.pathname.endsWith('/seal'));
  });

  step('two sealed looks open for those who sealed, and the professional is still blind', async () => {
    await ineke.goto(at('/dialogue'));
    await album.look(ineke, 'dialogue-of-two');
    assert.ok((await ineke.content()).includes('I told him what I thought'));
    assert.equal((await youssef.goto(at('/dialogue'))).status(), 403);
    assert.ok(!(await youssef.content()).includes('I told him what I thought'));
  });

  step('a small stop: one purpose, and the rest stays', async () => {
    await client.goto(paper.link);
    await client.locator('[name=code]').fill(paper.code);
    await client.locator('main form').getByRole('button').click();
    await client.waitForURL('**/mine');
    await client.goto('/mine/stop');
    await client
      .locator('form', { has: client.locator('[name=purpose][value=research]') })
      .getByRole('button')
      .click();
    await album.look(client, 'client-stopped-with-one', { still: true });
    assert.equal((await ineke.goto(at('/dialogue'))).status(), 200);
  });

  step('nothing of it lay in plaintext, in the film or in words', async () => {
    const bytes = await readFile(path);
    const needles = [...[...sentences, sentenceInFilm].flatMap(disguises), ...patterns(bytes, 'the film')];
    const database = hasPostgres ? [process.env.MEERZIEN_TEST_POSTGRES_DATA] : [];
    const searched = await searchPlaintext([house.data, house.tmp, house.log, ...database], needles);
    assert.deepEqual(searched.found, []);
    assert.ok(searched.bytes > bytes.length, 'there was something to search');
  });

  step('the client stops with everything, and reads what was destroyed', async () => {
    await client.goto('/mine/stop');
    await client.locator('button[value=all]').click();
    await album.look(client, 'client-stop-sure', { still: true });
    await client.locator('button[value=all-sure]').click();
    await client.waitForLoadState();
    await album.look(client, 'client-receipt');
    for (const page of [youssef, ineke]) {
      for (const room of ['/dialogue', '/look']) {
        const answer = await page.goto(at(room));
        assert.ok([403, 404, 410].includes(answer.status()), `${room}: ${answer.status()}`);
      }
    }
    await album.look(youssef, 'refusal-after-the-stop');
    await youssef.goto(at(''));
    assert.ok(!(await youssef.content()).includes(name));
    await album.look(youssef, 'path-after-the-stop');
    await youssef.goto('/home');
    assert.ok(!(await youssef.content()).includes(name));
  });

  step('the privacy officer sees facts and terms, and nothing of what was said', async () => {
    const bram = await person(browser, house, { language: 'en' });
    await signIn(bram, 'Bram Hendriks');
    await bram.goto('/register');
    await album.look(bram, 'register');
    await bram.goto(`/register/${id}`);
    await album.look(bram, 'register-one');
    for (const sentence of sentences) assert.ok(!(await bram.content()).includes(sentence), sentence);
    assert.deepEqual(bram.troubles, []);
    await bram.context().close();
  });

  step('every page seen is good to the eye, the ear and the rules', async () => {
    assert.deepEqual(await album.close(), []);
    for (const page of [youssef, ineke, client]) assert.deepEqual(page.troubles, []);
  });
});
