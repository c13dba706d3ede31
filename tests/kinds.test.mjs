// Other conversations: a manager with a professional, from the question to side by side, in words of their own.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { openBrowser, person, scratch } from './lib/browser.mjs';
import { expect, makeLook, planTryout, seal, settled, upload } from './lib/deeds.mjs';
import { film } from './lib/film.mjs';
import { House } from './lib/house.mjs';
import { Album } from './lib/pages.mjs';
import { signIn, visitorAs } from './lib/people.mjs';
import { Visitor } from './lib/visitor.mjs';

describe('a manager and a professional', () => {
  let house, browser, album, files, els, sanne, id;
  before(async () => {
    house = await House.open({ kind: 'demo' });
    browser = await openBrowser();
    album = await Album.open('kinds');
    files = await scratch('kinds');
    els = await person(browser, house);
    sanne = await person(browser, house, { size: 'tablet' });
  });
  after(async () => {
    await browser?.close();
    await house?.close();
    await files?.clear();
  });

  it('the manager chooses somebody of their own team, and nobody else', async () => {
    await signIn(els, 'Els van Dam');
    await els.getByRole('link', { name: 'Nieuw gesprek' }).click();
    await album.look(els, 'new');
    const people = await els.getByLabel('Met wie is het gesprek?').locator('option').allTextContents();
    assert.deepEqual(people.slice(1).sort(), ['Anne Mulder', 'Joris Smit', 'Sanne Verhoef']);
    await els.getByRole('link', { name: 'Met een leidinggevende' }).click();
    assert.deepEqual((await els.getByLabel('Met wie is het gesprek?').locator('option').allTextContents()).slice(1), [
      'Hanneke Prins',
    ]);
    await els.getByRole('link', { name: 'Met een medewerker' }).click();
    await els.getByLabel('Met wie is het gesprek?').selectOption({ label: 'Sanne Verhoef' });
    await els.getByLabel('Welke coach kijkt mee?').selectOption({ label: 'Ruud de Wit' });
    await els.getByRole('button', { name: 'Zet klaar' }).click();
    await els.getByRole('heading', { level: 1, name: 'Gesprek met Sanne Verhoef' }).waitFor();
    id = els.url().split('/').at(-1);
    await els.goto(`/conversations/${id}/consent`);
    await els.getByText('kiest met het eigen account, zonder dat jij erbij bent').waitFor();
    assert.equal(await els.locator('form[action$="/handover"], form[action$="/client-link"]').count(), 0);
    await album.look(els, 'asking');
    for (const purpose of ['look', 'colleagues', 'research', 'story', 'clip']) {
      await els.locator(`input[name=${purpose}][value=${purpose === 'look' ? 'yes' : 'no'}]`).check({ force: true });
    }
    await els.getByRole('button', { name: 'Leg vast' }).click();
  });

  it('the professional chooses in a place of their own, where a no is free', async () => {
    await signIn(sanne, 'Sanne Verhoef');
    await sanne.goto(`/conversations/${id}`);
    await album.look(sanne, 'path-across');
    await sanne.getByRole('link', { name: 'Kies zelf ja of nee' }).click();
    await sanne.waitForURL('**/mine');
    await album.look(sanne, 'own-place');
    await sanne.locator('a[href="/mine/consent"]').click();
    await sanne
      .getByText('Uw leidinggevende vraagt dit. U mag nee zeggen. Dat heeft geen gevolg voor uw werk')
      .waitFor();
    await album.look(sanne, 'own-leaflet');
    assert.doesNotMatch(await sanne.locator('main').innerText(), /cliënt|uitkering|contactpersoon/i);
    await sanne.getByRole('button', { name: 'Begin' }).click();
    await sanne.getByRole('button', { name: 'Ja', exact: true }).click();
    for (let n = 0; n < 4; n += 1) await sanne.getByRole('button', { name: 'Nee', exact: true }).click();
    // Known by the account: no name is asked.
    await sanne.getByRole('button', { name: 'Ja, dit klopt' }).click();
    await sanne.getByRole('heading', { level: 1, name: 'Dit is afgesproken' }).waitFor();
    await album.look(sanne, 'own-agreed', { still: true });
    await sanne.goto('/mine');
    await sanne.getByRole('link', { name: 'Terug naar het gesprek' }).click();
    await sanne.waitForURL(`**/conversations/${id}`);
  });

  it('recorded, twice agreed to, looked at and laid side by side in the words of their conversation', async () => {
    const manager = await Visitor.from(els.context(), house.address);
    const across = await Visitor.from(sanne.context(), house.address);
    const coach = await visitorAs(house, 'Ruud de Wit');
    await upload(manager, id, await readFile(await film(files.folder, 'gesprek.mp4', 6)));
    assert.equal(await settled(manager, id), 'ready');
    await els.goto(`/conversations/${id}/second`);
    await els.getByRole('button', { name: 'Ja, het blijft zo' }).click();
    await els.getByText('Wacht op het tweede ja van Sanne Verhoef').waitFor();
    assert.equal(await els.locator('form[action$="/handover"]').count(), 0);
    await sanne.goto(`/conversations/${id}/second`);
    await sanne.waitForURL('**/mine');
    await sanne.locator('a[href="/mine/second"]').click();
    await album.look(sanne, 'own-second');
    await sanne.getByRole('button', { name: 'Ja, het blijft zo' }).click();
    for (const [visitor, name] of [
      [manager, 'leiding'],
      [across, 'medewerker'],
      [coach, 'coach'],
    ]) {
      await seal(visitor, (await makeLook(visitor, id, `Gezien door ${name}`)).look);
    }
    await els.goto(`/conversations/${id}/dialogue`);
    await album.look(els, 'side-by-side');
    const words = await els.locator('main').innerText();
    assert.match(words, /Gezien door medewerker/);
    assert.doesNotMatch(words, /cliënt|klantmanager/i);
  });

  it('what is tried out and the journey speak of an employee too', async () => {
    const manager = await Visitor.from(els.context(), house.address);
    const at = `/conversations/${id}`;
    const idea = { intention: 'Wachten', words: 'En dan?', might: '', asks: '', idea_of: 'client' };
    expect(await manager.post(`${at}/dialogue/goal/alternative`, idea), 'alternative', 303);
    const plan = (await manager.get(`${at}/tryout`)).text.match(new RegExp(`${at}/tryout/[0-9a-f-]{36}`))[0];
    const tryout = await planTryout(manager, plan, 'Ik tel tot vijf');
    await els.goto(tryout);
    await album.look(els, 'tryout');
    assert.doesNotMatch(await els.locator('main').innerText(), /cliënt/i);
    await els.goto('/journey');
    await els.getByRole('link', { name: 'Gesprek met Sanne Verhoef' }).first().waitFor();
    await album.look(els, 'journey');
    // Whoever sits across reads what is tried with them, and has no road to the journey.
    const across = await Visitor.from(sanne.context(), house.address);
    expect(await across.get(tryout), 'the tryout', 200);
    expect(await across.get(new URL(els.url()).pathname), 'the journey', 404);
  });

  it('by taking part a manager gets no road to a conversation of a client', async () => {
    const manager = await Visitor.from(els.context(), house.address);
    const professional = await visitorAs(house, 'Sanne Verhoef');
    const { text } = await professional.get('/home');
    const all = [...new Set([...text.matchAll(/href="\/conversations\/([0-9a-f-]{36})"/g)].map(([, one]) => one))];
    const others = all.filter((one) => one !== id);
    assert.ok(others.length > 0, 'Sanne has a conversation with a client');
    for (const other of others) {
      for (const room of ['', '/consent', '/recording', '/recording/state', '/look', '/dialogue', '/tryout', '/mine']) {
        const { status } = await manager.get(`/conversations/${other}${room}`);
        assert.equal(status, 404, `/conversations/${other}${room}`);
      }
      const listened = await manager.listen(`/conversations/${other}/live`);
      assert.equal(listened.status, 404);
    }
    // And nobody sits down in a chair that is not theirs.
    assert.equal((await manager.get(`/conversations/${id}/mine`)).status, 403);
    assert.equal(
      (await manager.post('/conversations/new', { kind: 'client-professional', held_on: '2027-03-03' })).status,
      404,
    );
    const colleague = await visitorAs(house, 'Joris Smit');
    assert.equal((await colleague.get(`/conversations/${id}`)).status, 404);
    const wrong = { kind: 'manager-professional', held_on: '2027-03-03', across: id };
    assert.match((await manager.post('/conversations/new', wrong)).text, /Kies iemand uit de lijst/);
  });

  it('taking it back ends it for both, from the place of whoever sits across', async () => {
    await sanne.goto('/mine/stop');
    await sanne.getByRole('button', { name: 'Wis alles' }).click();
    await sanne.getByRole('button', { name: 'Ja, wis alles' }).click();
    await sanne.getByRole('heading', { level: 1, name: 'Uw bewijs' }).waitFor();
    assert.match(await sanne.locator('main').innerText(), /Voor uw werk en beoordeling verandert er niets/);
    const manager = await Visitor.from(els.context(), house.address);
    assert.match((await manager.get(`/conversations/${id}/dialogue`)).text, /gestopt|gewist/);
    await sanne.goto('/mine');
    assert.deepEqual([...els.troubles, ...sanne.troubles], []);
  });

  it('every page seen is good to the eye, the ear and the rules', async () => {
    assert.deepEqual(await album.close(), []);
  });
});
