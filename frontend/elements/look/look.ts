// <mz-look>: looking, alone. Joins the player, the marks, the list of moments and the viewing guide, and saves every
// change at once. The page prints everything it needs: words, lists, forms, a template for a new item.
//
//   data-look       address of the look; `…/moments/<id>` and `…/answers/<question>` are put there
//   data-timeline   how often the places in the recording moved, sent along with every moment
//   data-marked     "{kind} gemerkt op {time}"; data-span-begun "Stuk begonnen op {time}"; data-undone, data-removed
//   [data-part=state]   what is said of saving, in data-saved, data-saving, data-offline
//   [data-part=refusal] where a refusal is said; [data-part=kept] a form that holds what could not be saved any more
//   button[data-mark]   marks a moment: data-kind, data-whose, data-word, data-key (a letter), data-write (opens the note)
//
// Keys: the letters on the buttons mark; M begins and ends a stretch; N writes; Control+Z takes back.

import { fill, spoken } from '../shared/time';
import { letterKeysOn, pressed, setLetterKeys } from '../shared/keys';
import type { PlayerState, Wish } from '../shared/wish';
import { Editor } from './editor';
import { Guide } from './guide';
import { newId, type Answer, type Moment } from './kept';
import { MomentList, wordsOf, type Words } from './list';
import { Pace } from './pace';
import { Sender, type No } from './sender';
import { Telling } from './telling';

type PlayerElement = HTMLElement & { state: PlayerState; obey(wish: Wish): void };

export class Look extends HTMLElement {
  #moments = new Map<string, Moment>();
  #undo: Array<{ id: string; before: Moment | undefined }> = [];
  #sender!: Sender;
  #list!: MomentList;
  #words!: Words;
  #editor!: Editor;
  #guide!: Guide;
  #spanFrom: number | undefined;
  #pausedByTyping = false;
  #pace = new Pace();
  #telling!: Telling;
  #left: AbortController | undefined;

