// Watching sealed recordings, beside nginx sending the plain file.
import { execFileSync, spawn } from 'node:child_process';
import { chmod, mkdir, open, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { forgetPeak, memory, report } from './lib.mjs';
import { begin, headers, measure, prepared } from './measure.mjs';

const demo = new URL('../demo/media/merel-1.mp4', import.meta.url);
const mib = 1024 ** 2;
const viewers = 64;

/** A recording that plays, made as large as asked with a box that every player passes over. */
async function large(path, bytes) {
  const film = await readFile(demo);
  const head = Buffer.alloc(16);
  head.writeUInt32BE(1, 0);
  head.write('free', 4);
  head.writeBigUInt64BE(BigInt(bytes - film.length), 8);
  const file = await open(path, 'w');
  await file.write(film);
  await file.write(head);
  // What is not written reads as nothing, and costs no disk: only sealing it does.
  await file.truncate(bytes);
  await file.close();
}

async function watched(house, person, id, path, bytes) {
  await large(path, bytes);
  const [address] = await begin(person, [id], bytes);
  await measure('upload', new URL(house.address).host, bytes, ...headers(person), '--file', path, address);
  // Asking how far it is makes it whole, if nobody did yet.
  await person.send('HEAD', address, { headers: { 'tus-resumable': '1.0.0' } });
  for (let wait = 0; wait < 300; wait += 1) {
    const { path: film } = await measure('film', house.data, id);
    if (film) return film;
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new Error('the recording did not become watchable');
}

async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

/** nginx as it comes, with a folder to send from. */
async function nginx(folder) {
  const port = await freePort();
  const conf = join(folder, 'nginx.conf');
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  await writeFile(
    conf,
    `worker_processes 2; daemon off; master_process on; pid ${folder}/pid; error_log ${folder}/error;
     ${process.getuid() === 0 ? 'user root;' : ''}
     events { worker_connections 1024; }
     http { access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000; default_type video/mp4;
       ${temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}
       server { listen 127.0.0.1:${port}; root ${folder}; } }`,
  );
  const child = spawn('/usr/sbin/nginx', ['-p', folder, '-c', conf], { stdio: ['ignore', 'inherit', 'inherit'] });
  for (let wait = 0; wait < 50; wait += 1) {
    if (await fetch(`http://127.0.0.1:${port}/`).catch(() => null)) break;
    await new Promise((done) => setTimeout(done, 100));
  }
  return { server: `127.0.0.1:${port}`, end: () => new Promise((done) => child.once('exit', done) && child.kill()) };
}

const perSecond = (seen) => `${(seen.bytes_per_second / mib).toFixed(0)} MiB/s`;

export async function ranges() {
  console.log('==> Watching a sealed recording of 512 MiB with 64 at once, beside nginx with the plain file');
  const { house, person, ids } = await prepared(3);
  const folder = join(house.root, 'plain');
  await mkdir(folder);
  await chmod(house.root, 0o755);
  const server = new URL(house.address).host;
  const bytes = 512 * mib;
  const film = await watched(house, person, ids[0], join(folder, 'film.mp4'), bytes);
  // nginx must not have it easier by a file that has holes.
  execFileSync('cp', ['--sparse=never', join(folder, 'film.mp4'), join(folder, 'whole.mp4')]);
  const floor = await nginx(folder);
  await forgetPeak(house.child.pid);
  const before = await memory(house.child.pid);
  const watch = (host, path, size, people, seconds, range, more = []) =>
    measure('watch', host, path, size, people, seconds, range, ...more);
  await watch(server, film, bytes, viewers, 2, mib, headers(person));
  const ours = await watch(server, film, bytes, viewers, 8, mib, headers(person));
  await watch(floor.server, '/whole.mp4', bytes, viewers, 2, mib);
  const theirs = await watch(floor.server, '/whole.mp4', bytes, viewers, 8, mib);
  const ratio = ours.bytes_per_second / theirs.bytes_per_second;
  report(
    'playing to 64 viewers, ranges of 1 MiB, beside nginx with the plain file',
    `${ratio.toFixed(2)} × (${perSecond(ours)} beside ${perSecond(theirs)})`,
    '≥ 0.5 ×',
    ratio >= 0.5,
  );
  const late = ours.whole_p99 / theirs.whole_p99;
  report(
    'p99 of a 1 MiB range with 64 viewers',
    `${late.toFixed(2)} × (${ours.whole_p99.toFixed(0)} beside ${theirs.whole_p99.toFixed(0)} ms)`,
    '≤ 2 ×',
    late <= 2,
  );
  const each = (((await memory(house.child.pid, 'VmHWM')) - before) * 1024) / viewers;
  report('memory for each of 64 viewers', `${Math.max(0, each).toFixed(0)} KiB`, '< 256 KiB', each < 256);
  await floor.end();

  console.log('==> Jumping to a first byte in a recording of 4 GiB and in one of 4 MiB');
  const small = await watched(house, person, ids[1], join(folder, 'small.mp4'), 4 * mib);
  const big = await watched(house, person, ids[2], join(folder, 'big.mp4'), 4096 * mib);
  const jump = (path, size) => watch(server, path, size, 1, 5, 65_536, headers(person));
  await jump(small, 4 * mib);
  const near = await jump(small, 4 * mib);
  const far = await jump(big, 4096 * mib);
  const further = far.first_p50 / near.first_p50;
  report(
    'jump to a first byte in 4 GiB beside 4 MiB',
    `${further.toFixed(2)} × (${far.first_p50.toFixed(2)} beside ${near.first_p50.toFixed(2)} ms)`,
    '≤ 1.2 ×',
    further <= 1.2,
  );
  await house.close();
}
