// Somebody who speaks plain HTTP: sends what no browser would, and sees all that the server answers.
import { randomBytes } from 'node:crypto';
import { request } from 'node:http';

/** Keeps cookies as a browser does, follows nothing, and says every header itself. */
export class Visitor {
  constructor(address, { language = 'nl' } = {}) {
    this.address = address;
    this.language = language;
    this.cookies = new Map();
  }

  /** Takes over the cookies of a Playwright browser context. */
  static async from(context, address) {
    const visitor = new Visitor(address);
    for (const { name, value } of await context.cookies(address)) visitor.cookies.set(name, value);
    return visitor;
  }

  /** Sends one request. `form` is sent as a form, `body` as it is. */
  async send(method, path, { headers = {}, form, body } = {}) {
    const url = new URL(path, this.address);
    const payload = form ? Buffer.from(new URLSearchParams(form).toString()) : body && Buffer.from(body);
    const all = {
      'accept-language': this.language,
      accept: 'text/html',
      // What a browser adds to a form of our own page.
      ...(method === 'GET' || method === 'HEAD'
        ? { 'sec-fetch-site': 'none' }
        : { 'sec-fetch-site': 'same-origin', origin: new URL(this.address).origin }),
      ...(this.cookies.size ? { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') } : {}),
      ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
      ...(payload ? { 'content-length': payload.length } : {}),
      ...headers,
    };
    for (const name of Object.keys(all)) if (all[name] === null) delete all[name];
    return new Promise((done, fail) => {
      const sent = request(url, { method, headers: all, agent: false }, (response) => {
        const parts = [];
        response.on('data', (part) => parts.push(part));
        response.on('error', fail);
        response.on('end', () => {
          this.#remember(response.headers['set-cookie'] ?? []);
          const bytes = Buffer.concat(parts);
          done({ status: response.statusCode, headers: response.headers, bytes, text: bytes.toString('utf8') });
        });
      });
      sent.setTimeout(30_000, () => sent.destroy(new Error(`no answer to ${method} ${path} within 30 s`)));
      sent.on('error', fail);
      sent.end(payload);
    });
  }

  get(path, options) {
    return this.send('GET', path, options);
  }

  post(path, form = {}, options = {}) {
    return this.send('POST', path, { form, ...options });
  }

  /**
   * Listens on a live socket and gives what it said, one text per message; `tell` says something (an object as JSON),
   * `close` hangs up. An answer that is no socket gives its status instead.
   */
  async listen(path, { origin } = {}) {
    const url = new URL(path, this.address);
    const headers = {
      connection: 'upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': randomBytes(16).toString('base64'),
      'sec-fetch-site': 'same-origin',
      origin: origin ?? url.origin,
      cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    };
    return new Promise((done, fail) => {
      const sent = request(url, { headers, agent: false });
      sent.on('error', fail);
      sent.on('response', (response) => {
        response.resume();
        done({ status: response.statusCode, said: [], close() {} });
      });
      sent.on('upgrade', (_, socket, head) => {
        const said = [];
        let rest = head;
        const take = (part) => {
          rest = Buffer.concat([rest, part]);
          // Frames of a server are not masked; lengths under 126 stand in one byte, larger ones in two more.
          for (;;) {
            if (rest.length < 2) return;
            const short = rest[1] & 127;
            const start = short === 126 ? 4 : 2;
            const length = short === 126 && rest.length >= 4 ? rest.readUInt16BE(2) : short;
            if (rest.length < start + length) return;
            if ((rest[0] & 15) === 1) said.push(rest.subarray(start, start + length).toString('utf8'));
            rest = rest.subarray(start + length);
          }
        };
        take(Buffer.alloc(0));
        socket.on('data', take);
        socket.on('error', () => {});
        const tell = (what) => socket.write(masked(typeof what === 'string' ? what : JSON.stringify(what)));
        done({
          status: 101,
          said,
          tell,
          close: () => socket.destroy(),
          ended: () => socket.readableEnded || socket.destroyed,
        });
      });
      sent.end();
    });
  }

  #remember(lines) {
    for (const line of lines) {
      const [pair, ...attributes] = line.split(';').map((part) => part.trim());
      const at = pair.indexOf('=');
      const gone = attributes.some((attribute) => /^max-age=(0|-)/i.test(attribute));
      if (gone) this.cookies.delete(pair.slice(0, at));
      else this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
  }
}

/** One text as the frame of a client: masked, as the protocol wants. */
function masked(text) {
  const body = Buffer.from(text);
  const mask = randomBytes(4);
  const short = body.length < 126;
  const head = short ? Buffer.from([0x81, 0x80 | body.length]) : Buffer.from([0x81, 0xfe, 0, 0]);
  if (!short) head.writeUInt16BE(body.length, 2);
  return Buffer.concat([head, mask, body.map((byte, at) => byte ^ mask[at % 4])]);
}
