// <mz-together>: a page that stays in step with everyone who looks together.
//
// The page prints everything, and its forms work without this script. The script sends the same wishes over a socket,
// hears what changed, and fetches the page again for what is written: what people wrote never comes over the socket.
//
// Attributes: `data-socket` the live address; `data-wish` where a form sends its wish; `data-me` one's own chair;
//   `data-room` on the screen of the room; `data-say-pointer` "{who} wijst hier".
// Parts: `lost` (no connection), `told` (a sentence, in data-show=told), `blocked` (the browser wants a hand before it
//   plays), `kept` (forms whose subject is gone), `closed` (a template for when everything closes).
// [data-fresh] parts are fetched again; form[data-wish] goes over the line; form[data-keep] is kept while typed in;
// [data-key] is pressed by that key.

import type { Player } from '../player/player';
import type { Timeline } from '../timeline/timeline';
import { pressed } from '../shared/keys';
import { fill } from '../shared/time';
import { appear, sentence, show } from '../shared/words';
import { forget, freshen, typed } from './fresh';
import { Line } from './line';
import { Pointers } from './pointers';
import { Step } from './step';

interface State {
  kind: 'state';
  v: number;
  now: number;
  leader: string | null;
  free: boolean;
  part: string;
  open: string | null;
  items: Array<[string, boolean]>;
  playing: boolean;
  at: number;
  rate: number;
  there: string[];
  table: string[];
}

type Said =
  | State
  | { kind: 'hello'; you: string }
  | { kind: 'point'; by: string; at: number | null }
  | { kind: 'changed'; what: string }
  | { kind: 'refused'; why: string; sentence: string }
  | { kind: 'closed'; why: string; sentence: string; to: string; name: string };

/** Several things that change at once are fetched once. */
const GATHER_MS = 60;

export class Together extends HTMLElement {
  #line: Line | undefined;
  #step: Step | undefined;
  #pointers: Pointers | undefined;
  #left: AbortController | undefined;
  #me = '';
  #version = 0;
  #shown = '';
  #fetching = 0;
  #busy = false;
  #over = false;
  /** How often something was sent: a page that was asked for before that is old. */
  #sent = 0;

