// <mz-place for="player">: a button that takes over where the player is, into a field that says a place in a recording.
//
// The page prints the button hidden; without a script people type the place.
//   data-field the id of the field

import { clock } from '../shared/time';
import { STATE } from '../shared/wish';

export class MzPlace extends HTMLElement {
  #left: AbortController | undefined;
  #time = 0;

  connectedCallback(): void {
    const button = this.querySelector('button');
    const player = document.getElementById(this.getAttribute('for') ?? '');
    const field = document.getElementById(this.dataset.field ?? '');
    if (!button || !player || !(field instanceof HTMLInputElement)) return;
    this.#left = new AbortController();
    const { signal } = this.#left;
    player.addEventListener(STATE, (event) => (this.#time = event.detail.time), { signal });
    button.addEventListener('click', () => (field.value = clock(this.#time)), { signal });
    button.hidden = false;
  }

  disconnectedCallback(): void {
    this.#left?.abort();
  }
}

if (!customElements.get('mz-place')) customElements.define('mz-place', MzPlace);
