// From timeline to movement: for every frame, how each person sits, looks, moves the mouth, and what is on the table.
import { mkSeed } from './chance.mjs';
import { RATE } from './voice.mjs';

export const FPS = 12;
const PEOPLE = ['professional', 'client'];
const FRAME = 1000 / FPS;

/** Hands when nothing is being said. */
const IDLE = { merel: { professional: 'type', client: 'rest' }, kastanje: { professional: 'pen', client: 'rest' }, zilver: { professional: 'rest', client: 'rest' } };

/** What a stage direction does to who does it, while it lasts. */
const DEEDS = {
  lacht: { smile: true, lift: 2, brow: 'up' },
  'lacht kort': { smile: true, lift: 1 },
  zucht: { eyes: 'closed', lift: 4, brow: 'worry' },
  hard: { brow: 'down', hands: 'both' },
  zacht: { gaze: [0, 2.4], tilt: 4, brow: 'worry' },
  'kijkt naar het raam': { away: true, gazeAway: 3.4 },
  'wrijft over zijn knie': { hands: 'knee', gaze: [0, 2.4], tilt: 5 },
  'legt pen neer': { gaze: [1, 2], tilt: 3 },
  'zet tas neer': { hands: 'one', tilt: 4 },
  'zet de la op tafel': { hands: 'both', tilt: 4 },
  'schuift zijn stoel dichterbij': { hands: 'one' },
  'scheurt papier': { hands: 'both', gaze: [0, 2.4] },
  typt: { hands: 'type', typing: true, gaze: [-1.5, 2] },
};
/** How long a deed is seen, in milliseconds, where it outlasts its place in the words. */
const LASTS = { typt: 2_600, 'kijkt naar het raam': 2_800, 'draait tablet': 3_600, zacht: 2_400, hard: 1_800, 'wrijft over zijn knie': 2_400 };

/** Deeds that change what stands on the table from then on. */
const LASTING = {
  'zet tas neer': 'bag', 'legt pen neer': 'penDown', 'zet de la op tafel': 'drawer', 'scheurt papier': 'letter',
  'schuift zijn stoel dichterbij': 'near', 'handen van het toetsenbord': 'handsOff', 'armen over elkaar': 'crossed',
};

/** All frames of a conversation as states for `draw`. */
export function act(key, part, timeline) {
  const chance = mkSeed(`${key} ${part} acting`);
  const deeds = timeline.turns.flatMap((turn) =>
    turn.acts.map((it) => ({ ...it, who: turn.who, to: Math.max(it.to, it.from + (LASTS[it.act] ?? 0)) })));
  const blinks = Object.fromEntries(PEOPLE.map((who) => [who, beats(chance, timeline.duration, 2_400, 3_000)]));
  const nods = Object.fromEntries(PEOPLE.map((who) => [who, beats(chance, timeline.duration, 1_600, 2_600)]));
  const gestures = timeline.turns.map(() => ['one', 'both', 'one', null][Math.floor(chance() * 4)]);
  const scene = { key, part, timeline, deeds, blinks, nods, gestures };
  return Array.from({ length: Math.ceil(timeline.duration / FRAME) }, (_, index) => frame(scene, index * FRAME));
}

function beats(chance, duration, least, spread) {
  const times = [];
  for (let at = 700 + chance() * least; at < duration; at += least + chance() * spread) times.push(at);
  return times;
}

function frame(scene, t) {
  const since = (name) => scene.deeds.find((deed) => LASTING[deed.act] === name && deed.from <= t)?.from;
  const turned = scene.deeds.find((deed) => deed.act === 'draait tablet' && deed.from <= t && t < deed.to);
  const state = {
    sway: Math.round(Math.sin(t / 1_900) * 2),
    crooked: scene.key === 'zilver' && scene.part === 'conversation' && t < scene.timeline.turns[2].from + 900,
    turned: turned ? ease(Math.min(t - turned.from, turned.to - t) / 500) : 0,
    props: {
      bag: since('bag') !== undefined, drawer: since('drawer') !== undefined, letter: since('letter') !== undefined,
      penDown: since('penDown') !== undefined, coffee: scene.part === 'next', list: scene.part === 'conversation',
    },
  };
  for (const who of PEOPLE) state[who] = pose(scene, who, t, since);
  return state;
}

function pose(scene, who, t, since) {
  const { key, part, timeline } = scene;
  const level = loudness(timeline.tracks[who], t);
  const index = timeline.turns.findLastIndex((turn) => turn.who === who && turn.from <= t && t <= turn.to + 250);
  const other = timeline.turns.some((turn) => turn.who !== who && turn.from <= t && t <= turn.to);
  const mine = timeline.turns[index];
  const speaks = mine?.speech.some((stretch) => stretch.from <= t && t <= stretch.to + 200);
  const it = {
    mouth: speaks ? level : 0,
    level: speaks ? Math.max(1, level) : 0,
    breath: Math.round(Math.sin((t + (who === 'client' ? 900 : 0)) / 700) * 0.5 + 0.5),
    eyes: scene.blinks[who].some((at) => at <= t && t < at + 150) ? 'closed' : 'open',
    hands: idle(key, part, who, since),
  };
  if (speaks && mine.to - mine.from > 1_400 && scene.gestures[index]) it.hands = scene.gestures[index] + (Math.floor(t / 420) % 2 ? '2' : '');
  if (!speaks && other && scene.nods[who].some((at) => at <= t && t < at + 420)) it.nod = Math.floor(t / 110) % 2 ? 3 : 1;
  if (who === 'client' && since('crossed') !== undefined) crossed(timeline, since('crossed'), t, it);
  const near = since('near');
  if (who === 'client' && near !== undefined) it.near = Math.round(18 * ease((t - near) / 900));
  for (const deed of scene.deeds) {
    if (deed.who === who && deed.from <= t && t < deed.to) perform(deed, t, it, who);
  }
  return it;
}

function idle(key, part, who, since) {
  if (who === 'client') return IDLE[key].client;
  if (since('handsOff') !== undefined || since('penDown') !== undefined || (key === 'kastanje' && part === 'next')) return 'fold';
  return IDLE[key].professional;
}

/** Arms stay crossed until their owner has more to say than a few words. */
function crossed(timeline, from, t, it) {
  const opens = timeline.turns.find((turn) => turn.who === 'client' && turn.from > from && turn.to - turn.from > 2_500);
  if (t < (opens?.from ?? Infinity)) Object.assign(it, { hands: 'crossed', brow: 'down' });
}

function perform(deed, t, it, who) {
  const { typing, gazeAway, ...rest } = DEEDS[deed.act] ?? {};
  Object.assign(it, rest);
  if (gazeAway) it.gaze = [who === 'client' ? gazeAway : -gazeAway, -0.6];
  if (typing && Math.floor(t / 170) % 2) it.hands = 'type2';
}

/** How wide the mouth opens: 0 to 3, from the sound of this frame. */
function loudness(track, t) {
  const piece = track.subarray(Math.floor((t * RATE) / 1000), Math.floor(((t + FRAME) * RATE) / 1000));
  const power = Math.sqrt(piece.reduce((sum, sample) => sum + sample * sample, 0) / (piece.length || 1));
  return power < 0.008 ? 0 : power < 0.045 ? 1 : power < 0.095 ? 2 : 3;
}

const ease = (part) => {
  const x = Math.max(0, Math.min(1, part));
  return Math.round(x * x * (3 - 2 * x) * 20) / 20;
};
