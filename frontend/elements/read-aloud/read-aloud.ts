// <mz-read-aloud for="id" lang="nl">: reads a part of the page aloud, with the voice of the device.
//
// Hidden until this script finds that the device can speak. Holds one button, pressed while it speaks, whose words
// stand in an element with `data-part="name"`: `data-start` and `data-stop`. Read are the words, the questions and what
// can be chosen, as they stand on the page; not what is hidden, the bar of a player, and the button itself. Each part is
// said in its own language.

const SAID = 'h1, h2, h3, p, li, dt, dd, summary, legend, label, .door, .yes-no__answer, .big-button, .nl-button';
const NOT_SAID = 'mz-read-aloud, .player__bar, .masthead, mz-timeline, mz-draw, [hidden], .visually-hidden';

interface Line {
  text: string;
  lang: string;
}

/** The text of an element as it is seen. */
function seen(from: Element): Line[] {
  const lines: Line[] = [];
  for (const part of from.querySelectorAll<HTMLElement>(SAID)) {
    if (part.closest(NOT_SAID) || !part.checkVisibility()) continue;
    // What holds other parts is said by them.
    if (part.querySelector(SAID)) continue;
    const text = part.innerText.replace(/\s+/g, ' ').trim();
    if (text) lines.push({ text, lang: part.closest<HTMLElement>('[lang]')?.lang ?? '' });
  }
  return lines;
}

export class ReadAloud extends HTMLElement {
  #left: AbortController | undefined;

  connectedCallback(): void {
    const button = this.querySelector('button');
    if (!button || !('speechSynthesis' in window)) return;
    this.#left = new AbortController();
    const { signal } = this.#left;
    button.addEventListener('click', () => (this.#speaking ? this.#stop() : this.#start()), { signal });
    // A voice that goes on after the page is gone frightens people.
    window.addEventListener('pagehide', () => this.#stop(), { signal });
    this.hidden = false;
  }

  disconnectedCallback(): void {
    this.#stop();
    this.#left?.abort();
  }

  get #speaking(): boolean {
    return this.querySelector('button')?.getAttribute('aria-pressed') === 'true';
  }

  #show(speaking: boolean): void {
    this.querySelector('button')?.setAttribute('aria-pressed', String(speaking));
    const name = this.querySelector<HTMLElement>('[data-part=name]');
    if (name) name.textContent = (speaking ? name.dataset.stop : name.dataset.start) ?? '';
  }

  #start(): void {
    const text = document.getElementById(this.getAttribute('for') ?? '');
    if (!text) return;
    speechSynthesis.cancel();
    const lines = seen(text);
    lines.forEach((line, n) => {
      const said = new SpeechSynthesisUtterance(line.text);
      said.lang = line.lang || this.lang;
      said.rate = 0.9;
      if (n === lines.length - 1) said.onend = () => this.#show(false);
      said.onerror = () => this.#show(false);
      speechSynthesis.speak(said);
    });
    if (lines.length > 0) this.#show(true);
  }

  #stop(): void {
    if (!this.#speaking) return;
    speechSynthesis.cancel();
    this.#show(false);
  }
}

if (!customElements.get('mz-read-aloud')) customElements.define('mz-read-aloud', ReadAloud);
