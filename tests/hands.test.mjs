// The client's whole road on a phone, twice: by keyboard alone, and on a device that runs no scripts.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { openBrowser, scratch, sizes } from './lib/browser.mjs';
import { phone, triedNext } from './lib/client-pages.mjs';
import { beginInterview, clientLink, expect, makeLook, ownYes } from './lib/deeds.mjs';
import { seal, settled, upload, writeNote } from './lib/deeds.mjs';
import { film } from './lib/film.mjs';
import { House } from './lib/house.mjs';
import { Keys } from './lib/keys.mjs';
import { Album, html, screens } from './lib/pages.mjs';
import { visitorAs } from './lib/people.mjs';
import { freshConversation } from './lib/seed.mjs';

/** A client who points: for a device without scripts. */
class Pointer {
  constructor(page) {
    this.page = page;
  }
  async press(selector) {
    await Promise.all([this.page.waitForEvent('load'), this.page.locator(selector).first().tap()]);
  }
  async type(selector, text) {
    await this.page.locator(selector).fill(text);
  }
  async choose(name, number) {
    await this.page.locator(`input[name=${name}]`).nth(number).check();
  }
}

describe('the road of a client, by whatever hands they have', () => {
  let house, browser, album, bytes, professional, coach;
  before(async () => {
    house = await House.open({ kind: 'demo' });
    browser = await openBrowser();
    album = await Album.open('hands');
    const place = await scratch('hands');
    bytes = await readFile(await film(place.folder, 'gesprek.webm', 10));
    await place.clear();
    professional = await visitorAs(house, 'Sanne Verhoef');
    coach = await visitorAs(house, 'Ruud de Wit');
  });
  after(async () => {
    await browser?.close();
    await house?.close();
  });

  /**
   * From the link on paper to the receipt of stopping. `hands` press, type and choose; `marks` marks a moment on the
   * page of a look; `see` hears of every page.
   */
  async function road(page, hands, { marks, see = async () => {} }) {
    const id = await freshConversation(house, professional, 'Ruud de Wit');
    const at = (path) => `/conversations/${id}${path}`;
    await ownYes(professional, id, ['look', 'story']);
    const paper = await clientLink(professional, id);
    await page.goto(paper.link);
    await see('code');
    await hands.type('#code', paper.code);
    await hands.press('main .nl-button--primary');
    await see('place');
    await hands.press('a[href="/mine/consent"]');
    await see('leaflet');
    await hands.press('main button[value=next]');
    await see('card');
    for (const said of ['yes', 'no', 'no', 'yes', 'no']) await hands.press(`main button[value=${said}]`);
    await hands.type('#name', 'Merel');
    await hands.press('main button[value=next]');
    await see('check');
    await hands.press('main button[value=next]');
    await hands.press('main a[href="/mine"]');

    await upload(professional, id, bytes);
    assert.equal(await settled(professional, id), 'ready');
    expect(await professional.post(at('/second'), { go: 'keep' }), 'second yes', 303);
    await page.goto('/mine');
    await hands.press('a[href="/mine/second"]');
    await see('second');
    await hands.press('main button[value=keep]');
    await hands.press('main a[href="/mine"]');

    await hands.press(`a.door[href="${at('/look')}"]`);
    await hands.press('main .nl-button--primary');
    await marks(page, hands);
    await see('look');
    await hands.press('a[href$="/answers/auth"]');
    for (const question of ['auth', 'goal', 'fit']) {
      assert.match(page.url(), new RegExp(`/answers/${question}$`));
      await see(question);
      await hands.choose('step', 2);
      await hands.press('form[data-question] .nl-button--primary');
    }
    await see('seal');
    await hands.press('main .nl-button--primary');
    await see('sealed');
    await hands.press('a.back');

    for (const visitor of [professional, coach]) await seal(visitor, (await makeLook(visitor, id, 'Wat ik zag')).look);
    const interview = await beginInterview(coach, id);
    for (const text of ['Ik zei ja.', 'Het ging te snel.']) await writeNote(coach, interview, { text });
    expect(await coach.post(`/interviews/${interview}/offer`), 'offer', 303);
    await page.goto('/mine');
    await hands.press('a[href="/mine/interview"]');
    await see('piece');
    await hands.press('main button[value=right]');
    await hands.press('main button[value=change]');
    await see('change');
    await hands.type('#words', 'Het ging mij te snel.');
    await hands.press('main button[value=keep]');
    await see('end');
    await hands.press('main button[value=approve]');
    assert.match(await page.locator('main').innerText(), /Het ging mij te snel\./);

    await triedNext({ house, professional, coach }, id);
    await page.goto(at('/tell'));
    await hands.press('main a.nl-button');
    for (const [name, number] of [
      ['different', 1],
      ['helped', 2],
    ]) {
      await see(name);
      await hands.choose(name, number);
      await hands.press('main button[value=next]');
    }
    await hands.type('main textarea', 'Zij wachtte op mij.');
    await hands.press('main button[value=next]');

    await page.goto('/mine');
    await hands.press('a.door[href="/mine/stop"]');
    await see('stop');
    await hands.press('main button[value=all]');
    await hands.press('main button[value=all-sure]');
    assert.match(page.url(), /\/mine\/receipt$/);
    await see('receipt');
    assert.match(await page.locator('main').innerText(), /Wij hebben gewist: .*de video/s);
  }

  it('by keyboard alone, with the focus in sight on every stop', async () => {
    const page = await phone(browser, house);
    const keys = new Keys(page);
    const stops = [];
    await road(page, keys, {
      marks: async () => {
        await page.locator('mz-look[ready]').waitFor();
        await keys.to('.big-button[data-kind=flow]');
        await page.keyboard.press('Enter');
        await page.locator('.mark').first().waitFor();
        await keys.to('#moment-note');
        await page.keyboard.type('Dit was fijn.');
        await keys.to('.editor button:not([type])');
        await page.keyboard.press('Enter');
        await page.locator('[data-part=state][data-standing=saved]').waitFor();
      },
      see: async (name) => stops.push([name, await keys.round()]),
    });
    assert.deepEqual(keys.wrong, []);
    assert.ok(stops.length > 15 && stops.every(([, count]) => count > 2), JSON.stringify(stops));
    assert.deepEqual(page.troubles, []);
    await page.context().close();
  });

  it('without scripts, where nothing moves', async () => {
    const context = await browser.newContext({
      baseURL: house.address,
      locale: 'nl-NL',
      viewport: sizes.phone,
      hasTouch: true,
      javaScriptEnabled: false,
    });
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    const dead = [];
    await road(page, new Pointer(page), {
      marks: async (_, hands) => {
        const video = page.locator('video[controls]');
        await video.waitFor();
        const said = page.locator('noscript .utrecht-alert p').filter({ visible: true });
        assert.match(await said.first().innerText(), /Vraag de coach om samen te kijken\.$/);
        for (const [time, said] of [
          ['0:03', 'touched'],
          ['0:05', 'fine'],
        ]) {
          await hands.type('#at', time);
          await page.locator(`input[name=said][value=${said}]`).check();
          await hands.type('#note', `Om ${time} gebeurde er iets.`);
          await hands.press('form[action$="/moments"] button');
        }
        const marks = await page.locator('.mark').allInnerTexts();
        assert.match(marks[0], /0:03.*Dit raakte mij.*Om 0:03 gebeurde er iets\./s);
        assert.match(marks[1], /0:05.*Fijn.*Om 0:05 gebeurde er iets\./s);
        await hands.press('.mark form[action$="/remove"] button');
        assert.equal(await page.locator('.mark').count(), 1);
      },
      see: async (name) => {
        // No script runs here, so axe cannot either; the same pages are looked at by it in other suites.
        const wide = await page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
        if (wide > 0) dead.push(`${name}: ${wide} pixels too wide`);
        await page.screenshot({ path: join(screens, 'hands', `${name}.nl.phone.light.png`), fullPage: true });
        await writeFile(join(html, 'hands', `${name}.plain.html`), await page.content());
        const buttons = page.locator('main button[type=button]:visible, main [data-part=state]:visible');
        for (const text of await buttons.allInnerTexts()) dead.push(`${name}: ${text}`);
      },
    });
    // A place in the list of moments would play from there: as words it still says when.
    assert.deepEqual(
      dead.filter((one) => !/^look: \d+:\d\d/.test(one)),
      [],
      'nothing to press that does nothing',
    );
    await context.close();
  });

  it('every page seen without scripts is valid', async () => {
    assert.deepEqual(await album.close(), []);
  });
});