  connectedCallback(): void {
    this.#left = new AbortController();
    const { signal } = this.#left;
    this.#me = this.dataset.me ?? '';
    this.addEventListener('submit', (event) => this.#submitted(event), { signal });
    this.addEventListener('click', (event) => this.#clicked(event), { signal });
    this.addEventListener('mz-held', () => this.#held(), { signal });
    document.addEventListener('keydown', (event) => this.#key(event), { signal });
    addEventListener('beforeunload', (event) => this.#leaving(event), { signal });
    appear(this, 'full-page', document.fullscreenEnabled);
    void this.#begin();
  }

  disconnectedCallback(): void {
    this.#end();
  }

  async #begin(): Promise<void> {
    await Promise.all(['mz-player', 'mz-timeline'].filter((tag) => this.querySelector(tag)).map(whenDefined));
    if (!this.isConnected) return;
    const player = this.querySelector<Player>('mz-player');
    const timeline = this.querySelector<Timeline>('mz-timeline');
    if (player)
      this.#step = new Step(
        player,
        (wish) => this.#line?.send(wish),
        (blocked) => this.#block(blocked),
      );
    if (timeline) {
      const name = (chair: string): string =>
        fill(this.dataset.sayPointer ?? '', { who: timeline.getAttribute(`data-lane-${chair}`) ?? '' });
      this.#pointers = new Pointers(timeline, (at) => this.#line?.send({ point: at }), name);
    }
    if (!this.dataset.socket || this.querySelector('#session-end')?.childElementCount === 0) return;
    this.#line = new Line(this.dataset.socket, {
      heard: (text) => this.#heard(JSON.parse(text) as Said),
      opened: () => {
        this.toggleAttribute('live', true);
        appear(this, 'lost', false);
        appear(this, 'told', false);
        // What changed while there was no line is not told again.
        this.#refresh();
      },
      lost: () => {
        this.toggleAttribute('live', false);
        appear(this, 'lost', true);
        this.#step?.unsettle();
        this.#pointers?.clear();
      },
      again: () => this.#stillThere(),
    });
  }

  #end(): void {
    this.#over = true;
    clearTimeout(this.#fetching);
    this.#left?.abort();
    this.#line?.end();
    this.#step?.end();
    this.#pointers?.end();
  }

  #heard(said: Said): void {
    switch (said.kind) {
      case 'hello':
        this.#me = said.you;
        // How things stand comes right after, whatever was known.
        this.#version = 0;
        return;
      case 'state':
        return this.#state(said);
      case 'point':
        if (said.by !== this.#me) this.#pointers?.show(said.by, said.at);
        return;
      case 'changed':
        return this.#refresh();
      case 'refused':
        show(this, 'told', said.sentence);
        appear(this, 'told', true);
        return;
      case 'closed':
        return this.#close(said.sentence, said.to, said.name);
    }
  }

  #state(state: State): void {
    if (state.v < this.#version) return;
    this.#version = state.v;
    this.#step?.set({ playing: state.playing, at: state.at, rate: state.rate }, state.leader === this.#me);
    this.dataset.leader = state.leader ?? '';
    const { v: _, now: __, playing: ___, at: ____, rate: _____, ...told } = state;
    const text = JSON.stringify(told);
    if (text !== this.#shown) this.#refresh();
    this.#shown = text;
  }

  #refresh(): void {
    if (this.#over) return;
    clearTimeout(this.#fetching);
    this.#fetching = window.setTimeout(() => void this.#fetch(), GATHER_MS);
  }

  async #fetch(): Promise<void> {
    if (this.#busy) return this.#refresh();
    this.#busy = true;
    const sent = this.#sent;
    try {
      const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
      if (answer.ok && !this.#over) {
        const html = await answer.text();
        if (sent === this.#sent) this.#take(html);
        else this.#refresh();
      } else if (answer.status >= 400 && answer.status < 500) await this.#stillThere();
    } catch {
      // No connection: the line will come back, and then it is fetched again.
    } finally {
      this.#busy = false;
    }
  }

  #take(html: string): void {
    const page = new DOMParser().parseFromString(html, 'text/html');
    if (!page.getElementById(this.id)) return location.reload();
    freshen(this, page, this.querySelector<HTMLElement>('[data-part=kept]'));
    appear(this, 'full-page', document.fullscreenEnabled);
    this.#lanes(page);
    const kept = this.querySelector<HTMLElement>('[data-part=kept]');
    if (kept && !kept.querySelector('form')) kept.hidden = true;
  }

  /** A look that was sealed meanwhile has a lane of its own. */
  #lanes(page: Document): void {
    const [own, fresh] = [this.querySelector<Timeline>('mz-timeline'), page.querySelector('mz-timeline')];
    if (!own || !fresh || own.getAttribute('data-lanes') === fresh.getAttribute('data-lanes')) return;
    for (const { name, value } of fresh.attributes) if (name.startsWith('data-lane')) own.setAttribute(name, value);
    own.draw();
  }

  /** Whether this reader may still be here; if not, everything closes with the sentence that says why. */
  async #stillThere(): Promise<boolean> {
    try {
      const answer = await fetch(location.href, { headers: { accept: 'application/json' } });
      if (answer.status < 400 || answer.status >= 500) {
        if (answer.redirected && !answer.url.includes('/together')) location.href = answer.url;
        return answer.ok;
      }
      this.#close(sentence(await answer.text()) ?? '', '', '');
    } catch {
      // No connection yet.
    }
    return false;
  }

  /** Calmly: the picture stops and goes, and nothing that was written stays on the page. */
  #close(sentence: string, to: string, name: string): void {
    if (this.#over) return;
    this.#end();
    const closed = this.querySelector<HTMLTemplateElement>('template[data-part=closed]');
    this.querySelector<Player>('mz-player')?.empty();
    if (document.fullscreenElement) void document.exitFullscreen();
    const card = closed?.content.firstElementChild?.cloneNode(true) as HTMLElement | undefined;
    if (!card) return location.reload();
    show(card, 'closed', sentence);
    const way = card.querySelector<HTMLAnchorElement>('a');
    if (to && way) {
      way.href = to;
      way.textContent = name;
    } else {
      way?.parentElement?.remove();
    }
    this.replaceChildren(card);
    card.focus();
  }

  #block(blocked: boolean): void {
    appear(this, 'blocked', blocked);
  }

