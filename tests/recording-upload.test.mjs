// A file comes in over tus with the real client: whole, broken off, killed, refused; and comes back byte for byte.
import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { agree, agreedConversation } from './lib/agree.mjs';
import { scratch } from './lib/browser.mjs';
import { film, sentenceInFilm } from './lib/film.mjs';
import { House } from './lib/house.mjs';
import { visitorAs } from './lib/people.mjs';
import { disguises, patterns, searchPlaintext } from './lib/sealed.mjs';
import { untilDrawn } from './lib/recorded.mjs';
import { freshConversation } from './lib/seed.mjs';
import { ask, later, untilState, upload } from './lib/tus.mjs';

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** The object under which a conversation's recording is served, from the room where it stands ready. */
async function mediaOf(visitor, conversation) {
  const { text, status } = await visitor.get(`/conversations/${conversation}/recording`);
  const object = text.match(/\/media\/([0-9a-f-]{36})/)?.[1];
  assert.ok(object, `the room shows a recording (${status})`);
  return object;
}

describe('a recording comes in as a file', () => {
  let house, folder, clear, mp4;
  before(async () => {
    house = await House.open({ kind: 'demo' });
    ({ folder, clear } = await scratch('recording'));
    mp4 = await readFile(await film(folder, 'gesprek.mp4', 20));
  });
  after(async () => {
    await house?.close();
    await clear?.();
  });

  it('comes in, is made watchable, and is served in ranges, byte for byte', async () => {
    const { professional, conversation } = await agreedConversation(house);
    let last = 0;
    await upload(professional, conversation, mp4, { onProgress: (sent) => (last = sent) });
    assert.equal(last, mp4.length);
    await untilState(professional, conversation, ['ready']);
    const object = await mediaOf(professional, conversation);
    const whole = await professional.get(`/media/${object}/original`);
    assert.equal(whole.status, 200);
    assert.equal(whole.headers['cache-control'], 'no-store');
    assert.equal(whole.headers['content-disposition'], 'attachment');
    assert.equal(sha256(whole.bytes), sha256(mp4));
    for (let n = 0; n < 40; n += 1) {
      const [a, b] = [Math.random(), Math.random()].map((x) => Math.floor(x * mp4.length)).sort((x, y) => x - y);
      const part = await professional.get(`/media/${object}/original`, { headers: { range: `bytes=${a}-${b}` } });
      assert.equal(part.status, 206);
      assert.equal(part.headers['content-range'], `bytes ${a}-${b}/${mp4.length}`);
      assert.ok(part.bytes.equals(mp4.subarray(a, b + 1)), `bytes ${a}-${b}`);
    }
    const beyond = await professional.get(`/media/${object}`, { headers: { range: 'bytes=999999999-' } });
    assert.equal(beyond.status, 416);
    const head = await professional.send('HEAD', `/media/${object}`);
    assert.equal(head.status, 200);
    assert.equal(head.headers['content-type'], 'video/mp4');
    assert.equal(head.headers['accept-ranges'], 'bytes');
    const tag = head.headers.etag;
    const same = await professional.get(`/media/${object}`, { headers: { range: 'bytes=0-0', 'if-range': tag } });
    assert.equal(same.status, 206);
    const other = await professional.get(`/media/${object}`, { headers: { range: 'bytes=0-0', 'if-range': '"x"' } });
    assert.equal(other.status, 200);
    assert.equal(Number(head.headers['content-length']), other.bytes.length);
    const peaks = await untilDrawn(professional, object);
    assert.ok(peaks.status === 200 && peaks.bytes.length >= 190, `${peaks.bytes.length} peaks of 20 seconds`);
    const still = await professional.get(`/media/${object}/stills/3`);
    assert.equal(still.headers['content-type'], 'image/jpeg');
    assert.deepEqual([...still.bytes.subarray(0, 2)], [0xff, 0xd8]);
  });

  it('is not taken before everyone in the picture said yes, with the sentence in the reader’s language', async () => {
    const professional = await visitorAs(house, 'Joris Smit');
    const conversation = await freshConversation(house, professional, null);
    const refused = await upload(professional, conversation, mp4).catch((error) => error);
    assert.equal(refused.originalResponse.getStatus(), 403);
    assert.match(JSON.parse(refused.originalResponse.getBody()).sentence, /Nog niet iedereen zei ja/);
    const english = await ask(professional, 'POST', `/tus/${conversation}`, {
      'upload-length': '5',
      'accept-language': 'en',
    });
    assert.equal(english.status, 403);
    assert.match(JSON.parse(english.text).sentence, /[Nn]ot everyone/);
    await agree(professional, conversation);
    await upload(professional, conversation, mp4);
  });

  it('goes on where it was when the client stopped, and when the line broke', async () => {
    const { professional, conversation } = await agreedConversation(house);
    const bytes = randomBytes(3_000_000);
    const begun = await new Promise((done) => {
      upload(professional, conversation, bytes, {
        chunkSize: 400_000,
        onUpload: (one) => {
          one.options.onChunkComplete = (_, accepted) => {
            if (accepted >= 1_200_000) void one.abort().then(() => done(one));
          };
        },
      }).catch(() => undefined);
    });
    const head = await ask(professional, 'HEAD', new URL(begun.url).pathname);
    assert.equal(head.headers['upload-offset'], '1200000');
    assert.equal(head.headers['upload-length'], '3000000');
    assert.equal(head.headers['cache-control'], 'no-store');
    assert.match(head.headers['upload-metadata'], /^filename /);
    // A line that breaks in the middle of a part: what had come is kept.
    const before = Number(head.headers['upload-offset']);
    await brokenPart(
      professional,
      new URL(begun.url).pathname,
      before,
      bytes.subarray(before, before + 777_777),
      1_000_000,
    );
    const broken = await ask(professional, 'HEAD', new URL(begun.url).pathname);
    assert.equal(broken.headers['upload-offset'], String(before + 777_777));
    await upload(professional, conversation, bytes, { url: begun.url });
    // Random bytes are no recording, so all that was checked is that they came in; the next test reads them back.
    const refused = await untilState(professional, conversation, ['refused']);
    assert.equal(refused.state, 'refused');
  });

  it('a newcomer gets the turn when an old request hangs', async () => {
    const { professional, conversation } = await agreedConversation(house);
    const created = await ask(professional, 'POST', `/tus/${conversation}`, { 'upload-length': '500000' });
    const place = created.headers.location;
    const bytes = randomBytes(500_000);
    const hanging = await hangingPart(professional, place, 0, bytes.subarray(0, 200_000), 500_000);
    const began = Date.now();
    const head = await ask(professional, 'HEAD', place);
    assert.ok(Date.now() - began < 3_000, 'it does not wait for the network to give up');
    assert.equal(head.headers['upload-offset'], '200000', 'what the old request had brought is kept');
    hanging.destroy();
    await upload(professional, conversation, bytes, { url: `${house.address}${place}` });
  });

  it('what is no recording is refused with a sentence and leaves nothing behind', async () => {
    for (const [what, bytes, sentence] of [
      ['text', Buffer.from('Dit is een brief. '.repeat(5000)), /Dit bestand kunnen wij niet lezen/],
      ['a broken film', mp4.subarray(0, 50_000), /Dit bestand is stuk/],
    ]) {
      const { professional, conversation } = await agreedConversation(house);
      await upload(professional, conversation, bytes);
      await untilState(professional, conversation, ['refused']);
      const { text } = await professional.get(`/conversations/${conversation}/recording`);
      assert.match(text, sentence, what);
      assert.match(text, /Van dat bestand is niets bewaard/);
      assert.deepEqual(await vaultFiles(house, conversation), [], `${what} leaves nothing in the vault`);
      // And there is room for a real one.
      await upload(professional, conversation, mp4);
      await untilState(professional, conversation, ['ready']);
    }
    const { professional, conversation } = await agreedConversation(house);
    const empty = await ask(professional, 'POST', `/tus/${conversation}`, { 'upload-length': '0' });
    assert.equal(empty.status, 422);
    assert.match(JSON.parse(empty.text).sentence, /Dit bestand is leeg/);
    const huge = await ask(professional, 'POST', `/tus/${conversation}`, { 'upload-length': '999999999999999' });
    assert.equal(huge.status, 413);
    assert.match(JSON.parse(huge.text).sentence, /groter dan 17 GB/);
  });

  it('answers the protocol to the letter', async () => {
    const { professional, conversation } = await agreedConversation(house);
    const part = { 'content-type': 'application/offset+octet-stream' };
    const options = await professional.send('OPTIONS', `/tus/${conversation}`);
    assert.equal(options.status, 204);
    assert.equal(options.headers['tus-version'], '1.0.0');
    assert.match(options.headers['tus-extension'], /creation.*creation-defer-length.*termination/);
    const version = await ask(professional, 'POST', `/tus/${conversation}`, {
      'tus-resumable': '0.2.2',
      'upload-length': '9',
    });
    assert.equal(version.status, 412);
    assert.equal(version.headers['tus-version'], '1.0.0');
    for (const headers of [{}, { 'upload-length': '-1' }, { 'upload-length': '1e3' }, { 'upload-defer-length': '2' }]) {
      const wrong = await ask(professional, 'POST', `/tus/${conversation}`, headers);
      assert.equal(wrong.status, 400, JSON.stringify(headers));
      assert.equal(wrong.headers['tus-resumable'], '1.0.0');
    }
    // Created with its first part.
    const created = await ask(professional, 'POST', `/tus/${conversation}`, { ...part, 'upload-length': '10' }, 'abcd');
    assert.equal(created.status, 201);
    assert.equal(created.headers['upload-offset'], '4');
    const place = created.headers.location;
    const second = await ask(professional, 'POST', `/tus/${conversation}`, { 'upload-length': '10' });
    assert.equal(second.status, 409, 'a conversation has one recording');
    const patch = (offset, headers, body) =>
      ask(professional, 'PATCH', place, { ...part, 'upload-offset': offset, ...headers }, body);
    assert.equal((await patch('4', { 'content-type': 'text/plain' }, 'ef')).status, 415);
    assert.equal((await patch('', {}, 'ef')).status, 400);
    assert.equal((await patch('3', {}, 'ef')).status, 409);
    assert.equal((await patch('5', {}, 'ef')).status, 409);
    assert.equal((await patch('4', {}, 'efghijk')).status, 413, 'more than belongs to it');
    const taken = await patch('4', {}, 'ef');
    assert.equal(taken.status, 204);
    assert.equal(taken.headers['upload-offset'], '6');
    for (const path of [
      `/tus/${conversation}/${conversation}`,
      `/tus/${place.split('/')[3]}/${place.split('/')[3]}`,
      '/tus/x/y',
    ]) {
      assert.equal((await ask(professional, 'HEAD', path)).status, 404, path);
    }
    for (const stranger of [await visitorAs(house, 'Anne Mulder'), await visitorAs(house, 'Els van Dam')]) {
      for (const method of ['HEAD', 'PATCH', 'DELETE']) {
        const answer = await ask(stranger, method, place, { ...part, 'upload-offset': '6' });
        assert.equal(answer.status, 404, `${method} by a stranger`);
      }
      assert.equal((await ask(stranger, 'POST', `/tus/${conversation}`, { 'upload-length': '9' })).status, 404);
    }
    assert.equal((await ask(professional, 'DELETE', place)).status, 204);
    assert.equal((await ask(professional, 'HEAD', place)).status, 404);
    assert.equal((await ask(professional, 'POST', `/tus/${conversation}`, { 'upload-length': '10' })).status, 201);
  });

  it('nothing of it lies readable on the disk, and its name neither', async () => {
    const { found, bytes } = await searchPlaintext(
      [house.root],
      [...disguises(sentenceInFilm), ...disguises('gesprek Roos.mp4'), ...patterns(mp4, 'the film itself')],
    );
    assert.ok(bytes > 1_000_000);
    assert.deepEqual(found, []);
  });
});