  connectedCallback(): void {
    const list = this.querySelector<HTMLElement>('[data-part=moments]');
    const template = this.querySelector<HTMLTemplateElement>('template[data-part=moment]');
    const editor = this.querySelector<HTMLFormElement>('form[data-part=editor]');
    this.#left = new AbortController();
    const { signal } = this.#left;
    this.#telling = new Telling(this, () => this.#sender.known());
    this.#sender = new Sender(
      (standing) => this.#telling.standing(standing),
      (address, no) => this.#refused(address, no),
    );
    this.#guide = new Guide(this, {
      save: (answer, soon) => this.#saveAnswer(answer, soon),
      typing: (begins) => this.#typing(begins),
      next: (address) => void this.#goOn(address),
    });
    for (const form of this.#guide.forms) {
      this.#sender.knows(this.#answerAddress(form.dataset.question ?? ''), Number(form.dataset.version) || null);
    }
    addEventListener('pagehide', () => this.#pace.flush(), { signal });
    addEventListener('beforeunload', (event) => this.#unloading(event), { signal });
    document.addEventListener('click', (event) => this.#leaving(event), { signal });
    document.addEventListener('submit', (event) => void this.#stopping(event), { signal });
    document.addEventListener('visibilitychange', () => document.hidden && this.#pace.flush(), { signal });
    if (!list || !template || !editor) return;
    this.#words = wordsOf(editor);
    this.#list = new MomentList(list, template, this.#words);
    for (const { moment, version } of this.#list.read()) {
      this.#moments.set(moment.id, moment);
      this.#sender.knows(this.#momentAddress(moment.id), version);
    }
    this.#editor = new Editor(editor, {
      change: (moment) => this.#change(moment),
      remove: (id) => this.#remove(id),
      typing: (begins) => this.#typing(begins),
      now: () => this.#now,
    });
    this.addEventListener('click', (event) => this.#clicked(event), { signal });
    this.addEventListener('change', (event) => this.#switched(event), { signal });
    this.addEventListener(
      'mz-pick',
      (event) => this.#open((event as CustomEvent<string>).detail.replace(/^moment-/, '')),
      { signal },
    );
    this.addEventListener('mz-closed', () => this.#player?.querySelector<HTMLElement>('[data-do=play]')?.focus(), {
      signal,
    });
    // Before the player hears it: the letters of moments win over its own.
    document.addEventListener('keydown', (event) => this.#key(event), { signal, capture: true });
    const letters = this.querySelector<HTMLInputElement>('input[data-do=letters]');
    if (letters) letters.checked = letterKeysOn();
    this.#offer();
    this.toggleAttribute('ready', true);
  }

  disconnectedCallback(): void {
    this.#pace.flush();
    this.#left?.abort();
  }

  get #player(): PlayerElement | null {
    return this.querySelector<PlayerElement>('mz-player');
  }

  get #now(): number {
    return this.#player?.state?.time ?? 0;
  }

  #momentAddress(id: string): string {
    return `${this.dataset.look}/moments/${id}`;
  }

  #answerAddress(question: string): string {
    return `${this.dataset.look}/answers/${question}`;
  }

  // --- marking -----------------------------------------------------------------------------------------------------

  #mark(button: HTMLElement): void {
    const now = this.#now;
    const from = this.#spanFrom ?? now;
    this.#spanFrom = undefined;
    const moment: Moment = {
      id: newId(),
      kind: button.dataset.kind ?? 'other',
      whose: button.dataset.whose ?? 'own',
      strength: 'clear',
      start: Math.min(from, now),
      end: Math.max(from, now),
      note: '',
      word: button.dataset.word ?? '',
    };
    this.#remember(moment.id);
    this.#put(moment);
    this.#editor.open(moment);
    this.#telling.say(fill(this.dataset.marked ?? '', { kind: this.#name(moment), time: spoken(moment.start) }));
    if (button.dataset.write !== undefined) this.#editor.write();
  }

  /** M: ends the mark that is open, else begins a stretch that the next mark will end. */
  #stretch(): void {
    const open = this.#editor.moment;
    const now = this.#now;
    if (open && open.end === open.start && Math.abs(now - open.start) >= 200) {
      this.#remember(open.id);
      this.#editor.endAt(now);
      const moment = this.#editor.moment;
      if (moment) this.#put({ ...moment });
      return;
    }
    if (this.#spanFrom === undefined) {
      this.#spanFrom = now;
      this.#telling.say(fill(this.dataset.spanBegun ?? '', { time: spoken(now) }));
      return;
    }
    const other = this.querySelector<HTMLElement>('button[data-mark][data-kind=other]');
    if (other) this.#mark(other);
  }

  #change(moment: Moment): void {
    const before = this.#moments.get(moment.id);
    const typed = before && (before.note !== moment.note || before.word !== moment.word);
    if (!typed) this.#remember(moment.id);
    this.#put(moment, typed);
  }

  #put(moment: Moment, soon = false): void {
    this.#moments.set(moment.id, moment);
    this.#list.show(moment.id, moment);
    this.#offer();
    const { id, ...rest } = moment;
    // The places are those of the recording that this page was made with.
    const body = { ...rest, timeline: Number(this.dataset.timeline ?? 0) };
    this.#pace.send(this.#momentAddress(id), soon, () => this.#sender.send(this.#momentAddress(id), body));
  }

  #remove(id: string): void {
    this.#remember(id);
    this.#take(id);
    this.#telling.say(this.dataset.removed ?? '');
  }

  #take(id: string): void {
    this.#pace.drop(this.#momentAddress(id));
    this.#moments.delete(id);
    this.#list.show(id, undefined);
    this.#offer();
    this.#sender.send(this.#momentAddress(id), null);
  }

  #remember(id: string): void {
    const before = this.#moments.get(id);
    this.#undo.push({ id, before: before && { ...before } });
    this.querySelectorAll<HTMLButtonElement>('button[data-do=undo]').forEach((button) => (button.disabled = false));
  }

  #takeBack(): void {
    const last = this.#undo.pop();
    if (!last) return;
    if (last.before) {
      this.#put(last.before);
      if (this.#editor.moment?.id === last.id) this.#editor.open(last.before);
    } else {
      if (this.#editor.moment?.id === last.id) this.#editor.close();
      this.#take(last.id);
    }
    this.#telling.say(this.dataset.undone ?? '');
    this.querySelectorAll<HTMLButtonElement>('button[data-do=undo]').forEach(
      (button) => (button.disabled = this.#undo.length === 0),
    );
  }

  #open(id: string): void {
    const moment = this.#moments.get(id);
    if (!moment) return;
    this.#editor.open(moment);
    this.#editor.form.scrollIntoView({ block: 'nearest' });
  }

  #name(moment: Moment): string {
    return moment.kind === 'other' && moment.word ? moment.word : this.#words.kind(moment.kind);
  }

  #offer(): void {
    const moments = [...this.#moments.values()].sort((a, b) => a.start - b.start);
    this.#guide.offer(moments, (moment) => this.#name(moment));
    this.querySelectorAll<HTMLElement>('[data-part=no-moments]').forEach((part) => (part.hidden = moments.length > 0));
  }

  // --- hearing -----------------------------------------------------------------------------------------------------

  #clicked(event: Event): void {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('button') : null;
    if (!button) return;
    if (button.dataset.hides) document.getElementById(button.dataset.hides)?.toggleAttribute('hidden', true);
    if (button.dataset.mark !== undefined) return this.#mark(button);
    const item = button.closest<HTMLElement>('[data-moment-id]');
    const moment = item && this.#moments.get(item.dataset.momentId ?? '');
    switch (button.dataset.do) {
      case 'stretch':
        return this.#stretch();
      case 'undo':
        return this.#takeBack();
      case 'go-on':
        return this.#player?.obey({ do: 'play' });
      case 'pause':
        return this.#rest(button);
      case 'go':
        if (moment)
          this.#player?.obey(
            moment.end > moment.start
              ? { do: 'stretch', from: moment.start, to: moment.end }
              : { do: 'seek', to: moment.start },
          );
        return;
      case 'edit':
        if (moment) {
          this.#open(moment.id);
          this.#editor.write();
        }
        return;
      default:
        return;
    }
  }

  /** "Stop even": the picture stops, and what one may do then is shown. */
  #rest(button: HTMLElement): void {
    this.#player?.obey({ do: 'pause' });
    this.#editor.close();
    const part = document.getElementById(button.getAttribute('aria-controls') ?? '');
    if (part) {
      part.hidden = false;
      part.focus();
    }
  }

  #switched(event: Event): void {
    const box = event.target;
    if (box instanceof HTMLInputElement && box.dataset.do === 'letters') setLetterKeys(box.checked);
  }

  #key(event: KeyboardEvent): void {
    const typing =
      event.target instanceof HTMLTextAreaElement ||
      (event.target instanceof HTMLInputElement && event.target.type === 'text');
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z' && !event.shiftKey && !typing) {
      event.preventDefault();
      return this.#takeBack();
    }
    const key = pressed(event);
    if (key === undefined || event.repeat) return;
    const button = this.querySelector<HTMLElement>(`button[data-mark][data-key="${CSS.escape(key)}"]`);
    if (button) this.#mark(button);
    else if (key === 'm') this.#stretch();
    else if (key === 'n' && this.#editor.moment) this.#editor.write();
    else return;
    event.preventDefault();
  }

  /** Typing pauses the picture; being done lets it go on. */
  #typing(begins: boolean): void {
    const player = this.#player;
    if (!player?.state) return;
    if (begins && !player.state.paused) {
      this.#pausedByTyping = true;
      player.obey({ do: 'pause' });
    } else if (!begins && this.#pausedByTyping) {
      this.#pausedByTyping = false;
      player.obey({ do: 'play' });
    }
  }

  // --- saving ------------------------------------------------------------------------------------------------------

  #saveAnswer(answer: Answer, soon: boolean): void {
    const address = this.#answerAddress(answer.question);
    const { question: _, ...body } = answer;
    this.#pace.send(address, soon, () => this.#sender.send(address, body));
  }

  /** To the next page, once the server has everything; what is said of saving says why not. */
  async #goOn(address: string): Promise<void> {
    this.#pace.flush();
    if (await this.#sender.settled()) location.assign(address);
  }

  /** A link is followed once the server has everything that was typed. */
  #leaving(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
    const elsewhere = event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (!link || link.target || elsewhere || event.defaultPrevented) return;
    if (!this.#pace.waiting && !this.#sender.waiting) return;
    event.preventDefault();
    void this.#goOn(link.href);
  }

  /** "Later verder" is a form outside: it is sent once the server has everything. */
  async #stopping(event: SubmitEvent): Promise<void> {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.id !== 'later') return;
    if (!this.#pace.waiting && !this.#sender.waiting) return;
    event.preventDefault();
    this.#pace.flush();
    if (await this.#sender.settled()) form.submit();
  }

  /** Leaving in another way is asked about while something is on its way. */
  #unloading(event: BeforeUnloadEvent): void {
    this.#pace.flush();
    if (this.#sender.waiting) event.preventDefault();
  }

  #refused(address: string, no: No): void {
    this.#telling.refused(no);
    const theirs = no.theirs?.['text'];
    if (typeof theirs === 'string') this.#guide.conflict(address.split('/').pop() ?? '', theirs);
    if (no.refusal !== 'refusal-look-sealed') return;
    this.#sender.stop();
    const answers = this.#guide.forms.map((form) => this.#guide.read(form).text);
    this.#telling.keep([...answers, ...[...this.#moments.values()].map((moment) => moment.note)]);
  }
}

if (!customElements.get('mz-look')) customElements.define('mz-look', Look);
