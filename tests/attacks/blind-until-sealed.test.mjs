// Blind until sealed, over plain HTTP: for every pair of perspectives, whatever address is asked, nothing of another's
// look comes through: no words, no numbers of moments, no times, and no answer that differs by what the other did.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { scratch } from '../lib/browser.mjs';
import { makeLook, mark, questions, seal } from '../lib/deeds.mjs';
import { film } from '../lib/film.mjs';
import { House } from '../lib/house.mjs';
import { visitorAs } from '../lib/people.mjs';
import { allRoutes } from '../lib/routes.mjs';
import { Visitor } from '../lib/visitor.mjs';
import { watchable } from '../lib/whole.mjs';
import { setTimeout as pause } from 'node:timers/promises';

const perspectives = ['professional', 'client', 'coach'];
const other = '0190a1b2-0000-7000-8000-000000000000';

describe('blind until sealed', () => {
  let house, place, bytes;
  before(async () => {
    place = await scratch('blind');
    bytes = await readFile(await film(place.folder, 'gesprek.webm', 8));
    house = await House.open({ kind: 'demo' });
  });
  after(async () => {
    await house?.close();
    await place?.clear();
  });

  const conversation = () => watchable(house, bytes, 'Boomklever');

  /** Every page and every piece of data that a reader can ask for, as text without what is theirs alone. */
  async function everything(visitor, id, looks) {
    const seen = new Map();
    const ids = { id, conversation: id, token: 'x', object: other, number: '1', sheet: 'intake', path: 'app.css' };
    for (const route of await allRoutes()) {
      const [method, pattern] = route.split(' ');
      if (method !== 'GET' || pattern === '/assets/{*path}') continue;
      const variants = pattern.startsWith('/looks/')
        ? looks.map((look) => ({ ...ids, id: look }))
        : [ids, { ...ids, id: other }];
      for (const names of variants) {
        for (const subject of pattern.includes('{subject}') ? [...questions, other] : [null]) {
          const path = pattern.replaceAll(/\{\*?([a-z]+)\}/g, (_, name) =>
            name === 'subject' ? subject : name === 'question' ? 'auth' : (names[name] ?? other),
          );
          for (const accept of ['text/html', 'application/json']) {
            const answer = await visitor.get(path, { headers: { accept } });
            seen.set(`${path} ${accept}`, answer);
          }
        }
      }
    }
    return seen;
  }

  for (const maker of perspectives) {
    for (const reader of perspectives.filter((each) => each !== maker)) {
      it(`the ${reader} learns nothing of the look of the ${maker}`, async () => {
        const { id, people } = await conversation();
        const [one, two] = [people[maker], people[reader]];
        const mine = await makeLook(two, id, `Dit zag ik zelf als ${reader}`, { moments: 1 });
        await stills(two, mine.look);
        const before = await everything(two, id, [mine.look]);

        const theirs = await makeLook(one, id, `Geheim van de ${maker}`, { moments: 7, step: '5' });
        for (const state of ['open', 'sealed']) {
          if (state === 'sealed') await seal(one, theirs.look);
          const now = await everything(two, id, [mine.look, theirs.look]);
          for (const [address, answer] of now) {
            assert.ok(answer.status < 500, `${address}: ${answer.status}`);
            assert.ok(!answer.text.includes(`Geheim van de ${maker}`), `${address} tells what the ${maker} wrote`);
            for (const moment of theirs.marks) assert.ok(!answer.text.includes(moment), `${address} names a moment`);
            if (address.startsWith(`/looks/${theirs.look}`)) {
              assert.equal(answer.status, 404, `${address} of the ${maker} (${state})`);
              const never = await two.get(address.split(' ')[0].replace(theirs.look, other));
              assert.equal(never.status, 404, 'a look that never was looks the same');
            } else if (state === 'open' && before.has(address)) {
              // While the other is still looking, not a byte of any answer may follow what they do.
              const was = before.get(address);
              assert.equal(answer.status, was.status, address);
              assert.equal(tidy(answer.text), tidy(was.text), `${address} changed while the ${maker} looked`);
            }
          }
        }
        assert.equal((await two.get(`/conversations/${id}/dialogue`)).status, 403);
        // Having sealed too, it opens.
        await seal(two, mine.look);
        const open = await two.get(`/conversations/${id}/dialogue`);
        assert.equal(open.status, 200);
        assert.ok(open.text.includes(`Geheim van de ${maker}`));
      });
    }
  }

  it('the live socket says nothing while another looks, and to strangers nothing at all', async () => {
    const { id, people } = await conversation();
    await makeLook(people.coach, id, 'Dit zag ik zelf als coach', { moments: 1 });
    const live = await people.coach.listen(`/conversations/${id}/live`);
    assert.equal(live.status, 101);
    await pause(2_500);
    assert.equal(live.said.length, 1, 'it says at once how things stand');
    const { look } = await makeLook(people.client, id, 'Geheim van de client', { moments: 7 });
    await pause(2_500);
    assert.equal(live.said.length, 1, `it told what the client did: ${live.said.at(-1)}`);
    await seal(people.client, look);
    await pause(2_500);
    for (const told of live.said) assert.doesNotMatch(told, /moment|Geheim|[^0-9]7[^0-9]/);
    live.close();
    const stranger = await visitorAs(house, 'Marleen Kok');
    assert.equal((await stranger.listen(`/conversations/${id}/live`)).status, 404);
    assert.equal((await stranger.listen(`/conversations/${other}/live`)).status, 404);
    assert.equal((await new Visitor(house.address).listen(`/conversations/${id}/live`)).status, 401);
  });

  it('nobody writes in the look of another, open or sealed, and nobody changes their own after sealing', async () => {
    const { id, people } = await conversation();
    const { professional, client, coach } = people;
    const made = await makeLook(client, id, 'Alleen van mij, cliënt');
    for (const [visitor, state] of [
      [professional, 'open'],
      [coach, 'open'],
      [client, 'sealed'],
      [coach, 'sealed'],
    ]) {
      if (state === 'sealed' && visitor === client) await seal(client, made.look);
      const json = { 'content-type': 'application/json', accept: 'application/json' };
      const wanted = state === 'sealed' && visitor === client ? 409 : 404;
      const attempts = [
        [
          'PUT',
          `/looks/${made.look}/answers/auth`,
          { body: '{"step":"5","text":"anders","moments":[],"base":null}', headers: json },
        ],
        ['DELETE', `/looks/${made.look}/moments/${made.marks[0]}`, { headers: json }],
        ['POST', `/looks/${made.look}/answers/auth`, { form: { step: '5', text: 'anders', version: '' } }],
        ['POST', `/looks/${made.look}/moments/${made.marks[0]}/remove`, { form: {} }],
        ['POST', `/looks/${made.look}/moments`, { form: { at: '0:01', kind: 'flow', note: 'anders' } }],
      ];
      for (const [method, path, options] of attempts) {
        const answer = await visitor.send(method, path, options);
        // A form that comes too late shows its page again, with everything typed still there.
        const refused = answer.status === wanted || (wanted === 409 && answer.status === 200);
        assert.ok(refused, `${method} ${path}: ${answer.status}, wanted ${wanted}`);
      }
    }
    const after = await client.get(`/looks/${made.look}`);
    assert.ok(after.text.includes('Alleen van mij, cliënt bij moment 1.'));
    assert.ok(!after.text.includes('>anders<'));
  });

  it('two screens that seal at once make one seal and one clear answer', async () => {
    const { id, people } = await conversation();
    const { look } = await makeLook(people.coach, id, 'Tweemaal tegelijk verzegeld');
    const again = await visitorAs(house, 'Ineke Bos');
    const answers = await Promise.all([
      people.coach.post(`/looks/${look}/seal`),
      again.post(`/looks/${look}/seal`),
      people.coach.post(`/looks/${look}/seal`),
    ]);
    for (const answer of answers) assert.ok([200, 303, 409].includes(answer.status), String(answer.status));
    assert.ok(answers.some((answer) => answer.status === 303));
    await assert.rejects(mark(people.coach, look, { note: 'te laat' }), /409/);
  });
});

// Pictures for the timeline come a moment after the recording can be watched; until then a page changes by itself.
async function stills(visitor, look) {
  for (let tries = 0; tries < 150; tries += 1) {
    if ((await visitor.get(`/looks/${look}`)).text.includes('data-stills')) return;
    await pause(200);
  }
  throw new Error('the pictures for the timeline never came');
}

// What differs between two answers of the same page by itself: nothing but times of saving and of the last visit.
function tidy(text) {
  // The word of a piece without a name is made by chance for each page.
  return text.replaceAll(/\d{1,2}:\d{2}/g, '–').replace(/(name="word" value=")[^"]+/, '$1–');
}
