// Two programs on one database and one vault: who looks together may be connected to either, and hears the other.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { scratch } from './lib/browser.mjs';
import { bothSayYes, expect, makeLook, seal, secondYes, settled, upload } from './lib/deeds.mjs';
import { film } from './lib/film.mjs';
import { hasPostgres, House } from './lib/house.mjs';
import { visitorAs } from './lib/people.mjs';
import { disguises, searchPlaintext } from './lib/sealed.mjs';
import { freshConversation } from './lib/seed.mjs';
import { told } from './lib/told.mjs';

describe('two programs, one table', { skip: hasPostgres ? false : 'needs a PostgreSQL (make test starts one)' }, () => {
  let one, two, place, at, people, looks;
  before(async () => {
    place = await scratch('nodes');
    one = await House.open({ kind: 'demo', postgres: true });
    two = await one.beside();
    const professional = await visitorAs(one, 'Joris Smit');
    const coach = await visitorAs(one, 'Ineke Bos');
    const id = await freshConversation(one, professional, 'Ineke Bos');
    const { client } = await bothSayYes(one, professional, id, 'Boomklever');
    const bytes = await readFile(await film(place.folder, 'gesprek.webm', 8));
    await upload(professional, id, bytes, { name: 'gesprek.webm', type: 'video/webm' });
    assert.equal(await settled(professional, id), 'ready');
    await secondYes(professional, client, id);
    people = { professional, client, coach };
    looks = {};
    for (const [part, visitor] of Object.entries(people)) {
      looks[part] = await makeLook(visitor, id, `Alleen aan tafel, ${part}`, { moments: 1 });
      await seal(visitor, looks[part].look);
    }
    at = `/conversations/${id}/dialogue`;
    // The same sessions hold at the other address: they lie in the database.
    people.coach.address = two.address;
    people.client.address = two.address;
    expect(await people.professional.post(`${at}/together`), 'begin', 303);
  });
  after(async () => {
    await two?.stop();
    await one?.close();
    await place?.clear();
  });

  it('facts, pointers and the playhead come from the one to the other', async () => {
    const [here, there] = [await people.professional.listen(`${at}/live`), await people.coach.listen(`${at}/live`)];
    await told(here, 'state', (said) => said.there.includes('coach'));
    await told(there, 'state', (said) => said.there.includes('professional'));
    here.tell({ do: 'play', at: 1_000 });
    const { at: where } = await told(there, 'state', (said) => said.playing);
    assert.ok(where >= 1_000 && where < 4_000, `it stands at ${where}`);
    there.tell({ point: 98_765 });
    assert.deepEqual(await told(here, 'point'), { kind: 'point', by: 'coach', at: 98_765 });
    const form = { version: '0', ours: 'Van de andere kant', all_saw: '', unknown: '' };
    expect(await people.client.post(`${at}/auth/reading`, form), 'reading', 303);
    await told(here, 'changed', (said) => said.what === 'readings');
    // Where someone points is nowhere written down, not even by the database that passes it on.
    const folders = [process.env.MEERZIEN_TEST_POSTGRES_DATA, one.data, one.log];
    const { found } = await searchPlaintext(folders, disguises('coach 98765'));
    assert.deepEqual(found, []);
    for (const each of [here, there]) each.close();
  });

  it('whoever was at a program that was killed counts as away, and the lead can be taken at the other', async () => {
    const [here, there] = [await people.professional.listen(`${at}/live`), await people.coach.listen(`${at}/live`)];
    await told(there, 'state', (said) => said.there.includes('professional') && !said.free);
    await one.kill();
    await told(there, 'state', (said) => said.free, 60_000);
    there.tell({ do: 'lead' });
    await told(there, 'state', (said) => said.leader === 'coach');
    await one.start();
    const back = await people.professional.listen(`${at}/live`);
    assert.equal((await told(back, 'state')).leader, 'coach');
    for (const each of [here, there, back]) each.close();
  });

  it('a withdrawal at the one closes the sockets of the other at once', async () => {
    const there = await people.coach.listen(`${at}/live`);
    await told(there, 'state');
    expect(
      await people.professional.post(`${at.replace('/dialogue', '')}/stop`, { go: 'all-sure' }),
      'stops',
      200,
      303,
    );
    assert.equal((await told(there, 'closed', () => true, 1_500)).why, 'refusal-consent-withdrawn');
    assert.equal((await people.client.listen(`${at}/live`)).status, 410);
  });
});
