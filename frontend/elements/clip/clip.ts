// <mz-clip>: a button that plays one stretch of a recording on the same page, and brings its picture into sight.
//
// The page prints the button with its words, hidden until this script runs; without a script the link beside it leads
// to a page where the browser plays the stretch by itself.
//
// Attributes: `for` the id of the player; `data-from` and `data-to` in milliseconds.

import { wish } from '../shared/wish';

export class Clip extends HTMLElement {
  #left: AbortController | undefined;

  connectedCallback(): void {
    const button = this.querySelector('button');
    const player = document.getElementById(this.getAttribute('for') ?? '');
    if (!button || !player) return;
    this.#left = new AbortController();
    button.addEventListener('click', () => this.#play(player), { signal: this.#left.signal });
    button.hidden = false;
  }

  disconnectedCallback(): void {
    this.#left?.abort();
  }

  #play(player: HTMLElement): void {
    wish(this, { do: 'stretch', from: Number(this.dataset.from), to: Number(this.dataset.to) });
    const { top, bottom } = player.getBoundingClientRect();
    if (top >= 0 && bottom <= window.innerHeight) return;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    player.scrollIntoView({ block: 'start', behavior: still ? 'auto' : 'smooth' });
  }
}

if (!customElements.get('mz-clip')) customElements.define('mz-clip', Clip);
