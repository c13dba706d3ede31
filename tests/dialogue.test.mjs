// Three people look together, each in a browser of their own: in step, live, with everything that goes wrong at a table.
// One loses the network, whoever leads disappears, the program is killed, two write at once, a coach has to leave, and
// in the end one of them takes back the yes and everything closes.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { openBrowser, person, scratch } from './lib/browser.mjs';
import {
  answer,
  beginLook,
  bothSayYes,
  expect,
  mark,
  questions,
  seal,
  secondYes,
  settled,
  upload,
} from './lib/deeds.mjs';
import { film } from './lib/film.mjs';
import { House } from './lib/house.mjs';
import { Album, screens } from './lib/pages.mjs';
import { signIn, visitorAs } from './lib/people.mjs';
import { Notebook, story } from './lib/saying.mjs';
import { disguises, searchPlaintext } from './lib/sealed.mjs';
import { freshConversation } from './lib/seed.mjs';

describe('looking together', () => {
  const step = story(it, () => ({ sanne, ruud, merel }));
  const { say, sentences } = new Notebook();
  let house, browser, album, place, id, at, paper, client;
  let sanne, ruud, merel;

  const everyone = () => [sanne, ruud, merel];
  const live = (page) => page.locator('mz-together[live]').waitFor();
  const follow = (page) => page.waitForFunction(() => document.querySelector('video')?.readyState >= 2);
  const times = (pages) => Promise.all(pages.map((page) => page.locator('video').evaluate((film) => film.currentTime)));
  const paused = (page, wanted) =>
    page.waitForFunction((want) => document.querySelector('video')?.paused === want, wanted, { timeout: 8_000 });
  /** Waits until everyone's picture stands within this many seconds of the first one's. */
  const inStep = async (pages, within) => {
    const until = Date.now() + 8_000;
    let seen;
    do {
      seen = await times(pages);
      if (Math.max(...seen) - Math.min(...seen) <= within) return seen;
      await new Promise((done) => setTimeout(done, 150));
    } while (Date.now() < until);
    throw new Error(`not in step: ${seen.join(', ')}`);
  };
  const write = (page) => page.locator('#reading textarea[name=ours]');
  const open = async (page, summary) => {
    const details = page.locator('#reading details', { hasText: summary }).first();
    if (!(await details.evaluate((each) => each.open))) await details.locator('> summary').click();
  };
  const opened = (page, title) => page.locator('#focus-h', { hasText: title }).waitFor();
  const look = async (visitor, who, marks, steps) => {
    const mine = await beginLook(visitor, id);
    for (const [kind, start] of marks) await mark(visitor, mine, { kind, start, note: say(`${who} bij ${kind}`) });
    for (const [n, question] of questions.entries()) {
      await answer(visitor, mine, question, { step: steps[n], text: say(`${who} over ${question}`) });
    }
    await seal(visitor, mine);
  };

  before(async () => {
    place = await scratch('dialogue');
    house = await House.open({ kind: 'demo' });
    browser = await openBrowser();
    album = await Album.open('dialogue');
    const professional = await visitorAs(house, 'Sanne Verhoef');
    const coach = await visitorAs(house, 'Ruud de Wit');
    id = await freshConversation(house, professional, 'Ruud de Wit');
    at = (room) => `/conversations/${id}${room}`;
    ({ client, paper } = await bothSayYes(house, professional, id, say('Kraaiheide Merel')));
    await upload(professional, id, await readFile(await film(place.folder, 'gesprek.webm', 30)), {
      name: 'gesprek.webm',
      type: 'video/webm',
    });
    assert.equal(await settled(professional, id), 'ready');
    await secondYes(professional, client, id);
    await look(
      professional,
      'Sanne',
      [
        ['flow', 4_000],
        ['resistance', 12_000],
        ['flow', 20_000],
      ],
      ['4', '4', '4'],
    );
    await look(
      coach,
      'Ruud',
      [
        ['disengaging', 4_500],
        ['flow', 20_500],
      ],
      ['2', '4', 'dontknow'],
    );
    await look(
      client,
      'Merel',
      [
        ['disengaging', 3_800],
        ['frustration', 26_000],
      ],
      ['1', '5', '4'],
    );
    sanne = await person(browser, house);
    ruud = await person(browser, house);
    merel = await person(browser, house, { size: 'phone' });
    await signIn(sanne, 'Sanne Verhoef');
    await signIn(ruud, 'Ruud de Wit');
    await merel.goto(paper.link);
    await merel.locator('[name=code]').fill(paper.code);
    await merel.locator('main form button').first().click();
    await merel.waitForURL('**/mine**');
  });
  after(async () => {
    await browser?.close();
    await house?.close();
    await place?.clear();
  });

  step('Sanne begins, and the others join', async () => {
    await sanne.goto(at('/dialogue'));
    await album.look(sanne, 'table-before');
    await sanne.getByRole('button', { name: 'Begin samen' }).click();
    await sanne.waitForURL('**/together');
    await live(sanne);
    for (const page of [ruud, merel]) {
      await page.goto(at('/dialogue'));
      await page.getByRole('link', { name: 'Doe mee' }).click();
      await live(page);
    }
    for (const page of everyone()) {
      await page.waitForFunction(() => document.querySelectorAll('.session__guest[data-means=live]').length === 3);
    }
    await album.look(ruud, 'together-follows');
    await album.look(sanne, 'together-leads');
    for (const page of everyone()) await live(page);
  });

  step('the recording runs in step, and only whoever leads moves it', async () => {
    for (const page of everyone()) await follow(page);
    await sanne.locator('[data-do=play]').click();
    for (const page of everyone()) await paused(page, false);
    await inStep(everyone(), 0.6);
    await ruud.locator('[data-do=play]').click();
    await ruud.locator('[data-part=told]').waitFor();
    assert.equal(await ruud.locator('video').evaluate((film) => film.paused), false, 'a follower stopped the picture');
    await sanne.locator('select[data-do=rate]').selectOption('0.5');
    await ruud.waitForFunction(() => Math.abs(document.querySelector('video').playbackRate - 0.5) < 0.1);
    await sanne.locator('[data-do=play]').click();
    for (const page of everyone()) await paused(page, true);
    await inStep(everyone(), 0.05);
    await sanne.locator('select[data-do=rate]').selectOption('1');
    await sanne.locator('mz-timeline [data-moment]').nth(1).click();
    const [where] = await inStep(everyone(), 0.05);
    assert.ok(where > 1, `at ${where}`);
  });

  step('whoever points is seen by the others, with their own sign', async () => {
    const track = await sanne.locator('.timeline__track').boundingBox();
    await sanne.mouse.move(track.x + track.width * 0.3, track.y + 20);
    await sanne.mouse.move(track.x + track.width * 0.5, track.y + 20);
    for (const page of [ruud, merel]) {
      await page.waitForFunction(() => {
        const pointer = document.querySelector('.pointer[data-perspective=professional]');
        return pointer && Math.abs(Number(pointer.dataset.at) - 15_000) < 400;
      });
    }
    assert.equal(await sanne.locator('.pointer').count(), 0, 'one does not see oneself point');
    await album.look(ruud, 'together-pointer', { still: true });
    await sanne.mouse.move(5, 5);
    await ruud.waitForFunction(() => !document.querySelector('.pointer'));
  });

  step('the agenda follows the looks, and anyone changes it', async () => {
    await sanne.locator('.agenda__head button', { hasText: 'Waar verschillen we?' }).click();
    for (const page of everyone()) {
      await page.locator('.agenda__part[data-state=now]', { hasText: 'Waar verschillen we?' }).waitFor();
    }
    const lines = ruud.locator('.agenda__part[data-state=now] .agenda__line .agenda__open');
    const before = await lines.allInnerTexts();
    assert.ok(before.length >= 4, before.join(' | '));
    await ruud.locator('.agenda__part[data-state=now] .agenda__line').nth(1).getByText('Eerder').click();
    await merel.waitForFunction(
      (wanted) => document.querySelector('.agenda__part[data-state=now] .agenda__open')?.textContent.trim() === wanted,
      before[1].trim(),
    );
    await merel.locator('.agenda__part[data-state=now] .agenda__line').last().getByText('Sla over').click();
    for (const page of everyone()) await page.locator('.agenda__line--skipped').waitFor();
    await sanne.locator('.agenda__part[data-state=now] .agenda__open').first().click();
    for (const page of everyone()) await opened(page, before[1].trim());
  });

  step('what one writes appears for the others, and nothing that they type is lost', async () => {
    await sanne.locator('.agenda__open', { hasText: 'Zeiden we wat we echt dachten' }).click();
    for (const page of everyone()) await opened(page, 'Zeiden we wat we echt dachten');
    const [first, second, both] = [say('Ruud leest dit'), say('Sanne leest het anders'), say('Samen lezen we dit')];
    await write(sanne).fill(second);
    await write(ruud).fill(first);
    await ruud.locator('#reading form button').click();
    for (const page of everyone()) await page.locator('#reading blockquote', { hasText: first }).waitFor();
    assert.equal(await write(sanne).inputValue(), second, 'what Sanne was typing is gone');
    await ruud.getByText('Erbij: ').first().waitFor();
    // Sanne saves too: both texts are shown, and nothing was written over.
    await sanne.locator('#reading form button').click();
    await sanne.getByText('Iemand anders schreef').waitFor();
    assert.equal(await write(sanne).inputValue(), second);
    await sanne.locator('#reading blockquote', { hasText: first }).waitFor();
    await album.look(sanne, 'two-at-once', { still: true });
    await write(sanne).fill(both);
    await sanne.locator('#reading form button').click();
    for (const page of everyone()) await page.locator('#reading .reading blockquote', { hasText: both }).waitFor();
    await open(merel, 'eerder stond');
    await merel.locator('#earlier blockquote', { hasText: first }).waitFor();
    const idea = say('Vertel daar eens meer over');
    await merel.locator('#alternative > summary').click();
    await merel.locator('#alternative [name=intention]').fill(say('ruimte geven'));
    await merel.locator('#alternative [name=words]').fill(idea);
    await merel.locator('#alternative form button').click();
    for (const page of everyone()) await page.locator('#alternatives .other__words', { hasText: idea }).waitFor();
    await album.look(ruud, 'together-reading');
    await live(ruud);
  });

  step('Merel loses the network, keeps what she types, and comes back to how it stands now', async () => {
    const mine = say('Merel typte dit zonder verbinding');
    await open(merel, 'Schrijf verder');
    await merel.context().setOffline(true);
    await merel.locator('[data-part=lost]').waitFor();
    await write(merel).fill(mine);
    await merel.locator('#reading form button').click();
    await merel.locator('[data-part=told]').waitFor();
    assert.equal(await write(merel).inputValue(), mine);
    await album.look(merel, 'no-connection', { still: true });
    await sanne.locator('.agenda__head button', { hasText: 'Waar zien we hetzelfde?' }).click();
    const now = sanne.locator('.agenda__part[data-state=now]', { hasText: 'Waar zien we hetzelfde?' });
    const title = (await now.locator('.agenda__open').first().innerText()).trim();
    await now.locator('.agenda__open').first().click();
    await opened(sanne, title);
    await merel.context().setOffline(false);
    await live(merel);
    await opened(merel, title);
    // The others went on; what she typed about the question before stands where she can still save it.
    const kept = merel.locator('[data-part=kept]');
    await kept.waitFor();
    assert.equal(await kept.locator('textarea[name=ours]').inputValue(), mine);
    await album.look(merel, 'kept-what-was-typed', { still: true });
    await kept.locator('form button').click();
    await kept.waitFor({ state: 'hidden' });
    await merel.goto(at('/dialogue/auth'));
    await merel.locator('#reading blockquote', { hasText: mine }).first().waitFor();
    await merel.goto(at('/dialogue/together'));
    await live(merel);
  });

  step('whoever leads disappears, and another takes the lead', async () => {
    await sanne.goto('about:blank');
    await ruud.locator('.session__guest', { hasText: 'Sanne' }).getByText('is even weg').waitFor();
    await ruud.getByRole('button', { name: 'Neem de leiding' }).waitFor();
    await album.look(ruud, 'leader-is-away', { still: true });
    await ruud.getByRole('button', { name: 'Neem de leiding' }).click();
    await merel.locator('.session__guest', { hasText: 'Ruud' }).getByText('leidt').waitFor();
    await ruud.locator('[data-do=play]').click();
    await paused(merel, false);
    await sanne.goto(at('/dialogue/together'));
    await live(sanne);
    await follow(sanne);
    // Who comes late is where the others are.
    await paused(sanne, false);
    await inStep(everyone(), 0.6);
    await ruud.locator('[data-do=play]').click();
    await paused(sanne, true);
    await ruud
      .locator('.session__guest', { hasText: 'Sanne' })
      .getByRole('button', { name: 'Geef de leiding' })
      .click();
    await sanne.locator('.session__guest', { hasText: 'Sanne' }).getByText('leidt').waitFor();
  });

  step('the program is killed and starts again, and everyone goes on where they were', async () => {
    const typing = say('half geschreven toen alles stopte');
    await open(ruud, 'Schrijf');
    await write(ruud).fill(typing);
    const title = await ruud.locator('#focus-h').innerText();
    const [where] = await times([ruud]);
    await house.kill();
    await ruud.locator('[data-part=lost]').waitFor();
    await house.start();
    for (const page of everyone()) await live(page);
    for (const page of everyone()) await opened(page, title);
    assert.equal(await write(ruud).inputValue(), typing);
    const [now] = await inStep(everyone(), 0.1);
    assert.ok(Math.abs(now - where) < 0.5, `${where} became ${now}`);
    await ruud.locator('#reading form button').click();
    for (const page of everyone()) await page.locator('#reading blockquote', { hasText: typing }).waitFor();
  });

  step('large, for the room: by keys, and with nothing that is private', async () => {
    await sanne.getByRole('link', { name: 'Toon groot voor de kamer' }).click();
    await sanne.waitForURL('**/together?room=1');
    await live(sanne);
    const size = await sanne.locator('.session__focus').evaluate((part) => parseFloat(getComputedStyle(part).fontSize));
    assert.ok(size >= 30, `letters of ${size} pixels`);
    for (const hidden of ['nav', '[action="/sign-out"]', '#takeaway', '.agenda__acts']) {
      assert.equal(await sanne.locator(hidden).count(), 0, `${hidden} is on the screen of the room`);
    }
    await sanne.keyboard.press('3');
    await merel.locator('.agenda__part[data-state=now]', { hasText: 'Waar verschillen we?' }).waitFor();
    await sanne.keyboard.press('n');
    await merel.locator('.agenda__line[aria-current]').waitFor();
    await sanne.keyboard.press('n');
    await album.look(sanne, 'room', { languages: ['nl'] });
    await live(sanne);
    await sanne.goto(at('/dialogue/together'));
    await live(sanne);
  });

  step('each says what they take along, and it ends in a page worth printing', async () => {
    await sanne.locator('.agenda__head button', { hasText: 'Wat neemt ieder mee?' }).click();
    const mine = say('Eerder vragen wat zij wil');
    for (const page of everyone()) await page.locator('#takeaway').waitFor();
    await album.look(merel, 'takeaway');
    await live(merel);
    await merel.locator('#takeaway').fill(mine);
    await merel.locator('#takeaway-form button').click();
    await ruud.getByText(mine).waitFor();
    await sanne.getByRole('button', { name: 'Sluit het samen kijken af' }).click();
    await sanne.waitForURL('**/summary');
    for (const page of [ruud, merel]) {
      await page.locator('.session__closed', { hasText: 'Het samen kijken is klaar' }).waitFor();
      assert.equal(await page.locator('video').count(), 0);
    }
    await album.look(ruud, 'ended', { still: true });
    await ruud.getByRole('link', { name: 'Wat kwam eruit?' }).click();
    await ruud.waitForURL('**/summary');
    await ruud.getByText(mine).waitFor();
    await album.look(ruud, 'summary');
    await ruud.emulateMedia({ media: 'print' });
    await ruud.setViewportSize({ width: 794, height: 1123 });
    await ruud.screenshot({ path: join(screens, 'dialogue', 'summary.print.png'), fullPage: true });
    const sheet = await ruud.pdf({
      path: join(screens, 'dialogue', 'summary.pdf'),
      format: 'A4',
      preferCSSPageSize: true,
    });
    assert.ok(sheet.length > 5_000);
    await ruud.emulateMedia({ media: null });
    await ruud.setViewportSize({ width: 1440, height: 900 });
  });

  step('a coach whose part is ended is shown out at once, and the others go on', async () => {
    await sanne.goto(at('/dialogue'));
    await sanne.getByRole('button', { name: 'Begin samen' }).click();
    await live(sanne);
    for (const page of [ruud, merel]) {
      await page.goto(at('/dialogue/together'));
      await live(page);
      await follow(page);
    }
    const other = await visitorAs(house, 'Sanne Verhoef');
    expect(await other.post(at('/coach/end')), 'the coach leaves', 303);
    await ruud.locator('.session__closed', { hasText: 'U doet hier niet meer mee' }).waitFor({ timeout: 2_000 });
    assert.equal(await ruud.locator('video').count(), 0);
    await album.look(ruud, 'shown-out', { still: true });
    assert.equal((await ruud.goto(at('/dialogue/together'))).status(), 404);
    await ruud.goto('/home');
    await sanne.locator('[data-do=play]').click();
    await paused(merel, false);
  });

  step('Merel takes back her yes in the middle, and it stops for all', async () => {
    expect(await client.post('/mine/stop', { go: 'all-sure' }), 'stops', 200, 303);
    for (const page of [sanne, merel]) {
      await page.locator('.session__closed').waitFor({ timeout: 2_000 });
      const text = await page.locator('main').innerText();
      assert.ok(text.includes('Het ja voor dit gesprek is gestopt. Alles is gewist.'), text);
      assert.equal(await page.locator('video, blockquote, textarea').count(), 0);
    }
    await album.look(merel, 'withdrawn', { still: true });
    for (const page of [sanne, merel]) {
      assert.equal((await page.goto(at('/dialogue/together'))).status(), 410);
      await page.goto('about:blank');
    }
    const { found } = await searchPlaintext([house.data, house.tmp, house.log], sentences.flatMap(disguises));
    assert.deepEqual(found, []);
  });

  it('no page was in trouble, and every page is sound', async () => {
    for (const page of everyone()) {
      const real = page.troubles.filter(
        (each) => !/ERR_INTERNET_DISCONNECTED|ERR_CONNECTION|WebSocket|410|409|404/.test(each),
      );
      assert.deepEqual(real, []);
    }
    assert.deepEqual(await album.close(), []);
  });
});
