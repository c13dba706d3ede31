// The one place where a moment gets its words: opens as soon as a mark is made, can be ignored.

import { clock } from '../shared/time';
import type { Moment } from './kept';

/** What the editor asks of the look. */
export interface Wishes {
  change(moment: Moment): void;
  remove(id: string): void;
  /** Someone began to type, or is done. */
  typing(begins: boolean): void;
  now(): number;
}

export class Editor {
  #moment: Moment | undefined;

  constructor(
    readonly form: HTMLFormElement,
    readonly wishes: Wishes,
  ) {
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.close();
    });
    form.addEventListener('input', (event) => this.#input(event));
    form.addEventListener('click', (event) => this.#clicked(event));
    form.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))) {
        event.preventDefault();
        this.close();
      }
    });
  }

  get moment(): Moment | undefined {
    return this.#moment;
  }

  /** Opens for a moment, or shows it as it has become; the focus stays where it is. */
  open(moment: Moment): void {
    const same = this.#moment?.id === moment.id;
    if (!same) this.wishes.typing(false);
    this.#moment = { ...moment };
    this.form.hidden = false;
    for (const field of ['kind', 'whose', 'strength'] as const) {
      const choice = this.form.querySelector<HTMLInputElement>(
        `input[name=${field}][value="${CSS.escape(moment[field])}"]`,
      );
      if (choice) choice.checked = true;
    }
    for (const field of ['note', 'word'] as const) {
      const input = this.#text(field);
      // Never under someone's hands.
      if (input && document.activeElement !== input) input.value = moment[field];
    }
    this.#show();
  }

  /** Puts the focus where a word can be typed. */
  write(): void {
    this.#text('note')?.focus();
  }

  close(): void {
    const had = this.form.contains(document.activeElement);
    this.#moment = undefined;
    this.form.hidden = true;
    this.wishes.typing(false);
    if (had) this.form.dispatchEvent(new CustomEvent('mz-closed', { bubbles: true }));
  }

  #text(name: 'note' | 'word'): HTMLInputElement | HTMLTextAreaElement | null {
    return this.form.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[name=${name}]`);
  }

  #show(): void {
    const moment = this.#moment;
    if (!moment) return;
    const span = moment.end > moment.start;
    const chosen = this.form.querySelector<HTMLInputElement>('input[name=kind]:checked')?.dataset.name ?? '';
    const name = moment.kind === 'other' && moment.word ? moment.word : chosen;
    this.form.querySelectorAll('[data-show=kind]').forEach((part) => (part.textContent = name));
    const at = span ? `${clock(moment.start)}–${clock(moment.end)}` : clock(moment.start);
    this.form.querySelectorAll('[data-show=time]').forEach((part) => (part.textContent = at));
    this.form.querySelectorAll('[data-show=point]').forEach((part) => part.toggleAttribute('hidden', span));
    this.form.querySelectorAll('[data-show=span]').forEach((part) => part.toggleAttribute('hidden', !span));
    this.form
      .querySelectorAll('[data-show=word]')
      .forEach((part) => part.toggleAttribute('hidden', moment.kind !== 'other'));
  }

  #input(event: Event): void {
    const field = event.target;
    if (!this.#moment || !(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
    const name = field.name;
    if (name === 'note' || name === 'word') {
      this.wishes.typing(true);
      this.#moment[name] = field.value;
    } else if (name === 'kind' || name === 'whose' || name === 'strength') {
      this.#moment[name] = field.value;
    } else return;
    this.#show();
    this.wishes.change({ ...this.#moment });
  }

  #clicked(event: Event): void {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('button[data-do]') : null;
    const moment = this.#moment;
    if (!button || !moment) return;
    const what = button.dataset.do;
    if (what === 'remove') {
      this.close();
      this.wishes.remove(moment.id);
      return;
    }
    const now = this.wishes.now();
    if (what === 'starts-now') Object.assign(moment, { start: now, end: Math.max(now, moment.end) });
    else if (what === 'ends-now') this.endAt(now);
    else if (what === 'point') moment.end = moment.start;
    else return;
    this.#show();
    this.wishes.change({ ...moment });
  }

  /** Stretches the open moment to a place before or after it. */
  endAt(ms: number): void {
    const moment = this.#moment;
    if (!moment) return;
    if (ms < moment.start) Object.assign(moment, { start: ms, end: Math.max(moment.end, moment.start) });
    else moment.end = ms;
    this.#show();
  }
}
