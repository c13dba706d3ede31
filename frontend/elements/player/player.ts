// <mz-player>: a recording with controls of our own.
//
// The page prints the media element (with native controls, for when there is no script) and a bar of controls, hidden
// until this script runs. A control says what it does in `data-do`; words and icons are the page's.
//
//   data-do   play | back | forward | frame-back | frame-forward | mute | full-screen (buttons), rate (select), volume (range)
//   data-show time | duration (their text is kept up to date), paused | playing | muted | sounding (shown only then)
//   data-part bar (the controls), trouble (shown when the recording can no longer be read)
//
// Attributes: `data-fps` frames a second (25), `data-step` seconds of one step (5).
// Tells `mz-state` (see shared/wish.ts); obeys `mz-wish` from inside, and from elements whose `for` is this id.
// The attributes `paused`, `muted` and `ready` are for styles.
// With the attribute `led` another moves the recording: what people here wish with it is told as `mz-held` and not done.

import { clock, spoken } from '../shared/time';
import { pressed } from '../shared/keys';
import { STATE, WISH, wish, type PlayerState, type Wish } from '../shared/wish';

const RATES = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 2];

/** What is everyone's own, also when another leads. */
const OWN: ReadonlyArray<Wish['do']> = ['volume', 'mute', 'full-screen'];

export class Player extends HTMLElement {
  #media: HTMLMediaElement | undefined;
  #until: number | undefined;
  #left: AbortController | undefined;
  #nudged = 0;

