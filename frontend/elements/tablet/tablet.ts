// <mz-tablet>: two halves of one screen, each for its own person. One tap each; when both tapped, the form is sent and
// the cards come back open. Until then nothing leaves the page.
//
// On a narrow screen the halves come by turns: first the far one, then the near one. Without this script there is one
// button for both.

export class MzTablet extends HTMLElement {
  #left: AbortController | undefined;

  connectedCallback(): void {
    const form = this.querySelector('form');
    if (!form) return;
    this.#left = new AbortController();
    const { signal } = this.#left;
    for (const part of this.querySelectorAll<HTMLElement>('[data-part=together]')) part.hidden = true;
    for (const half of this.#halves()) {
      const turn = half.querySelector<HTMLElement>('[data-do=turn]');
      if (turn) turn.hidden = false;
      turn?.addEventListener('click', () => this.#turn(form, half), { signal });
      half.querySelector('[data-do=again]')?.addEventListener('click', () => this.#again(half), { signal });
    }
    this.dataset.now = this.#halves()[0]?.dataset.half ?? '';
  }

  disconnectedCallback(): void {
    this.#left?.abort();
  }

  #halves(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[data-half]')];
  }

  #turn(form: HTMLFormElement, half: HTMLElement): void {
    half.dataset.done = '';
    this.#cover(half, true);
    const other = this.#halves().find((one) => !('done' in one.dataset));
    if (!other) return form.requestSubmit();
    this.dataset.now = other.dataset.half ?? '';
    // On a narrow screen the other half comes into sight with this; on a wide one its person is busy there.
    if (document.activeElement === document.body) other.querySelector('textarea')?.focus();
  }

  #again(half: HTMLElement): void {
    delete half.dataset.done;
    this.#cover(half, false);
    this.dataset.now = half.dataset.half ?? '';
    half.querySelector('textarea')?.focus();
  }

  #cover(half: HTMLElement, covered: boolean): void {
    const face = half.querySelector<HTMLElement>('.tablet__face');
    const back = half.querySelector<HTMLElement>('.tablet__back');
    if (face) face.hidden = covered;
    if (back) back.hidden = !covered;
  }
}

if (!customElements.get('mz-tablet')) customElements.define('mz-tablet', MzTablet);
