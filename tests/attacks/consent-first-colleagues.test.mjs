// A colleague gets in by invitation only: with the table open, with everyone's second yes to it, and from the same
// organisation; and is out at once when that yes or the invitation is taken back. Tried over plain HTTP.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { scratch } from '../lib/browser.mjs';
import { bothSayYes, expect, makeLook, seal, secondYes, settled, upload } from '../lib/deeds.mjs';
import { film } from '../lib/film.mjs';
import { House } from '../lib/house.mjs';
import { otherOrganisation, visitorAs } from '../lib/people.mjs';
import { freshConversation, memberId } from '../lib/seed.mjs';

const secret = 'Alleen voor wie erbij was';

describe('colleagues', () => {
  let house, place, bytes, sanne, ruud, youssef, els;
  before(async () => {
    place = await scratch('colleagues');
    bytes = await readFile(await film(place.folder, 'gesprek.webm', 3));
    house = await House.open({ kind: 'demo' });
    sanne = await visitorAs(house, 'Sanne Verhoef');
    ruud = await visitorAs(house, 'Ruud de Wit');
    youssef = await visitorAs(house, 'Youssef Amrani');
    els = await visitorAs(house, 'Els van Dam');
  });
  after(async () => {
    await house?.close();
    await place?.clear();
  });

  // A recorded conversation with these yeses; gives its id, the client, and the address of the recording.
  async function recorded(yes) {
    const id = await freshConversation(house, sanne, 'Ruud de Wit');
    const { client } = await bothSayYes(house, sanne, id, 'Kraaiheide', yes);
    await upload(sanne, id, bytes, { name: 'gesprek.webm', type: 'video/webm' });
    assert.equal(await settled(sanne, id), 'ready');
    await secondYes(sanne, client, id);
    const { look } = await makeLook(sanne, id, secret);
    const media = (await sanne.get(`/looks/${look}`)).text.match(/\/media\/[0-9a-f-]{36}/)[0];
    return { id, client, look, media };
  }

  async function opened(yes) {
    const one = await recorded(yes);
    await seal(sanne, one.look);
    await seal(ruud, (await makeLook(ruud, one.id, secret)).look);
    return one;
  }

  const invite = async (id, name, as = sanne) =>
    as.post(`/conversations/${id}/colleagues`, { colleague: await memberId(house, name) });

  // Everything that a colleague could try; all of it must be shut.
  async function shut(visitor, { id, look, media }, why) {
    const at = `/conversations/${id}`;
    const tries = [
      ...['', '/peer', '/dialogue', '/dialogue/auth', '/offers', '/colleagues', '/look', '/tryout', '/worksheet'].map(
        (room) => ['GET', `${at}${room}`],
      ),
      ...[media, `${media}/original`, `${media}/peaks`, `/looks/${look}`].map((path) => ['GET', path]),
      ['POST', `${at}/peer`, { note: 'Ik schrijf toch' }],
      ['POST', `${at}/offers`, { about: 'auth', intention: 'a', words: 'b' }],
      ['POST', `${at}/look`, {}],
    ];
    for (const [method, path, form] of tries) {
      const answer = method === 'GET' ? await visitor.get(path) : await visitor.post(path, form);
      assert.ok([401, 403, 404].includes(answer.status), `${why}: ${method} ${path} ${answer.status}`);
      assert.ok(!answer.text.includes(secret), `${why}: ${path} tells`);
    }
  }

  it('nobody is asked along without a yes to colleagues, and whoever was not asked finds nothing', async () => {
    const one = await opened(['look']);
    assert.equal((await invite(one.id, 'Youssef Amrani')).status, 403);
    await shut(youssef, one, 'without the purpose');
  });

  it('nobody is asked along before the table opened', async () => {
    const one = await recorded(['look', 'colleagues']);
    assert.equal((await invite(one.id, 'Youssef Amrani')).status, 403);
    await shut(youssef, one, 'before opening');
    await seal(sanne, one.look);
    assert.equal((await invite(one.id, 'Youssef Amrani')).status, 403);
    await shut(youssef, one, 'with one look sealed');
  });

  it('only a professional of the same organisation can be asked, and only by the professional', async () => {
    const one = await opened(['look', 'colleagues']);
    assert.equal((await invite(one.id, 'Els van Dam')).status, 422);
    assert.equal((await invite(one.id, 'Youssef Amrani', ruud)).status, 403);
    assert.equal((await invite(one.id, 'Youssef Amrani', youssef)).status, 404);
    const { professional: pim } = await otherOrganisation(house);
    await shut(pim, one, 'of another organisation');
    await shut(els, one, 'a manager');
    expect(await invite(one.id, 'Youssef Amrani'), 'invitation', 303);
    const page = expect(await youssef.get(`/conversations/${one.id}/peer`), 'the page of the colleague', 200);
    assert.ok(page.text.includes(secret), 'a colleague sees the sealed looks');
    assert.ok(!page.text.includes('Kraaiheide'), 'and not what the client is called');
    await shut(pim, one, 'of another organisation, with a colleague inside');
  });

  it('a purpose that is taken back takes the colleague and their texts with it, at once', async () => {
    const one = await opened(['look', 'colleagues']);
    expect(await invite(one.id, 'Youssef Amrani'), 'invitation', 303);
    const at = `/conversations/${one.id}`;
    expect(await youssef.post(`${at}/peer`, { note: 'Een zucht bij één' }), 'note', 303);
    const offer = { about: 'auth', intention: 'Wachten', words: 'Vijf tellen stil' };
    expect(await youssef.post(`${at}/offers`, offer), 'offer', 303);
    assert.equal((await youssef.get(one.media)).status, 200);
    assert.ok((await ruud.get(`${at}/colleagues`)).text.includes('Een zucht bij één'));
    assert.ok((await sanne.get(`${at}/offers`)).text.includes('Vijf tellen stil'));
    expect(await one.client.post('/mine/stop', { go: 'part', purpose: 'colleagues' }), 'stops', 200, 303);
    await shut(youssef, one, 'after the withdrawal');
    for (const [room, said] of [
      ['/colleagues', 'Een zucht bij één'],
      ['/offers', 'Vijf tellen stil'],
    ]) {
      assert.ok(!(await sanne.get(`${at}${room}`)).text.includes(said), `${said} is still there`);
    }
    assert.equal((await sanne.get(one.media)).status, 200, 'the rest goes on');
  });

  it('an invitation that is taken back shuts every door, also for the bytes of the recording', async () => {
    const one = await opened(['look', 'colleagues']);
    expect(await invite(one.id, 'Youssef Amrani'), 'invitation', 303);
    const at = `/conversations/${one.id}/colleagues`;
    const which = (await sanne.get(at)).text.match(/colleagues\/([0-9a-f-]{36})\/end/)[1];
    expect(await sanne.post(`${at}/${which}/end`), 'taken back', 303);
    await shut(youssef, one, 'after the invitation was taken back');
  });
});
