// Bringing recordings in, sealed, beside the same framework writing them down in plain.
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { forgetPeak, memory, quantile, report } from './lib.mjs';
import { begin, headers, measure, prepared, started } from './measure.mjs';

const all = 1024 ** 3;
const rounds = 3;

export async function upload() {
  console.log('==> Uploading 1 GiB sealed and in plain, in one stream and in sixteen, three rounds in turn');
  const { house, person, ids } = await prepared(rounds * 17);
  const plain = join(house.root, 'plain');
  await mkdir(plain);
  const floor = await started(process.env.MEERZIEN_MEASURE, ['floor', plain]);
  const server = new URL(house.address).host;
  await forgetPeak(house.child.pid);
  const idle = await memory(house.child.pid);
  for (const streams of [1, 16]) {
    const bytes = all / streams;
    const times = { sealed: [], plain: [] };
    for (let round = 0; round < rounds; round += 1) {
      const paths = await begin(person, ids.splice(0, streams), bytes);
      const sealed = await measure('upload', server, bytes, ...headers(person), ...paths);
      const names = paths.map((_, n) => `/floor/${n}`);
      const written = await measure('upload', floor.address, bytes, ...names);
      await rm(plain, { recursive: true });
      await mkdir(plain);
      times.sealed.push(sealed.seconds);
      times.plain.push(written.seconds);
    }
    const [sealed, written] = [quantile(times.sealed, 0.5), quantile(times.plain, 0.5)];
    const ratio = written / sealed;
    const speed = (seconds) => `${(1024 / seconds).toFixed(0)} MiB/s`;
    report(
      `upload of 1 GiB in ${streams} stream${streams > 1 ? 's' : ''}, sealed, beside plaintext`,
      `${ratio.toFixed(2)} × (${speed(sealed)} beside ${speed(written)})`,
      '≥ 0.9 ×',
      ratio >= 0.9,
    );
  }
  const peak = (await memory(house.child.pid, 'VmHWM')) - idle;
  report('peak memory above idle while uploading', `${peak.toFixed(0)} MiB`, '< 64 MiB', peak < 64);
  await floor.end();
  await house.close();
}
