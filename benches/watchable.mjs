// From the last byte of an hour of video to watching it.
import { execFileSync } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { report } from './lib.mjs';
import { begin, headers, measure, prepared } from './measure.mjs';

/** An hour of 720p at about two megabits, as a browser's recorder writes it: no length, no index. */
function hour(path) {
  const minute = `${path}.minute.webm`;
  const picture = 'testsrc2=size=1280x720:rate=15,noise=alls=6:allf=t';
  const speech = 'anoisesrc=color=brown:amplitude=0.3:sample_rate=48000';
  const codecs = ['-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '16', '-b:v', '2M', '-g', '100'];
  const input = ['-f', 'lavfi', '-i', picture, '-f', 'lavfi', '-i', speech, '-t', '60'];
  const ffmpeg = (words) => execFileSync('ffmpeg', ['-v', 'error', '-y', ...words], { stdio: 'inherit' });
  ffmpeg([...input, ...codecs, '-c:a', 'libopus', minute]);
  // The hour is that minute sixty times, so that making it takes no hour.
  ffmpeg(['-stream_loop', '59', '-i', minute, '-c', 'copy', '-f', 'webm', '-live', '1', path]);
}

export async function watchable() {
  console.log('==> From the last byte of an hour of 720p video to watching it (making the video takes a minute)');
  const { house, person, ids } = await prepared(1);
  const path = join(house.root, 'hour.webm');
  hour(path);
  const { size } = await stat(path);
  const [address] = await begin(person, ids, size);
  await measure('upload', new URL(house.address).host, size, ...headers(person), '--file', path, address);
  const began = Date.now();
  let film;
  while (!film && Date.now() - began < 300_000) {
    ({ path: film } = await measure('film', house.data, ids[0]));
    if (!film) await new Promise((done) => setTimeout(done, 50));
  }
  const seconds = (Date.now() - began) / 1000;
  report(
    `last byte to watchable, an hour of 720p (${(size / 1024 ** 2).toFixed(0)} MiB)`,
    film ? `${seconds.toFixed(1)} s` : 'not within five minutes',
    '< 2 s',
    Boolean(film) && seconds < 2,
  );
  await house.close();
}
