// <mz-story>: six pictures become an animation of half a minute, with play, pause and again.
//
// It starts when someone starts it. Who wants no motion keeps the six pictures below each other, as without a script.

import { fill } from '../shared/time';

/** How long one picture stands. */
const SCENE = 5_000;

export class MzStory extends HTMLElement {
  #at = 0;
  #timer: number | undefined;
  #began = 0;
  #gone = 0;
  #left: AbortController | undefined;

  connectedCallback(): void {
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    this.#left = new AbortController();
    const { signal } = this.#left;
    this.dataset.live = '';
    const bar = this.querySelector<HTMLElement>('[data-part=bar]');
    if (bar) bar.hidden = false;
    this.querySelector('[data-do=play]')?.addEventListener('click', () => this.#press(), { signal });
    this.querySelector('[data-do=restart]')?.addEventListener('click', () => this.#restart(), { signal });
    this.#show();
  }

  disconnectedCallback(): void {
    this.#left?.abort();
    window.clearTimeout(this.#timer);
  }

  get #scenes(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('.story__scene')];
  }

  #press(): void {
    if (this.#timer !== undefined) return this.#pause();
    if (this.#at === this.#scenes.length - 1 && this.#gone >= SCENE) return this.#restart();
    this.#play();
  }

  #restart(): void {
    window.clearTimeout(this.#timer);
    this.#at = 0;
    this.#gone = 0;
    // Taken away and put back, so that the picture begins anew.
    this.#scenes[0]?.removeAttribute('data-now');
    void this.offsetWidth;
    this.#show();
    this.#play();
  }

  #play(): void {
    this.#began = performance.now();
    this.#timer = window.setTimeout(() => this.#next(), Math.max(0, SCENE - this.#gone));
    this.#tell(true);
  }

  #pause(): void {
    window.clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#gone += performance.now() - this.#began;
    this.#tell(false);
  }

  #next(): void {
    this.#timer = undefined;
    if (this.#at === this.#scenes.length - 1) {
      this.#gone = SCENE;
      return this.#tell(false);
    }
    this.#at += 1;
    this.#gone = 0;
    this.#show();
    this.#play();
  }

  #show(): void {
    for (const [number, scene] of this.#scenes.entries()) scene.toggleAttribute('data-now', number === this.#at);
    for (const [number, dot] of [...this.querySelectorAll('.story__dots > span')].entries())
      dot.toggleAttribute('data-now', number <= this.#at);
    const count = this.querySelector<HTMLElement>('[data-count]');
    const caption = this.#scenes[this.#at]?.querySelector('.story__caption')?.textContent ?? '';
    if (count) count.textContent = `${fill(count.dataset.count ?? '', { n: this.#at + 1 })}: ${caption}`;
  }

  #tell(playing: boolean): void {
    this.toggleAttribute('data-playing', playing);
    const shown = (what: string, there: boolean) => {
      const part = this.querySelector<HTMLElement>(`[data-show=${what}]`);
      if (part) part.hidden = !there;
    };
    shown('playing', playing);
    shown('paused', !playing);
  }
}

if (!customElements.get('mz-story')) customElements.define('mz-story', MzStory);
