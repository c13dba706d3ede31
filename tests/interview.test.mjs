// The client interview in real browsers: the coach at a desk, the client on a phone, sound from a fake microphone.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { openBrowser, person, scratch } from './lib/browser.mjs';
import { bothSayYes, makeLook, seal, secondYes, settled, upload } from './lib/deeds.mjs';
import { fakeDevices, film } from './lib/film.mjs';
import { House } from './lib/house.mjs';
import { Album } from './lib/pages.mjs';
import { signIn, visitorAs } from './lib/people.mjs';
import { Notebook, story } from './lib/saying.mjs';
import { disguises, searchPlaintext } from './lib/sealed.mjs';
import { freshConversation } from './lib/seed.mjs';

describe('the client interview', () => {
  const book = new Notebook();
  let house, browser, album, place, professional, coach, client, id, paper, ruud, roos, sound;
  const step = story(it, () => ({ ruud, roos }));

  before(async () => {
    place = await scratch('interview');
    house = await House.open({ kind: 'demo' });
    const bytes = await readFile(await film(place.folder, 'gesprek.webm', 24));
    browser = await openBrowser(await fakeDevices(place.folder));
    album = await Album.open('interview');
    professional = await visitorAs(house, 'Sanne Verhoef');
    coach = await visitorAs(house, 'Ruud de Wit');
    id = await freshConversation(house, professional, 'Ruud de Wit');
    ({ client, paper } = await bothSayYes(house, professional, id, 'Boomklever'));
    await upload(professional, id, bytes, { name: 'gesprek.webm', type: 'video/webm' });
    assert.equal(await settled(professional, id), 'ready');
    await secondYes(professional, client, id);
    ruud = await person(browser, house);
    roos = await person(browser, house, { size: 'phone' });
  });
  after(async () => {
    await browser?.close();
    await house?.close();
    await place?.clear();
  });

  const desk = () => `/conversations/${id}/interview`;
  const ready = (page) => page.locator('mz-interview[ready] mz-player[ready]').waitFor();
  const saved = (page) => page.locator('mz-interview [data-part=state][data-standing=saved]').waitFor();
  const enter = async (page) => {
    await page.goto(paper.link);
    await page.locator('#code').fill(paper.code);
    await page.locator('main form button').first().click();
    await page.waitForURL('**/mine');
  };

  step('the coach asks only with their own look sealed', async () => {
    await signIn(ruud, 'Ruud de Wit');
    assert.equal((await coach.get(desk())).status, 403);
    await seal(coach, (await makeLook(coach, id, book.say('De coach keek eerst zelf'))).look);
    await ruud.goto(`/conversations/${id}`);
    await ruud.getByRole('link', { name: 'Open het interview' }).click();
    await ruud.waitForURL('**/interview');
    await album.look(ruud, 'begin');
    await ruud.getByRole('button', { name: 'Begin het interview' }).click();
    await ready(ruud);
    await album.look(ruud, 'desk-empty');
    await ready(ruud);
  });

  step('the client says stop, and the coach writes at that place', async () => {
    await ruud.locator('mz-player [data-do=play]').click();
    await ruud.waitForFunction(() => document.querySelector('video').currentTime > 3);
    await ruud.getByRole('button', { name: 'Stop: schrijf hier op' }).click();
    await ruud.locator('mz-player[paused]').waitFor();
    const note = ruud.locator('.notes > .note').last();
    assert.match(await note.locator('[name=at]').inputValue(), /^0:0[3-9]$/);
    assert.equal(await note.locator('[name=text]').evaluate((field) => field === document.activeElement), true);
    await ruud.keyboard.type(book.say('Ik zei ja, maar ik dacht nee.'));
    await note.locator('summary').click();
    await note.locator('[name=thought]').fill(book.say('Mijn gedachte: zij schrok van het formulier.'));
    await saved(ruud);
    await ruud.locator('.interview__part', { hasText: 'Tot slot' }).locator('summary').click();
    await ruud.locator('[data-do=write][data-topic=close]').click();
    const last = ruud.locator('.notes > .note').last();
    assert.equal(await last.locator('[name=topic]').inputValue(), 'close');
    await ruud.keyboard.type(book.say('Vraag me de volgende keer eerst iets.'));
    await saved(ruud);
    await ruud.reload();
    await ready(ruud);
    assert.equal(await ruud.locator('.notes > .note').count(), 2);
  });

  step('nothing is lost without a network', async () => {
    await ruud.context().setOffline(true);
    const note = ruud.locator('.notes > .note').last();
    await note.locator('[name=text]').fill(book.say('Vraag me de volgende keer eerst wat ik wil.'));
    await ruud.locator('[data-part=state][data-standing=offline]').waitFor();
    await ruud.context().setOffline(false);
    await saved(ruud);
    const { text } = await coach.get(desk());
    assert.ok(text.includes('Vraag me de volgende keer eerst wat ik wil.'));
  });

  step('sound waits for the client’s own yes, on the screen that was handed over', async () => {
    assert.equal(await ruud.locator('mz-recorder').count(), 0);
    const headers = { 'tus-resumable': '1.0.0' };
    const address = (await coach.get(desk())).text.match(/data-notes="(\/interviews\/[^/]+)/)[1];
    assert.equal((await coach.send('POST', `${address}/sound`, { headers })).status, 403);
    await ruud.locator('#pin').fill('2580');
    await ruud.getByRole('button', { name: 'Geef het scherm' }).click();
    await ruud.waitForURL('**/mine/interview');
    await album.look(ruud, 'handed-sound');
    // Nothing else can be reached on it.
    for (const path of [`/conversations/${id}`, '/home', '/mine/seen', desk()])
      assert.equal((await ruud.request.get(path, { maxRedirects: 0 })).status(), 403, path);
    await ruud.getByRole('button', { name: 'Ja', exact: true }).click();
    await ruud.getByText('Het geluid mag mee').waitFor();
    await ruud.getByRole('link', { name: /terug/i }).click();
    await ruud.locator('#pin').fill('2580');
    await ruud.locator('main form button').first().click();
    await ruud.waitForURL(`**${desk()}`);
  });

  step('sound is recorded beside the notes, and a note knows its place in it', async () => {
    await ready(ruud);
    await ruud.getByRole('button', { name: 'Neem het geluid op' }).click();
    await ruud.locator('mz-recorder[state=recording]').waitFor();
    await ruud.waitForTimeout(2_500);
    await ruud.getByRole('button', { name: 'Stop: schrijf hier op' }).click();
    await ruud.keyboard.type(book.say('Dit moet weg, dat wil ik niet delen.'));
    await saved(ruud);
    const note = ruud.locator('.notes > .note').last();
    assert.match((await note.getAttribute('data-sound')) ?? '', /^[0-9a-f-]{36}$/);
    assert.ok(Number(await note.getAttribute('data-sound-at')) > 1_500);
    await album.look(ruud, 'desk-recording', { still: true });
    await ruud.getByRole('button', { name: 'Stop met geluid opnemen' }).click();
    await Promise.all([ruud.waitForEvent('load'), ruud.locator('[data-do=stop-yes]').click()]);
    for (let n = 0; n < 60 && (await ruud.locator('.interview__heard audio').count()) === 0; n += 1) {
      await ruud.waitForTimeout(1_000);
      await ruud.reload();
    }
    await ready(ruud);
    sound = await ruud.locator('.interview__heard audio').getAttribute('src');
    const length = await ruud.locator('.interview__heard audio').evaluate(
      (audio) =>
        new Promise((done, fail) => {
          audio.addEventListener('loadedmetadata', () => done(audio.duration));
          audio.addEventListener('error', () => fail(new Error('the sound does not play')));
          audio.load();
        }),
    );
    assert.ok(length > 2 && length < 60, `${length} s`);
    await album.look(ruud, 'desk');
    assert.equal((await professional.get(sound)).status, 403);
  });

  step('given to the client, it stands still, and the professional reads nothing', async () => {
    await ruud.getByRole('button', { name: 'Klaar om na te lezen' }).click();
    await ruud.getByText('leest dit nu na').waitFor();
    await album.look(ruud, 'desk-offered');
    await seal(professional, (await makeLook(professional, id, 'De professional keek ook')).look);
    const { text } = await professional.get(`/conversations/${id}/dialogue`);
    assert.ok(!text.includes('maar ik dacht nee'));
  });

  step('the client reads back on a phone, one piece on a screen', async () => {
    await enter(roos);
    await roos.getByText('De coach schreef op wat u zei').waitFor();
    await album.look(roos, 'place');
    await roos.getByRole('link', { name: 'Lees na' }).click();
    await roos.getByText('Stukje 1 van 3').waitFor();
    await roos.getByText('Ik zei ja, maar ik dacht nee.').waitFor();
    assert.ok(!(await roos.content()).includes('Mijn gedachte'));
    await album.look(roos, 'piece');
    await roos.getByRole('button', { name: 'Klopt' }).click();
    await roos.getByText('Stukje 2 van 3').waitFor();
    await roos.getByRole('button', { name: 'Ik wil iets veranderen' }).click();
    await roos.locator('#words').fill('');
    await roos.getByRole('button', { name: 'Bewaar' }).click();
    await roos.getByText('Schrijf iets op, of kies iets anders.').waitFor();
    await album.look(roos, 'change', { still: true });
    await roos.locator('#words').fill(book.say('Vraag mij eerst wat ik wil, en wacht dan.'));
    await roos.getByLabel('In plaats van wat er staat').check();
    await roos.getByRole('button', { name: 'Bewaar' }).click();
    await roos.getByText('Stukje 3 van 3').waitFor();
    await roos.getByRole('button', { name: 'Weg ermee' }).click();
    await album.look(roos, 'away');
    await roos.getByRole('button', { name: 'Ja, wis het' }).click();
    await roos.getByText('Mag dit zo gelezen worden?').waitFor();
    await album.look(roos, 'end');
    const { text } = await professional.get(`/conversations/${id}/dialogue`);
    assert.ok(!text.includes('maar ik dacht nee'), 'not before the yes to all of it');
    await roos.getByRole('button', { name: 'Ja, dit mag' }).click();
    await roos.getByText('Dit mag gelezen worden').waitFor();
    await album.look(roos, 'approved');
  });

  step('it lies on the table as the client’s voice, and the thought of the coach does not', async () => {
    const sanne = await person(browser, house);
    await signIn(sanne, 'Sanne Verhoef');
    await sanne.goto(`/conversations/${id}/dialogue`);
    const voice = sanne.locator('.client-voice');
    await voice.getByText('Ik zei ja, maar ik dacht nee.').waitFor();
    await voice.getByText('Vraag mij eerst wat ik wil, en wacht dan.').waitFor();
    const page = await sanne.content();
    for (const gone of ['eerst iets.', 'Dit moet weg', 'Mijn gedachte']) assert.ok(!page.includes(gone), gone);
    await voice.locator('mz-clip button').first().click();
    await sanne.waitForFunction(() => !document.querySelector('video').paused);
    await album.look(sanne, 'table');
    assert.equal((await professional.get(sound)).status, 403, 'the sound stays between the two');
    await sanne.context().close();
    await ruud.goto(desk());
    await album.look(ruud, 'desk-approved');
    assert.ok(
      !(await ruud.content()).includes('Vraag me de volgende keer'),
      'replaced words are gone for the coach too',
    );
    await ruud.getByRole('button', { name: 'Zet bij mijn kijkronde' }).click();
    assert.ok((await professional.get(`/conversations/${id}/dialogue`)).text.includes('Mijn gedachte'));
  });

  step('the client wipes the sound, and everything else stays', async () => {
    assert.equal((await coach.get(sound)).status, 200);
    await roos.reload();
    await roos.getByRole('button', { name: 'Wis het geluid' }).click();
    await roos.getByText('Het geluid is gewist.').waitFor();
    assert.equal((await coach.get(sound)).status, 404);
    assert.equal((await client.get(sound)).status, 404);
    assert.ok((await professional.get(`/conversations/${id}/dialogue`)).text.includes('maar ik dacht nee'));
    const seen = (await client.get('/mine/seen')).text;
    assert.match(seen, /wiste u het geluid/);
    assert.match(seen, /bezig met uw antwoorden/);
  });

  step('after stopping nothing of it is left, and nothing lay in plain text', async () => {
    const { found: before } = await searchPlaintext(
      [house.data, house.tmp, house.log],
      book.sentences.flatMap(disguises),
    );
    assert.deepEqual(before, []);
    const address = desk();
    await client.post('/mine/stop', { go: 'all-sure' });
    for (const visitor of [coach, professional]) {
      const answer = await visitor.get(address);
      assert.ok([403, 404, 410].includes(answer.status), String(answer.status));
    }
    assert.ok(!(await client.get('/mine/interview')).text.includes('maar ik dacht nee'));
    const troubles = [...ruud.troubles, ...roos.troubles].filter((one) => !one.includes('ERR_INTERNET_DISCONNECTED'));
    assert.deepEqual(troubles, []);
  });

  it('every page can be read by everyone', async () => {
    assert.deepEqual(await album.close(), []);
  });
});
