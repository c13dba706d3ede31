// Right to left: every page of a client on a phone, in a language for tests that is written the other way.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openBrowser, person } from './lib/browser.mjs';
import { walkClient } from './lib/client-pages.mjs';
import { House } from './lib/house.mjs';
import { Album } from './lib/pages.mjs';

/** The test language: Arabic as no country has it. */
const turned = 'ar-XB';
/** Pages that are looked at in pictures too; the others differ from one of these by their words alone. */
const pictured = new Set(
  `code place-asked questions-begin card check done cards card-of-two second place-look look-begin look-marked question-auth
   seal sealed interview-piece interview-end dialogue tell rating agreed-all seen-all stop receipt beside-place`.split(
    /\s+/,
  ),
);

/** How far things stand from the edge where a line begins, with what is near it; `true` for the page as it would be. */
function edges() {
  const rtl = getComputedStyle(document.documentElement).direction === 'rtl';
  const from = (box, room) => Math.round(rtl ? room.right - box.right : box.left - room.left);
  const inside = (selector, parent) =>
    [...document.querySelectorAll(selector)]
      .filter((one) => one.checkVisibility())
      .map((one) => {
        const room = one.closest(parent).getBoundingClientRect();
        return [selector, from(one.getBoundingClientRect(), room), room.width];
      });
  return [
    ...inside('.door > .icon', '.door'),
    ...inside('.option > input', '.option'),
    ...inside('.back > .icon', '.back'),
    ...inside('.agreed > li > .icon', 'li'),
    ...inside('.actions > .nl-button:first-child', '.actions'),
    ...inside('.field > label', '.field'),
    ...inside('main h1', 'main'),
  ].filter(([, at, width]) => at > width / 2);
}

/** Of two buttons next to each other, which stands on the right. */
const firstOnTheRight = (page) =>
  page.locator('.yes-no__answer').evaluateAll((all) => {
    const [yes, no] = all.map((each) => each.getBoundingClientRect().left);
    return no === undefined || yes > no;
  });

/** What happens with time on the page of a look. */
async function timeOn(page) {
  const track = page.locator('.timeline__track');
  const now = () => track.evaluate((each) => Number(each.getAttribute('aria-valuenow')));
  await page.locator('.timeline__mark').first().waitFor();
  const share = await page.locator('.mark').evaluate((mark) => {
    return Number(mark.dataset.start) / Number(document.querySelector('mz-timeline').dataset.duration);
  });
  const mark = await page.locator('.timeline__mark').evaluate((each) => {
    const [one, all] = [each, each.closest('.timeline__marks')].map((part) => part.getBoundingClientRect());
    return (one.left + one.width / 2 - all.left) / all.width;
  });
  const box = await track.boundingBox();
  await track.click({ position: { x: box.width / 4, y: box.height / 2 } });
  await page.waitForFunction(() => document.querySelector('video').currentTime > 0);
  const clicked = await page.locator('video').evaluate((video) => video.currentTime / video.duration);
  const before = await now();
  await track.focus();
  await page.keyboard.press('ArrowRight');
  await page.waitForTimeout(300);
  const lefts = ['back', 'play'].map((what) => page.locator(`.player__bar [data-do=${what}]`).boundingBox());
  const bar = (await Promise.all(lefts)).map((one) => one.x);
  return { share, mark, clicked, before, after: await now(), bar };
}

describe('a language that is written from right to left', () => {
  const time = [];
  let house, browser, album;
  before(async () => {
    house = await House.open({ kind: 'demo', env: { MEERZIEN_TEST_LANGUAGE: 'true' } });
    browser = await openBrowser();
    album = await Album.open('turned');
  });
  after(async () => {
    await browser?.close();
    await house?.close();
  });

  it('every page of a client turns round, and nothing sticks out', async () => {
    const seen = [];
    const wrong = [];
    const page = await walkClient(browser, house, turned, async (page, name) => {
      seen.push(name);
      const root = page.locator('html');
      if ((await root.getAttribute('dir')) !== 'rtl') wrong.push(`${name}: not turned`);
      if ((await root.getAttribute('lang')) !== turned) wrong.push(`${name}: in another language`);
      const wide = await root.evaluate((html) => html.scrollWidth - html.clientWidth);
      if (wide > 0) wrong.push(`${name}: ${wide} pixels too wide`);
      for (const [what, at] of await page.evaluate(edges)) wrong.push(`${name}: ${what} stands ${at} pixels in`);
      if (!(await firstOnTheRight(page))) wrong.push(`${name}: yes does not come first`);
      const text = await page.locator('main').innerText();
      if (!/[\u0600-\u06ff]/.test(text)) wrong.push(`${name}: no letter of the other script`);
      if (name === 'look-marked') time.push(await timeOn(page));
      if (pictured.has(name)) {
        const still = !['code', 'place-asked', 'questions-begin'].includes(name);
        await album.look(page, name, { still, languages: [turned] });
      }
    });
    assert.deepEqual(wrong, []);
    assert.ok(seen.length > 60 && new Set(seen).size === seen.length, `${seen.length} pages: ${seen}`);
    assert.deepEqual(
      [...pictured].filter((name) => !seen.includes(name)),
      [],
    );
    assert.deepEqual(page.troubles, []);
  });

  it('time runs from left to right: the timeline, its keys, and the bar of the player', () => {
    assert.equal(time.length, 1, 'the look was not seen');
    const [{ before, after, mark, share, clicked, bar }] = time;
    assert.ok(Math.abs(clicked - 0.25) < 0.05, `a press at a quarter goes to ${clicked}`);
    assert.ok(after > before, `an arrow to the right goes from ${before} to ${after}`);
    assert.ok(Math.abs(mark - share) < 0.03, `a mark at ${share} of the time stands at ${mark} of the line`);
    assert.deepEqual(
      bar,
      [...bar].sort((one, other) => one - other),
      'back stands before play',
    );
  });

  it('without the setting nobody is offered the language, nor gets it by asking', async () => {
    const plain = await House.open({ kind: 'demo' });
    const page = await person(browser, plain);
    await page.context().addCookies([{ name: 'lang', value: turned, url: plain.address }]);
    for (const path of ['/', '/sign-in', '/samenleer-wijzer']) {
      await page.goto(path);
      assert.equal(await page.locator('html').getAttribute('lang'), 'nl');
      assert.equal(await page.locator(`button[name=lang][value="${turned}"]`).count(), 0);
    }
    await page.goto('/');
    const sent = await page.request.post('/choices', { form: { lang: turned, back: '/' }, maxRedirects: 0 });
    assert.equal(sent.headers()['set-cookie'], undefined);
    await page.context().close();
    await plain.close();
  });

  it('every page seen is good to the eye, the ear and the rules', async () => {
    assert.deepEqual(await album.close(), []);
  });
});
