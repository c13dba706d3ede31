// <mz-timeline>: the recording as a line. Waveform, playhead, stills on hover, moments as points and spans; with
// `data-lanes` three lanes under each other, and a quiet bridge where moments of different lanes meet.
//
// Attributes
//   for             id of the player; data-duration milliseconds, until the player knows better
//   data-moments    id of the list of moments on the page (see pack.ts); the timeline redraws when the list changes
//   data-lanes      lane words, space-separated, in order; data-lane-<word> the name of a lane for people
//   data-peaks      address of the peaks; data-stills address of a still with {n}; data-still-every milliseconds
//   data-name       the slider's name; data-marks-name the name of the group of marks
//   data-point      "raakmoment {n} van {count}, {said}, {time}"; data-span the same with {end}
// Sends `mz-wish` to its player, and `mz-pick` with the moment's id when someone chooses a mark.

import { clock, fill, spoken } from '../shared/time';
import { wish, STATE, type PlayerState } from '../shared/wish';
import { readMarks, rows, type Mark } from './pack';
import { fetchPeaks, waveSvg } from './wave';
import { Stills } from './stills';

/** The size of a mark's target, in pixels: WCAG 2.5.8 asks 24. */
const TARGET = 30;

type PlayerElement = HTMLElement & { state: PlayerState };

function part(tag: string, name: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = `timeline__${name}`;
  return element;
}

export class Timeline extends HTMLElement {
  #track = part('div', 'track');
  #played = part('div', 'played');
  #head = part('div', 'head');
  #lanes = part('div', 'lanes');
  #stills: Stills | undefined;
  #player: PlayerElement | undefined;
  #left: AbortController | undefined;
  #frame = 0;
  #chosen = '';
  #dragging = false;

  connectedCallback(): void {
    this.#left = new AbortController();
    const { signal } = this.#left;
    this.replaceChildren(this.#track, this.#lanes);
    this.#track.replaceChildren(this.#played, this.#head);
    this.#asSlider();
    this.#stills = new Stills(this, this.dataset.stills, Number(this.dataset.stillEvery ?? 10_000));
    this.#track.addEventListener('pointerdown', (event) => this.#down(event), { signal });
    this.#track.addEventListener('pointermove', (event) => this.#moved(event), { signal });
    this.#track.addEventListener('pointerup', () => (this.#dragging = false), { signal });
    this.#track.addEventListener('pointercancel', () => (this.#dragging = false), { signal });
    this.#track.addEventListener('pointerleave', () => this.#dragging || this.#stills?.hide(), { signal });
    this.#track.addEventListener('keydown', (event) => this.#key(event), { signal });
    this.#lanes.addEventListener('keydown', (event) => this.#walk(event), { signal });
    this.#lanes.addEventListener('click', (event) => this.#picked(event), { signal });
    const player = document.getElementById(this.getAttribute('for') ?? '');
    if (player) {
      this.#player = player as PlayerElement;
      player.addEventListener(STATE, () => this.#follow(), { signal });
    }
    const list = document.getElementById(this.dataset.moments ?? '');
    if (list) {
      const observer = new MutationObserver(() => this.draw());
      observer.observe(list, { childList: true, subtree: true, attributes: true });
      signal.addEventListener('abort', () => observer.disconnect());
    }
    const sized = new ResizeObserver(() => this.draw());
    sized.observe(this);
    signal.addEventListener('abort', () => sized.disconnect());
    void this.#wave();
    this.draw();
    this.#follow();
  }

  disconnectedCallback(): void {
    this.#left?.abort();
    cancelAnimationFrame(this.#frame);
  }

  get #duration(): number {
    return this.#player?.state?.duration || Number(this.dataset.duration ?? 0) || 1;
  }

  get #time(): number {
    return this.#player?.state?.time ?? 0;
  }

  /** Shows which mark is chosen; nothing when `id` is empty. */
  choose(id: string): void {
    this.#chosen = id;
    for (const mark of this.querySelectorAll<HTMLElement>('.timeline__mark')) {
      mark.toggleAttribute('data-chosen', mark.dataset.moment === id);
    }
  }

  async #wave(): Promise<void> {
    const peaks = this.dataset.peaks ? await fetchPeaks(this.dataset.peaks, () => this.isConnected) : undefined;
    if (!peaks || peaks.length < 2) return;
    this.#track.prepend(waveSvg(peaks));
    this.#played.replaceChildren(waveSvg(peaks));
    this.#follow();
  }

