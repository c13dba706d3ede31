// <mz-progress data-address>: how far the work at a recording is, asked now and then.
//
// The address gives `{state, progress, said}`. When the state becomes another one, the page is made anew.

import { show } from '../shared/words';

/** How often it asks, while someone looks. */
const EVERY = 1_000;

interface Standing {
  state: string;
  progress: number;
  said: string;
}

export class MzProgress extends HTMLElement {
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
      const standing = (await response.json()) as Standing;
      if (standing.state !== 'whole') return location.reload();
      const bar = this.querySelector('progress');
      if (bar) bar.value = standing.progress;
      show(this, 'said', standing.said);
    } catch {
      // No connection: it asks again by itself.
    }
  }
}

if (!customElements.get('mz-progress')) customElements.define('mz-progress', MzProgress);
