// Frames and sound to a small video file, by ffmpeg. Frames are drawn once per different state.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Resvg } from '@resvg/resvg-js';
import { FPS } from './acting.mjs';
import { draw, HEIGHT, WIDTH } from './scene.mjs';
import { RATE } from './voice.mjs';

// Three containers as they come from cameras and browsers: an MP4 with its index at the end, one with it in front, WebM.
const FORMATS = {
  'mp4-index-last': ['-c:v', 'libx264', '-preset', 'slow', '-tune', 'animation', '-crf', '27', '-pix_fmt', 'yuv420p', '-g', '48', '-c:a', 'aac', '-b:a', '56k', '-ac', '1', '-f', 'mp4'],
  'mp4-index-first': ['-c:v', 'libx264', '-preset', 'slow', '-tune', 'animation', '-crf', '27', '-pix_fmt', 'yuv420p', '-g', '48', '-c:a', 'aac', '-b:a', '56k', '-ac', '1', '-movflags', '+faststart', '-f', 'mp4'],
  webm: ['-c:v', 'libvpx-vp9', '-crf', '36', '-b:v', '0', '-g', '48', '-deadline', 'good', '-cpu-used', '3', '-threads', '1', '-c:a', 'libopus', '-b:a', '40k', '-ac', '1', '-f', 'webm'],
};

/** Writes `path` in `format` from states (for `draw`) and sound. Nothing of the machine or the hour goes into the file. */
export async function encode(path, format, key, states, sound) {
  const args = [
    '-v', 'error', '-y',
    '-f', 'rawvideo', '-pix_fmt', 'rgba', '-s', `${WIDTH}x${HEIGHT}`, '-r', String(FPS), '-i', 'pipe:0',
    '-f', 'f32le', '-ar', String(RATE), '-ac', '1', '-i', 'pipe:3',
    '-map', '0:v', '-map', '1:a', '-map_metadata', '-1', '-fflags', '+bitexact', '-flags:v', '+bitexact', '-flags:a', '+bitexact', ...FORMATS[format], path,
  ];
  const ffmpeg = spawn('ffmpeg', args, { stdio: ['pipe', 'inherit', 'inherit', 'pipe'] });
  const ended = once(ffmpeg, 'close');
  const sent = Promise.all([
    pour(ffmpeg.stdin, frames(key, states)),
    pour(ffmpeg.stdio[3], [Buffer.from(sound.buffer, sound.byteOffset, sound.byteLength)]),
  ]);
  const [code] = await ended;
  if (code !== 0) throw new Error(`ffmpeg stopped with ${code} at ${path}`);
  await sent;
}

async function pour(stream, pieces) {
  for (const piece of pieces) {
    if (!stream.write(piece)) await once(stream, 'drain');
  }
  stream.end();
}

function* frames(key, states) {
  const drawn = new Map();
  for (const state of states) {
    const name = JSON.stringify(state);
    let pixels = drawn.get(name);
    if (!pixels) {
      pixels = new Resvg(draw(key, state), { font: { loadSystemFonts: false } }).render().pixels;
      if (drawn.size > 200) drawn.delete(drawn.keys().next().value);
      drawn.set(name, pixels);
    }
    yield pixels;
  }
}
