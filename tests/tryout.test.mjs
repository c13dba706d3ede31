// Tryouts in real browsers: the pocket card, three voices, a chain of two, before and after, and what never came.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { openBrowser, person, scratch } from './lib/browser.mjs';
import { expect, planTryout } from './lib/deeds.mjs';
import { film } from './lib/film.mjs';
import { House } from './lib/house.mjs';
import { oneByOne } from './lib/one-by-one.mjs';
import { Album } from './lib/pages.mjs';
import { signIn, visitorAs } from './lib/people.mjs';
import { recordedConversation } from './lib/recorded.mjs';
import { Notebook, story } from './lib/saying.mjs';
import { freshConversation } from './lib/seed.mjs';
import { wholeRound } from './lib/whole.mjs';

describe('trying out', () => {
  const book = new Notebook();
  let house, browser, album, place, round, sanne, ruud, roos, next, second, later;
  const step = story(it, () => ({ sanne, ruud, roos }));
  // A page that was looked at is loaded anew, and what was open is shut.
  const openUp = (page, text) =>
    page
      .locator('details', { hasText: text })
      .last()
      .evaluate((part) => (part.open = true));
  const words = (page) => page.locator('main').innerText();

  before(async () => {
    place = await scratch('tryout');
    house = await House.open({ kind: 'demo' });
    const bytes = await readFile(await film(place.folder, 'gesprek.webm', 12));
    browser = await openBrowser();
    album = await Album.open('tryout');
    round = await wholeRound(house, bytes, 'Uitgeprobeerd', {
      professional: 'Sanne Verhoef',
      coach: 'Ruud de Wit',
    });
    sanne = await person(browser, house, { size: 'phone' });
    ruud = await person(browser, house);
    roos = await person(browser, house, { size: 'phone' });
    await signIn(sanne, 'Sanne Verhoef');
    await signIn(ruud, 'Ruud de Wit');
    await roos.goto(round.paper.link);
    await roos.locator('#code').fill(round.paper.code);
    await roos.locator('main form button').first().click();
    await roos.waitForURL('**/mine');
  });
  after(async () => {
    await browser?.close();
    await house?.close();
    await place?.clear();
  });

  step('the pocket card is one screen on a phone, and the professional’s alone', async () => {
    await sanne.goto(round.tryout);
    await sanne.getByRole('link', { name: 'Zakkaartje' }).click();
    await sanne.waitForURL('**/card');
    await sanne.getByText('Uitgeprobeerd woorden').waitFor();
    const fits = await sanne.evaluate(() => {
      const card = document.querySelector('.pocket').getBoundingClientRect();
      return {
        bottom: card.bottom,
        height: innerHeight,
        size: parseFloat(getComputedStyle(document.querySelector('.pocket__words')).fontSize),
      };
    });
    assert.ok(fits.bottom <= fits.height, `the card ends at ${fits.bottom} of ${fits.height}`);
    assert.ok(fits.size >= 24, `words of ${fits.size} pixels`);
    await album.look(sanne, 'card');
    for (const visitor of [round.people.coach, round.people.client, await visitorAs(house, 'Joris Smit')])
      assert.ok([403, 404].includes((await visitor.get(`${round.tryout}/card`)).status));
  });

  step('a conversation that never came can be exchanged for another, or it is closed', async () => {
    const never = await freshConversation(house, round.people.professional, null);
    ({ recorded: next } = await recordedConversation(house, round.people.professional));
    await sanne.goto(round.tryout);
    await sanne.locator('#next').selectOption(never);
    await sanne.getByRole('button', { name: 'Dit gesprek' }).click();
    await sanne.getByText('Kies een ander gesprek').waitFor();
    await openUp(sanne, 'Het gesprek kwam er niet, of je koos iets anders');
    await album.look(sanne, 'next-chosen');
    await openUp(sanne, 'Het gesprek kwam er niet, of je koos iets anders');
    await sanne.getByRole('button', { name: 'Sluit deze poging' }).click();
    await sanne.getByText('Gesloten zonder oordeel').waitFor();
    await album.look(sanne, 'closed');
    await openUp(sanne, 'Kies een ander gesprek');
    await sanne.locator('#next').selectOption(next);
    await sanne.getByRole('button', { name: 'Dit gesprek' }).click();
    await sanne.getByRole('link', { name: 'Vertel wat er gebeurde' }).waitFor();
    assert.ok(!(await words(sanne)).includes('Gesloten zonder oordeel'));
  });

  step('before and after lie next to each other, each where consent covers it for who reads', async () => {
    await sanne.getByText('Kies waar het op de nieuwe opname te zien is.').waitFor();
    await sanne.getByRole('link', { name: 'Kies de plek op de nieuwe opname' }).click();
    await sanne.waitForURL('**/place');
    await sanne.locator('mz-player[ready]').waitFor();
    await sanne.locator('#at').fill('9:59');
    await sanne.getByRole('button', { name: 'Bewaar de plek' }).click();
    await sanne.locator('#at-error').waitFor();
    await sanne.locator('mz-player [data-do=play]').click();
    await sanne.waitForFunction(() => document.querySelector('video').currentTime > 1.2);
    await sanne.locator('mz-player [data-do=play]').click();
    await sanne.getByRole('button', { name: 'Neem deze plek' }).click();
    assert.match(await sanne.locator('#at').inputValue(), /^0:0[1-5]$/);
    await album.look(sanne, 'place');
    await sanne.locator('#at').fill('0:02');
    await sanne.getByRole('button', { name: 'Bewaar de plek' }).click();
    await sanne.waitForURL(/\/tryouts\/[0-9a-f-]{36}#clips$/);
    await sanne.locator('#player-before[ready]').waitFor();
    await sanne.locator('#player-after[ready]').waitFor();
    await album.look(sanne, 'before-after');
    // The client of the first conversation has no part in the second: their own clip plays, a sentence stands beside it.
    await roos.goto(round.tryout);
    await roos.locator('#player-before[ready]').waitFor();
    assert.equal(await roos.locator('#player-after').count(), 0);
    await roos.getByText('Dat stuk is er alleen voor wie bij dat gesprek hoort.').waitFor();
    await album.look(roos, 'before-only');
  });

  step('three voices tell, each on their own', async () => {
    await roos.goto(`/conversations/${round.id}/tell`);
    await roos.locator('main a.nl-button').first().click();
    await album.look(roos, 'tell-one-by-one');
    await oneByOne(roos, { choice: 1, words: book.say('Zij wachtte deze keer op mij.') });
    await roos.getByText('Verteld. Veranderen mag nog.').waitFor();
    for (const [page, told] of [
      [ruud, 'De nieuwe zin komt na de stilte.'],
      [sanne, 'Ik deed het half, en dat hielp al.'],
    ]) {
      await page.goto(`${round.tryout}/tell`);
      await page.locator('#word_1').fill(book.say(told));
      await page.getByRole('button', { name: 'Bewaar' }).click();
      await page.waitForURL(/\/tryouts\/[0-9a-f-]{36}$/);
    }
    for (const told of book.sentences) assert.ok((await words(sanne)).includes(told), told);
    await album.look(sanne, 'told');
  });

  step('adapt leads straight to a next one, which follows it', async () => {
    await sanne.getByLabel('Bijstellen').check();
    await sanne.getByRole('button', { name: 'Bewaar het oordeel' }).click();
    await sanne.waitForURL('**/tryout/*follows=*');
    assert.match(await sanne.locator('#doing').inputValue(), /Uitgeprobeerd plan doing/);
    await sanne.locator('#doing').fill(book.say('Eerst tien tellen wachten, dan vragen.'));
    await sanne.locator('#planned_on').fill('2027-06-01');
    await album.look(sanne, 'plan-next');
    await sanne.locator('#doing').fill(book.sentences.at(-1));
    await sanne.locator('#planned_on').fill('2027-06-01');
    await sanne.getByRole('button', { name: 'Leg het vast' }).click();
    await sanne.waitForURL(/\/tryouts\/[0-9a-f-]{36}$/);
    second = new URL(sanne.url()).pathname;
    assert.notEqual(second, round.tryout);
    await sanne.getByRole('link', { name: 'Bekijk de pogingen na elkaar' }).click();
    await sanne.waitForURL('**/chain');
    const path = await sanne
      .locator('.path--tried .path__step')
      .evaluateAll((all) => all.map((one) => one.className.split('--').at(-1)));
    assert.deepEqual(path, ['conversation', 'tryout', 'conversation', 'verdict', 'tryout']);
    await album.look(sanne, 'chain');
    await sanne.goto('/journey');
    await sanne.locator('section[aria-labelledby=chains-h] a').first().click();
    await sanne.waitForURL('**/chain');
    await ruud.goto(`${second}/chain`);
    assert.ok((await words(ruud)).includes('Eerst tien tellen wachten, dan vragen.'));
  });

  step('somebody else’s tryout is not found, by any of its addresses', async () => {
    const joris = await visitorAs(house, 'Joris Smit');
    for (const of of [round.tryout, second]) {
      for (const room of ['', '/card', '/chain', '/place', '/tell'])
        assert.equal((await joris.get(`${of}${room}`)).status, 404, room);
      for (const [room, form] of [
        ['/close', { why: 'no-conversation' }],
        ['/place', { at: '0:01' }],
        ['/next', { next }],
        ['/verdict', { verdict: 'keep' }],
      ])
        assert.equal((await joris.post(`${of}${room}`, form)).status, 404, room);
    }
    // Nor can it be followed from a conversation that has nothing to do with it.
    const theirs = await wholeRound(
      house,
      await readFile(await film(place.folder, 'gesprek.webm', 6)),
      'Elders gezegd',
    );
    const plan = `/conversations/${theirs.id}/tryout/${theirs.alternative}`;
    const stolen = await joris.post(plan, { doing: 'x', noticing: 'y', follows: second.split('/').at(-1) });
    assert.equal(stolen.status, 404);
    const own = await planTryout(joris, plan, 'Van henzelf');
    assert.equal((await round.people.professional.get(own)).status, 404);
  });

  step('when consent ends for one of the two, the other still plays', async () => {
    const officer = await visitorAs(house, 'Bram Hendriks');
    expect(await officer.post(`/register/${next}`, { go: 'all-sure' }), 'the client’s word', 200, 303);
    await sanne.goto(round.tryout);
    await sanne.locator('#player-before[ready]').waitFor();
    assert.equal(await sanne.locator('#player-after').count(), 0);
    await sanne.getByText('Het ja voor die opname is gestopt. Dat stuk is er niet meer.').waitFor();
    await album.look(sanne, 'after-ended');
    await sanne.goto(`${second}/chain`);
    await sanne.getByText('Een gesprek waarvan het ja is gestopt').waitFor();
    later = await freshConversation(house, round.people.professional, null);
    await sanne.goto(second);
    await sanne.locator('#next').selectOption(later);
    await sanne.getByRole('button', { name: 'Dit gesprek' }).click();
    await sanne.getByRole('link', { name: 'Vertel wat er gebeurde' }).waitFor();
  });

  step('a coach who is taken out comes in nowhere, and what was shared stays', async () => {
    await sanne.goto(`/conversations/${round.id}`);
    await sanne.getByText('Ruud de Wit niet meer laten meekijken').click();
    await sanne.getByText('ligt al op tafel en blijft liggen').waitFor();
    await sanne.getByRole('button', { name: 'Stop het meekijken van Ruud de Wit' }).click();
    await sanne.waitForURL(`**/conversations/${round.id}`);
    await album.look(sanne, 'coach-gone');
    for (const address of [`/conversations/${round.id}`, round.tryout, `/conversations/${round.id}/dialogue`])
      assert.equal((await round.people.coach.get(address)).status, 404, address);
    await sanne.goto(round.tryout);
    assert.ok((await words(sanne)).includes('De nieuwe zin komt na de stilte.'));
    assert.deepEqual([...sanne.troubles, ...ruud.troubles, ...roos.troubles], []);
  });

  it('every page can be read by everyone', async () => {
    assert.deepEqual(await album.close(), []);
  });
});