describe('the server dies while a recording comes in', () => {
  let house, folder, clear, mp4;
  before(async () => {
    house = await House.open({ kind: 'demo' });
    ({ folder, clear } = await scratch('killed'));
    // Long enough for kills to fall anywhere: some 12 MB.
    const one = await readFile(await film(folder, 'gesprek.mp4', 12));
    mp4 = Buffer.concat([one, freeBox(12_000_000)]);
  });
  after(async () => {
    await house?.close();
    await clear?.();
  });

  it('killed at 20 random points it goes on from what it acknowledged, and the recording equals the file', async () => {
    const { professional, conversation } = await agreedConversation(house);
    let url;
    let acknowledged = 0;
    let kills = 0;
    for (let round = 0; round <= 20; round += 1) {
      const share = mp4.length / 21;
      const at = Math.floor(share * (round + Math.random()));
      const ended = await new Promise((done) => {
        upload(professional, conversation, mp4, {
          url,
          // Every acknowledgement counts, so parts are small; their sizes differ from the vault's on purpose.
          chunkSize: 333_333,
          onUpload: (one) => {
            one.options.onUploadUrlAvailable = () => (url = one.url);
            one.options.onChunkComplete = (_, accepted) => (acknowledged = Math.max(acknowledged, accepted));
          },
          onProgress: (sent) => {
            if (round < 20 && sent >= at && kills === round) {
              kills += 1;
              house.child.kill('SIGKILL');
            }
          },
        }).then(
          () => done('whole'),
          () => done('broken'),
        );
      });
      if (ended === 'whole' && round === 20) break;
      assert.equal(ended, 'broken');
      await house.kill();
      await house.start({ kind: 'demo' });
      const head = await ask(professional, 'HEAD', new URL(url).pathname);
      const offset = Number(head.headers['upload-offset']);
      assert.ok(offset >= acknowledged, `round ${round}: acknowledged ${acknowledged}, after the kill ${offset}`);
    }
    assert.equal(kills, 20);
    await untilState(professional, conversation, ['ready']);
    const object = await mediaOf(professional, conversation);
    const { bytes } = await professional.get(`/media/${object}/original`);
    assert.equal(sha256(bytes), sha256(mp4));
  });
});

