// The cards over plain HTTP: the other's half cannot be read before both turned, by any address; nobody else ever reads
// one that was not shared; and stopping takes them all.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { bothSayYes, expect } from '../lib/deeds.mjs';
import { House } from '../lib/house.mjs';
import { visitorAs } from '../lib/people.mjs';
import { allRoutes } from '../lib/routes.mjs';
import { disguises, searchPlaintext } from '../lib/sealed.mjs';
import { everybody, freshConversation } from '../lib/seed.mjs';

const secret = 'Onvervangbare zin op een kaart';
const drawn = 'M 123 321 L 231 132';
const forged = '0190a1b2-0000-7000-8000-000000000000';

describe('cards between two', () => {
  let house, people;
  before(async () => {
    house = await House.open({ kind: 'demo' });
    people = await everybody(house);
  });
  after(() => house?.close());

  /** A conversation without a recording, and the two it is between. */
  async function two() {
    const professional = await visitorAs(house, 'Joris Smit');
    const id = await freshConversation(house, professional, 'Ineke Bos');
    const { client } = await bothSayYes(house, professional, id, 'Boomklever');
    return {
      id,
      professional,
      client,
      coach: await visitorAs(house, 'Ineke Bos'),
    };
  }

  const write = (visitor, id, card, go, form = { text: secret, drawing: drawn }) =>
    visitor.post(`/conversations/${id}/cards/${card}`, { ...form, go });

  /** Every page and every piece of data that a reader can ask for. */
  async function everything(visitor, id) {
    const texts = new Map();
    for (const route of await allRoutes()) {
      const [method, pattern] = route.split(' ');
      if (method !== 'GET' || pattern === '/assets/{*path}') continue;
      for (const card of pattern.includes('{card}') ? ['1', '2'] : ['1']) {
        const names = {
          id,
          card,
          subject: 'auth',
          question: 'auth',
          sheet: 'intake',
        };
        const path = pattern.replaceAll(/\{\*?([a-z_]+)\}/g, (_, name) => names[name] ?? forged);
        for (const accept of ['text/html', 'application/json']) {
          const answer = await visitor.get(path, { headers: { accept } });
          assert.ok(answer.status < 500, `${path}: ${answer.status}`);
          texts.set(`${path} ${accept}`, answer.text);
        }
      }
    }
    assert.ok(texts.size > 60);
    return texts;
  }

  it('the half of the other cannot be read before both turned it, whichever way round', async () => {
    for (const [writer, reader] of [
      ['client', 'professional'],
      ['professional', 'client'],
    ]) {
      const table = await two();
      const before = await everything(table[reader], table.id);
      for (const go of ['save', 'turn']) {
        expect(await write(table[writer], table.id, 1, go), `the ${writer} writes`, 303);
        for (const [address, text] of await everything(table[reader], table.id)) {
          assert.ok(!text.includes(secret) && !text.includes(drawn), `${address} tells the ${reader} what it says`);
          // Not even that there is something.
          if (address.includes('/cards')) assert.equal(text, before.get(address), `${address} changed (${go})`);
        }
      }
      expect(
        await write(table[reader], table.id, 1, 'turn', {
          text: 'eigen',
          drawing: '',
        }),
        'turns',
        303,
      );
      const { text } = await table[reader].get(`/conversations/${table.id}/cards/1`);
      assert.ok(text.includes(secret) && text.includes(drawn), 'turned by both it opens');
      expect(
        await write(table[writer], table.id, 1, 'save', {
          text: 'na het lezen',
          drawing: '',
        }),
        'fixed',
        409,
      );
    }
  });

  it('nobody else finds a card, and the coach only while both share', async () => {
    const { id, professional, client, coach } = await two();
    for (const one of [professional, client]) expect(await write(one, id, 1, 'turn'), 'turns', 303);
    const others = Object.entries({ ...people, coach }).filter(([part]) => part !== 'otherProfessional');
    const shut = async (readers) => {
      for (const [part, visitor] of readers) {
        for (const path of ['', '/1', '/1/state', '/1/table']) {
          const answer = await visitor.get(`/conversations/${id}/cards${path}`);
          const turned = answer.status === 303 && answer.headers.location.startsWith('/sign-in');
          assert.ok([401, 404].includes(answer.status) || turned, `${part} at ${path}: ${answer.status}`);
          assert.ok(!answer.text.includes(secret));
        }
        for (const [path, form] of [
          ['/1', { text: 'x', drawing: '', go: 'turn' }],
          ['/1/back', {}],
          ['/share', { go: 'yes' }],
          ['/2/table', { client_text: 'x', professional_text: 'y' }],
        ]) {
          const { status } = await visitor.post(`/conversations/${id}/cards${path}`, form);
          assert.ok([401, 404].includes(status), `${part} posts ${path}: ${status}`);
        }
      }
    };
    await shut(others);
    const share = (visitor, go) => visitor.post(`/conversations/${id}/cards/share`, { go });
    expect(await share(client, 'yes'), 'the client shares', 303);
    await shut([['coach', coach]]);
    expect(await share(professional, 'yes'), 'the professional shares', 303);
    assert.ok((await coach.get(`/conversations/${id}/cards`)).text.includes(secret));
    await shut(others.filter(([part]) => !['coach', 'otherCoach'].includes(part)));
    expect(await share(professional, 'no'), 'taken back', 303);
    await shut([['coach', coach]]);
  });

  it('a screen of the professional cannot write over what the client wrote, and the client cannot write for both', async () => {
    const { id, professional, client } = await two();
    expect(await write(client, id, 2, 'save'), 'the client writes', 303);
    const both = { client_text: 'in hun naam', professional_text: 'x' };
    expect(await professional.post(`/conversations/${id}/cards/2/table`, both), 'not over it', 409);
    const asked = await client.post(`/conversations/${id}/cards/3/table`, both);
    assert.ok([401, 403, 404].includes(asked.status), `${asked.status}`);
    assert.ok((await client.get(`/conversations/${id}/cards/2`)).text.includes(secret));
    for (const drawing of ['M 0 0"/><script>alert(1)</script>', 'url(https://x.example)', 'M 9999 1']) {
      expect(await write(client, id, 4, 'save', { text: 'x', drawing }), 'no drawing', 422);
    }
  });

  it('stopping takes every card along, and nothing of them lay readable on the disk', async () => {
    const { id, professional, client } = await two();
    for (const one of [professional, client]) expect(await write(one, id, 1, 'turn'), 'turns', 303);
    const look = () => searchPlaintext([house.data, house.tmp, house.log], [...disguises(secret), ...disguises(drawn)]);
    assert.deepEqual((await look()).found, []);
    await client.post('/mine/stop', { go: 'all' });
    expect(await client.post('/mine/stop', { go: 'all-sure' }), 'stops', 200, 303);
    for (const visitor of [professional, client]) {
      const { status, text } = await visitor.get(`/conversations/${id}/cards/1`);
      assert.equal(status, 410);
      assert.ok(!text.includes(secret));
    }
    await pause(500);
    assert.deepEqual((await look()).found, []);
  });
});