  connectedCallback(): void {
    const media = this.querySelector<HTMLMediaElement>('video, audio');
    if (!media) return;
    this.#media = media;
    media.controls = false;
    this.#left = new AbortController();
    const { signal } = this.#left;
    const tell = () => this.#tell();
    for (const type of [
      'loadedmetadata',
      'durationchange',
      'play',
      'pause',
      'seeked',
      'timeupdate',
      'ratechange',
      'volumechange',
      'ended',
    ] as const) {
      media.addEventListener(type, tell, { signal });
    }
    media.addEventListener('timeupdate', () => this.#stopAtEnd(), { signal });
    media.addEventListener('error', () => this.#trouble(), { signal });
    media.addEventListener('click', () => this.obey({ do: 'toggle' }), { signal });
    this.addEventListener('click', (event) => this.#clicked(event), { signal });
    this.addEventListener('input', (event) => this.#changed(event), { signal });
    document.addEventListener(WISH, (event) => this.#heard(event), { signal });
    document.addEventListener('keydown', (event) => this.#key(event), { signal });
    const bar = this.querySelector<HTMLElement>('[data-part=bar]');
    if (bar) bar.hidden = false;
    if (media.error) this.#trouble();
    this.#tell();
  }

  disconnectedCallback(): void {
    this.#left?.abort();
  }

  /** How things stand now. */
  get state(): PlayerState {
    const media = this.#media;
    const known = media && Number.isFinite(media.duration) ? media.duration * 1000 : Number(this.dataset.duration ?? 0);
    return {
      time: Math.round((media?.currentTime ?? 0) * 1000),
      duration: Math.round(known),
      paused: media?.paused ?? true,
      rate: (media?.playbackRate ?? 1) - this.#nudged,
      muted: media?.muted ?? false,
      volume: media?.volume ?? 1,
      ready: (media?.readyState ?? 0) > 0,
    };
  }

  /** Plays a little faster or slower than was chosen, to come back in step; nobody is told. */
  nudge(by: number): void {
    if (!this.#media || by === this.#nudged) return;
    const chosen = this.state.rate;
    this.#nudged = by;
    this.#media.playbackRate = chosen + by;
  }

  /** Takes the recording off the page: nothing of it stays in the element. */
  empty(): void {
    const media = this.#media;
    if (!media) return;
    media.pause();
    media.removeAttribute('src');
    media.load();
  }

  /** Does what was wished; `leading` is whoever moves the recording for all. */
  obey(wished: Wish, leading = false): void {
    const media = this.#media;
    if (!media) return;
    if (this.hasAttribute('led') && !leading && !OWN.includes(wished.do)) {
      this.dispatchEvent(new CustomEvent<Wish>('mz-held', { detail: wished, bubbles: true }));
      return;
    }
    if (wished.do !== 'rate' && wished.do !== 'volume' && wished.do !== 'mute') this.#until = undefined;
    switch (wished.do) {
      case 'toggle':
        return this.obey({ do: media.paused ? 'play' : 'pause' }, leading);
      case 'play':
        return this.#play();
      case 'pause':
        return media.pause();
      case 'seek':
        return this.#seek(wished.to);
      case 'step':
        return this.#seek(this.state.time + wished.by);
      case 'frame':
        media.pause();
        return this.#seek(this.state.time + (wished.by * 1000) / Number(this.dataset.fps ?? 25));
      case 'rate':
        this.#nudged = 0;
        media.playbackRate = wished.to;
        return;
      case 'volume':
        media.volume = Math.min(1, Math.max(0, wished.to));
        media.muted = false;
        return;
      case 'mute':
        media.muted = !media.muted;
        return;
      case 'stretch':
        this.#seek(wished.from);
        this.#until = wished.to;
        return this.#play();
      case 'full-screen':
        void (document.fullscreenElement ? document.exitFullscreen() : this.requestFullscreen?.());
        return;
    }
  }

  #play(): void {
    // A browser may refuse to start sound by itself; then the button is still there.
    this.#media?.play().catch(() => this.#tell());
  }

  #seek(ms: number): void {
    if (!this.#media) return;
    const end = this.state.duration || Number.POSITIVE_INFINITY;
    this.#media.currentTime = Math.min(Math.max(0, ms), end) / 1000;
    this.#tell();
  }

  #stopAtEnd(): void {
    if (this.#until !== undefined && this.state.time >= this.#until) {
      this.#until = undefined;
      this.#media?.pause();
    }
  }

  #trouble(): void {
    const part = this.querySelector<HTMLElement>('[data-part=trouble]');
    if (part) part.hidden = false;
    this.toggleAttribute('broken', true);
  }

  #tell(): void {
    const state = this.state;
    this.toggleAttribute('paused', state.paused);
    this.toggleAttribute('muted', state.muted || state.volume === 0);
    this.toggleAttribute('ready', state.ready);
    const show = (what: string, change: (part: HTMLElement) => void) =>
      this.querySelectorAll<HTMLElement>(`[data-show=${what}]`).forEach(change);
    // Named for the ear by its own text; a live region would talk through the recording.
    show('time', (part) => (part.textContent = clock(state.time)));
    show('duration', (part) => (part.textContent = clock(state.duration)));
    show('paused', (part) => part.toggleAttribute('hidden', !state.paused));
    show('playing', (part) => part.toggleAttribute('hidden', state.paused));
    show('muted', (part) => part.toggleAttribute('hidden', !this.hasAttribute('muted')));
    show('sounding', (part) => part.toggleAttribute('hidden', this.hasAttribute('muted')));
    show('spoken', (part) => (part.textContent = spoken(state.time)));
    const rate = this.querySelector<HTMLSelectElement>('select[data-do=rate]');
    if (rate && document.activeElement !== rate) rate.value = String(state.rate);
    const volume = this.querySelector<HTMLInputElement>('input[data-do=volume]');
    if (volume) volume.value = String(state.muted ? 0 : Math.round(state.volume * 100));
    this.dispatchEvent(new CustomEvent<PlayerState>(STATE, { detail: state }));
  }

  #clicked(event: Event): void {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('button[data-do]') : null;
    if (!button) return;
    const step = Number(this.dataset.step ?? 5) * 1000;
    const wishes: Record<string, Wish> = {
      play: { do: 'toggle' },
      back: { do: 'step', by: -step },
      forward: { do: 'step', by: step },
      'frame-back': { do: 'frame', by: -1 },
      'frame-forward': { do: 'frame', by: 1 },
      mute: { do: 'mute' },
      'full-screen': { do: 'full-screen' },
    };
    const wished = wishes[button.dataset.do ?? ''];
    if (wished) wish(button, wished);
  }

  #changed(event: Event): void {
    const field = event.target;
    if (field instanceof HTMLSelectElement && field.dataset.do === 'rate')
      wish(field, { do: 'rate', to: Number(field.value) });
    if (field instanceof HTMLInputElement && field.dataset.do === 'volume')
      wish(field, { do: 'volume', to: Number(field.value) / 100 });
  }

  #heard(event: CustomEvent<Wish>): void {
    const from = event.target instanceof Element ? event.target : undefined;
    if (!from) return;
    const named = from.closest('[for]')?.getAttribute('for');
    if (this.contains(from) || (this.id !== '' && named === this.id)) this.obey(event.detail);
  }

  #key(event: KeyboardEvent): void {
    const key = pressed(event);
    if (key === undefined) return;
    const step = Number(this.dataset.step ?? 5) * 1000;
    const wishes: Record<string, Wish> = {
      ' ': { do: 'toggle' },
      k: { do: 'toggle' },
      j: { do: 'step', by: -10_000 },
      l: { do: 'step', by: 10_000 },
      ArrowLeft: { do: 'step', by: -step },
      ArrowRight: { do: 'step', by: step },
      ',': { do: 'frame', by: -1 },
      '.': { do: 'frame', by: 1 },
      '<': { do: 'rate', to: this.#nextRate(-1) },
      '>': { do: 'rate', to: this.#nextRate(1) },
    };
    const wished = wishes[key];
    if (!wished) return;
    event.preventDefault();
    this.obey(wished);
  }

  #nextRate(direction: number): number {
    const now = RATES.indexOf(this.state.rate);
    return RATES[Math.min(RATES.length - 1, Math.max(0, (now < 0 ? 3 : now) + direction))] ?? 1;
  }
}

if (!customElements.get('mz-player')) customElements.define('mz-player', Player);
