// Nobody comes in by a provider's word that is not its own, not for us, not for this sign-in or not for this person; and
// nobody ends somebody's sessions with a word that is not the provider's.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { exportSPKI } from 'jose';
import { scratch } from '../lib/browser.mjs';
import { comeBack, leave, openForged } from '../lib/forged.mjs';
import { freeAddress, House } from '../lib/house.mjs';
import { visitorAs } from '../lib/people.mjs';
import { secret, settingsFor } from '../lib/provider.mjs';
import { freshConversation } from '../lib/seed.mjs';
import { Visitor } from '../lib/visitor.mjs';

const encode = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('the word of a provider', () => {
  let house, place, forged;
  before(async () => {
    place = await scratch('forged');
    forged = await openForged();
    const address = await freeAddress();
    const env = await settingsFor(place.folder, {
      issuer: forged.issuer,
      address,
      extra: 'domains = ["waterlandaanzee.example"]',
      roles: 'professional = ["mz-professional"]\nadministrator = ["mz-beheer"]',
    });
    house = await House.open({ kind: 'demo', env, address });
  });
  after(async () => {
    await house?.close();
    await forged?.close();
    await place?.clear();
  });

  /** Signs in with a token that a test makes of the right claims. */
  async function tryWith(make, otherwise) {
    const begun = await leave(house);
    forged.answer = async () => ({ id_token: await make(begun.nonce) });
    const answer = await comeBack(begun, forged, otherwise);
    return { answer, inside: (await begun.visitor.get('/home')).status === 200, begun };
  }
  const good = (otherwise) => (nonce) => forged.sign(forged.claims(nonce, otherwise));

  async function refused(what, make, status = 400) {
    const { answer, inside } = await tryWith(make);
    assert.equal(answer.status, status, what);
    assert.equal(inside, false, what);
  }

  it('a right one comes in, and the code is handed in with what only we know', async () => {
    let seen;
    const begun = await leave(house);
    assert.equal(begun.response_type, 'code');
    assert.equal(begun.code_challenge_method, 'S256');
    assert.equal(begun.redirect_uri, `${house.address}/sign-in/provider/back`);
    forged.answer = async (form, request) => {
      seen = { form, authorization: request.headers.authorization };
      return { id_token: await forged.sign(forged.claims(begun.nonce)) };
    };
    const answer = await comeBack(begun, forged);
    assert.equal(answer.status, 303, answer.text.slice(0, 600));
    assert.equal(answer.headers.location, '/home');
    assert.equal((await begun.visitor.get('/home')).status, 200);
    assert.ok(seen.form.get('code_verifier').length >= 43);
    assert.ok(!seen.form.has('client_secret'));
    const pair = Buffer.from(seen.authorization.split(' ')[1], 'base64').toString();
    assert.equal(decodeURIComponent(pair.split(':')[1].replaceAll('+', ' ')), secret);
  });

  it('an answer without, with another or with a used state is nobody’s, and its code is not handed in', async () => {
    const begun = await leave(house);
    forged.answer = async () => ({ id_token: await forged.sign(forged.claims(begun.nonce)) });
    const asked = () => forged.asked.filter((line) => line === 'POST /token').length;
    const before = asked();
    const stranger = { ...begun, visitor: new Visitor(house.address) };
    assert.equal((await comeBack(stranger, forged)).status, 400, 'from another browser');
    assert.equal((await comeBack(begun, forged, { state: 'x' })).status, 400, 'another state');
    assert.equal((await comeBack(begun, forged)).status, 400, 'a state is tried once');
    assert.equal(asked(), before);
    const again = await leave(house);
    forged.answer = async () => ({ id_token: await forged.sign(forged.claims(again.nonce)) });
    assert.equal((await comeBack(again, forged)).status, 303);
    await again.visitor.post('/sign-out');
    assert.equal((await comeBack(again, forged)).status, 400, 'a code is handed in once');
    assert.equal(asked(), before + 1);
  });

  it('an answer in the name of another provider is thrown away before the code is handed in', async () => {
    for (const iss of ['https://evil.example', `${forged.issuer}/`, undefined]) {
      const before = forged.asked.length;
      const { answer, inside } = await tryWith(good(), { iss });
      assert.equal(answer.status, 400, `${iss}`);
      assert.equal(inside, false);
      assert.ok(!forged.asked.slice(before).includes('POST /token'), `${iss}`);
    }
  });

  it('a token for another sign-in, for someone else, from someone else or from another time is nothing', async () => {
    const now = Math.floor(Date.now() / 1000);
    await refused('nonce', () => forged.sign(forged.claims('x')));
    await refused('no nonce', good({ nonce: undefined }));
    await refused('aud', good({ aud: 'een-ander' }));
    await refused('no aud', good({ aud: undefined }));
    await refused('several aud', good({ aud: ['meerzien', 'een-ander'] }));
    await refused('azp', good({ azp: 'een-ander' }));
    await refused('iss', good({ iss: 'https://evil.example' }));
    await refused('no iss', good({ iss: undefined }));
    await refused('over', good({ exp: now - 120 }));
    await refused('no exp', good({ exp: undefined }));
    await refused('old', good({ iat: now - 3_600 }));
    await refused('to come', good({ iat: now + 3_600, exp: now + 7_200 }));
    await refused('sub', good({ sub: '' }));
    await refused('a word to end sessions', () => forged.sign(forged.ending()));
  });

  it('a token that nobody signed, or somebody else, or with what everybody knows, is nothing', async () => {
    const pem = Buffer.from(await exportSPKI(forged.own.publicKey));
    await refused('alg none', async (nonce) => `${encode({ alg: 'none' })}.${encode(forged.claims(nonce))}.`);
    await refused('no signature', async (nonce) => `${(await good()(nonce)).split('.').slice(0, 2).join('.')}.`);
    const hs = (key) => (nonce) => forged.sign(forged.claims(nonce), { key, header: { alg: 'HS256', kid: 'own' } });
    await refused('HS256 with the public key', hs(pem));
    await refused('HS256 with the client secret', hs(Buffer.from(secret)));
    const by = (key, header) => (nonce) => forged.sign(forged.claims(nonce), { key, header });
    await refused('another key', by(forged.other.privateKey, { alg: 'RS256', kid: 'own' }));
    await refused('an unknown key', by(forged.other.privateKey, { alg: 'RS256', kid: 'nooit-gezien' }));
    await refused('a key of its own', by(forged.other.privateKey, { alg: 'RS256', jwk: forged.published }));
    await refused('another claim', async (nonce) => {
      const [head, , signature] = (await good()(nonce)).split('.');
      return `${head}.${encode(forged.claims(nonce, { sub: 'p-wim' }))}.${signature}`;
    });
    await refused('no token at all', async () => 'x.y.z');
  });

  it('a provider that leads elsewhere or tells about somebody else is not followed', async () => {
    const begun = await leave(house);
    const elsewhere = (response) => {
      response.writeHead(307, { location: `${forged.issuer}/steal` });
      response.end();
    };
    forged.answer = async () => elsewhere;
    assert.equal((await comeBack(begun, forged)).status, 502);
    assert.ok(!forged.asked.some((line) => line.includes('/steal')));
    forged.more = { sub: 'p-wim', email: 'wim@waterlandaanzee.example', email_verified: true };
    await refused('somebody else', good({ sub: 'p-nieuw', email: undefined, email_verified: undefined }));
    forged.more = null;
  });

  it('an address that is not certain, not of the organisation or taken by another opens no account', async () => {
    const joris = { sub: 'p-joris', email: 'joris@waterlandaanzee.example' };
    await refused('not certain', good({ ...joris, email_verified: false }), 403);
    await refused('certain only in words', good({ ...joris, email_verified: 'true' }), 403);
    await refused('of nobody', good({ sub: 'p-x', email: 'x@waterlandaanzee.example' }), 403);
    await refused('elsewhere', good({ sub: 'p-y', email: 'joris@evil.example' }), 403);
    await refused('linked to another', good({ sub: 'p-boef', email: 'sanne@waterlandaanzee.example' }), 403);
    const { answer, inside } = await tryWith(good(joris));
    assert.deepEqual([answer.status, inside], [303, true], 'the right one still comes in');
  });

  it('nobody gets a role that was not set up, and the provider takes away only what it gave', async () => {
    const { begun } = await tryWith(good({ roles: ['administrator', 'mz-nergens'] }));
    assert.equal((await begun.visitor.get('/people')).status, 404);
    const { begun: made } = await tryWith(good({ roles: ['mz-professional', 'mz-beheer'] }));
    assert.equal((await made.visitor.get('/people')).status, 200);
    await tryWith(good({ roles: [] }));
    assert.equal((await made.visitor.get('/people')).status, 404, 'a session that is open already loses it too');
  });

  it('a sign-in of before, or one that says no time, proves nobody anew', async () => {
    const { begun } = await tryWith(good());
    const now = Math.floor(Date.now() / 1000);
    const anew = async (otherwise) => {
      const { visitor } = begun;
      const out = await leave(house, { visitor, path: '/confirm/provider?next=/account/second/app' });
      assert.deepEqual([out.prompt, out.max_age], ['login', '0']);
      forged.answer = async () => ({ id_token: await forged.sign(forged.claims(out.nonce, otherwise)) });
      const { status } = await comeBack(out, forged);
      return [status, (await visitor.get('/account/second/app')).status];
    };
    for (const auth_time of [now - 3_600, now - 120, undefined, `${now}`, true]) {
      assert.deepEqual(await anew({ auth_time }), [400, 403], `${auth_time}`);
    }
    assert.deepEqual(await anew({ auth_time: now, sub: 'p-joris' }), [400, 403], 'somebody else');
    assert.deepEqual(await anew({ auth_time: Math.floor(Date.now() / 1000) }), [303, 200]);
  });

  it('nobody is sent to another site', async () => {
    for (const next of ['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)']) {
      const begun = await leave(house, { path: `/sign-in/provider?next=${encodeURIComponent(next)}` });
      forged.answer = async () => ({ id_token: await forged.sign(forged.claims(begun.nonce)) });
      assert.equal((await comeBack(begun, forged)).headers.location, '/home', next);
    }
  });

  /** Sends a word that sessions ended, as the provider's program does. */
  const say = (token, headers = {}) =>
    new Visitor(house.address).post('/sign-in/provider/ended', { logout_token: token }, { headers });

  it('a word to end sessions is heard once, and only the provider’s own', async () => {
    const { begun } = await tryWith(good({ sid: 'daar-2' }));
    const inside = async () => (await begun.visitor.get('/home')).status === 200;
    const wrong = {
      'for someone else': forged.ending({ sid: 'daar-2', aud: 'een-ander' }),
      'from someone else': forged.ending({ sid: 'daar-2', iss: 'https://evil.example' }),
      'about nothing': forged.ending({ sid: 'daar-2', events: {} }),
      'without a name of its own': forged.ending({ sid: 'daar-2', jti: undefined }),
      'about nobody': forged.ending({ sid: undefined, sub: undefined }),
      'of a sign-in': forged.ending({ sid: 'daar-2', nonce: begun.nonce }),
      'a token of a sign-in': forged.claims(begun.nonce, { sid: 'daar-2' }),
      'that is over': forged.ending({ sid: 'daar-2', exp: 1 }),
    };
    for (const [what, claims] of Object.entries(wrong)) {
      assert.equal((await say(await forged.sign(claims))).status, 400, what);
    }
    const unsigned = `${encode({ alg: 'none' })}.${encode(forged.ending({ sid: 'daar-2' }))}.`;
    assert.equal((await say(unsigned)).status, 400);
    const header = { alg: 'RS256', kid: 'own' };
    const other = await forged.sign(forged.ending({ sid: 'daar-2' }), { key: forged.other.privateKey, header });
    assert.equal((await say(other)).status, 400);
    assert.equal((await say('')).status, 400);
    assert.equal(await inside(), true, 'none of these ended anything');

    const foreign = await forged.sign(forged.ending({ sid: 'daar-2' }));
    assert.equal((await say(foreign, { 'sec-fetch-site': 'cross-site' })).status, 403, 'no page of another site');
    assert.equal((await say(await forged.sign(forged.ending({ sub: 'p-joris', sid: 'daar-2' })))).status, 200);
    assert.equal(await inside(), true, 'somebody else’s name does not go with this session');
    const word = await forged.sign(forged.ending({ sid: 'daar-2' }));
    assert.equal((await say(word)).status, 200);
    assert.equal(await inside(), false);
    const { begun: later } = await tryWith(good({ sid: 'daar-2' }));
    assert.equal((await say(word)).status, 400, 'the same word again');
    assert.equal((await later.visitor.get('/home')).status, 200);
  });

  it('it ends every session there at once when it names none, open sockets included, and none that was opened here', async () => {
    const here = await visitorAs(house, 'Sanne Verhoef');
    const id = await freshConversation(house, here);
    const { begun } = await tryWith(good({ sid: 'daar-3' }));
    const { begun: silent } = await tryWith(good({ sid: undefined }));
    const socket = await begun.visitor.listen(`/conversations/${id}/live`);
    assert.equal(socket.status, 101);
    assert.equal((await say(await forged.sign(forged.ending({ sid: undefined })))).status, 200);
    for (const { visitor } of [begun, silent]) assert.equal((await visitor.get('/home')).status, 303);
    const end = Date.now() + 5_000;
    while (!socket.ended()) {
      assert.ok(Date.now() < end, 'the socket stays open');
      await new Promise((done) => setTimeout(done, 50));
    }
    assert.equal((await here.get('/home')).status, 200);
  });

  it('nothing of the provider’s secrets, and nobody’s name, is in the log', async () => {
    // What it prints for whoever starts the demo is no log.
    const said = (await house.said())
      .split('\n')
      .filter((line) => /INFO|WARN|ERROR/.test(line))
      .join('\n');
    assert.match(said, /a sign-in at the provider did not come about/);
    for (const word of [secret, 'een-code', 'sleutel-van-toegang', 'eyJ', 'p-sanne', 'sanne@', 'daar-2']) {
      assert.ok(!said.includes(word), word);
    }
  });
});

