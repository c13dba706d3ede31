// <mz-read-aloud for="id" lang="nl">: reads a part of the page aloud, with the voice of the device.
//
// Hidden until this script finds that the device can speak. Holds one button, pressed while it speaks, whose words
// stand in an element with `data-part="name"`: `data-start` and `data-stop`. What is hidden on the page, and the
// button itself, are not read.

/** The text of an element as it is seen: without what is hidden, without buttons. */
function seen(from: Element): string[] {
  const lines: string[] = [];
  for (const part of from.querySelectorAll<HTMLElement>('h1, h2, h3, p, li, dt, dd, summary, legend')) {
    if (part.closest('mz-read-aloud, [hidden], .visually-hidden') || !part.checkVisibility()) continue;
    if (part.querySelector('p, li')) continue;
    const text = part.textContent?.replace(/\s+/g, ' ').trim();
    if (text) lines.push(text);
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
      const said = new SpeechSynthesisUtterance(line);
      said.lang = this.lang;
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
