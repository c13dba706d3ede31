// Films that a test makes for itself, with a picture that moves and a sentence in it that can be searched for.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What stands in the file itself, for the search of "nothing in plaintext". */
export const sentenceInFilm = 'Deze zin staat als opmerking in het filmbestand zelf.';

const shapes = {
  // The index of an MP4 stands at its end, as cameras write it: reading it needs seeking.
  'gesprek.mp4': ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-c:a', 'aac'],
  'gesprek.mov': ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-c:a', 'aac'],
  'gesprek.mkv': ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-c:a', 'libopus'],
  'gesprek.webm': ['-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '8', '-c:a', 'libopus'],
};

/** Makes a film of so many seconds and gives its path. The name chooses the container. */
export async function film(folder, name = 'gesprek.mp4', seconds = 12) {
  const path = join(folder, name);
  await run('ffmpeg', [
    '-hide_banner',
    '-loglevel',
    'error',
    '-y',
    '-f',
    'lavfi',
    '-i',
    `testsrc2=size=640x360:rate=25:duration=${seconds}`,
    '-f',
    'lavfi',
    '-i',
    `anoisesrc=color=pink:amplitude=0.2:duration=${seconds}:seed=7`,
    '-metadata',
    `comment=${sentenceInFilm}`,
    ...shapes[name],
    '-shortest',
    path,
  ]);
  return path;
}

/** Makes a picture and a voice for the fake camera and microphone, which Chromium plays again and again. */
export async function fakeDevices(folder, seconds = 6) {
  const camera = join(folder, 'camera.mjpeg');
  const microphone = join(folder, 'microphone.wav');
  const quiet = ['-hide_banner', '-loglevel', 'error', '-y', '-f', 'lavfi', '-i'];
  await run('ffmpeg', [...quiet, `testsrc2=size=640x360:rate=15:duration=${seconds}`, '-q:v', '5', camera]);
  await run('ffmpeg', [
    ...quiet,
    `sine=frequency=220:beep_factor=3:duration=${seconds}`,
    '-ar',
    '48000',
    '-ac',
    '1',
    microphone,
  ]);
  return { camera, microphone };
}
