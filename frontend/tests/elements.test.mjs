// The examples in a real browser: nothing for axe to find, every control by keyboard, nothing wider than the screen.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import test, { after, before } from 'node:test';
import { chromium } from 'playwright-core';
import { sample } from './sample.mjs';
import { serve } from './serve.mjs';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let server;
let browser;

before(async () => {
  server = await serve(sample);
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--autoplay-policy=no-user-gesture-required'],
  });
});
after(async () => {
  await browser?.close();
  server?.stop();
});

/** A page of the examples; errors in its console fail the test. */
async function open(address, options = {}) {
  // The tests look inside pages, so they step over the policy; that the pages live with it is a test of its own.
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, bypassCSP: true, ...options });
  const page = await context.newPage();
  const errors = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(`${server.origin}/examples/${address}`);
  await page.evaluate(() => document.fonts.ready);
  return { page, errors, close: () => context.close() };
}

async function violations(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(() =>
    window.axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }),
  );
  return found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target).join(' ')}`);
}

for (const address of ['styles.html', 'player.html', 'lanes.html']) {
  for (const colorScheme of ['light', 'dark']) {
    test(`${address}, ${colorScheme}: axe finds nothing, and 320 px holds it`, async () => {
      const wide = await open(address, { colorScheme });
      assert.deepEqual(await violations(wide.page), []);
      assert.deepEqual(wide.errors, []);
      await wide.close();
      const narrow = await open(address, { colorScheme, viewport: { width: 320, height: 640 } });
      const over = await narrow.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok(over <= 0, `${over} px too wide`);
      assert.deepEqual(await violations(narrow.page), []);
      await narrow.close();
    });
  }
  test(`${address} lives with the content policy`, async () => {
    const { errors, close } = await open(address, { bypassCSP: false });
    assert.deepEqual(errors, []);
    await close();
  });
}

const time = (page) => page.evaluate(() => Math.round(document.querySelector('video').currentTime * 1000));

test('the player obeys the keyboard, but not while someone types', async () => {
  const { page, close } = await open('player.html');
  await page.waitForSelector('mz-player[ready]');
  await page.keyboard.press('ArrowRight');
  assert.equal(await time(page), 5000);
  await page.keyboard.press('l');
  assert.equal(await time(page), 15_000);
  await page.keyboard.press('j');
  await page.keyboard.press('.');
  assert.equal(await time(page), 5040);
  await page.keyboard.press(',');
  assert.equal(await time(page), 5000);
  await page.keyboard.press('Space');
  await page.waitForSelector('mz-player:not([paused])');
  await page.keyboard.press('k');
  await page.waitForSelector('mz-player[paused]');
  const before = await time(page);
  await page.evaluate(() => document.querySelector('main').append(document.createElement('textarea')));
  await page.focus('textarea');
  await page.keyboard.type('kijk, l.');
  assert.equal(await time(page), before);
  assert.ok(await page.$('mz-player[paused]'));
  await close();
});

test('the timeline is a slider, and its marks say what they are', async () => {
  const { page, close } = await open('player.html');
  await page.waitForSelector('mz-player[ready]');
  await page.focus('[role=slider]');
  await page.keyboard.press('PageUp');
  await page.keyboard.press('ArrowRight');
  const slider = page.locator('[role=slider]');
  await page.waitForFunction(() => document.querySelector('[role=slider]').ariaValueNow === '35');
  assert.equal(await slider.getAttribute('aria-valuetext'), '35 seconden');
  await page.keyboard.press('Home');
  assert.equal(await time(page), 0);

  const names = await page.locator('.timeline__mark').evaluateAll((marks) => marks.map((m) => m.ariaLabel));
  assert.equal(names[0], 'raakmoment 1 van 5, weerstand, cliënt, 12 seconden');
  assert.equal(names[1], 'raakmoment 2 van 5, afhaken, cliënt, 13 seconden tot 20 seconden');
  assert.equal(names[3], 'raakmoment 4 van 5, warm, cliënt, 1 minuut 11 seconden');

  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  assert.equal(await time(page), 45_000);
  assert.equal(await page.locator('.timeline__mark[data-chosen]').getAttribute('data-moment'), 'c');
  await close();
});

test('the timeline follows the list, and the mouse drags the playhead', async () => {
  const { page, close } = await open('player.html');
  await page.waitForSelector('mz-player[ready]');
  await page.evaluate(() => document.querySelector('#moments li').remove());
  await page.waitForFunction(() => document.querySelectorAll('.timeline__mark').length === 4);
  const box = await page.locator('[role=slider]').boundingBox();
  await page.mouse.move(box.x + box.width * 0.25, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.5, box.y + 20, { steps: 4 });
  await page.mouse.up();
  assert.ok(Math.abs((await time(page)) - 60_000) < 500);
  await page.waitForSelector('.timeline__still img[src$="still-6.svg"]');
  await close();
});

test('marks of different lanes that meet have a bridge; no two marks share a place', async () => {
  const { page, close } = await open('lanes.html');
  await page.waitForSelector('.timeline__bridge');
  assert.equal(await page.locator('.timeline__bridge').count(), 2);
  assert.equal(await page.locator('.timeline__lane').count(), 3);
  const boxes = await page.locator('.timeline__mark').evaluateAll((marks) =>
    marks.map((m) => {
      const { x, y } = m.getBoundingClientRect();
      return { x, y };
    }),
  );
  for (const [i, a] of boxes.entries()) {
    for (const b of boxes.slice(i + 1)) {
      assert.ok(Math.abs(a.x - b.x) >= 24 || Math.abs(a.y - b.y) >= 24, 'two targets overlap');
    }
  }
  await close();
});

test('without a script the recording has controls of its own', async () => {
  const { page, close } = await open('player.html', { javaScriptEnabled: false });
  assert.equal(await page.locator('video[controls]').count(), 1);
  assert.equal(await page.locator('.player__bar').isVisible(), false);
  await close();
});
