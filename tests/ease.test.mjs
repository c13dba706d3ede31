// How easy it is: a client who never asked for software does the whole look on a phone, leaves whenever they want, and
// finds everything on every page where they found it before.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { openBrowser, scratch } from './lib/browser.mjs';
import { comeIn, phone, walkClient } from './lib/client-pages.mjs';
import { film } from './lib/film.mjs';
import { House } from './lib/house.mjs';
import { Album } from './lib/pages.mjs';
import { watchable } from './lib/whole.mjs';

/** The bounds, in one place. */
const most = {
  /** Screens from the link on paper to a look that is sealed, and out again. */
  screens: 10,
  /** How much what stands on a page may jump while it loads (CLS); a tenth is what people do not notice. */
  jumping: 0.1,
  /** Scripts and styles of one page, as they travel, in KiB. */
  code: 40,
  /** All of a page but the recording, as it travels, in KiB: letters, signs and pictures too. */
  page: 100,
};

/** Pages that lack something of the foot, and why. */
const without = {
  later: {
    'link-unknown': 'nobody has come in',
    'not-come-in': 'nobody has come in',
    code: 'nobody has come in',
    'code-wrong': 'nobody has come in',
    left: 'they have left',
    'handed-back': 'for whoever gave the screen',
  },
  aloud: { 'handed-back': 'for whoever gave the screen' },
};

/** Counts what jumps, from the first moment of every page. */
function countJumps() {
  globalThis.jumped = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry.hadRecentInput) continue;
      const what = entry.sources.map(({ node }) => node?.className || node?.parentElement?.className || node?.nodeName);
      globalThis.jumped.push([entry.value, what.join(' ')]);
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

/** What travelled for the page that stands open, in KiB, by kind. */
const weight = (page) =>
  page.evaluate(() => {
    const sum = { code: 0, page: performance.getEntriesByType('navigation')[0].encodedBodySize };
    for (const { name, encodedBodySize } of performance.getEntriesByType('resource')) {
      const { pathname } = new URL(name);
      if (/^\/media\/[^/]+(\/original)?$/.test(pathname)) continue;
      if (/\.(js|css)$/.test(pathname)) sum.code += encodedBodySize;
      sum.page += encodedBodySize;
    }
    return { code: sum.code / 1024, page: sum.page / 1024 };
  });

/** What the device is asked to say when the button is pressed. */
async function aloud(page) {
  await page.evaluate(() => {
    globalThis.said = [];
    speechSynthesis.speak = (one) => globalThis.said.push(one.text);
    speechSynthesis.cancel = () => {};
  });
  const button = page.locator('.ease mz-read-aloud button');
  await button.click();
  const said = await page.evaluate(() => globalThis.said);
  await button.click();
  return said;
}

