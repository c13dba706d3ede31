// Dutch voices by espeak-ng: one way of speaking per person, so that ears (and programs) can tell them apart.
import { execFileSync } from 'node:child_process';
import { mkSeed } from './chance.mjs';

/** Samples per second of everything we make. */
export const RATE = 22_050;

// variant, pitch (0-99), words per minute, liveliness of the melody, and how breathy the voice is.
export const VOICES = {
  merel: {
    professional: { variant: 'f3', pitch: 58, speed: 172, range: 62, breath: 0.02 },
    client: { variant: 'f1', pitch: 28, speed: 146, range: 38, breath: 0.05 },
  },
  kastanje: {
    professional: { variant: 'm3', pitch: 48, speed: 168, range: 42, breath: 0.01 },
    client: { variant: 'm1', pitch: 16, speed: 152, range: 34, breath: 0.16 },
  },
  zilver: {
    professional: { variant: 'f4', pitch: 70, speed: 182, range: 70, breath: 0.02 },
    client: { variant: 'm5', pitch: 40, speed: 122, range: 58, breath: 0.07 },
  },
};

/** One piece of text as sound: samples from first to last sound, silence around it cut off. */
export function speak(text, voice, { loud = 1, open = false } = {}) {
  // A sentence that is cut off must not come to rest: a comma keeps the melody up.
  const spoken = open ? `${text},` : text;
  const wav = execFileSync('espeak-ng', [
    '-v', `nl+${voice.variant}`, '-p', String(voice.pitch), '-s', String(voice.speed), '-g', '1', '-m', '--stdout',
    `<prosody range="${voice.range}">${escape(spoken)}</prosody>`,
  ], { maxBuffer: 64 << 20 });
  const samples = trim(normalise(pcm(wav), 0.1 * loud));
  return breathe(samples, voice.breath, text);
}

const escape = (text) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** 16-bit mono samples of a WAV that was written to a pipe (its lengths are not to be trusted). */
function pcm(wav) {
  const at = wav.indexOf('data') + 8;
  if (at < 44) throw new Error('espeak-ng gave no sound');
  const count = (wav.length - at) >> 1;
  const samples = new Float32Array(count);
  for (let i = 0; i < count; i += 1) samples[i] = wav.readInt16LE(at + 2 * i) / 32_768;
  return samples;
}

/** Brings the loudness of what is said (not of the pauses in it) to `level`. */
function normalise(samples, level) {
  let sum = 0;
  let count = 0;
  for (const sample of samples) {
    if (Math.abs(sample) > 0.01) {
      sum += sample * sample;
      count += 1;
    }
  }
  const gain = count ? level / Math.sqrt(sum / count) : 0;
  return samples.map((sample) => Math.max(-0.95, Math.min(0.95, sample * gain)));
}

function trim(samples) {
  const heard = (sample) => Math.abs(sample) > 0.004;
  const first = samples.findIndex(heard);
  const last = samples.findLastIndex(heard);
  return first < 0 ? new Float32Array(0) : samples.slice(first, last + 1);
}

/** Adds the noise of breath that follows the voice: a little for everyone, more for who is hoarse. */
function breathe(samples, amount, seedText) {
  const chance = mkSeed(seedText);
  let level = 0;
  let noise = 0;
  return samples.map((sample) => {
    level += (Math.abs(sample) - level) * 0.004;
    noise += (chance() * 2 - 1 - noise) * 0.6;
    return sample * (1 - amount) + noise * level * amount * 3;
  });
}
