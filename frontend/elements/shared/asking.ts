// Asking an address again and again while someone looks, and what to do with what it says.

/** An element with `data-address` that gives JSON, asked every `every` milliseconds while it stands on a visible page. */
export abstract class Asking<Standing> extends HTMLElement {
  #timer: number | undefined;

  /** How long between two askings, in milliseconds. */
  protected abstract readonly every: number;

  /** What the address said just now. */
  protected abstract hear(standing: Standing): void;

  connectedCallback(): void {
    this.#timer = window.setInterval(() => void this.#ask(), this.every);
  }

  disconnectedCallback(): void {
    window.clearInterval(this.#timer);
  }

  async #ask(): Promise<void> {
    if (document.hidden) return;
    try {
      const response = await fetch(this.dataset.address ?? '', { headers: { Accept: 'application/json' } });
      // Not ours to watch any more: the page itself says why.
      if (!response.ok) return location.reload();
      this.hear((await response.json()) as Standing);
    } catch {
      // No connection: it asks again by itself.
    }
  }
}
