// What a client said is between them and the coach until they say yes to it: attacked over plain HTTP, by everyone else.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { scratch } from '../lib/browser.mjs';
import {
  beginInterview,
  bothSayYes,
  makeLook,
  readBack,
  seal,
  secondYes,
  settled,
  upload,
  writeNote,
} from '../lib/deeds.mjs';
import { film } from '../lib/film.mjs';
import { House } from '../lib/house.mjs';
import { visitorAs } from '../lib/people.mjs';
import { allRoutes } from '../lib/routes.mjs';
import { everybody, freshConversation } from '../lib/seed.mjs';

const said = 'Ik hield mijn zorgen in, zei de vrouw';
const thought = 'De coach vermoedt iets anders';
const other = '0190a1b2-0000-7000-8000-000000000000';

describe('what was said to the coach', () => {
  let house, place, people, id, client, coach, interview, note, looks;

  before(async () => {
    place = await scratch('said');
    const bytes = await readFile(await film(place.folder, 'gesprek.webm', 8));
    house = await House.open({ kind: 'demo' });
    people = await everybody(house);
    coach = people.otherCoach;
    const professional = await visitorAs(house, 'Joris Smit');
    id = await freshConversation(house, professional, 'Ineke Bos');
    ({ client } = await bothSayYes(house, professional, id, 'Winterkoning'));
    await upload(professional, id, bytes, { name: 'gesprek.webm', type: 'video/webm' });
    assert.equal(await settled(professional, id), 'ready');
    await secondYes(professional, client, id);
    looks = [];
    for (const visitor of [professional, coach]) {
      const { look } = await makeLook(visitor, id, 'Gekeken en opgeschreven');
      await seal(visitor, look);
      looks.push(look);
    }
    interview = await beginInterview(coach, id);
    note = await writeNote(coach, interview, { text: said, thought });
  });
  after(async () => {
    await house?.close();
    await place?.clear();
  });

  /** Everyone but the two who talked. The professional of the conversation is among them, with a sealed look. */
  const others = () => Object.entries(people).filter(([who]) => who !== 'otherCoach');

  async function readsNothing(visitor, who, words) {
    const names = { id, conversation: id, interview, note, subject: 'auth', question: 'auth', sheet: 'intake' };
    let asked = 0;
    for (const route of await allRoutes()) {
      const [method, pattern] = route.split(' ');
      if (method !== 'GET' || pattern === '/assets/{*path}') continue;
      for (const of of [id, interview, note, ...looks]) {
        const path = pattern.replaceAll(/\{\*?([a-z]+)\}/g, (_, name) => (name === 'id' ? of : (names[name] ?? other)));
        const { status, text } = await visitor.get(path);
        assert.ok(status < 500, `${who} at ${path}: ${status}`);
        for (const word of words) assert.ok(!text.includes(word), `${who} reads "${word}" at ${path}`);
        asked += 1;
      }
    }
    assert.ok(asked > 50, `only ${asked} addresses were asked`);
  }

  it('nobody else reads it while it is written', async () => {
    for (const [who, visitor] of others()) await readsNothing(visitor, who, [said, thought]);
    await readsNothing(client, 'the client', [said, thought]);
  });

  it('nobody else reads it while the client does, and the client never reads the thought', async () => {
    assert.equal((await coach.post(`/interviews/${interview}/offer`)).status, 303);
    assert.ok((await client.get('/mine/interview')).text.includes(said));
    for (const [who, visitor] of others()) await readsNothing(visitor, who, [said, thought]);
    await readsNothing(client, 'the client', [thought]);
  });

  it('nobody else writes it, approves it, or begins its sound', async () => {
    const headers = { 'content-type': 'application/json', accept: 'application/json' };
    const body = JSON.stringify({ topic: 'moment', at: '0:01', text: 'Vervalst', thought: '', base: null });
    const tus = { 'tus-resumable': '1.0.0' };
    for (const [who, visitor] of [...others(), ['client', client]]) {
      const tries = [
        visitor.send('PUT', `/interviews/${interview}/notes/${note}`, { body, headers }),
        visitor.send('DELETE', `/interviews/${interview}/notes/${note}`, { headers }),
        visitor.post(`/interviews/${interview}/offer`),
        visitor.post(`/interviews/${interview}/resume`),
        visitor.post(`/interviews/${interview}/notes/${note}/thought`),
        visitor.send('POST', `/interviews/${interview}/sound`, { headers: tus }),
        visitor.post(`/conversations/${id}/handover`, { for: 'interview', pin: '2580' }),
      ];
      for (const [n, attempt] of tries.entries()) {
        const { status, headers: told } = await attempt;
        const shut = [401, 403, 404].includes(status) || (status === 303 && told.location.startsWith('/sign-in'));
        assert.ok(shut, `${who}, try ${n}: ${status}`);
      }
    }
    for (const [who, visitor] of [...others(), ['coach', coach]]) {
      for (const go of ['right', 'wipe', 'approve', 'sound-yes', 'sound-wipe', 'keep']) {
        const { status } = await visitor.post('/mine/interview', { go, note, n: '1', words: 'Vervalst' });
        assert.ok([401, 403, 404].includes(status), `${who} does ${go}: ${status}`);
      }
    }
    assert.ok((await client.get('/mine/interview')).text.includes(said));
  });

  it('after the yes it is on the table for who sealed, and for nobody else', async () => {
    await readBack(client, [note]);
    const table = `/conversations/${id}/dialogue`;
    assert.ok((await people.otherProfessional.get(table)).text.includes(said));
    assert.ok(!(await client.get(table)).text.includes(said), 'the client has not sealed a look');
    for (const [who, visitor] of others().filter(([who]) => who !== 'otherProfessional'))
      await readsNothing(visitor, who, [said, thought]);
    assert.ok(!(await people.otherProfessional.get(table)).text.includes(thought));
  });
});
