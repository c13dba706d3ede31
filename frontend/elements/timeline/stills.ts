// A still from the recording above the timeline, where the pointer is.

import { clock } from '../shared/time';

export class Stills {
  #figure = document.createElement('div');
  #picture: HTMLImageElement | undefined;
  #time = document.createElement('span');
  #address: string | undefined;
  #every: number;
  #host: HTMLElement;

  /** `address` holds `{n}`, the number of the still from 0; without it only the time is shown. */
  constructor(host: HTMLElement, address: string | undefined, every: number) {
    this.#address = address;
    this.#every = every;
    this.#host = host;
    this.#figure.className = 'timeline__still';
    this.#figure.setAttribute('aria-hidden', 'true');
    this.#time.className = 'time';
    if (address) {
      this.#picture = document.createElement('img');
      this.#picture.alt = '';
      this.#picture.addEventListener('error', () => this.#picture?.toggleAttribute('hidden', true));
      this.#picture.addEventListener('load', () => this.#picture?.toggleAttribute('hidden', false));
      this.#figure.append(this.#picture);
    }
    this.#figure.append(this.#time);
  }

  show(ms: number, share: number): void {
    this.#time.textContent = clock(ms);
    if (this.#picture && this.#address) {
      const address = this.#address.replace('{n}', String(Math.floor(ms / this.#every)));
      if (this.#picture.getAttribute('src') !== address) this.#picture.src = address;
    }
    this.#host.append(this.#figure);
    this.#figure.style.insetInlineStart = `clamp(5rem, ${share * 100}%, 100% - 5rem)`;
  }

  hide(): void {
    this.#figure.remove();
  }
}