  /** A follower wished something with the recording: say who can, by bringing the line about it into sight. */
  #held(): void {
    const line = this.querySelector<HTMLElement>('[data-said=follow]');
    if (!line) return;
    show(this, 'told', line.textContent ?? '');
    appear(this, 'told', true);
    window.setTimeout(() => appear(this, 'told', false), 6_000);
  }

  #clicked(event: Event): void {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-do]') : null;
    if (button?.dataset.do === 'join-film') {
      this.#block(false);
      this.querySelector<Player>('mz-player')?.obey({ do: 'play' }, true);
    }
    if (button?.dataset.do === 'full-page') {
      void (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen());
    }
  }

  #key(event: KeyboardEvent): void {
    if (!this.hasAttribute('data-room')) return;
    const key = pressed(event);
    if (!key) return;
    const button = this.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
    if (!button || button.hidden) return;
    event.preventDefault();
    button.click();
  }

  #submitted(event: SubmitEvent): void {
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    if (form.hasAttribute('data-wish')) return this.#wish(event, form);
    if (!form.hasAttribute('data-keep')) return;
    event.preventDefault();
    void this.#keep(form);
  }

  /** A wish goes over the line when there is one; else the form goes its own way. */
  #wish(event: SubmitEvent, form: HTMLFormElement): void {
    const wish: Record<string, string | number> = {};
    for (const [name, value] of new FormData(form, event.submitter)) {
      if (name !== 'room' && typeof value === 'string' && value) wish[name] = name === 'by' ? Number(value) : value;
    }
    appear(this, 'told', false);
    // The end leads to another page, and so goes as a form.
    if (wish['do'] !== 'end' && this.#line?.send(wish)) event.preventDefault();
  }

  /** Sends what was typed, and takes over the page that comes back: the next one, or this one with both texts. */
  async #keep(form: HTMLFormElement): Promise<void> {
    const button = form.querySelector<HTMLButtonElement>('button:not([type=button])');
    if (button?.disabled) return;
    if (button) button.disabled = true;
    try {
      const body = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
      const answer = await fetch(form.action, { method: 'POST', body, headers: { accept: 'text/html' } });
      const html = await answer.text();
      const ours = answer.ok || answer.status === 409 || answer.status === 422;
      const page = new DOMParser().parseFromString(html, 'text/html');
      if (!ours || !page.getElementById(this.id)) {
        await this.#stillThere();
        if (!this.#over) this.#notSent();
        return;
      }
      appear(this, 'told', false);
      // What was sent is no longer only in this form: kept, or printed again beside the other's text.
      form.removeAttribute('data-keep');
      forget(this);
      this.#sent += 1;
      if (form.closest('[data-part=kept]')) form.remove();
      this.#take(html);
      // What was not kept stands in the new form as the server printed it back, and must stay there.
      if (!answer.ok) this.querySelector(`#${CSS.escape(form.id)}`)?.setAttribute('data-unsent', '');
      if (!answer.ok) this.querySelector<HTMLElement>('[role=alert]')?.scrollIntoView({ block: 'center' });
      else if (location.search.includes('example=')) history.replaceState(null, '', this.#own);
    } catch {
      this.#notSent();
    } finally {
      if (button) button.disabled = false;
    }
  }

  get #own(): string {
    return `${this.dataset.here ?? location.pathname}${this.hasAttribute('data-room') ? '?room=1' : ''}`;
  }

  #notSent(): void {
    show(this, 'told', this.dataset.saidNotSent ?? '');
    appear(this, 'told', true);
  }

  #leaving(event: BeforeUnloadEvent): void {
    if ([...this.querySelectorAll<HTMLFormElement>('form[data-keep]')].some(typed)) event.preventDefault();
  }
}

function whenDefined(tag: string): Promise<unknown> {
  return customElements.whenDefined(tag);
}

if (!customElements.get('mz-together')) customElements.define('mz-together', Together);
