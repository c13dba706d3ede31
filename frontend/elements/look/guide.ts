// The viewing guide beside the picture: three forms that save themselves. Without this script each has a button.

import { clock } from '../shared/time';
import type { Answer, Moment } from './kept';

/** What the guide asks of the look. */
export interface GuideWishes {
  save(answer: Answer, soon: boolean): void;
  typing(begins: boolean): void;
  /** A page of one question is done: on to the next. */
  next(address: string): void;
}

export class Guide {
  #forms: HTMLFormElement[];

  constructor(
    root: HTMLElement,
    readonly wishes: GuideWishes,
  ) {
    this.#forms = [...root.querySelectorAll<HTMLFormElement>('form[data-question]')];
    for (const form of this.#forms) {
      form.addEventListener('input', (event) => {
        const typed = event.target instanceof HTMLTextAreaElement;
        if (typed) this.wishes.typing(true);
        this.#changed(form, typed);
      });
      form.addEventListener('change', () => this.#changed(form, false));
      form.addEventListener('focusout', (event) => {
        if (event.target instanceof HTMLTextAreaElement) this.wishes.typing(false);
      });
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        this.#changed(form, false);
        if (form.dataset.next) this.wishes.next(form.dataset.next);
      });
    }
  }

  read(form: HTMLFormElement): Answer {
    const data = new FormData(form);
    return {
      question: form.dataset.question ?? '',
      step: (data.get('step') as string | null) || null,
      text: String(data.get('text') ?? ''),
      moments: data.getAll('moment').map(String),
    };
  }

  form(question: string): HTMLFormElement | undefined {
    return this.#forms.find((form) => form.dataset.question === question);
  }

  get forms(): HTMLFormElement[] {
    return this.#forms;
  }

  /** The moments one can link to: one box each, in the order of the recording. */
  offer(moments: Moment[], name: (moment: Moment) => string): void {
    for (const form of this.#forms) {
      const place = form.querySelector<HTMLElement>('[data-part=links]');
      const template = form.querySelector<HTMLTemplateElement>('template[data-part=link]');
      if (!place || !template) continue;
      const chosen = new Set(new FormData(form).getAll('moment').map(String));
      const boxes = moments.map((moment) => {
        const copy = template.content.cloneNode(true) as DocumentFragment;
        const box = copy.querySelector<HTMLInputElement>('input');
        const text = copy.querySelector<HTMLElement>('[data-show=name]');
        if (box) {
          box.value = moment.id;
          box.checked = chosen.has(moment.id);
        }
        if (text) text.textContent = `${name(moment)}, ${clock(moment.start)}`;
        return copy;
      });
      const focused = place.contains(document.activeElement)
        ? (document.activeElement as HTMLInputElement).value
        : undefined;
      place.replaceChildren(...boxes);
      if (focused) place.querySelector<HTMLInputElement>(`input[value="${CSS.escape(focused)}"]`)?.focus();
      form.querySelectorAll<HTMLElement>('[data-part=no-links]').forEach((part) => (part.hidden = moments.length > 0));
    }
  }

  #changed(form: HTMLFormElement, soon: boolean): void {
    const answer = this.read(form);
    this.#state(form, answer);
    this.wishes.save(answer, soon);
  }

  /** Keeps the state of a question in sight: empty, begun, answered, "weet ik niet". */
  #state(form: HTMLFormElement, answer: Answer): void {
    const begun = answer.text.trim() !== '' || answer.moments.length > 0;
    const state = answer.step === 'dontknow' ? 'dontknow' : answer.step ? 'answered' : begun ? 'begun' : 'empty';
    const question = form.closest<HTMLElement>('[data-state]');
    if (!question) return;
    question.dataset.state = state;
    question
      .querySelectorAll<HTMLElement>('[data-when]')
      .forEach((part) => (part.hidden = part.dataset.when !== state));
  }

  /** Shows what someone wrote here meanwhile, beside what stands on this page. */
  conflict(question: string, theirs: string): void {
    const part = this.form(question)?.querySelector<HTMLElement>('[data-part=theirs]');
    const text = part?.querySelector<HTMLElement>('[data-show=theirs]');
    if (!part || !text) return;
    text.textContent = theirs;
    part.hidden = false;
  }
}
