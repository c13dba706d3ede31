// Sends a recording while it is being made: pieces go in order, each with PATCH to one tus upload whose length is not
// known yet. A piece is kept, in memory only, until the server says that it is durable.

import { sentence } from '../shared/words';

/** A piece of the recording, and how far the recording was when it ended. */
interface Piece {
  bytes: Uint8Array<ArrayBuffer>;
  until: number;
}

export interface SenderEvents {
  /** The recording is durable until this many milliseconds. */
  safe(ms: number): void;
  /** Whether the server answers. */
  online(yes: boolean): void;
  /** The server refuses for good, with its sentence; nothing more can be sent. */
  refused(sentence: string | undefined): void;
}

/** The most that goes in one request: so much a slow line can bring before the request times out. */
const MOST = 2 * 1024 * 1024;
const TIMEOUT = 30_000;
const PAUSES = [500, 1000, 2000, 4000, 8000];

const TUS = { 'Tus-Resumable': '1.0.0', Accept: 'application/json' };

/** An answer that will not become another by asking again. */
class Refused extends Error {
  constructor(readonly said: string | undefined) {
    super('refused');
  }
}

export class Sender {
  #address = '';
  #pieces: Piece[] = [];
  /** How many bytes are durable, how many were made. */
  #durable = 0;
  #made = 0;
  #closed = false;
  #wake: () => void = () => undefined;
  #events: SenderEvents;
  #online = true;

  constructor(events: SenderEvents) {
    this.#events = events;
    window.addEventListener('online', () => this.#wake());
  }

  /** The id of the recording, once it has begun. */
  get id(): string | undefined {
    return this.#address.split('/').pop() || undefined;
  }

  /** Whether anything is still only here. */
  get waiting(): boolean {
    return this.#pieces.length > 0;
  }

  /** Begins an upload. Throws `Refused` with a sentence when the server says no, or an error when it does not answer. */
  async begin(endpoint: string, type: string): Promise<void> {
    const told = { maker: 'camera', filetype: type };
    const metadata = Object.entries(told).map(([key, value]) => `${key} ${btoa(value)}`);
    const headers = { ...TUS, 'Upload-Defer-Length': '1', 'Upload-Metadata': metadata.join(',') };
    const response = await this.#ask(endpoint, { method: 'POST', headers });
    const place = response.headers.get('Location');
    if (!place) throw new Error('no place');
    this.#address = new URL(place, location.href).href;
  }

  /** Adds a piece. */
  push(bytes: Uint8Array<ArrayBuffer>, until: number): void {
    if (bytes.byteLength === 0) return;
    this.#pieces.push({ bytes, until });
    this.#made += bytes.byteLength;
    this.#wake();
  }

  /** No more pieces will come. */
  close(): void {
    this.#closed = true;
    this.#wake();
  }

  /** Sends until all is durable, or the server refuses for good. */
  async run(): Promise<boolean> {
    let failures = 0;
    for (;;) {
      if (this.#pieces.length === 0 && !this.#closed) {
        await this.#pause(60_000);
        continue;
      }
      try {
        if (failures > 0) this.#arrived(await this.#offset());
        const whole = await this.#send();
        failures = 0;
        this.#said(true);
        if (whole) return true;
      } catch (error) {
        if (error instanceof Refused) {
          this.#events.refused(error.said);
          return false;
        }
        this.#said(false);
        await this.#pause(PAUSES[Math.min(failures, PAUSES.length - 1)] ?? 8000);
        failures += 1;
      }
    }
  }

  /** Sends the next pieces; with the last ones also how long the whole is. True when all of it is durable. */
  async #send(): Promise<boolean> {
    const parts: Array<Uint8Array<ArrayBuffer>> = [];
    let size = 0;
    for (const piece of this.#pieces) {
      if (size > 0 && size + piece.bytes.byteLength > MOST) break;
      parts.push(piece.bytes);
      size += piece.bytes.byteLength;
    }
    const last = this.#closed && parts.length === this.#pieces.length;
    const headers: Record<string, string> = {
      ...TUS,
      'Content-Type': 'application/offset+octet-stream',
      'Upload-Offset': String(this.#durable),
    };
    if (last) headers['Upload-Length'] = String(this.#made);
    const response = await this.#ask(this.#address, { method: 'PATCH', headers, body: joined(parts, size) });
    this.#arrived(Number(response.headers.get('Upload-Offset')));
    return last && this.#durable === this.#made;
  }

  async #offset(): Promise<number> {
    const response = await this.#ask(this.#address, { method: 'HEAD', headers: TUS });
    return Number(response.headers.get('Upload-Offset'));
  }

  /** The server has this much: what lies before it is let go. */
  #arrived(offset: number): void {
    if (!Number.isSafeInteger(offset) || offset < this.#durable || offset > this.#made) throw new Refused(undefined);
    let begin = this.#durable;
    while (this.#pieces[0] && begin + this.#pieces[0].bytes.byteLength <= offset) {
      const piece = this.#pieces.shift() as Piece;
      begin += piece.bytes.byteLength;
      this.#events.safe(piece.until);
    }
    const half = this.#pieces[0];
    if (half && begin < offset) half.bytes = half.bytes.slice(offset - begin);
    this.#durable = offset;
  }

  async #ask(address: string, request: RequestInit): Promise<Response> {
    const response = await fetch(address, { ...request, signal: AbortSignal.timeout(TIMEOUT) });
    if (response.ok) return response;
    // Busy or elsewhere: the offset is asked, and it goes on from there. A proxy or a restart: later.
    const passes = response.status >= 500 && response.status !== 507;
    if ([409, 423, 429].includes(response.status) || passes)
      if (request.method !== 'POST') throw new Error(`status ${response.status}`);
    throw new Refused(sentence(await response.text()));
  }

  #said(online: boolean): void {
    if (online !== this.#online) this.#events.online(online);
    this.#online = online;
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

function joined(parts: Array<Uint8Array<ArrayBuffer>>, size: number): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.byteLength;
  }
  return all;
}

/** The sentence with which the server refused, if it did. */
export function refusal(error: unknown): string | undefined {
  return error instanceof Refused ? error.said : undefined;
}
