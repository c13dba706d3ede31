// <mz-print>: a button that prints the page. Hidden until this script runs; without it the browser's own menu prints.

export class Print extends HTMLElement {
  #left: AbortController | undefined;

  connectedCallback(): void {
    this.#left = new AbortController();
    this.addEventListener('click', () => window.print(), { signal: this.#left.signal });
    this.hidden = false;
  }

  disconnectedCallback(): void {
    this.#left?.abort();
  }
}

if (!customElements.get('mz-print')) customElements.define('mz-print', Print);
