// The archive with everything about somebody, attacked: another's, before and after the seal, after a withdrawal, too
// often, by whoever has no part in it.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { everything, readable } from '../lib/archive.mjs';
import { scratch } from '../lib/browser.mjs';
import { bothSayYes, enter, expect, makeLook, paperOn, seal } from '../lib/deeds.mjs';
import { film } from '../lib/film.mjs';
import { House } from '../lib/house.mjs';
import { addCompanion } from '../lib/paper.mjs';
import { visitorAs } from '../lib/people.mjs';
import { everybody, freshConversation } from '../lib/seed.mjs';
import { watchable } from '../lib/whole.mjs';

describe('the archive of somebody', () => {
  let house, place, bytes;
  before(async () => {
    place = await scratch('archive');
    bytes = await readFile(await film(place.folder, 'gesprek.webm', 8));
    house = await House.open({ kind: 'demo' });
  });
  after(async () => {
    await house?.close();
    await place?.clear();
  });

  const visitor = () => visitorAs(house, 'Sanne Verhoef');

  it('is for nobody without a place of their own', async () => {
    const people = await everybody(house);
    for (const [who, visitor] of Object.entries(people)) {
      const answer = await visitor.post('/mine/everything', { code: 'AAAA-AAAA' });
      assert.equal(answer.status, 401, who);
      assert.ok(!answer.headers['content-type'].includes('zip'));
    }
  });

  it('takes the code of whoever asks and no other, and wrong ones are counted as at the door', async () => {
    const [one, other] = [
      await freshConversation(house, await visitor()),
      await freshConversation(house, await visitor()),
    ];
    const mine = await bothSayYes(house, await visitor(), one, 'Linde');
    const theirs = await bothSayYes(house, await visitor(), other, 'Beuk');
    assert.equal((await mine.client.post('/mine/everything', { code: theirs.paper.code })).status, 422);
    const text = readable(await everything(mine.client, mine.paper.code));
    assert.ok(text.includes('Linde') && !text.includes('Beuk'));
    for (let n = 0; n < 5; n += 1) await mine.client.post('/mine/everything', { code: 'AAAA-AAAA' });
    assert.equal((await mine.client.post('/mine/everything', { code: mine.paper.code })).status, 429);
  });

  it('comes a few times within an hour and then not', async () => {
    const id = await freshConversation(house, await visitor());
    const { client, paper } = await bothSayYes(house, await visitor(), id, 'Linde');
    for (let n = 0; n < 4; n += 1) await everything(client, paper.code);
    const { status, text } = await client.post('/mine/everything', { code: paper.code });
    assert.equal(status, 429);
    assert.match(text, /Wacht een uur/);
  });

  it('is as blind as whoever fetches it: before the seal, sealed alone and side by side', async () => {
    const round = await watchable(house, bytes, 'Blinde vlek');
    const { id, people, paper } = round;
    const own = await makeLook(people.client, id, 'Zin van de cliënt');
    const looks = {};
    for (const who of ['professional', 'coach']) looks[who] = await makeLook(people[who], id, `Zin van de ${who}`);
    const check = async (state, together) => {
      const files = await everything(people.client, paper.code);
      const text = readable(files);
      assert.ok(text.includes('Zin van de cliënt bij moment 1.'), state);
      for (const who of ['professional', 'coach']) assert.ok(!text.includes(`Zin van de ${who}`), `${who}, ${state}`);
      const data = JSON.parse(files.get('data.json'));
      assert.equal(data.together !== null, together, state);
      return data;
    };
    await seal(people.coach, looks.coach.look);
    await check('before the seal', false);
    await seal(people.client, own.look);
    expect(
      await people.coach.post(`/conversations/${id}/dialogue/goal/reading`, {
        ...{ version: '0', ours: 'Samen gelezen zin', all_saw: '', unknown: '' },
      }),
      'reading',
      303,
    );
    const data = await check('side by side with the coach', true);
    assert.equal(data.together.readings[0].ours, 'Samen gelezen zin');
    await seal(people.professional, looks.professional.look);
    await check('side by side with both', true);
  });

  it('sealed alone it does not even tell whether others have', async () => {
    const { id, people, paper } = await watchable(house, bytes, 'Alleen klaar');
    const { look } = await makeLook(people.client, id, 'Zin van de cliënt');
    await seal(people.client, look);
    const alone = JSON.parse((await everything(people.client, paper.code)).get('data.json'));
    assert.ok(alone.look.sealed && alone.together === null);
    assert.ok(!alone.log.some((line) => /klaar|kijkronde/.test(line)), alone.log.join('\n'));
  });

  it('holds facts only after a withdrawal, and every yes and receipt of it', async () => {
    const { people, paper } = await watchable(house, bytes, 'Weg ermee');
    const before = await everything(people.client, paper.code);
    assert.ok(before.has('video.webm'));
    expect(await people.client.post('/mine/stop', { go: 'all-sure' }), 'stops', 303);
    const files = await everything(people.client, paper.code);
    assert.ok(![...files.keys()].some((name) => /^(video|sound|paper)/.test(name)), [...files.keys()].join());
    assert.ok(!readable(files).includes('Weg ermee'));
    const data = JSON.parse(files.get('data.json'));
    assert.ok(data.recording === null && data.look === null && data.conversation.ended);
    assert.ok(data.receipts.length === 1 && data.consents[0].withdrawn && data.texts.length > 0);
  });

  it('gives whoever came along what is about them, and no film', async () => {
    const professional = await visitor();
    const id = await freshConversation(house, professional);
    const who = await addCompanion(professional, id);
    const link = expect(await professional.post(`/conversations/${id}/beside/${who}/link`), 'link', 200).text;
    const paper = paperOn(link);
    const them = await enter(house, paper);
    const form = [
      ['at', '7'],
      ['go', 'next'],
      ['yes', 'look'],
    ];
    expect(await them.send('POST', '/mine/consent', { form }), 'their yes', 200);
    await bothSayYes(house, professional, id, 'Niet van de tolk');
    const files = await everything(them, paper.code);
    const data = JSON.parse(files.get('data.json'));
    assert.equal(data.who.part, 'interpreter');
    assert.equal(data.consents.length, 1);
    assert.ok(data.recording === null && data.look === null && data.who.name === null);
    assert.ok(!readable(files).includes('Niet van de tolk'), 'nor the name that the client chose');
  });
});
