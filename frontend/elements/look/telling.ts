// What the page says of marking and saving, in the words that the page printed.

import type { No, Standing } from './sender';

export class Telling {
  /** `known` hears that the code was given, and that the server knows again who this is. */
  constructor(
    readonly root: HTMLElement,
    readonly known: () => void,
  ) {
    const form = this.#code;
    if (form instanceof HTMLFormElement) {
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        void this.#give(form);
      });
    }
  }

  get #code(): HTMLElement | null {
    return this.root.querySelector<HTMLElement>('[data-part=code]');
  }

  /** Gives the code; what stands on the page stays as it is. */
  async #give(form: HTMLFormElement): Promise<void> {
    const no = form.querySelector<HTMLElement>('[data-show=no]');
    const field = form.querySelector<HTMLInputElement>('input');
    if (!no || !field) return;
    const said = await fetch(form.dataset.again ?? '', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { accept: 'application/json' },
      body: new URLSearchParams({ code: field.value }),
    }).then(
      async (response) => (response.ok ? '' : ((await response.json()) as No).sentence),
      () => this.#words('offline'),
    );
    no.textContent = said;
    no.hidden = said === '';
    if (said !== '') return field.focus();
    field.value = '';
    this.known();
  }

  #words(standing: Standing): string {
    return this.root.querySelector<HTMLElement>('[data-part=state]')?.dataset[standing] ?? '';
  }

  /** For the ear: what was just done. */
  say(text: string): void {
    const part = this.root.querySelector<HTMLElement>('[data-part=said]');
    if (part) part.textContent = text;
  }

  /** Where saving stands. "Saving" and "saved" are for the eye only; a lost connection is for the ear too. */
  standing(standing: Standing): void {
    // Whoever goes on after a refusal has read it.
    if (standing === 'saving') this.root.querySelector('[data-part=refusal]')?.toggleAttribute('hidden', true);
    this.#code?.toggleAttribute('hidden', standing !== 'code');
    for (const part of this.root.querySelectorAll<HTMLElement>('[data-part=state]')) {
      part.dataset.standing = standing;
      const text = part.dataset[standing] ?? '';
      if (part.textContent !== text) part.textContent = text;
      if (standing === 'offline' || standing === 'code') this.say(text);
    }
  }

  /** Why something was not done, in the server's sentence. */
  refused(no: No): void {
    const part = this.root.querySelector<HTMLElement>('[data-part=refusal]');
    const text = part?.querySelector('[data-show=sentence]');
    if (!part || !text) return;
    text.textContent = no.sentence;
    part.hidden = false;
  }

  /** Sealed in another window: what stood here and was not saved goes into the form for an addition. */
  keep(written: string[]): void {
    const form = this.root.querySelector<HTMLFormElement>('form[data-part=kept]');
    const field = form?.querySelector<HTMLTextAreaElement>('textarea');
    if (!form || !field) return;
    field.value = written.filter((text) => text.trim() !== '').join('\n\n');
    form.hidden = false;
  }
}
