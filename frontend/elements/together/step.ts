// Keeping step: whoever leads tells where the recording stands; everyone else's follows it.

import type { Player } from '../player/player';
import { STATE, type PlayerState } from '../shared/wish';

/** Further apart than this one jumps; nearer than the other one is in step; in between one plays a bit faster or slower. */
const JUMP_MS = 400;
const NEAR_MS = 60;
/** A jump takes a moment to load; do not jump again before. */
const PATIENCE_MS = 1_500;
/** How often the steps are compared. */
const EVERY_MS = 250;
/** How far whoever leads may be from where the others think they are. */
const DRIFT_MS = 300;

/** Where the recording stands for all. */
export interface Playhead {
  playing: boolean;
  at: number;
  rate: number;
}

export type Tell = (wish: object) => void;

export class Step {
  #player: Player;
  #tell: Tell;
  #blocked: (blocked: boolean) => void;
  #head: Playhead = { playing: false, at: 0, rate: 100 };
  #since = performance.now();
  #leads = false;
  /** Whoever leads first comes in step with what is known, and only then tells: a page that loads stands at 0. */
  #settled = false;
  #jumped = -PATIENCE_MS;
  #told = -PATIENCE_MS;
  #timer = 0;
  #left = new AbortController();

  constructor(player: Player, tell: Tell, blocked: (blocked: boolean) => void) {
    this.#player = player;
    this.#tell = tell;
    this.#blocked = blocked;
    const { signal } = this.#left;
    player.addEventListener(STATE, (event) => this.#moved(event.detail), { signal });
    // Whoever touches it leads from where they are.
    const touched = (): void => {
      if (this.#leads && player.state.ready) this.#settled = true;
    };
    player.addEventListener('pointerdown', touched, { signal, capture: true });
    document.addEventListener('mz-wish', touched, { signal, capture: true });
    document.addEventListener('keydown', touched, { signal, capture: true });
    this.#timer = window.setInterval(() => this.#compare(), EVERY_MS);
  }

  /** The state of the session as the server tells it. */
  set(head: Playhead, leads: boolean): void {
    if (leads && !this.#leads) this.#settled = false;
    this.#leads = leads;
    this.#player.toggleAttribute('led', !leads);
    this.#head = head;
    this.#since = performance.now();
    this.#compare();
  }

  /** The line was lost and came back: what is known may be old. */
  unsettle(): void {
    this.#settled = false;
  }

  end(): void {
    clearInterval(this.#timer);
    this.#left.abort();
  }

  get #expected(): number {
    const run = this.#head.playing ? ((performance.now() - this.#since) * this.#head.rate) / 100 : 0;
    const end = this.#player.state.duration || Number.POSITIVE_INFINITY;
    return Math.min(end, this.#head.at + run);
  }

  #compare(): void {
    const player = this.#player;
    const state = player.state;
    if (!state.ready || (this.#leads && this.#settled)) return;
    const head = this.#head;
    const expected = this.#expected;
    const over = state.duration > 0 && expected >= state.duration;
    if (Math.round(state.rate * 100) !== head.rate) player.obey({ do: 'rate', to: head.rate / 100 }, true);
    const apart = state.time - expected;
    const now = performance.now();
    if (Math.abs(apart) > JUMP_MS || (!head.playing && Math.abs(apart) > 20)) {
      if (now - this.#jumped >= PATIENCE_MS || !head.playing) {
        this.#jumped = now;
        player.obey({ do: 'seek', to: expected }, true);
      }
      player.nudge(0);
    } else {
      const by = head.playing && Math.abs(apart) > NEAR_MS ? Math.max(-0.06, Math.min(0.06, -apart / 2_000)) : 0;
      player.nudge(Math.round(by * 1_000) / 1_000);
    }
    if (head.playing && state.paused && !over) player.obey({ do: 'play' }, true);
    if (!head.playing && !state.paused) player.obey({ do: 'pause' }, true);
    // A browser may want a hand before it plays sound.
    window.setTimeout(() => this.#blocked(this.#head.playing && !over && player.state.paused), 400);
    if (this.#leads && Math.abs(apart) <= JUMP_MS && (state.paused === !head.playing || over)) this.#settled = true;
  }

  /** What the recording does under the hands of whoever leads, told to the others. */
  #moved(state: PlayerState): void {
    if (!this.#leads || !this.#settled || !state.ready) return;
    const head = this.#head;
    const at = Math.round(state.time);
    const rate = Math.round(state.rate * 100);
    const set = (wish: object, changed: Partial<Playhead>): void => {
      this.#head = { ...head, at, ...changed };
      this.#since = this.#told = performance.now();
      this.#tell(wish);
    };
    if (rate !== head.rate) return set({ do: 'rate', at, to: rate }, { rate });
    if (state.paused === head.playing) {
      return set({ do: state.paused ? 'pause' : 'play', at }, { playing: !state.paused });
    }
    const apart = Math.abs(at - this.#expected);
    // A jump is told at once; a drift (a recording that had to load) not too often.
    if (apart > 1_000 || (apart > DRIFT_MS && performance.now() - this.#told > 2_000) || (state.paused && apart > 20)) {
      set({ do: 'seek', at }, {});
    }
  }
}
