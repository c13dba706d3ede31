// The line to the others: one socket that comes back by itself, a little later each time.

const FIRST_MS = 300;
const LAST_MS = 8_000;
/** A line that says nothing for this long is broken, whatever the browser thinks; the server beats more often. */
const SILENT_MS = 25_000;

export interface Hearing {
  heard(text: string): void;
  opened(): void;
  lost(): void;
  /** Called before each new try: whether there is still anything to come back to. */
  again(): Promise<boolean>;
}

export class Line {
  #socket: WebSocket | undefined;
  #timer = 0;
  #silence = 0;
  #wait = FIRST_MS;
  #ended = false;
  readonly #address: string;
  readonly #hearing: Hearing;

  constructor(address: string, hearing: Hearing) {
    this.#address = new URL(address, location.href.replace(/^http/, 'ws')).href;
    this.#hearing = hearing;
    addEventListener('online', this.#soon);
    addEventListener('offline', this.#broken);
    this.#open();
  }

  get open(): boolean {
    return this.#socket?.readyState === WebSocket.OPEN;
  }

  /** Sends a wish; false when there is no line to send it on. */
  send(what: object): boolean {
    if (!this.open) return false;
    this.#socket?.send(JSON.stringify(what));
    return true;
  }

  end(): void {
    this.#ended = true;
    clearTimeout(this.#timer);
    clearTimeout(this.#silence);
    removeEventListener('online', this.#soon);
    removeEventListener('offline', this.#broken);
    this.#socket?.close();
  }

  #open(): void {
    const socket = new WebSocket(this.#address);
    this.#socket = socket;
    socket.addEventListener('open', () => {
      if (socket !== this.#socket) return;
      this.#wait = FIRST_MS;
      this.#hearing.opened();
    });
    socket.addEventListener('message', (event) => {
      if (socket !== this.#socket) return;
      this.#listen();
      this.#hearing.heard(String(event.data));
    });
    socket.addEventListener('close', () => {
      if (socket === this.#socket) this.#lost();
    });
    this.#listen();
  }

  #listen(): void {
    clearTimeout(this.#silence);
    this.#silence = window.setTimeout(this.#broken, SILENT_MS);
  }

  /** The browser says that there is no network, or nothing was heard for too long. */
  readonly #broken = (): void => {
    const socket = this.#socket;
    this.#socket = undefined;
    socket?.close();
    this.#lost();
  };

  readonly #soon = (): void => {
    if (this.open || this.#ended) return;
    clearTimeout(this.#timer);
    this.#wait = FIRST_MS;
    void this.#try();
  };

  #lost(): void {
    clearTimeout(this.#silence);
    if (this.#ended) return;
    this.#hearing.lost();
    clearTimeout(this.#timer);
    // Not everyone at the same moment after a restart.
    this.#timer = window.setTimeout(() => void this.#try(), this.#wait * (0.75 + Math.random() / 2));
    this.#wait = Math.min(LAST_MS, this.#wait * 2);
  }

  async #try(): Promise<void> {
    if (this.#ended) return;
    const there = await this.#hearing.again();
    if (this.#ended) return;
    if (there) this.#open();
    else this.#lost();
  }
}
