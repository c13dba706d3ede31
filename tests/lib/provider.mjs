// A real provider of sign-ins (npm oidc-provider, certified) on this machine, with people to choose from instead of
// passwords; and the settings by which a house knows it.
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import Provider from 'oidc-provider';

export const secret = 'een geheim dat in geen log hoort te staan';

/** The file with settings of a house that knows a provider, and what it is told beside it. */
export async function settingsFor(folder, { issuer, address, extra = '', roles = '' }) {
  const path = join(folder, `meerzien-${randomUUID()}.toml`);
  const lines = [
    `address = "${address}"`,
    '[provider]',
    `issuer = "${issuer}"`,
    'client = "meerzien"',
    'name = "Waterland"',
    extra,
    '[provider.roles]',
    roles,
  ];
  await writeFile(path, `${lines.join('\n')}\n`);
  return { MEERZIEN_CONFIG: path, MEERZIEN_PROVIDER_SECRET: secret };
}

function signingKey() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), kid: randomUUID(), use: 'sig', alg: 'RS256' };
}

const page = (title, body) =>
  `<!doctype html><html lang="nl"><head><title>${title}</title></head><body><h1>${title}</h1>${body}</body></html>`;

/** Opens a provider for the house at `address`. `people` are claims by subject; they can be changed at any time. */
export async function openProvider({ address, people }) {
  let app;
  const server = createServer((request, response) => app(request, response));
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const asked = [];
  // What it adds to a sign-in, such as by what means somebody proved themselves (`amr`, `acr`).
  const login = {};

  function begin() {
    const provider = new Provider(issuer, {
      clients: [
        {
          client_id: 'meerzien',
          client_secret: secret,
          grant_types: ['authorization_code'],
          response_types: ['code'],
          redirect_uris: [`${address}/sign-in/provider/back`],
          post_logout_redirect_uris: [`${address}/`],
          backchannel_logout_uri: `${address}/sign-in/provider/ended`,
          backchannel_logout_session_required: true,
        },
      ],
      // It calls nobody on its own machine, unless it is told how: that is where this house is.
      fetch: (url, { dispatcher, ...options }) => fetch(url, options),
      jwks: { keys: [signingKey()] },
      cookies: { keys: [randomUUID()] },
      pkce: { required: () => true },
      acrValues: ['waterland-een', 'waterland-twee'],
      claims: { openid: ['sub', 'acr', 'amr'], email: ['email', 'email_verified'], profile: ['name', 'roles'] },
      features: {
        devInteractions: { enabled: false },
        backchannelLogout: { enabled: true },
        rpInitiatedLogout: {
          enabled: true,
          logoutSource(ctx, form) {
            const button = '<button type="submit" form="op.logoutForm" name="logout" value="yes">Ja, log uit</button>';
            ctx.body = page('Uitloggen bij Waterland', form + button);
          },
        },
      },
      interactions: { url: (_, interaction) => `/choose/${interaction.uid}` },
      findAccount: (_, id) => people[id] && { accountId: id, claims: () => ({ sub: id, ...people[id] }) },
      // Nobody is asked whether their own organisation may know them.
      async loadExistingGrant(ctx) {
        const grant = new ctx.oidc.provider.Grant({
          clientId: ctx.oidc.client.clientId,
          accountId: ctx.oidc.session.accountId,
        });
        grant.addOIDCScope('openid profile email');
        await grant.save();
        return grant;
      },
    });
    const callback = provider.callback();
    app = async (request, response) => {
      asked.push(`${request.method} ${request.url}`);
      if (request.url === '/favicon.ico') return response.writeHead(204).end();
      if (!request.url.startsWith('/choose/')) return callback(request, response);
      const url = new URL(request.url, issuer);
      const who = url.searchParams.get('who');
      if (who === null) {
        const links = Object.keys(people).map((id) => `<li><a href="${url.pathname}?who=${id}">${id}</a></li>`);
        response.setHeader('content-type', 'text/html; charset=utf-8');
        return response.end(
          page('Wie ben je?', `<ul>${links.join('')}<li><a href="${url.pathname}?who=">Nee</a></li></ul>`),
        );
      }
      const result = who
        ? { login: { accountId: who, ts: Math.floor(Date.now() / 1000), ...login } }
        : { error: 'access_denied', error_description: 'zei nee' };
      return provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
    };
  }
  begin();
  return {
    issuer,
    people,
    asked,
    login,
    /** From now on it signs with another key, and knows none of its sessions. */
    rotate: begin,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(done);
      }),
  };
}