  #asSlider(): void {
    this.#track.setAttribute('role', 'slider');
    this.#track.tabIndex = 0;
    this.#track.setAttribute('aria-label', this.dataset.name ?? '');
    this.#track.setAttribute('aria-valuemin', '0');
  }

  #follow(): void {
    const at = Math.min(1, this.#time / this.#duration);
    this.#head.style.insetInlineStart = `${at * 100}%`;
    this.#played.style.clipPath = this.#clip(at);
    const second = String(Math.floor(this.#time / 1000));
    if (this.#track.getAttribute('aria-valuenow') !== second) {
      this.#track.setAttribute('aria-valuenow', second);
      this.#track.setAttribute('aria-valuemax', String(Math.floor(this.#duration / 1000)));
      this.#track.setAttribute('aria-valuetext', spoken(this.#time));
    }
    cancelAnimationFrame(this.#frame);
    if (this.#player?.state && !this.#player.state.paused) this.#frame = requestAnimationFrame(() => this.#follow());
  }

  #clip(at: number): string {
    return `inset(0 ${(1 - at) * 100}% 0 0)`;
  }

  /** Draws the marks anew from the list on the page. */
  draw(): void {
    const list = document.getElementById(this.dataset.moments ?? '');
    const marks = list ? readMarks(list) : [];
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.moment : undefined;
    const names = (this.dataset.lanes ?? '').split(' ').filter(Boolean);
    const lanes = names.length > 0 ? names : [''];
    const width = this.#lanes.clientWidth || this.clientWidth || 600;
    const room = (TARGET / width) * this.#duration;
    this.#lanes.replaceChildren(...lanes.map((lane) => this.#lane(lane, marks, room)));
    if (names.length > 1) this.#lanes.append(...this.#bridges(marks, lanes));
    this.#lanes.hidden = marks.length === 0 && names.length === 0;
    this.choose(this.#chosen);
    if (focused) this.#lanes.querySelector<HTMLElement>(`[data-moment="${CSS.escape(focused)}"]`)?.focus();
  }

  #lane(lane: string, marks: Mark[], room: number): HTMLElement {
    const mine = marks.filter((mark) => lane === '' || mark.lane === lane);
    const row = rows(mine, room);
    const box = part('div', 'lane');
    box.setAttribute('role', 'group');
    if (lane) {
      box.dataset.perspective = lane;
      box.dataset.lane = lane;
    }
    const name = lane ? (this.getAttribute(`data-lane-${lane}`) ?? lane) : (this.dataset.marksName ?? '');
    box.setAttribute('aria-label', name);
    if (lane) box.append(this.#name(lane, name));
    const field = part('div', 'marks');
    field.style.blockSize = `${(Math.max(0, ...row) + 1) * (TARGET + 4) + 6}px`;
    field.append(...mine.map((mark, i) => this.#mark(mark, i, mine.length, row[i] ?? 0, marks.indexOf(mark) === 0)));
    box.append(field);
    return box;
  }

  #name(lane: string, text: string): HTMLElement {
    const name = part('div', 'name');
    const who = document.createElement('span');
    who.className = 'who';
    who.dataset.perspective = lane;
    const sign = document.createElement('span');
    sign.className = 'who__sign';
    who.append(sign, text);
    name.append(who);
    // The lane itself carries the name for the ear.
    name.setAttribute('aria-hidden', 'true');
    return name;
  }

  #mark(mark: Mark, index: number, count: number, row: number, entry: boolean): HTMLElement {
    const button = part('button', 'mark');
    button.setAttribute('type', 'button');
    button.tabIndex = entry ? 0 : -1;
    button.dataset.moment = mark.id;
    button.dataset.start = String(mark.start);
    button.dataset.family = mark.family;
    button.dataset.strength = mark.strength;
    const pattern = (mark.end > mark.start ? this.dataset.span : undefined) ?? this.dataset.point ?? '{said}, {time}';
    const values = { n: index + 1, count, said: mark.said, time: spoken(mark.start), end: spoken(mark.end) };
    button.setAttribute('aria-label', fill(pattern, values));
    button.title = `${mark.said}, ${clock(mark.start)}`;
    button.style.insetInlineStart = `${(mark.start / this.#duration) * 100}%`;
    button.style.insetBlockStart = `${row * (TARGET + 4) + 3}px`;
    button.innerHTML = `<svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#moment-${encodeURIComponent(mark.kind)}"></use></svg>`;
    if (mark.end > mark.start) {
      const stretch = part('span', 'stretch');
      stretch.style.inlineSize = `${((mark.end - mark.start) / this.#duration) * (this.#lanes.clientWidth || 600)}px`;
      button.prepend(stretch);
    }
    return button;
  }

  /** One bridge for each group of marks that meet: from the first lane that has one to the last. */
  #bridges(marks: Mark[], lanes: string[]): HTMLElement[] {
    const groups = new Map<string, Mark[]>();
    for (const mark of marks) if (mark.meets) groups.set(mark.meets, [...(groups.get(mark.meets) ?? []), mark]);
    const boxes = [...this.#lanes.querySelectorAll<HTMLElement>('.timeline__lane')];
    return [...groups.values()].flatMap((group) => {
      const touched = group.map((mark) => lanes.indexOf(mark.lane)).filter((i) => i >= 0);
      const first = boxes[Math.min(...touched)];
      const last = boxes[Math.max(...touched)];
      if (!first || !last || first === last) return [];
      const bridge = part('div', 'bridge');
      const start = Math.min(...group.map((mark) => mark.start));
      const end = Math.max(...group.map((mark) => mark.start));
      bridge.style.insetInlineStart = `${(start / this.#duration) * 100}%`;
      bridge.style.inlineSize = `calc(${((end - start) / this.#duration) * 100}% + ${TARGET}px)`;
      bridge.style.insetBlockStart = `${first.offsetTop}px`;
      bridge.style.blockSize = `${last.offsetTop + last.offsetHeight - first.offsetTop}px`;
      return [bridge];
    });
  }

  #at(event: PointerEvent): number {
    const box = this.#track.getBoundingClientRect();
    const share = Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
    return share * this.#duration;
  }

  #down(event: PointerEvent): void {
    if (event.button !== 0) return;
    this.#dragging = true;
    this.#track.setPointerCapture(event.pointerId);
    wish(this, { do: 'seek', to: this.#at(event) });
  }

  #moved(event: PointerEvent): void {
    const at = this.#at(event);
    if (this.#dragging) wish(this, { do: 'seek', to: at });
    if (this.#dragging || event.pointerType === 'mouse') this.#stills?.show(at, at / this.#duration);
  }

  #key(event: KeyboardEvent): void {
    const steps: Record<string, number> = {
      ArrowRight: 5000,
      ArrowLeft: -5000,
      ArrowUp: 1000,
      ArrowDown: -1000,
      PageUp: 30_000,
      PageDown: -30_000,
    };
    const step = steps[event.key];
    if (step !== undefined) wish(this, { do: 'step', by: step });
    else if (event.key === 'Home') wish(this, { do: 'seek', to: 0 });
    else if (event.key === 'End') wish(this, { do: 'seek', to: this.#duration });
    else if (event.key === ' ') wish(this, { do: 'toggle' });
    else return;
    event.preventDefault();
  }

  /** One stop for Tab, arrows between the marks. */
  #walk(event: KeyboardEvent): void {
    const marks = [...this.#lanes.querySelectorAll<HTMLElement>('.timeline__mark')];
    marks.sort((a, b) => Number(a.dataset.start) - Number(b.dataset.start));
    const now = marks.indexOf(event.target as HTMLElement);
    if (now < 0) return;
    const moves: Record<string, number> = {
      ArrowRight: now + 1,
      ArrowLeft: now - 1,
      Home: 0,
      End: marks.length - 1,
    };
    const next = marks[moves[event.key] ?? -1];
    if (!next) return;
    event.preventDefault();
    marks[now]?.setAttribute('tabindex', '-1');
    next.tabIndex = 0;
    next.focus();
  }

  #picked(event: Event): void {
    const mark = event.target instanceof Element ? event.target.closest<HTMLElement>('.timeline__mark') : null;
    if (!mark?.dataset.moment) return;
    this.choose(mark.dataset.moment);
    wish(this, { do: 'seek', to: Number(mark.dataset.start) });
    this.dispatchEvent(new CustomEvent('mz-pick', { detail: mark.dataset.moment, bubbles: true }));
  }
}

if (!customElements.get('mz-timeline')) customElements.define('mz-timeline', Timeline);