/** A box of an MP4 that players step over: it makes a film as large as a test wants. */
function freeBox(size) {
  const box = Buffer.alloc(size);
  randomBytes(size - 8).copy(box, 8);
  box.writeUInt32BE(size, 0);
  box.write('free', 4, 'latin1');
  return box;
}

/** What lies in the vault of a conversation. */
async function vaultFiles(house, conversation) {
  const folder = join(house.data, 'vault', conversation);
  const all = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return all.filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name));
}

/** Begins a part that says it is longer than it is, and breaks off. */
async function brokenPart(visitor, path, offset, bytes, said) {
  const request = await hangingPart(visitor, path, offset, bytes, said);
  request.destroy();
  await later(300);
}

/** Begins a part that says it is longer than it is, and hangs there. */
async function hangingPart(visitor, path, offset, bytes, said) {
  const { request } = await import('node:http');
  const { session } = await import('./lib/tus.mjs');
  const sent = request(new URL(path, visitor.address), {
    method: 'PATCH',
    agent: false,
    headers: {
      ...session(visitor),
      'tus-resumable': '1.0.0',
      'upload-offset': offset,
      'content-type': 'application/offset+octet-stream',
      'content-length': said,
    },
  });
  sent.on('error', () => undefined);
  await new Promise((done) => sent.write(bytes, done));
  await later(500);
  return sent;
}
