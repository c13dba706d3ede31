// <mz-place for="player">: a button that takes over where the player is, into a field that says a place in a recording.
//
// The page prints the button hidden; without a script people type the place.
//   data-field the id of the field; or data-minutes and data-seconds those of two fields

import { clock } from '../shared/time';
import { STATE } from '../shared/wish';

export class MzPlace extends HTMLElement {
  #left: AbortController | undefined;
  #time = 0;

  connectedCallback(): void {
    const button = this.querySelector('button');
    const player = document.getElementById(this.getAttribute('for') ?? '');
    const [field, minutes, seconds] = [this.dataset.field, this.dataset.minutes, this.dataset.seconds].map((id) => {
      const found = document.getElementById(id ?? '');
      return found instanceof HTMLInputElement ? found : undefined;
    });
    if (!button || !player || !(field ?? (minutes && seconds))) return;
    this.#left = new AbortController();
    const { signal } = this.#left;
    player.addEventListener(STATE, (event) => (this.#time = event.detail.time), { signal });
    button.addEventListener(
      'click',
      () => {
        if (field) field.value = clock(this.#time);
        const whole = Math.floor(this.#time / 1000);
        if (minutes) minutes.value = String(Math.floor(whole / 60));
        if (seconds) seconds.value = String(whole % 60);
      },
      { signal },
    );
    button.hidden = false;
  }

  disconnectedCallback(): void {
    this.#left?.abort();
  }
}

if (!customElements.get('mz-place')) customElements.define('mz-place', MzPlace);
