// Sends at once, or a breath after the last key; nothing is left behind when the page goes.

/** How long after the last key a text is sent. */
const BREATH = 700;

export class Pace {
  #waiting = new Map<string, { timer: number; send: () => void }>();

  /** Sends now, or soon when someone is typing; a later call for the same address takes the place of this one. */
  send(address: string, typing: boolean, send: () => void): void {
    this.drop(address);
    if (!typing) return send();
    const timer = window.setTimeout(() => {
      this.#waiting.delete(address);
      send();
    }, BREATH);
    this.#waiting.set(address, { timer, send });
  }

  /** Whether something waits. */
  get waiting(): boolean {
    return this.#waiting.size > 0;
  }

  /** Forgets what was waiting for this address. */
  drop(address: string): void {
    clearTimeout(this.#waiting.get(address)?.timer);
    this.#waiting.delete(address);
  }

  /** Sends all that waits. */
  flush(): void {
    for (const { timer, send } of this.#waiting.values()) {
      clearTimeout(timer);
      send();
    }
    this.#waiting.clear();
  }
}
