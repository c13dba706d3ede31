// What is open ends when its door is shut: a film that is being read, also by somebody who reads slowly or not at all,
// the seat at the table, the page that follows, a recording that is being sent. Whoever's door it is not goes on.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { agree } from '../lib/agree.mjs';
import { scratch } from '../lib/browser.mjs';
import { clientLink, enter, expect, makeLook, seal } from '../lib/deeds.mjs';
import { film } from '../lib/film.mjs';
import { House, programPath } from '../lib/house.mjs';
import { visitorAs } from '../lib/people.mjs';
import { freshConversation } from '../lib/seed.mjs';
import { head, line, stands, trickle, until } from '../lib/slowly.mjs';
import { told } from '../lib/told.mjs';
import { ask, later } from '../lib/tus.mjs';
import { watchable } from '../lib/whole.mjs';

// The program asks every 0.8 seconds; the rest is for a machine that does other things as well.
const soon = 4_000;
const rest = 5;
const email = 'ineke@waterlandaanzee.example';

/** A film with so much nothing behind it that no machine holds all of it on its way. */
async function longFilm(folder) {
  const spare = Buffer.alloc(48 << 20);
  spare.writeUInt32BE(spare.length, 0);
  spare.write('free', 4, 'latin1');
  return Buffer.concat([await readFile(await film(folder, 'gesprek.mp4', 4)), spare]);
}

/** A conversation that three look at together, and where its film is. */
async function together(house, bytes) {
  const begun = await watchable(house, bytes, 'Deurklink', { file: 'gesprek.mp4' });
  const looks = {};
  for (const [part, visitor] of Object.entries(begun.people)) {
    looks[part] = await makeLook(visitor, begun.id, `Gezien door ${part}`, { moments: 1 });
    await seal(visitor, looks[part].look);
  }
  const { text } = await begun.people.professional.get(`/looks/${looks.professional.look}`);
  const path = `${text.match(/\/media\/[0-9a-f-]{36}/)[0]}/original`;
  expect(await begun.people.professional.post(`/conversations/${begun.id}/dialogue/together`), 'together', 303);
  return { ...begun, path };
}

/** Begins to read the film, and then rests: most of it is still to come. */
async function read(house, visitor, path) {
  const one = await line(house.address);
  one.socket.on('data', () => one.heard > 64 << 10 && one.socket.pause());
  one.socket.write(`${head(visitor, 'GET', path)}\r\n`);
  await until('the film begins', () => one.heard > 64 << 10);
  assert.match(one.said, /^HTTP\/1\.1 200/);
  return { ...one, port: one.socket.localPort };
}

