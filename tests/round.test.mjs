// One conversation through the whole method in a browser: consent on the tablet that is handed over, recording with the
// camera, the second yes, three looks that do not see each other, side by side, shared reading, alternative, tryout,
// outcome, journey. Every page on the way is looked at; at the end nothing that was said lies anywhere in plaintext.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openBrowser, person, scratch } from './lib/browser.mjs';
import { fakeDevices } from './lib/film.mjs';
import { House } from './lib/house.mjs';
import { oneByOne } from './lib/one-by-one.mjs';
import { Album } from './lib/pages.mjs';
import { signIn } from './lib/people.mjs';
import { Notebook, story } from './lib/saying.mjs';
import { disguises, patterns, searchPlaintext, watchWriters } from './lib/sealed.mjs';

describe('the whole round, recorded in the room', () => {
  const step = story(it, () => ({ sanne, ruud, merel }));
  const { say, sentences } = new Notebook();
  const client = say('Kraaiheide Merel');
  const pin = '2580';
  let house, browser, album, place, writers;
  let sanne, ruud, merel, id, paper, tryout;
  const at = (room) => `/conversations/${id}${room}`;

  // "Veilig bewaard tot 00:00:04": what the server has acknowledged.
  const keptUntil = (page, seconds) =>
    page.waitForFunction(
      (least) => {
        const said = document.querySelector('[data-show=safe]')?.textContent.match(/(\d+):(\d+):(\d+)/);
        return said && Number(said[1]) * 3600 + Number(said[2]) * 60 + Number(said[3]) >= least;
      },
      seconds,
      { timeout: 30_000 },
    );
  const playable = (page) =>
    page.waitForFunction(() => document.querySelector('video')?.readyState >= 2, null, { timeout: 30_000 });
  const saved = (page) =>
    page.waitForFunction(() => {
      const state = document.querySelector('[data-part=state]');
      return state?.textContent === state?.dataset.saved;
    });
  const answerAll = async (page, steps, text) => {
    for (const [n, question] of ['auth', 'goal', 'fit'].entries()) {
      const part = page.locator(`#question-${question}`);
      if (!(await part.evaluate((details) => details.open))) await part.locator('> summary').click();
      await part.locator(`[name=step][value="${steps[n]}"]`).check();
      await part.locator('textarea[name=text]').fill(`${text} (${question})`);
      await part.locator(`[data-when="${steps[n] === 'dontknow' ? 'dontknow' : 'answered'}"]`).waitFor();
    }
  };
  // Where the recording itself is served, as the player has it.
  const address = async (page) => {
    await page.goto(at('/look'));
    return page.locator('video').evaluate((video) => video.currentSrc || video.src);
  };
  const left = (page, room) =>
    page.waitForURL((url) => !url.pathname.endsWith(room), { waitUntil: 'domcontentloaded' });
  const radioGroups = (page) =>
    page.locator('main input[type=radio]').evaluateAll((inputs) => [...new Set(inputs.map((input) => input.name))]);

  before(async () => {
    place = await scratch('round');
    const devices = await fakeDevices(place.folder);
    house = await House.open({ kind: 'demo' });
    writers = watchWriters(house.child.pid, [house.data, house.log]);
    browser = await openBrowser(devices);
    album = await Album.open('round');
    sanne = await person(browser, house, { size: 'tablet' });
    ruud = await person(browser, house);
    merel = await person(browser, house, { size: 'phone' });
  });
  after(async () => {
    await browser?.close();
    await writers?.stop();
    await house?.close();
    await place?.clear();
  });

  step('Sanne sets up a conversation and asks a coach along', async () => {
    await signIn(sanne, 'Sanne Verhoef');
    await sanne.goto('/conversations/new');
    await album.look(sanne, 'new-conversation');
    await sanne.locator('select[name=coach]').selectOption({ label: 'Ruud de Wit' });
    await sanne.locator('main form button').click();
    await sanne.waitForURL(/\/conversations\/[0-9a-f-]{36}$/);
    id = sanne.url().split('/').at(-1);
    await album.look(sanne, 'path-at-the-start');
    await sanne.goto('/home');
    await album.look(sanne, 'home-with-one-conversation');
  });

  step('nothing can be recorded yet, and the page says why', async () => {
    const answer = await sanne.goto(at('/recording'));
    assert.equal(answer.status(), 403);
    await sanne.getByText('Nog niet iedereen zei ja').waitFor();
    await album.look(sanne, 'recording-before-consent');
  });

  step('Sanne says her own yes', async () => {
    await sanne.goto(at(''));
    await sanne.getByRole('link', { name: 'Regel toestemming' }).click();
    await album.look(sanne, 'consent-asking');
    const own = sanne.locator(`form[action$="/consent"]`);
    for (const purpose of ['look', 'colleagues']) await own.locator(`[name=${purpose}][value=yes]`).check();
    for (const purpose of ['research', 'story', 'clip']) await own.locator(`[name=${purpose}][value=no]`).check();
    await own.getByRole('button').click();
    await sanne.locator('form[action$="/handover"]').waitFor();
    await album.look(sanne, 'consent-own-yes-said');
  });

  step('Merel reads and decides on the tablet, which leads nowhere else', async () => {
    const hand = sanne.locator('form[action$="/handover"]');
    await hand.locator('[name=pin]').fill(pin);
    await hand.getByRole('button').click();
    await sanne.waitForURL('**/mine/consent');
    await album.look(sanne, 'tablet-leaflet');
    for (const elsewhere of ['/home', at(''), '/people', '/journey', '/account']) {
      const answer = await sanne.goto(elsewhere);
      assert.equal(answer.status(), 403, `${elsewhere} can be reached with the tablet in hand`);
    }
    await album.look(sanne, 'tablet-leads-nowhere-else');
    await sanne.goto('/mine/consent');
    await sanne.getByRole('button', { name: 'Begin' }).click();
    await album.look(sanne, 'tablet-question', { still: true });
    const [yes, no] = [sanne.locator('button[value=yes]'), sanne.locator('button[value=no]')];
    const [a, b] = [await yes.boundingBox(), await no.boundingBox()];
    assert.deepEqual([a.width, a.height], [b.width, b.height], 'yes and no are equally large');
    await yes.click();
    await yes.click();
    await sanne.getByText('Leg het nog eens uit').click();
    await album.look(sanne, 'tablet-question-explained', { still: true });
    await no.click();
    await no.click();
    await no.click();
    await sanne.locator('[name=name]').fill(client);
    await album.look(sanne, 'tablet-name', { still: true });
    await sanne.locator('button[value=next]').click();
    await album.look(sanne, 'tablet-check', { still: true });
    await sanne.locator('button[value=next]').click();
    await sanne.getByText('Je kunt altijd stoppen').or(sanne.getByText('U kunt altijd stoppen')).first().waitFor();
    await album.look(sanne, 'tablet-done', { still: true });
    paper = {
      link: await sanne.locator('.paper__link a').getAttribute('href'),
      code: (await sanne.locator('.paper__code').innerText()).trim(),
    };
  });

  step('the tablet goes back with the code of Sanne, and only with that', async () => {
    await sanne.locator('a[href="/mine/back"]').first().click();
    await album.look(sanne, 'tablet-back');
    await sanne.locator('[name=pin]').fill('0000');
    await sanne.locator('form[action="/mine/back"]').getByRole('button').click();
    assert.match(sanne.url(), /\/mine\/back/);
    await sanne.locator('[name=pin]').fill(pin);
    await sanne.locator('form[action="/mine/back"]').getByRole('button').click();
    await sanne.goto(at(''));
    await sanne.getByRole('heading', { name: client }).waitFor();
    await album.look(sanne, 'path-after-consent');
  });

  step('the conversation is recorded, paused and stopped, and every second is kept meanwhile', async () => {
    await sanne.goto(at('/recording'));
    await album.look(sanne, 'recording-room');
    await sanne.locator('a[href$="/recording/camera"]').click();
    const start = sanne.locator('[data-do=start]');
    await start.and(sanne.locator(':enabled')).waitFor();
    await album.look(sanne, 'recorder-before', { still: true });
    await start.click();
    await sanne.locator('[data-part=sign]').waitFor();
    await keptUntil(sanne, 4);
    await album.look(sanne, 'recorder-recording', { still: true });
    await sanne.locator('[data-do=pause]').click();
    await sanne.locator('[data-part=sign-paused]').waitFor();
    await album.look(sanne, 'recorder-paused', { still: true });
    const time = await sanne.locator('[data-show=time]').innerText();
    await sanne.waitForTimeout(1_500);
    assert.equal(await sanne.locator('[data-show=time]').innerText(), time, 'the time stands still in a pause');
    await sanne.locator('[data-do=resume]').click();
    await sanne.waitForTimeout(2_500);
    await sanne.locator('[data-do=stop]').click();
    await sanne.locator('[data-part=ask]').waitFor();
    await album.look(sanne, 'recorder-stop-asked', { still: true });
    await sanne.locator('[data-do=stop-yes]').click();
    await sanne.waitForURL(/\/recording$/, { timeout: 30_000 });
    await sanne.locator('a[href$="/look"]').waitFor({ timeout: 90_000 });
    await album.look(sanne, 'recording-ready');
  });

  step('before the second yes the coach cannot watch, and reads why', async () => {
    await signIn(ruud, 'Ruud de Wit');
    await album.look(ruud, 'home-of-the-coach');
    const answer = await ruud.goto(at('/look'));
    assert.equal((await ruud.request.post(at('/look'))).status(), 403);
    assert.ok(answer.status() < 500);
    await ruud.goto(at(''));
    await album.look(ruud, 'path-of-the-coach-waiting');
  });

  step('both say the second yes: Sanne here, Merel by link and code on her phone', async () => {
    await sanne.goto(at(''));
    await sanne.getByRole('link', { name: 'Geef het tweede ja' }).click();
    await album.look(sanne, 'second-yes');
    await sanne.locator('main button[value=keep]').click();
    await album.look(sanne, 'second-yes-waits');
    await merel.goto(paper.link);
    await album.look(merel, 'client-code');
    await merel.locator('[name=code]').fill('AAAA-AAAA');
    await merel.locator('main form').getByRole('button').click();
    await merel.getByText('Dit klopt niet').waitFor();
    await album.look(merel, 'client-code-wrong', { still: true });
    await merel.locator('[name=code]').fill(paper.code);
    await merel.locator('main form').getByRole('button').click();
    await merel.waitForURL('**/mine');
    await album.look(merel, 'client-place');
    await merel.goto('/mine/second');
    await album.look(merel, 'client-second-yes');
    await merel.locator('button[value=keep]').click();
    await merel.locator('a[href="/mine"]').first().waitFor();
    await album.look(merel, 'client-second-yes-done', { still: true });
  });

  step('Sanne looks, alone: one key per moment, a note that pauses, three answers', async () => {
    await sanne.setViewportSize({ width: 1440, height: 900 });
    await sanne.goto(at('/look'));
    await album.look(sanne, 'look-begin');
    await sanne.locator('main form').getByRole('button').click();
    await sanne.locator('mz-look[ready]').waitFor();
    await playable(sanne);
    await sanne.locator('[data-do=play]').click();
    await sanne.waitForTimeout(800);
    await sanne.keyboard.press('s');
    await sanne.locator('.mark').nth(0).waitFor();
    await sanne.locator('#moment-note').fill(say('Hier leefde zij op, dat hoorde ik meteen.'));
    assert.equal(await sanne.locator('video').evaluate((video) => video.paused), true, 'typing pauses the video');
    await sanne.locator('.editor').getByRole('button', { name: 'Klaar' }).click();
    await sanne.locator('[data-do=play]').focus();
    await sanne.keyboard.press('w');
    await sanne.locator('.mark').nth(1).waitFor();
    await sanne.keyboard.press('Control+z');
    await sanne.waitForFunction(() => document.querySelectorAll('ol.mark-list > .mark').length === 1);
    await sanne.locator('[data-do=play]').focus();
    await sanne.keyboard.press('f');
    await sanne.locator('.mark').nth(1).waitFor();
    await answerAll(sanne, ['4', '4', 'dontknow'], say('Zij vertelde open over haar werk in de zorg.'));
    await saved(sanne);
    await album.look(sanne, 'look-of-the-professional');
    await sanne.locator('a[href$="/seal"]').click();
    await sanne.waitForURL('**/seal');
    await album.look(sanne, 'look-seal');
    await sanne.locator('main form').getByRole('button').click();
    await left(sanne, '/seal');
    await sanne.goto(at('/look'));
    await sanne.locator('#additions').waitFor();
    await album.look(sanne, 'look-sealed');
  });

  step('a sealed look can only be added to, and one look alone opens nothing', async () => {
    await sanne.locator('form[action$="/additions"] textarea').fill(say('Later viel mij de stilte nog op.'));
    await sanne.locator('form[action$="/additions"]').getByRole('button').click();
    await sanne.getByText('Later viel mij de stilte nog op.').waitFor();
    assert.equal((await sanne.goto(at('/dialogue'))).status(), 403);
    await album.look(sanne, 'dialogue-too-early');
  });

  step('the coach looks, and sees nothing of the look of Sanne', async () => {
    await ruud.goto(at('/look'));
    await ruud.locator('main form').getByRole('button').click();
    await ruud.locator('mz-look[ready]').waitFor();
    await playable(ruud);
    for (const sentence of sentences.filter((each) => each !== client)) {
      assert.ok(!(await ruud.content()).includes(sentence), sentence);
    }
    await ruud.locator('[data-do=play]').focus();
    await ruud.keyboard.press('a');
    await ruud.locator('.mark').first().waitFor();
    await ruud.locator('#moment-note').fill(say('Vier tellen stil, niemand pakt het op.'));
    await ruud.locator('.editor').getByRole('button', { name: 'Klaar' }).click();
    await answerAll(ruud, ['2', 'dontknow', '3'], say('Beleefd aan twee kanten, het tempo past niet.'));
    await saved(ruud);
    await ruud.locator('a[href$="/seal"]').click();
    await ruud.waitForURL('**/seal');
    await ruud.locator('main form').getByRole('button').click();
    await left(ruud, '/seal');
    await ruud.goto(at('/look'));
    await ruud.locator('#additions').waitFor();
  });

  step('Merel looks on her phone, in plain words, one question per screen', async () => {
    await merel.goto('/mine');
    await album.look(merel, 'client-place-can-look');
    await merel.locator('a.door').first().click();
    await album.look(merel, 'client-look-begin');
    await merel.locator('main form').getByRole('button').click();
    await merel.locator('mz-look[ready]').waitFor();
    await playable(merel);
    await merel.locator('.big-button').first().tap();
    await merel.locator('.mark').first().waitFor();
    await merel.locator('#moment-note').fill(say('Ik zei ja. Dan was het klaar.'));
    await merel.locator('.editor').getByRole('button', { name: 'Klaar' }).tap();
    await saved(merel);
    await album.look(merel, 'client-look');
    await merel.locator('a[href$="/answers/auth"]').tap();
    for (const [question, value] of [
      ['auth', '1'],
      ['goal', '2'],
      ['fit', 'dontknow'],
    ]) {
      await merel.waitForURL(`**/answers/${question}`);
      await merel.evaluate(() => customElements.whenDefined('mz-look').then(() => null));
      if (question === 'auth') await album.look(merel, 'client-question');
      await merel.locator(`[name=step][value="${value}"]`).check();
      await merel
        .locator('form[data-question] textarea[name=text]')
        .fill(say(`Over ${question}: ik hield iets voor mijzelf.`));
      await saved(merel);
      await merel.locator('form[data-question] .nl-button--primary').tap();
    }
    await merel.waitForURL('**/seal');
    await album.look(merel, 'client-seal');
    await merel.locator('main form').getByRole('button').tap();
    await left(merel, '/seal');
    await merel.goto(at('/look'));
    await merel.locator('#additions').waitFor();
    await album.look(merel, 'client-look-sealed');
  });

  step('side by side: three rows, three answers, where they met and where not', async () => {
    await sanne.goto(at('/dialogue'));
    const text = await sanne.locator('main').textContent();
    for (const sentence of [
      'Hier leefde zij op',
      'Vier tellen stil',
      'Ik zei ja. Dan was het klaar.',
      'ik hield iets voor',
    ]) {
      assert.ok(text.includes(sentence), sentence);
    }
    await album.look(sanne, 'dialogue');
    await merel.goto(at('/dialogue'));
    await album.look(merel, 'dialogue-of-the-client');
  });

  step('they write what they read in it together, and leave room for what still differs', async () => {
    await sanne.goto(at('/dialogue/auth'));
    await album.look(sanne, 'dialogue-question');
    await sanne.locator('#ours').fill(say('Wij hielden allebei in, uit haast en uit zorg.'));
    await sanne.locator('[name=differs]').check();
    await sanne.locator('#unknown').fill(say('Wat er thuis speelt weten wij nog niet.'));
    await sanne.locator('form[action$="/reading"]').getByRole('button').click();
    await sanne.getByText('Wij hielden allebei in').first().waitFor();
    await album.look(sanne, 'dialogue-question-read');
    await ruud.goto(at('/dialogue'));
    await ruud.locator('.place a').first().click();
    await ruud.locator('#ours').fill(say('Dit was een beleefd ja, geen echt ja.'));
    await ruud.locator('form[action$="/reading"]').getByRole('button').click();
    await ruud.getByText('Dit was een beleefd ja').first().waitFor();
    await album.look(ruud, 'dialogue-moment-read');
  });

  step('from a moment comes an alternative, and from that a tryout', async () => {
    await sanne.goto(new URL(ruud.url()).pathname);
    await sanne.locator('#alternative > summary').click();
    await sanne.locator('#intention').fill(say('Het kleine zinnetje oppakken dat blijft liggen.'));
    await sanne.locator('#words').fill(say('U slaapt vaak bij uw vader. Vertel eens?'));
    await sanne.locator('[name=idea_of][value=client]').check();
    await sanne.locator('form[action$="/alternative"]').getByRole('button').click();
    await sanne.getByText('U slaapt vaak bij uw vader.').first().waitFor();
    await album.look(sanne, 'alternative');
    await sanne.goto(at('/tryout'));
    await album.look(sanne, 'tryout-choose');
    await sanne.locator('main a[href*="/tryout/"]').first().click();
    await album.look(sanne, 'tryout-plan');
    const fields = sanne.locator('main form textarea');
    for (let n = 0; n < (await fields.count()); n += 1) {
      await fields.nth(n).fill(say(`Handen van het toetsenbord, plan regel ${n + 1}.`));
    }
    await sanne.locator('main form .nl-button--primary').click();
    await sanne.waitForURL(/\/tryouts\/[0-9a-f-]{36}/);
    tryout = new URL(sanne.url()).pathname;
    await album.look(sanne, 'tryout');
    await sanne.goto(`${tryout}/card`);
    await album.look(sanne, 'tryout-card');
  });

  step('the next conversation is held, and each tells what came of it', async () => {
    await sanne.goto('/conversations/new');
    await sanne.locator('select[name=coach]').selectOption({ label: 'Ruud de Wit' });
    await sanne.locator('main form button').click();
    await sanne.waitForURL(/\/conversations\/[0-9a-f-]{36}$/);
    const next = sanne.url().split('/').at(-1);
    await sanne.goto(tryout);
    await sanne.locator('select[name=next]').selectOption(next);
    await sanne.locator('form[action$="/next"]').getByRole('button').click();
    for (const [page, name] of [
      [sanne, 'professional'],
      [merel, 'client'],
      [ruud, 'coach'],
    ]) {
      await page.goto(`${tryout}/tell`);
      await album.look(page, `tell-${name}`);
      if (page === merel) {
        await oneByOne(page, { choice: 1, words: say('Wat de client zag na het proberen.') });
        await page.waitForURL('**/tell');
        continue;
      }
      for (const group of await radioGroups(page)) await page.locator(`[name="${group}"]`).nth(1).check();
      const fields = page.locator('main form textarea');
      for (let n = 0; n < (await fields.count()); n += 1) {
        await fields.nth(n).fill(say(`Wat ${name} zag na het proberen, regel ${n + 1}.`));
      }
      await page.locator('main form .nl-button--primary').click();
      await left(page, `${tryout}/tell`);
    }
    await sanne.goto(tryout);
    await sanne.locator('[name=verdict][value=keep]').check();
    await sanne.locator('#note').fill(say('Het kostte twee minuten en bracht veel.'));
    await sanne.locator('form[action$="/verdict"]').getByRole('button').click();
    await sanne.locator('.as-typed', { hasText: 'Het kostte twee minuten' }).waitFor();
    await album.look(sanne, 'tryout-with-verdict');
  });

  step('each says how much focus, noise and result there was, in words', async () => {
    for (const page of [sanne, ruud, merel]) {
      await page.goto(at('/rating'));
      if (page !== ruud) await album.look(page, page === merel ? 'rating-of-the-client' : 'rating');
      if (page === merel) {
        await oneByOne(page, { choice: 2 });
        await album.look(page, 'rating-of-the-client-said', { still: true });
        continue;
      }
      for (const group of await radioGroups(page)) await page.locator(`[name="${group}"]`).nth(2).check();
      await page.locator('main form .nl-button--primary').click();
      await page.locator('.saved').or(page.locator('main h1')).first().waitFor();
    }
  });

  step('the journey shows the whole round', async () => {
    await sanne.goto('/journey');
    await sanne.locator('.journey__question summary').click();
    await sanne.locator('#question').fill(say('Hoe blijf ik wachten als het stil wordt?'));
    await sanne.locator('form[action$="/question"]').getByRole('button').click();
    await sanne.locator('.journey__asked', { hasText: 'Hoe blijf ik wachten' }).waitFor();
    await album.look(sanne, 'journey');
    await sanne.goto(at(''));
    await album.look(sanne, 'path-at-the-end');
    await sanne.goto('/home');
    await album.look(sanne, 'home-at-the-end');
  });

  step('Merel sees in plain words who looked, and what was agreed', async () => {
    for (const door of ['seen', 'agreed', 'stop']) {
      await merel.goto(`/mine/${door}`);
      await album.look(merel, `client-${door}`);
    }
    await merel.goto('/mine/seen');
    await merel.getByText('Ruud de Wit').first().waitFor();
  });

  step('nothing that was said or filmed lies anywhere in plaintext', async () => {
    const film = await (await sanne.request.get(await address(sanne))).body();
    assert.ok(film.length > 50_000, `the recording is ${film.length} bytes`);
    const needles = [...sentences.flatMap(disguises), ...patterns(film, 'the recording')];
    assert.ok(sentences.length > 20);
    const running = await searchPlaintext([house.data, house.tmp, house.log], needles);
    assert.deepEqual(running.found, []);
    assert.ok(running.bytes > film.length, 'there was something to search');
    await house.stop();
    const { outside, looks } = await writers.stop();
    assert.ok(looks > 100, `the open files were looked at ${looks} times`);
    assert.deepEqual(outside, [], 'files that were written outside the data folder');
    const stopped = await searchPlaintext([house.data, house.tmp, house.log], needles);
    assert.deepEqual(stopped.found, []);
  });

  step('every page seen is good to the eye, the ear and the rules', async () => {
    assert.deepEqual(await album.close(), []);
    for (const page of [sanne, ruud, merel]) assert.deepEqual(page.troubles, []);
  });
});