describe('the word of a provider that must say the second step', () => {
  let house, place, forged;
  before(async () => {
    place = await scratch('forged-strong');
    forged = await openForged();
    const address = await freeAddress();
    const extra = 'domains = ["waterlandaanzee.example"]\nstrong = true\nstrong-acr = ["twee"]';
    const env = await settingsFor(place.folder, { issuer: forged.issuer, address, extra });
    house = await House.open({ kind: 'demo', env, address });
  });
  after(async () => {
    await house?.close();
    await forged?.close();
    await place?.clear();
  });

  async function comes(otherwise) {
    const begun = await leave(house);
    assert.equal(begun.acr_values, 'twee');
    forged.answer = async () => ({ id_token: await forged.sign(forged.claims(begun.nonce, otherwise)) });
    const { status } = await comeBack(begun, forged);
    return [status, (await begun.visitor.get('/home')).status];
  }

  it('only a second step that is signed for lets in', async () => {
    const shut = [403, 303];
    for (const claims of [{}, { amr: ['pwd'] }, { acr: 'een' }, { amr: 'mfa' }, { acr: ['twee'] }, { mfa: true }]) {
      assert.deepEqual(await comes(claims), shut, JSON.stringify(claims));
    }
    // What it tells beside its token is not signed.
    forged.more = {
      sub: 'p-sanne',
      email: 'sanne@waterlandaanzee.example',
      email_verified: true,
      amr: ['mfa'],
      acr: 'twee',
    };
    assert.deepEqual(await comes({ email: undefined, email_verified: undefined }), shut);
    forged.more = null;
    for (const claims of [{ amr: ['pwd', 'mfa'] }, { acr: 'twee' }]) assert.deepEqual(await comes(claims), [303, 200]);
  });
});
