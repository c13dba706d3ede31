// Samenleer-wijzer: the page for everybody with its animation, cards on two screens, at one tablet, and sharing.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openBrowser, person, sizes } from './lib/browser.mjs';
import { bothSayYes } from './lib/deeds.mjs';
import { House } from './lib/house.mjs';
import { Album } from './lib/pages.mjs';
import { signIn, visitorAs } from './lib/people.mjs';
import { freshConversation } from './lib/seed.mjs';

const own = {
  client: 'Met de fiets, door de regen.',
  professional: 'Gehaast, uit een vergadering.',
};

describe('the cards', () => {
  let house, browser, album, desk, id, paper, pro, client;
  before(async () => {
    house = await House.open({ kind: 'demo' });
    browser = await openBrowser();
    album = await Album.open('colearning');
    desk = await visitorAs(house, 'Joris Smit');
    id = await freshConversation(house, desk, 'Ineke Bos');
    ({ paper } = await bothSayYes(house, desk, id, 'Boomklever'));
    pro = await person(browser, house, { size: 'tablet' });
    await signIn(pro, 'Joris Smit');
    client = await person(browser, house, { size: 'phone' });
    await client.goto(paper.link);
    await client.getByLabel('Uw code').fill(paper.code);
    await client.getByRole('button', { name: 'Open' }).click();
    await client.waitForURL('**/mine');
  });
  after(async () => {
    await browser?.close();
    await house?.close();
  });

  const press = (page, name) => page.getByRole('button', { name, exact: true }).click();

  it('the page for everybody shows six pictures with captions, without script or account', async () => {
    const context = await browser.newContext({
      baseURL: house.address,
      locale: 'nl-NL',
      javaScriptEnabled: false,
    });
    const page = await context.newPage();
    await page.goto('/samenleer-wijzer');
    assert.equal(await page.locator('.story__picture').count(), 6);
    for (const caption of ['Twee mensen. Eén gesprek.', 'Nu weten ze meer van elkaar.']) {
      assert.ok(await page.locator('.story__caption', { hasText: caption }).isVisible(), caption);
    }
    assert.equal(await page.getByRole('button', { name: 'Speel af' }).count(), 0, 'nothing that needs a script');
    await page.getByText('Lees alle kaarten').click();
    assert.equal(await page.locator('.deck-list__cards > li').count(), 16);
    await context.close();
    const visitor = await person(browser, house);
    await visitor.goto('/samenleer-wijzer');
    assert.equal(await visitor.locator('.story__picture:visible').count(), 6, 'who wants no motion gets the pictures');
    await album.look(visitor, 'public');
    await visitor.getByText('Lees alle kaarten').click();
    await album.look(visitor, 'public-all-cards', { still: true });
    assert.deepEqual(visitor.troubles, []);
    await visitor.context().close();
  });

  it('the animation plays when it is asked to, pauses, goes on, and begins again', async () => {
    const context = await browser.newContext({
      baseURL: house.address,
      locale: 'nl-NL',
      viewport: sizes.tablet,
      reducedMotion: 'no-preference',
    });
    const page = await context.newPage();
    await page.clock.install();
    await page.goto('/samenleer-wijzer');
    const caption = page.locator('.story__caption:visible');
    await page.getByRole('button', { name: 'Speel af' }).waitFor();
    assert.equal(await caption.innerText(), 'Twee mensen. Eén gesprek.');
    await page.clock.runFor(20_000);
    assert.equal(await caption.innerText(), 'Twee mensen. Eén gesprek.', 'nothing moves by itself');
    await page.getByRole('button', { name: 'Speel af' }).press('Enter');
    await page.clock.runFor(5_100);
    assert.equal(await caption.innerText(), 'Ze zeggen niet alles.');
    await page.clock.runFor(3_000);
    await press(page, 'Pauze');
    await page.clock.runFor(20_000);
    assert.equal(await caption.innerText(), 'Ze zeggen niet alles.', 'paused is paused');
    await press(page, 'Speel af');
    await page.clock.runFor(2_100);
    assert.equal(await caption.innerText(), 'Ze pakken een kaart. Voor ieder een vraag.', 'it goes on where it was');
    await page.screenshot({
      path: new URL('./output/screens/colearning/story-playing.png', import.meta.url).pathname,
    });
    await page.clock.runFor(25_000);
    assert.equal(await caption.innerText(), 'Nu weten ze meer van elkaar.');
    await page.getByRole('button', { name: 'Speel af' }).waitFor();
    await press(page, 'Opnieuw');
    assert.equal(await caption.innerText(), 'Twee mensen. Eén gesprek.');
    await context.close();
  });

  it('on two screens each answers unseen; the cards open together when both turned', async () => {
    await client.getByRole('link', { name: /Kaarten voor twee/ }).click();
    await client.waitForURL('**/cards');
    await album.look(client, 'deck-of-the-client');
    await client.getByRole('link', { name: /Hoe komt u hier binnen/ }).click();
    await album.look(client, 'own-half');
    await client.getByLabel('Schrijf uw antwoord').fill(own.client);
    const field = client.locator('.draw__field');
    await field.scrollIntoViewIfNeeded();
    const { x, y, width, height } = await field.boundingBox();
    await client.mouse.move(x + width * 0.2, y + height * 0.3);
    await client.mouse.down();
    await client.mouse.move(x + width * 0.5, y + height * 0.7, { steps: 8 });
    await client.mouse.move(x + width * 0.8, y + height * 0.3, { steps: 8 });
    await client.mouse.up();
    await press(client, 'Bewaar');
    await client.getByText('Bewaard. Alleen u ziet dit.').waitFor();
    assert.match(await client.locator('input[name=drawing]').inputValue(), /^M \d+ \d+ L \d+/);
    await press(client, 'Draai om');
    await client.getByText('Uw kaart ligt omgedraaid').waitFor();
    await album.look(client, 'turned-and-waiting');

    await pro.goto(`/conversations/${id}`);
    await pro.getByRole('link', { name: 'Samenleer-wijzer' }).click();
    await album.look(pro, 'deck-of-the-professional');
    await pro.getByRole('link', { name: /Ieder op een eigen scherm/ }).click();
    await pro.getByRole('link', { name: /Hoe kom ik hier binnen/ }).click();
    assert.ok(!(await pro.content()).includes(own.client), 'what the client wrote is nowhere on the page');
    await pro.getByLabel('Schrijf uw antwoord').fill(own.professional);
    await press(pro, 'Draai om');
    await pro.getByText(own.client).waitFor();
    // The client's screen opens by itself.
    await client.getByText(own.professional).waitFor();
    assert.equal(await client.locator('.half__drawing').count(), 1);
    await client.getByText('Wat wist u niet van elkaar?').waitFor();
    await album.look(client, 'open-on-a-phone');
    await album.look(pro, 'open-on-a-tablet');
  });

  it('at one tablet each half faces its own person, and one tap each turns both', async () => {
    await pro.goto(`/conversations/${id}/cards`);
    await pro.getByRole('link', { name: /Wat hoop ik vandaag/ }).click();
    await pro.waitForURL('**/cards/2/table');
    await album.look(pro, 'tablet');
    const half = (chair) => pro.locator(`[data-half=${chair}]`);
    assert.equal(await half('client').evaluate((each) => getComputedStyle(each).rotate), '180deg');
    const [far, near] = await Promise.all(['client', 'professional'].map((chair) => half(chair).boundingBox()));
    assert.ok(far.y + far.height <= near.y, 'far above near');
    assert.ok(near.y + near.height <= sizes.tablet.height + 1 && far.height > 350, `${far.height} and ${near.height}`);
    await half('client').getByLabel('Schrijf uw antwoord').fill('Dat ik het zelf kan.');
    // A drawing on the far half comes out the right way up for its person.
    const field = await half('client').locator('.draw__field').boundingBox();
    await pro.mouse.move(field.x + field.width * 0.9, field.y + field.height * 0.9);
    await pro.mouse.down();
    await pro.mouse.move(field.x + field.width * 0.5, field.y + field.height * 0.9, { steps: 4 });
    await pro.mouse.up();
    const [, left, top] = (await pro.locator('input[name=client_drawing]').inputValue()).match(/^M (\d+) (\d+)/);
    assert.ok(left < 150 && top < 100, `${left},${top} is their upper left`);
    await half('client').getByRole('button', { name: 'Draai om' }).click();
    assert.ok(await half('client').getByText('Klaar. Wacht op de ander.').isVisible());
    assert.ok(!(await half('client').getByLabel('Schrijf uw antwoord').isVisible()), 'covered');
    await half('professional').getByLabel('Schrijf uw antwoord').fill('Dat wij één ding kiezen.');
    await album.look(pro, 'tablet-one-turned', { still: true });
    // Nothing was sent yet.
    assert.ok(!(await desk.get(`/conversations/${id}/cards/2/table`)).text.includes('zelf kan'));
    await half('professional').getByRole('button', { name: 'Draai om' }).click();
    await pro.locator('.tablet--open').waitFor();
    const near2 = pro.locator('.tablet__half:not(.tablet__half--far)');
    assert.ok(await near2.getByText('Dat ik het zelf kan.').isVisible());
    assert.ok(await pro.locator('.tablet__half--far').getByText('Dat wij één ding kiezen.').isVisible());
    await album.look(pro, 'tablet-open');
    assert.deepEqual(pro.troubles, []);
  });

  it('works by keyboard alone, and on a phone by turns', async () => {
    await pro.goto(`/conversations/${id}/cards/3/table`);
    await pro.locator('#client_text').focus();
    await pro.keyboard.type('De brief.');
    const to = async (what) => {
      for (let n = 0; n < 12; n += 1) {
        await pro.keyboard.press('Tab');
        if (await pro.evaluate((selector) => document.activeElement.matches(selector), what)) return;
      }
      throw new Error(`the keyboard does not reach ${what}`);
    };
    await to('[data-half=client] [data-do=turn]');
    await pro.keyboard.press('Enter');
    await to('#professional_text');
    await pro.keyboard.type('Het eind.');
    await to('[data-half=professional] [data-do=turn]');
    await pro.keyboard.press('Space');
    await pro.locator('.tablet--open').waitFor();

    await pro.setViewportSize(sizes.phone);
    await pro.goto(`/conversations/${id}/cards/5/table`);
    const seen = (chair) => pro.locator(`[data-half=${chair}]`).isVisible();
    assert.deepEqual([await seen('client'), await seen('professional')], [true, false]);
    await pro.locator('#client_text').fill('Dat ik slecht slaap.');
    await pro.locator('[data-half=client] [data-do=turn]').click();
    assert.deepEqual([await seen('client'), await seen('professional')], [false, true]);
    assert.ok(!(await pro.locator('body').innerText()).includes('slecht slaap'));
    await album.look(pro, 'tablet-on-a-phone', { still: true });
    await pro.locator('[data-half=professional] [data-do=turn]').click();
    await pro.getByText('Dat ik slecht slaap.').last().waitFor();
    await pro.setViewportSize(sizes.tablet);
  });

  it('without a script both halves turn with one button', async () => {
    const state = await pro.context().storageState();
    const context = await browser.newContext({
      baseURL: house.address,
      storageState: state,
      javaScriptEnabled: false,
    });
    const page = await context.newPage();
    await page.goto(`/conversations/${id}/cards/6/table`);
    await page.locator('#client_text').fill('De moestuin.');
    await page.getByRole('button', { name: /Draai samen om|Turn over together/ }).click();
    await page.locator('.tablet--open').waitFor();
    assert.ok((await page.content()).includes('De moestuin.'));
    await context.close();
  });

  it('the coach reads open cards while both share them, and the client sees that in the log', async () => {
    const coach = await person(browser, house);
    await signIn(coach, 'Ineke Bos');
    const page = `/conversations/${id}/cards`;
    assert.equal((await coach.goto(page)).status(), 404);
    await client.goto('/mine/cards');
    await press(client, 'Laat de coach de open kaarten zien');
    await client.getByText('De ander zei nog geen ja').waitFor();
    await album.look(client, 'deck-shared-by-one');
    assert.equal((await coach.goto(page)).status(), 404);
    await pro.goto(page);
    await press(pro, 'Laat de coach de open kaarten zien');
    await pro.getByText('De coach kan de open kaarten lezen').waitFor();
    await coach.goto(`/conversations/${id}`);
    await coach.getByRole('link', { name: 'Samenleer-wijzer' }).click();
    await coach.getByText(own.client).waitFor();
    await album.look(coach, 'shared-with-the-coach');
    await client.goto('/mine/seen');
    await client.getByText(/las coach Ineke Bos de kaarten/).waitFor();
    await client.goto('/mine/cards');
    await press(client, 'Toch niet laten zien');
    assert.equal((await coach.goto(page)).status(), 404);
    for (const each of [coach, client, pro]) assert.deepEqual(each.troubles, []);
  });

  it('a card can be laid back, and too much is told without losing it', async () => {
    await client.goto(`/conversations/${id}/cards/1`);
    await client.getByText('Wis mijn antwoord').first().click();
    await press(client, 'Wis mijn antwoord');
    await client.getByLabel('Schrijf uw antwoord').waitFor();
    assert.ok(!(await client.content()).includes(own.professional));
    await client.locator('#text').evaluate((area) => area.removeAttribute('maxlength'));
    await client.locator('#text').fill('a'.repeat(1_001));
    await press(client, 'Bewaar');
    await client.getByText('Dat past niet op een kaart').waitFor();
    assert.equal((await client.locator('#text').inputValue()).length, 1_001);
  });

  it('all pages are in order', async () => {
    assert.deepEqual(await album.close(), []);
  });
});
