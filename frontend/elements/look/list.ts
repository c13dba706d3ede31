// The list of moments on the page: the truth that the timeline draws and a screen reader reads.
// An item is a copy of the page's own template; this script only fills it.

import { clock, spoken } from '../shared/time';
import type { Moment } from './kept';

/** What an item says in words, from the page's own lists of words. */
export interface Words {
  kind(key: string): string;
  whose(key: string): string;
  strength(key: string): string;
  family(key: string): string;
}

/** Reads the words from the editor: each choice there carries its key and its name. */
export function wordsOf(editor: HTMLElement): Words {
  const name = (field: string) => (key: string) => {
    const choice = editor.querySelector<HTMLInputElement>(`input[name=${field}][value="${CSS.escape(key)}"]`);
    return choice?.dataset.name ?? key;
  };
  const family = (key: string) =>
    editor.querySelector<HTMLInputElement>(`input[name=kind][value="${CSS.escape(key)}"]`)?.dataset.family ?? 'open';
  return { kind: name('kind'), whose: name('whose'), strength: name('strength'), family };
}

export class MomentList {
  constructor(
    readonly list: HTMLElement,
    readonly template: HTMLTemplateElement,
    readonly words: Words,
  ) {}

  /** The moments that the page was made with. */
  read(): Array<{ moment: Moment; version: number | null }> {
    return [...this.list.querySelectorAll<HTMLElement>('[data-moment-id]')].map((item) => ({
      moment: {
        id: item.dataset.momentId ?? '',
        kind: item.dataset.kind ?? 'other',
        whose: item.dataset.whose ?? 'own',
        strength: item.dataset.strength ?? 'clear',
        start: Number(item.dataset.start),
        end: Number(item.dataset.end),
        note: item.querySelector('[data-show=note]')?.textContent ?? '',
        word: item.dataset.word ?? '',
      },
      version: item.dataset.version ? Number(item.dataset.version) : null,
    }));
  }

  item(id: string): HTMLElement | null {
    return this.list.querySelector<HTMLElement>(`[data-moment-id="${CSS.escape(id)}"]`);
  }

  /** Puts a moment in its place in the order of the recording, or takes it away. */
  show(id: string, moment: Moment | undefined): void {
    const old = this.item(id);
    if (!moment) {
      old?.remove();
      return;
    }
    const item = old ?? this.#fresh(moment.id);
    if (!item) return;
    this.#fill(item, moment);
    const later = [...this.list.children].find(
      (other): other is HTMLElement =>
        other instanceof HTMLElement && other !== item && Number(other.dataset.start) > moment.start,
    );
    if (item.nextElementSibling !== (later ?? null) || !item.parentElement) this.list.insertBefore(item, later ?? null);
  }

  #fresh(id: string): HTMLElement | null {
    const copy = this.template.content.cloneNode(true) as DocumentFragment;
    const item = copy.querySelector<HTMLElement>('[data-moment-id]');
    if (item) {
      item.dataset.momentId = id;
      item.id = `moment-${id}`;
    }
    return item;
  }

  #fill(item: HTMLElement, moment: Moment): void {
    const { words } = this;
    const kind = moment.kind === 'other' && moment.word ? moment.word : words.kind(moment.kind);
    const said = `${kind}, ${words.whose(moment.whose)}`;
    Object.assign(item.dataset, {
      start: String(moment.start),
      end: String(moment.end),
      kind: moment.kind,
      family: words.family(moment.kind),
      whose: moment.whose,
      strength: moment.strength,
      word: moment.word,
      said,
    });
    const set = (name: string, text: string) =>
      item.querySelectorAll<HTMLElement>(`[data-show=${name}]`).forEach((part) => {
        if (part.textContent !== text) part.textContent = text;
        part.toggleAttribute('hidden', text === '');
      });
    set('kind', kind);
    set('time', moment.end > moment.start ? `${clock(moment.start)}–${clock(moment.end)}` : clock(moment.start));
    set('spoken', spoken(moment.start));
    set('facts', `${words.whose(moment.whose)}, ${words.strength(moment.strength)}`.toLocaleLowerCase());
    set('note', moment.note);
    const sign = item.querySelector<HTMLElement>('.moment');
    if (sign) Object.assign(sign.dataset, { family: words.family(moment.kind), strength: moment.strength });
    item.querySelector('use')?.setAttribute('href', `/assets/icons.svg#moment-${encodeURIComponent(moment.kind)}`);
  }
}
