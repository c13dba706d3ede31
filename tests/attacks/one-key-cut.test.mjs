// A part that was cut is destroyed: at no address that served the recording, for nobody, at no moment, and not from a
// backup of the vault beside today's keys.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { scratch } from '../lib/browser.mjs';
import { expect, mark } from '../lib/deeds.mjs';
import { film } from '../lib/film.mjs';
import { House } from '../lib/house.mjs';
import { visitorAs } from '../lib/people.mjs';
import { disguises, searchPlaintext } from '../lib/sealed.mjs';
import { addresses, watchable, wholeRound } from '../lib/whole.mjs';

const secret = 'Onuitwisbare zin';
const gone = { from_seconds: '0', to_seconds: '1', timeline: '0' };
const there = (path) =>
  stat(path).then(
    () => true,
    () => false,
  );

/** Waits until the cut is done, and gives the address of the recording as it is now. */
async function cutDone(professional, id) {
  for (let wait = 0; wait < 600; wait += 1) {
    const { text } = await professional.get(`/conversations/${id}/recording`);
    const film = text.match(/\/media\/[0-9a-f-]{36}/)?.[0];
    const { text: room } = await professional.get(`/conversations/${id}/cut`);
    if (film && !room.includes('Wij halen')) return film;
    await pause(100);
  }
  throw new Error('the cut was not done within a minute');
}