describe('a client needs no course', () => {
  let house, browser, album, bytes;
  /** A conversation that can be looked at, with the link and code of its client. */
  const toLookAt = (name) => watchable(house, bytes, name, { professional: 'Sanne Verhoef', coach: 'Ruud de Wit' });
  before(async () => {
    house = await House.open({ kind: 'demo' });
    browser = await openBrowser();
    album = await Album.open('ease');
    const place = await scratch('ease');
    bytes = await readFile(await film(place.folder, 'gesprek.webm', 12));
    await place.clear();
  });
  after(async () => {
    await browser?.close();
    await house?.close();
  });

  it('does the whole look in at most ten screens, and each asks one thing', async () => {
    const round = await toLookAt('Zwaluw');
    const page = await phone(browser, house);
    const screens = [];
    let looking = false;
    page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame() && !looking && frame.url() !== 'about:blank') screens.push(frame.url());
    });
    const screen = async (name) => {
      const asks = page.locator('main fieldset:has(input[type=radio])').filter({ visible: true });
      assert.ok((await asks.count()) <= 1, `${name} asks more than one thing`);
      assert.ok((await page.locator('main .nl-button--primary:visible').count()) <= 1, `${name} has one way on`);
      assert.equal(await page.locator('h1:visible').count(), 1, name);
      looking = true;
      await album.look(page, name);
      looking = false;
    };
    const go = (selector) => Promise.all([page.waitForEvent('load'), page.locator(selector).first().tap()]);

    await page.goto(round.paper.link);
    await screen('code');
    await page.locator('#code').fill(round.paper.code);
    await go('main .nl-button--primary:visible');
    await screen('place');
    await go('main .nl-button--primary:visible');
    await screen('begin');
    await go('main .nl-button--primary:visible');
    await page.locator('mz-look[ready]').waitFor();
    assert.equal(await page.locator('.big-button').count(), 4, 'four big buttons');
    await screen('watch');
    await page.locator('mz-look[ready]').waitFor();
    await page.locator('.big-button').first().tap();
    await page.locator('.mark').first().waitFor();
    await go('a[href$="/answers/auth"]');
    for (const question of ['auth', 'goal', 'fit']) {
      await screen(question);
      await page.locator('.option').nth(2).tap();
      await go('main .nl-button--primary:visible');
    }
    await screen('seal');
    await go('main .nl-button--primary:visible');
    await screen('sealed');
    await go('#later button');
    await screen('left');
    assert.match(await page.locator('main').innerText(), /Alles is bewaard/);
    const names = screens.map((url) => new URL(url).pathname.replace(/[0-9a-f-]{36}/, '…'));
    assert.ok(screens.length <= most.screens, `${screens.length} screens: ${names.join(', ')}`);
    assert.ok(screens.length >= 8, `not counted: ${names.join(', ')}`);
    assert.deepEqual(page.troubles, []);
    await page.context().close();
  });

  it('leaves in the middle, and goes on where they were on another phone', async () => {
    const other = await toLookAt('Mees');
    const at = (path) => `/conversations/${other.id}${path}`;
    const later = async (page) => {
      await Promise.all([page.waitForURL('**/mine/left'), page.locator('#later button').tap()]);
      await page.goto('/mine');
      assert.equal(await page.locator('.door').count(), 0, 'the door is shut behind them');
      await page.locator('#code').waitFor();
    };
    const on = async (page) => {
      await comeIn(page, other.paper);
      await Promise.all([page.waitForEvent('load'), page.locator('main .nl-button--primary:visible').first().tap()]);
    };
    let page = await phone(browser, house);
    await comeIn(page, other.paper);
    await page.goto(at('/look'));
    await page.locator('main .nl-button--primary:visible').tap();
    await page.locator('mz-look[ready]').waitFor();
    await page.locator('video').evaluate((video) => (video.currentTime = 5));
    await page.waitForFunction(() => Number(document.querySelector('.timeline__track')?.ariaValueNow) >= 4);
    await page.locator('.big-button').nth(1).tap();
    await page.locator('.mark').first().waitFor();
    await later(page);
    await page.context().close();

    page = await phone(browser, house);
    await on(page);
    assert.match(page.url(), /\/looks\/[0-9a-f-]{36}\?at=[45]\d{3}$/, 'back to the last moment they marked');
    await page.locator('mz-look[ready]').waitFor();
    await page.goto(page.url().replace(/\?.*/, '/answers/auth'));
    await page.evaluate(() => customElements.whenDefined('mz-look').then(() => null));
    // One tap, and away: nothing else was pressed.
    await page.locator('.option').nth(3).tap();
    await later(page);
    await page.context().close();

    page = await phone(browser, house);
    await on(page);
    assert.match(page.url(), /\/answers\/goal$/, 'on to the first question without an answer');
    await page.goto(page.url().replace('goal', 'auth'));
    assert.ok(await page.locator('[name=step]').nth(3).isChecked(), 'the tap was kept');
    await page.context().close();
  });

  it('finds reading aloud and "later" on every page, and no page jumps or is heavy', async () => {
    const wrong = [];
    const heaviest = { code: [0], page: [0], jumping: [0] };
    const note = (what, value, name) => {
      if (value > heaviest[what][0]) heaviest[what] = [value, name];
      if (value > most[what]) wrong.push(`${name}: ${what} ${value.toFixed(3)}, at most ${most[what]}`);
    };
    const seen = [];
    const visit = async (page, name) => {
      seen.push(name);
      await page.evaluate(() => document.fonts.ready.then(() => new Promise((done) => setTimeout(done, 250))));
      const jumped = await page.evaluate(() => globalThis.jumped);
      if (!jumped) wrong.push(`${name}: jumps were not counted`);
      const jumping = jumped.reduce((sum, [value]) => sum + value, 0);
      note('jumping', jumping, `${name} (${jumped.map(([value, what]) => `${value.toFixed(3)} ${what}`)})`);
      const { code, page: whole } = await weight(page);
      const eager = await page.locator('img:not([loading=lazy])').count();
      if (eager > 0) wrong.push(`${name}: ${eager} pictures come before they are seen`);
      note('code', code, name);
      note('page', whole, name);
      const later = page.locator('.ease').locator('#later button, a[href="/mine/back"]');
      if (!without.later[name] && !(await later.isVisible())) wrong.push(`${name}: no way to go on later`);
      if (without.later[name] && (await later.count())) wrong.push(`${name}: is no exception any more (later)`);
      if (without.aloud[name]) {
        if (await page.locator('.ease').count()) wrong.push(`${name}: is no exception any more (aloud)`);
        return;
      }
      const said = await aloud(page);
      const title = (await page.locator('h1:visible').first().innerText()).replace(/\s+/g, ' ').trim();
      if (!said.includes(title)) wrong.push(`${name}: ${title} is not read: ${said.slice(0, 4)}`);
      if (said.some((line) => /Lees voor|Stop met lezen|Later verder/.test(line)))
        wrong.push(`${name}: reads its foot`);
      for (const answer of await page
        .locator('.yes-no__answer:visible, .option:visible, .big-button')
        .allInnerTexts()) {
        if (!said.includes(answer.replace(/\s+/g, ' ').trim())) wrong.push(`${name}: ${answer} is not read`);
      }
    };
    const page = await walkClient(browser, house, 'nl', visit, { script: countJumps });
    console.log(`most of all: ${JSON.stringify(heaviest)}`);
    assert.deepEqual(wrong, []);
    const excepted = Object.keys({ ...without.later, ...without.aloud });
    assert.deepEqual(
      excepted.filter((name) => !seen.includes(name) && name !== 'left'),
      [],
    );
    assert.deepEqual(page.troubles, []);
  });

  it('every page seen is good to the eye, the ear and the rules', async () => {
    assert.deepEqual(await album.close(), []);
  });
});
