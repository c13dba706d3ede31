// A provider that says whatever a test wants: tokens for somebody else, signed by nobody, from another time.
import { createServer } from 'node:http';
import { SignJWT, exportJWK, generateKeyPair } from 'jose';
import { Visitor } from './visitor.mjs';

const now = () => Math.floor(Date.now() / 1000);

/** Opens it. `answer` decides what the token endpoint says; `more` what the address for more claims says. */
export async function openForged() {
  const own = await generateKeyPair('RS256', { extractable: true });
  const other = await generateKeyPair('RS256', { extractable: true });
  const published = { ...(await exportJWK(own.publicKey)), kid: 'own', use: 'sig', alg: 'RS256' };
  const forged = { own, other, published, asked: [], answer: null, more: null, document: {} };
  const server = createServer((request, response) => {
    forged.asked.push(`${request.method} ${request.url}`);
    const json = (value, status = 200) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(value));
    };
    const { issuer } = forged;
    if (request.url === '/.well-known/openid-configuration') {
      return json({
        issuer,
        authorization_endpoint: `${issuer}/auth`,
        token_endpoint: `${issuer}/token`,
        userinfo_endpoint: `${issuer}/me`,
        jwks_uri: `${issuer}/keys`,
        end_session_endpoint: `${issuer}/end`,
        authorization_response_iss_parameter_supported: true,
        ...forged.document,
      });
    }
    if (request.url === '/keys') return json({ keys: [published] });
    if (request.url === '/me') return json(forged.more ?? { sub: 'p-sanne' });
    if (request.url === '/token') {
      const parts = [];
      request.on('data', (part) => parts.push(part));
      request.on('end', async () => {
        const form = new URLSearchParams(Buffer.concat(parts).toString());
        const said = await forged.answer(form, request);
        if (typeof said === 'function') return said(response);
        return json(said.id_token ? { token_type: 'Bearer', access_token: 'sleutel-van-toegang', ...said } : said);
      });
      return undefined;
    }
    return json({}, 404);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  forged.issuer = `http://127.0.0.1:${server.address().port}`;
  forged.close = () =>
    new Promise((done) => {
      server.closeAllConnections();
      server.close(done);
    });

  /** Claims as a well-meaning provider makes them for a sign-in, with what a test wants otherwise. */
  forged.claims = (nonce, otherwise = {}) => {
    const claims = {
      iss: forged.issuer,
      aud: 'meerzien',
      sub: 'p-sanne',
      sid: 'daar-1',
      iat: now(),
      exp: now() + 300,
      nonce,
      email: 'sanne@waterlandaanzee.example',
      email_verified: true,
      roles: ['mz-professional'],
      ...otherwise,
    };
    return Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined));
  };
  forged.sign = (claims, { key = own.privateKey, header = { alg: 'RS256', kid: 'own' } } = {}) =>
    new SignJWT(claims).setProtectedHeader(header).sign(key);
  /** A word that a session ended, with what a test wants otherwise. */
  forged.ending = (otherwise = {}) => {
    const claims = {
      iss: forged.issuer,
      aud: 'meerzien',
      iat: now(),
      exp: now() + 120,
      jti: `${Math.random()}`,
      sub: 'p-sanne',
      sid: 'daar-1',
      events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
      ...otherwise,
    };
    return Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined));
  };
  return forged;
}

/** Begins a sign-in over plain HTTP, and gives what the provider is told. */
export async function leave(
  house,
  { visitor = new Visitor(house.address), path = '/sign-in/provider?next=/home' } = {},
) {
  const answer = await visitor.get(path);
  if (answer.status !== 303) throw new Error(`the way out: ${answer.status}\n${answer.text.slice(0, 800)}`);
  const url = new URL(answer.headers.location);
  return { visitor, url, ...Object.fromEntries(url.searchParams) };
}

/** Comes back from the provider, as its answer would let a browser do. */
export function comeBack(begun, forged, otherwise = {}) {
  const query = { state: begun.state, code: 'een-code', iss: forged.issuer, ...otherwise };
  const kept = Object.entries(query).filter(([, value]) => value !== undefined);
  return begun.visitor.get(`/sign-in/provider/back?${new URLSearchParams(kept)}`);
}
