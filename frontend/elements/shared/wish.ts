// State goes one way and wishes the other: whoever wants the recording to do something sends a wish,
// and only the player touches the media element.

/** What someone may wish from a player. Times in milliseconds. */
export type Wish =
  | { do: 'toggle' | 'play' | 'pause' | 'mute' | 'full-screen' }
  | { do: 'seek'; to: number }
  | { do: 'step'; by: number }
  | { do: 'frame'; by: number }
  | { do: 'rate'; to: number }
  | { do: 'volume'; to: number }
  /** Play from one place to another, then stop. */
  | { do: 'stretch'; from: number; to: number };

/** What a player tells about itself, as the detail of `mz-state`. */
export interface PlayerState {
  time: number;
  duration: number;
  paused: boolean;
  rate: number;
  muted: boolean;
  volume: number;
  ready: boolean;
}

export const WISH = 'mz-wish';
export const STATE = 'mz-state';

/** Sends a wish from an element inside a player, or from one that names its player in `for`. */
export function wish(from: Element, detail: Wish): void {
  from.dispatchEvent(new CustomEvent<Wish>(WISH, { detail, bubbles: true, composed: true }));
}

declare global {
  interface DocumentEventMap {
    'mz-wish': CustomEvent<Wish>;
  }
  interface HTMLElementEventMap {
    'mz-wish': CustomEvent<Wish>;
    'mz-state': CustomEvent<PlayerState>;
  }
}
