// <mz-waits-for data-address>: waits until a card lies open, and then makes the page anew.
//
// The address gives `{turned, open}`. Without this script one loads the page again oneself.

/** How often it asks, while someone looks. */
const EVERY = 1_500;

export class MzWaitsFor extends HTMLElement {
  #timer: number | undefined;

  connectedCallback(): void {
    this.#timer = window.setInterval(() => void this.#ask(), EVERY);
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
      const standing = (await response.json()) as { turned: boolean; open: boolean };
      if (standing.open || !standing.turned) location.reload();
    } catch {
      // No connection: it asks again by itself.
    }
  }
}

if (!customElements.get('mz-waits-for')) customElements.define('mz-waits-for', MzWaitsFor);
