// Whoever is slow holds up nobody else, and does not stay: half a request, a body that trickles, an answer that nobody
// takes, many connections that ask nothing, more live sockets than anyone has screens. A slow line that does bring
// something is let be.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { agree } from '../lib/agree.mjs';
import { scratch } from '../lib/browser.mjs';
import { film } from '../lib/film.mjs';
import { House } from '../lib/house.mjs';
import { visitorAs } from '../lib/people.mjs';
import { freshConversation } from '../lib/seed.mjs';
import { head, line, stands, trickle, until } from '../lib/slowly.mjs';
import { ask, later, untilState, upload } from '../lib/tus.mjs';
import { Visitor } from '../lib/visitor.mjs';

// The program's settings, small; a stretch is what has to come within its patience.
const patience = 3;
const places = 60;
const stretch = 8 * 1024;

describe('whoever is slow', () => {
  let house, sanne, place;
  before(async () => {
    place = await scratch('slow');
    const env = {
      MEERZIEN_PATIENCE: String(patience),
      MEERZIEN_STALL: String(patience),
      MEERZIEN_CONNECTIONS: String(places),
    };
    house = await House.open({ kind: 'demo', env });
    sanne = await visitorAs(house, 'Sanne Verhoef');
  });
  after(async () => {
    await house?.close();
    await place?.clear();
  });

  /** Somebody else, on connections of their own, gets a page. */
  async function othersAreServed(when) {
    assert.equal((await new Visitor(house.address).get('/')).status, 200, when);
    assert.equal((await sanne.get('/home')).status, 200, when);
  }

  it('in saying what they want is left, and others are answered meanwhile', async () => {
    const slow = [];
    for (let each = 0; each < 20; each += 1) {
      const one = await line(house.address);
      one.socket.write('GET / HTTP/1.1\r\nhost: here\r\n');
      void trickle(one, 'x-more: again\r\n');
      slow.push(one);
    }
    await othersAreServed('while twenty have not said what they want');
    await until('all who did not finish are left', () => slow.every((one) => one.ended));
    for (const one of slow) assert.doesNotMatch(one.said, /^HTTP\/1\.1 200/);
  });

  it('in asking anything keeps no place from who does', async () => {
    const idle = [];
    for (let each = 0; each < 300; each += 1) {
      idle.push(await line(house.address));
      if (each % 60 === 59) await othersAreServed(`with ${each + 1} who ask nothing`);
    }
    // Somebody who asked once and then stays idle gives up the place as well.
    idle[299].socket.write(`${head(new Visitor(house.address), 'GET', '/')}\r\n`);
    await until('no more are held than there are places', () => idle.filter((one) => !one.ended).length <= places);
    await until('nobody idle stays', () => idle.every((one) => one.ended));
  });

  it('in a form is left', async () => {
    const one = await line(house.address);
    one.socket.write(
      `${head(new Visitor(house.address), 'POST', '/sign-in', {
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': '5000',
      })}\r\nemail=`,
    );
    void trickle(one, 'a');
    await othersAreServed('while a form trickles in');
    await until('the form is left', () => one.ended);
    assert.doesNotMatch(one.said, /^HTTP\/1\.1 [23]/, 'half a form is no form');
  });

  /** An upload that has begun, and a bare connection on which a part of it is announced. */
  async function part(length, whole = length) {
    const id = await freshConversation(house, sanne);
    await agree(sanne, id);
    const made = await ask(sanne, 'POST', `/tus/${id}`, {
      'upload-length': String(whole),
      'upload-metadata': `maker ${btoa('camera')}`,
    });
    assert.equal(made.status, 201);
    const one = await line(house.address);
    const headers = {
      'tus-resumable': '1.0.0',
      'upload-offset': '0',
      'content-type': 'application/offset+octet-stream',
      'content-length': String(length),
    };
    one.socket.write(`${head(sanne, 'PATCH', made.headers.location, headers)}\r\n`);
    return { one, path: made.headers.location };
  }

  it('in an upload is left when it trickles, and what was brought is kept', async () => {
    const { one, path } = await part(100_000);
    one.socket.write('x'.repeat(500));
    void trickle(one, 'x');
    await othersAreServed('while an upload trickles in');
    await until('the upload is left', () => one.ended);
    const offset = Number((await ask(sanne, 'HEAD', path)).headers['upload-offset']);
    assert.ok(offset >= 500 && offset < stretch, `kept ${offset}`);
  });

  it('in an upload is let be while it brings enough, however long it takes', async () => {
    const stretches = 5;
    const { one, path } = await part(stretches * stretch, stretches * stretch + 1);
    const began = Date.now();
    for (let each = 0; each < stretches; each += 1) {
      await later((patience * 1000) / 2);
      one.socket.write(Buffer.alloc(stretch, 'x'));
    }
    await until('the upload is whole', () => one.said.startsWith('HTTP/1.1 204'));
    assert.ok(Date.now() - began > patience * 1000, 'it took longer than anyone is waited for');
    assert.equal((await ask(sanne, 'HEAD', path)).headers['upload-offset'], String(stretches * stretch));
    one.socket.destroy();
  });

  it('in taking a film is left when they take nothing, and not when they take it slowly', async () => {
    const id = await freshConversation(house, sanne);
    await agree(sanne, id);
    // A film with 24 MB of nothing behind it: more than a machine keeps on its way.
    const spare = Buffer.alloc(24 << 20);
    spare.writeUInt32BE(spare.length, 0);
    spare.write('free', 4, 'latin1');
    const bytes = Buffer.concat([await readFile(await film(place.folder, 'gesprek.mp4', 4)), spare]);
    await upload(sanne, id, bytes);
    await untilState(sanne, id, ['ready']);
    const { text } = await sanne.get(`/conversations/${id}/recording`);
    const path = `${text.match(/\/media\/[0-9a-f-]{36}/)[0]}/original`;

    const deaf = [];
    for (let each = 0; each < 5; each += 1) {
      const one = await line(house.address, { reads: false });
      one.socket.write(`${head(sanne, 'GET', path)}\r\n`);
      deaf.push({ ...one, port: one.socket.localPort });
    }
    await othersAreServed('while five take nothing of a film');
    for (const one of deaf) {
      await until('who takes nothing is left', async () => !(await stands(one, house.address, one.port)));
      one.socket.destroy();
    }

    const slow = await line(house.address);
    const began = Date.now();
    let rested = 0;
    // Some of it, then a rest, and so on: more rests than anyone is waited for.
    slow.socket.on('data', () => {
      if (slow.heard - rested < 3 << 20) return;
      rested = slow.heard;
      slow.socket.pause();
      setTimeout(() => slow.socket.resume(), (patience * 1000) / 4);
    });
    slow.socket.write(`${head(sanne, 'GET', path)}\r\n`);
    await until('all of it came', () => slow.heard > bytes.length || slow.ended);
    assert.ok(slow.heard > bytes.length, `only ${slow.heard} of ${bytes.length} came`);
    assert.ok(Date.now() - began > patience * 1000, 'it took longer than anyone is waited for');
    slow.socket.destroy();
  });

  it('live sockets: as many as anyone has screens, and none after the session ended', async () => {
    const person = await visitorAs(house, 'Sanne Verhoef');
    const id = await freshConversation(house, person);
    const path = `/conversations/${id}/live`;
    const open = [];
    let refused;
    while (!refused && open.length < places) {
      const one = await person.listen(path);
      if (one.status === 101) open.push(one);
      else refused = one.status;
    }
    assert.equal(refused, 429, `${open.length} sockets of one reader`);
    await othersAreServed('beside all those sockets');
    assert.equal((await person.listen(path, { origin: 'https://evil.example' })).status, 404);
    await person.post('/sign-out');
    await until('the sockets close after signing out', () => open.every((one) => one.ended()));
    for (const one of open) one.close();
  });

  it('no head is read without end, and no address', async () => {
    const answered = async (text) => {
      const one = await line(house.address);
      one.socket.write(text);
      await until('an answer', () => one.said.includes('\r\n\r\n') || one.ended);
      one.socket.destroy();
      return one.said.split('\r\n')[0];
    };
    const many = Array.from({ length: 100 }, (_, each) => `x-${each}: y\r\n`).join('');
    assert.match(await answered(`GET / HTTP/1.1\r\nhost: here\r\n${many}\r\n`), /431/);
    assert.match(await answered(`GET / HTTP/1.1\r\nhost: here\r\nx: ${'y'.repeat(200_000)}\r\n\r\n`), /431|^$/);
    assert.match(await answered(`GET /${'a'.repeat(9_000)} HTTP/1.1\r\nhost: here\r\n\r\n`), /414/);
    await othersAreServed('after that');
  });
});
