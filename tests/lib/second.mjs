// The second step of signing in, as a phone with an app for codes takes it.
import { createHmac } from 'node:crypto';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const half = 30_000;

function bytes(secret) {
  const bits = [...secret.replaceAll(/\s/g, '')]
    .map((each) => letters.indexOf(each).toString(2).padStart(5, '0'))
    .join('');
  return Buffer.from(bits.match(/.{8}/g).map((each) => Number.parseInt(each, 2)));
}

/** The six digits of a secret at a time step of half a minute. */
export function digits(secret, step) {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', bytes(secret)).update(counter).digest();
  const at = mac[19] & 15;
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** An app that shows codes, and never one that it gave before. */
export class Authenticator {
  constructor(secret) {
    this.secret = secret;
    this.last = 0;
  }

  /** A code that works now; a moment's wait when the next one is not taken yet. */
  async code() {
    const now = () => Math.floor(Date.now() / half);
    const step = Math.max(now(), this.last + 1);
    while (step > now() + 1) await new Promise((done) => setTimeout(done, 500));
    this.last = step;
    return digits(this.secret, step);
  }
}

/** What stands on a page that gives a secret, or codes on paper. */
export const secretOn = (text) => text.match(/id="secret"[^>]*>([^<]+)</)[1];
export const codesOn = (text) => [...text.matchAll(/<li class="paper__code">([^<]+)</g)].map(([, code]) => code);

/** Halfway, and without a second step: makes one and comes in. The app and the codes on paper stay with the visitor. */
export async function makeSecond(visitor) {
  const { text } = await visitor.get('/sign-in/second');
  visitor.app = new Authenticator(secretOn(text));
  const answer = await visitor.post('/sign-in/second', { code: await visitor.app.code() });
  visitor.codes = codesOn(answer.text);
  if (visitor.codes.length !== 10) throw new Error(`no second step: ${answer.status}\n${answer.text.slice(0, 2000)}`);
}