describe('what is open ends when its door is shut', () => {
  let house, place, bytes, id, people, paper, path, others;
  before(async () => {
    place = await scratch('stays-open');
    bytes = await longFilm(place.folder);
    house = await House.open({ kind: 'demo' });
    ({ id, people, paper, path } = await together(house, bytes));
    // Somebody else, who goes on through all of this.
    others = await open(people.professional);
  });
  after(async () => {
    await house?.close();
    await place?.clear();
  });

  /** Opens all there is: the film, the seat at the table, the page that follows. */
  async function open(visitor) {
    const reading = await read(house, visitor, path);
    const [table, page] = [`/conversations/${id}/dialogue/live`, `/conversations/${id}/live`];
    const sockets = [await visitor.listen(table), await visitor.listen(page)];
    for (const socket of sockets) assert.equal(socket.status, 101);
    await told(sockets[0], 'state');
    return { reading, sockets };
  }

  async function standing({ reading, sockets }, what) {
    assert.ok(await stands(reading, house.address, reading.port), `${what}: the film`);
    for (const socket of sockets) assert.ok(!socket.ended(), `${what}: a socket`);
  }

  /** What was open is shut within moments; and of the film no more comes than was on its way. */
  async function shuts({ reading, sockets }, what) {
    const over = async () =>
      sockets.every((socket) => socket.ended()) && !(await stands(reading, house.address, reading.port));
    await until(`all is shut: ${what}`, over, soon);
    reading.socket.removeAllListeners('data');
    let heard = reading.heard;
    reading.socket.on('data', (part) => (heard += part.length));
    reading.socket.resume();
    await later(300);
    assert.ok(heard < bytes.length / 2, `${what}: ${heard} of ${bytes.length} bytes came`);
    await standing(others, `${what}, for somebody else`);
  }

  it('for a client whose link was renewed, or shut, or withdrawn by themselves', async () => {
    const shut = `/conversations/${id}/client-link/shut`;
    for (const [what, deed] of Object.entries({
      'a new link': async () => (paper = await clientLink(people.professional, id)),
      'a link that was shut': async () => expect(await people.professional.post(shut), 'shut', 303),
      'their own word': async () => {
        const desk = await enter(house, paper);
        expect(await desk.post('/mine/link/shut', { code: paper.code }), 'shut', 200);
      },
    })) {
      const opened = await open(await enter(house, paper));
      await deed();
      await shuts(opened, what);
      if (what !== 'a new link') paper = await clientLink(people.professional, id);
    }
  });

  it('for a client on the device that was ended, and on no other', async () => {
    const [desk, phone] = [await enter(house, paper), await enter(house, paper)];
    const [here, there] = [await open(desk), await open(phone)];
    const [[, device]] = (await desk.get('/mine/link')).text.matchAll(/name="id" value="([0-9a-f]{64})"/g);
    expect(await desk.post('/mine/link/device', { id: device }), 'ended', 303);
    await shuts(there, 'a device');
    await standing(here, 'the other device');
    const code = /paper__code">([^<]+)</;
    const { text } = expect(await desk.post('/mine/link/code', { code: paper.code }), 'a new code', 200);
    await standing(here, 'whoever asked for a new code');
    paper = { ...paper, code: text.match(code)[1] };
    for (const one of [here.reading.socket, ...here.sockets]) (one.destroy ?? one.close).call(one);
  });

  it('for a member whose session was ended, here, elsewhere, or with all others', async () => {
    const fingerprint = (visitor) =>
      createHash('sha256')
        .update(decodeURIComponent(visitor.cookies.get('meerzien')))
        .digest('hex');
    const ways = {
      'signed out': (own) => own.post('/sign-out'),
      'from another': (own, desk) => desk.post('/account/sessions/end', { id: fingerprint(own) }),
      'all others': (own, desk) => desk.post('/account/sessions/end-others'),
    };
    for (const [what, deed] of Object.entries(ways)) {
      const [own, desk] = [await visitorAs(house, 'Ineke Bos'), await visitorAs(house, 'Ineke Bos')];
      const [opened, another] = [await open(own), await open(desk)];
      expect(await deed(own, desk), what, 303);
      await shuts(opened, what);
      await standing(another, `${what}: the session that stays`);
      for (const one of [another.reading.socket, ...another.sockets]) (one.destroy ?? one.close).call(one);
    }
  });

  it('for a member whose account was ended, or begun anew from the machine', async () => {
    const wim = await visitorAs(house, 'Wim Peters');
    const { text } = await wim.get('/people');
    const [, member] = text.split(email)[1].match(/\/people\/([0-9a-f-]{36})\/ended/);
    const ended = (say) => wim.post(`/people/${member}/ended`, { ended: say });
    const one = await open(await visitorAs(house, 'Ineke Bos'));
    expect(await ended('true'), 'ended', 303);
    await shuts(one, 'an account that was ended');
    expect(await ended('false'), 'opened again', 303);
    const two = await open(await visitorAs(house, 'Ineke Bos'));
    await new Promise((done, fail) => {
      const words = ['admin', 'reset-password', '--data', house.data, '--email', email];
      const child = execFile(programPath, words, (error, _, said) => (error ? fail(new Error(said)) : done()));
      child.stdin.end('zeven groene kikkers op een dak\n');
    });
    await shuts(two, 'an account that began anew');
  });

  it('for who sends a recording, and what was brought is kept', async () => {
    const joris = await visitorAs(house, 'Joris Smit');
    const fresh = await freshConversation(house, joris);
    await agree(joris, fresh);
    const made = await ask(joris, 'POST', `/tus/${fresh}`, {
      'upload-length': '1000000',
      'upload-metadata': `maker ${btoa('camera')}`,
    });
    assert.equal(made.status, 201);
    const one = await line(house.address);
    const headers = {
      'tus-resumable': '1.0.0',
      'upload-offset': '0',
      'content-type': 'application/offset+octet-stream',
      'content-length': '1000000',
    };
    one.socket.write(`${head(joris, 'PATCH', made.headers.location, headers)}\r\n`);
    one.socket.write(Buffer.alloc(40_000, 'x'));
    void trickle(one, 'y'.repeat(100), 100);
    await later(1_500);
    assert.ok(!one.ended, 'it is taken as long as the door is open');
    expect(await joris.post('/sign-out'), 'signed out', 303);
    await until('no more is taken', () => one.ended || one.said.startsWith('HTTP/1.1'), soon);
    one.socket.destroy();
    const back = await visitorAs(house, 'Joris Smit');
    const kept = await ask(back, 'HEAD', made.headers.location);
    assert.ok(Number(kept.headers['upload-offset']) >= 40_000, kept.headers['upload-offset']);
  });

  it('for everyone, when a yes is taken back', async () => {
    const client = await open(await enter(house, paper));
    const officer = await visitorAs(house, 'Bram Hendriks');
    expect(await officer.post(`/register/${id}`, { go: 'all-sure' }), 'withdrawn', 200, 303);
    for (const [who, opened] of Object.entries({ client, professional: others })) {
      const over = async () => !(await stands(opened.reading, house.address, opened.reading.port));
      await until(`the film ends for the ${who}`, over, soon);
      await until(`the sockets end for the ${who}`, () => opened.sockets[0].ended(), soon);
    }
  });
});

describe('a session that rests', () => {
  let house, place, begun;
  before(async () => {
    place = await scratch('rests');
    house = await House.open({ kind: 'demo' });
    begun = await watchable(house, await longFilm(place.folder), 'Rust', { file: 'gesprek.mp4' });
    await house.stop();
    house.env = { MEERZIEN_CLIENT_REST: String(rest) };
    await house.start();
  });
  after(async () => {
    await house?.close();
    await place?.clear();
  });

  it('does not rest while they watch, and what is open ends when it did', async () => {
    const client = await enter(house, begun.paper);
    const { look } = await makeLook(client, begun.id, 'Even kijken', { moments: 1 });
    const { text } = await client.get(`/looks/${look}`);
    const path = `${text.match(/\/media\/[0-9a-f-]{36}/)[0]}/original`;
    const one = await line(house.address, { reads: false });
    let heard = 0;
    let paused = false;
    one.socket.on('data', (part) => {
      heard += part.length;
      one.socket.pause();
      // About a megabyte a second, as a film goes.
      setTimeout(() => paused || one.socket.resume(), 60);
    });
    one.socket.write(`${head(client, 'GET', path)}\r\n`);
    await later(rest * 2_000);
    assert.ok(heard > 1 << 20 && !one.ended, `${heard} bytes after twice the rest`);
    expect(await client.get('/mine'), 'still in, after twice the rest', 200);
    paused = true;
    const port = one.socket.localPort;
    await until('the film ends', async () => !(await stands(one, house.address, port)), rest * 1_000 + soon + 5_000);
    assert.equal((await client.get('/mine')).status, 303);
  });
});
