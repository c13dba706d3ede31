// Places turns in time: pauses between turns, silences that were written down, turns that start over each other.
import { mkSeed } from './chance.mjs';
import { RATE, speak } from './voice.mjs';

const LEAD_IN = 1_600;
const LEAD_OUT = 2_200;
/** A pause within a turn that is longer than this splits it into two stretches of speech. */
const PAUSE = 250;
/** Things that colour how something is said and take no time of their own. */
const MANNERS = { hard: 1.5, zacht: 0.55 };

const ms = (samples) => Math.round((samples * 1000) / RATE);
const samplesOf = (milliseconds) => Math.round((milliseconds * RATE) / 1000);

/**
 * Speaks and places all turns. Gives `{ duration, tracks, turns }`: a track of sound per person, and per turn
 * `from`, `to` (with the silence it opens with), `speech` (stretches of sound) and `acts` (what was done, and when).
 */
export function place(turns, voices, seed) {
  const chance = mkSeed(seed);
  const sounds = [];
  const placed = [];
  let before = null;
  for (const turn of turns) {
    const from = start(turn, before, chance);
    const one = sayTurn(turn, from, voices[turn.who]);
    sounds.push(...one.sounds);
    before = { turn: turn.turn, who: turn.who, from, to: one.to, speech: one.speech, acts: one.acts };
    placed.push(before);
  }
  const duration = before.to + LEAD_OUT;
  const tracks = { professional: new Float32Array(samplesOf(duration)), client: new Float32Array(samplesOf(duration)) };
  for (const { who, at, samples } of sounds) tracks[who].set(samples, samplesOf(at));
  return { duration, tracks, turns: placed };
}

/** Where a turn begins: right after the one before, or over its end. */
function start(turn, before, chance) {
  if (!before) return LEAD_IN;
  const gap = 320 + Math.round(chance() * 560);
  if (!turn.overlap) return turn.parts[0].silence ? before.to : before.to + gap;
  const last = before.speech.at(-1);
  return Math.max(last.from + 150, before.to - Math.min(480, Math.round((last.to - last.from) * 0.4)));
}

function sayTurn(turn, from, voice) {
  const sounds = [];
  const speech = [];
  const acts = [];
  let at = from;
  let loud = 1;
  turn.parts.forEach((part, index) => {
    if (part.silence) {
      acts.push({ act: 'stilte', from: at, to: at + part.silence * 1000 });
      at += part.silence * 1000;
    } else if (part.act && MANNERS[part.act]) {
      loud = MANNERS[part.act];
      acts.push({ act: part.act, from: at, to: at });
    } else if (part.act) {
      // Beside a written silence the deed falls inside it, so that the silence keeps its length.
      const last = turn.parts[index - 1];
      acts.push({ act: part.act, from: last?.silence ? at - 1_600 : at, to: at + 1_200 });
      if (!last?.silence) at += 650;
    } else {
      const cut = turn.cut_off && index === turn.parts.length - 1;
      const samples = speak(part.say, voice, { loud, open: cut });
      sounds.push({ who: turn.who, at, samples });
      for (const stretch of stretches(samples)) speech.push({ from: at + stretch.from, to: at + stretch.to });
      at += ms(samples.length);
    }
  });
  return { sounds, speech, acts, to: at };
}

/** Stretches of sound in one spoken piece, found in the voice itself before anything is mixed. */
function stretches(samples) {
  const frame = samplesOf(10);
  const found = [];
  for (let i = 0; i * frame < samples.length; i += 1) {
    const piece = samples.subarray(i * frame, (i + 1) * frame);
    const power = Math.sqrt(piece.reduce((sum, sample) => sum + sample * sample, 0) / piece.length);
    if (power < 0.004) continue;
    const last = found.at(-1);
    if (last && i * 10 - last.to <= PAUSE) last.to = (i + 1) * 10;
    else found.push({ from: i * 10, to: (i + 1) * 10 });
  }
  if (found.length) found.at(-1).to = Math.min(found.at(-1).to, ms(samples.length));
  return found;
}

/** Both voices in one room: mixed, with early reflections of its walls and the rustle of the air. */
export function mix(tracks, seed) {
  const chance = mkSeed(`${seed} air`);
  const length = tracks.professional.length;
  const out = new Float32Array(length);
  const walls = [[0, 1], [samplesOf(11), 0.16], [samplesOf(23), 0.1], [samplesOf(37), 0.06]];
  let air = 0;
  for (let i = 0; i < length; i += 1) {
    let sum = 0;
    for (const [delay, gain] of walls) {
      if (i >= delay) sum += gain * (tracks.professional[i - delay] + tracks.client[i - delay]);
    }
    air += (chance() * 2 - 1 - air) * 0.08;
    out[i] = Math.max(-1, Math.min(1, sum * 1.1 + air * 0.004));
  }
  return out;
}
