// Sends every change at once, one at a time for each thing that changes, and again until the server has it.
// What waits is kept in memory only: a note about a person does not belong on this device's disk.

/** What the server says no with: the refusal's key, and the sentence for people in their language. */
export interface No {
  refusal: string;
  sentence: string;
  /** What stands there now, when someone changed it meanwhile. */
  theirs?: Record<string, unknown>;
  /** The version of what stands there now. */
  version?: number;
}

export type Standing = 'saved' | 'saving' | 'offline' | 'code';

type Body = Record<string, unknown> | null;

interface Waiting {
  /** What to send next: the newest, older ones are overtaken. */
  next: Body | undefined;
  /** The version the server last confirmed; a change says on which it builds. */
  version: number | null;
  busy: boolean;
}

const RETRY = [1_000, 2_000, 5_000, 10_000];

export class Sender {
  #things = new Map<string, Waiting>();
  #lost = 0;
  #timer = 0;
  #stopped = false;
  /** The server no longer knows who this is: everything waits until it does. */
  #unknown = false;
  #refusals = 0;
  /** The page is going away: what is sent now must outlive it. */
  #leaving = false;

  constructor(
    readonly tell: (standing: Standing) => void,
    readonly refused: (address: string, no: No) => void,
  ) {
    window.addEventListener('online', () => this.#wake());
    // Whoever gave their code in another window comes back to this one.
    document.addEventListener('visibilitychange', () => !document.hidden && this.#unknown && this.known());
    window.addEventListener('pagehide', () => (this.#leaving = true));
    window.addEventListener('pageshow', () => (this.#leaving = false));
  }

  /** Whether something is not yet with the server. */
  get waiting(): boolean {
    return !this.#stopped && [...this.#things.values()].some((thing) => thing.busy || thing.next !== undefined);
  }

  /** The server knows who this is again: what waited goes on. */
  known(): void {
    this.#unknown = false;
    this.#wake();
  }

  /** The version that the page was made with. */
  knows(address: string, version: number | null): void {
    this.#thing(address).version = version;
  }

  /** Puts a thing at its address; `null` takes it away. */
  send(address: string, body: Body): void {
    this.#thing(address).next = body;
    void this.#run(address);
  }

  /** True as soon as the server has everything; false when it cannot be reached or says no. */
  async settled(): Promise<boolean> {
    const refusals = this.#refusals;
    while (this.waiting) {
      if (this.#lost > 0 || this.#unknown) return false;
      await new Promise((done) => setTimeout(done, 50));
    }
    return !this.#stopped && refusals === this.#refusals;
  }

  /** No more sending: the look is sealed. What was not sent stays on the page. */
  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  #thing(address: string): Waiting {
    let thing = this.#things.get(address);
    if (!thing) {
      thing = { next: undefined, version: null, busy: false };
      this.#things.set(address, thing);
    }
    return thing;
  }

  async #run(address: string): Promise<void> {
    const thing = this.#thing(address);
    if (thing.busy || thing.next === undefined || this.#stopped) return;
    if (this.#unknown) return this.tell('code');
    const body = thing.next;
    thing.next = undefined;
    thing.busy = true;
    this.tell(this.#lost > 0 ? 'offline' : 'saving');
    const answer = await this.#once(address, body, thing.version);
    thing.busy = false;
    if (answer === 'unknown') {
      // Nothing that was typed is dropped: it goes as soon as the code was given.
      if (thing.next === undefined) thing.next = body;
      this.#unknown = true;
      this.#lost = 0;
      this.tell('code');
      return;
    }
    if (answer === 'lost') {
      // The same body goes again, unless a newer one waits: the server knows its own doing when it sees it twice.
      if (thing.next === undefined) thing.next = body;
      this.#later();
      return;
    }
    this.#lost = 0;
    if (typeof answer === 'object' && answer !== null) {
      this.#refusals += 1;
      if (answer.version !== undefined) thing.version = answer.version;
      this.refused(address, answer);
    } else {
      thing.version = answer;
    }
    this.tell(this.waiting ? 'saving' : 'saved');
    void this.#run(address);
  }

  /** The new version, `null` when it is gone, a refusal, `unknown` when a session ended, or `lost` when no answer came. */
  async #once(address: string, body: Body, base: number | null): Promise<number | null | No | 'lost' | 'unknown'> {
    try {
      const response = await fetch(address, {
        method: body === null ? 'DELETE' : 'PUT',
        credentials: 'same-origin',
        keepalive: this.#leaving,
        headers: { accept: 'application/json', 'content-type': 'application/json' },
        ...(body === null ? {} : { body: JSON.stringify({ ...body, base }) }),
      });
      if (response.status === 204) return null;
      if (response.status === 401) return 'unknown';
      if (response.status >= 500 && response.status !== 507) return 'lost';
      const said: unknown = await response.json();
      if (response.ok) return Number((said as { version: number }).version);
      return said as No;
    } catch {
      return 'lost';
    }
  }

  #later(): void {
    this.tell('offline');
    const wait = RETRY[Math.min(this.#lost, RETRY.length - 1)];
    this.#lost += 1;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#wake(), wait);
  }

  #wake(): void {
    for (const address of this.#things.keys()) void this.#run(address);
  }
}