describe('a part that is cut', () => {
  let house, place, bytes;
  before(async () => {
    place = await scratch('attack-cut');
    bytes = await readFile(await film(place.folder, 'gesprek.webm', 8));
    house = await House.open({ kind: 'demo' });
  });
  after(async () => {
    await house?.close();
    await place?.clear();
  });

  it('cannot be asked by anyone who is not in the picture', async () => {
    const { id, people } = await watchable(house, bytes, 'Merel');
    const names = ['Els van Dam', 'Wim Peters', 'Noor Jansen', 'Marleen Kok', 'Bram Hendriks', 'Sanne Verhoef'];
    const strangers = await Promise.all(names.map((name) => visitorAs(house, name)));
    for (const visitor of [people.coach, ...strangers]) {
      for (const go of ['ask', 'sure']) {
        for (const path of [`/conversations/${id}/cut`, '/mine/cut']) {
          const { status } = await visitor.post(path, { ...gone, go });
          assert.ok([303, 401, 403, 404].includes(status), `${visitor.name} at ${path}: ${status}`);
        }
        assert.ok([403, 404].includes((await visitor.get(`/conversations/${id}/cut`)).status));
      }
    }
    // Nothing was cut, and nothing is cut by asking whether it is certain.
    expect(await people.client.post('/mine/cut', { ...gone, go: 'ask' }), 'are you sure', 200);
    expect(await people.client.post('/mine/cut', gone), 'a form without a word', 200);
    const { text } = await people.professional.get(`/conversations/${id}/recording`);
    const { bytes: kept } = await people.client.get(`${text.match(/\/media\/[0-9a-f-]{36}/)[0]}/original`);
    assert.ok(kept.equals(bytes));
    // And nothing is cut with times of another recording, or of none.
    for (const [form, status] of [
      [{ ...gone, timeline: '7' }, 409],
      [{ ...gone, from_seconds: '', to_seconds: '' }, 422],
      [{ ...gone, to_seconds: '900' }, 422],
      [{ ...gone, to_seconds: '8' }, 422],
    ]) {
      assert.equal((await people.client.post('/mine/cut', { ...form, go: 'sure' })).status, status);
    }
    assert.equal((await people.client.get('/mine/cut')).text.includes('Gevraagd op'), false);
  });

  it('is gone for everybody at every address, also when the program is killed in the middle', async () => {
    const round = await wholeRound(house, bytes, secret, { yes: ['look', 'colleagues'] });
    const { id, people } = round;
    const all = await addresses(round);
    const readers = { ...people, other: await visitorAs(house, 'Sanne Verhoef') };
    const old = all.find((path) => path.startsWith('/media/'));
    const object = old.split('/').at(-1);
    const media = all.filter((path) => path.startsWith('/media/'));
    for (const path of media) assert.equal((await people.client.get(path)).status, 200, path);
    // The first marks of everyone lie in the part, the second ones after it.
    const lost = `${secret} van de client bij moment 1.`;
    const stays = `${secret} van de client bij moment 2.`;
    const look = `/looks/${round.looks.client.look}`;
    assert.ok((await people.client.get(look)).text.includes(lost));
    const reading = `${secret} gelezen over ${round.subject}`;
    const backup = join(place.folder, 'backup');
    await cp(join(house.data, 'vault', id), backup, { recursive: true });

    expect(await people.client.post('/mine/cut', { ...gone, go: 'sure' }), 'the cut', 303);
    const during = async (when) => {
      for (const [who, visitor] of Object.entries(readers)) {
        for (const path of media) {
          for (const headers of [{}, { range: 'bytes=0-1023' }, { range: 'bytes=-500' }]) {
            const { status } = await visitor.get(path, { headers });
            assert.ok([403, 404, 409, 410].includes(status), `${when}: ${who} at ${path}: ${status}`);
          }
        }
        for (const path of all) {
          const { status, text } = await visitor.get(path);
          assert.ok(status < 500, `${when}: ${who} at ${path}: ${status}`);
          assert.ok(!text.includes(lost), `${when}: ${who} reads a destroyed note at ${path}`);
        }
      }
    };
    await house.kill();
    const removed = join(house.data, 'keyring/removed', id, object);
    assert.equal(await there(removed), false, 'it was killed in the middle');
    await house.start();
    await during('while it is cut');

    const now = await cutDone(people.professional, id);
    assert.notEqual(now, old);
    assert.ok(await there(removed), 'the key of the old bytes has a tombstone');
    assert.equal(await there(join(house.data, 'keyring/objects', id, object)), false);
    assert.equal(await there(join(house.data, 'vault', id, object)), false);
    await during('afterwards');

    // What is served now is a second shorter, and holds nothing of what the file said of itself.
    const { bytes: film } = await people.client.get(now);
    const path = join(place.folder, 'after.mp4');
    await writeFile(path, film);
    const words = ['-v', 'error', '-show_entries', 'format=duration', '-of', 'csv=p=0', path];
    const { stdout } = await promisify(execFile)('ffprobe', words);
    assert.ok(Math.abs(Number(stdout) - 7) < 0.2, `it lasts ${stdout} s`);

    // The bytes come back from the backup, beside today's keys, and the program starts on them.
    await cp(backup, join(house.data, 'vault', id), { recursive: true });
    await during('with a backup beside it');
    await house.stop();
    await house.start();
    await during('after a start with a backup beside it');
    assert.equal((await people.client.get(now)).status, 200);
    await rm(join(house.data, 'vault', id, object), { recursive: true, force: true });

    // What came after it moved, what was about it is gone, and the answers stay.
    const { text } = await people.client.get(look);
    assert.ok(text.includes(stays) && text.includes('data-start="400"'), 'the second mark moved a second');
    assert.ok(text.includes(`${secret} van de client op vraag auth.`));
    for (const visitor of Object.values(people)) {
      assert.ok(!(await visitor.get(`/conversations/${id}/dialogue`)).text.includes(reading));
    }
    const seen = (await people.client.get('/mine/seen')).text;
    assert.match(seen, /vroeg u om een stuk uit de video te halen/);
    assert.match(seen, /is een stuk uit de video gewist/);
    // The others hear how long it was, and not where.
    for (const visitor of [people.professional, people.coach]) {
      assert.match((await visitor.get('/home')).text, /Er is een stuk van 0:01 uit de opname gehaald/);
    }
    assert.doesNotMatch((await people.professional.get(`/conversations/${id}/cut`)).text, /van 0:00 tot 0:01/);
    const { found } = await searchPlaintext([house.data, house.tmp, house.log], disguises(secret));
    assert.deepEqual(found, []);
    const left = await readdir(join(house.data, 'vault', id));
    assert.ok(left.includes(now.split('/').at(-1)));
  });

  it('leaves no page that can still write old times', async () => {
    const { id, people } = await watchable(house, bytes, 'Zilver');
    const begun = await people.client.post(`/conversations/${id}/look`);
    const look = begun.headers.location.match(/\/looks\/([0-9a-f-]{36})/)[1];
    const moment = await mark(people.client, look, { start: 3_000, note: 'na het stuk' });
    expect(await people.professional.post(`/conversations/${id}/cut`, { ...gone, go: 'sure' }), 'the cut', 303);
    const twice = await people.client.post('/mine/cut', { ...gone, go: 'sure' });
    assert.equal(twice.status, 409, 'of two who ask, one does');
    await cutDone(people.professional, id);
    const put = (timeline) => {
      const body = { kind: 'flow', whose: 'own', strength: 'light', start: 3_000, end: 3_000, note: 'oud', word: '' };
      const headers = { 'content-type': 'application/json', accept: 'application/json' };
      const sent = JSON.stringify({ ...body, timeline, base: null });
      return people.client.send('PUT', `/looks/${look}/moments/${crypto.randomUUID()}`, { body: sent, headers });
    };
    for (const timeline of [undefined, 0, 2, -1]) {
      const { status, text } = await put(timeline);
      assert.equal(status, 409);
      assert.equal(JSON.parse(text).refusal, 'refusal-times-moved');
    }
    const form = { at: '0:03', kind: 'flow', note: 'Dit typte ik net', timeline: '0' };
    const page = await people.client.post(`/looks/${look}/moments`, form);
    assert.equal(page.status, 409);
    assert.ok(page.text.includes('Dit typte ik net'), 'what was typed is given back');
    const { text } = await people.client.get(`/looks/${look}`);
    assert.ok(text.includes(moment) && text.includes('data-start="2000"') && !text.includes('data-start="3000"'));
    assert.equal((await put(1)).status, 200);
  });
});
