// Starts and stops the real program on a folder of its own, as a newcomer or a power cut would.
import { execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';

export const repository = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
export const output = join(repository, 'tests/output');
export const programPath = process.env.MEERZIEN_PROGRAM ?? join(repository, 'target/debug/meerzien');

const running = new Set();
// A test file that dies must not leave servers behind.
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Whether a PostgreSQL for tests is there; `make test` starts one. */
export const hasPostgres = Boolean(process.env.MEERZIEN_TEST_POSTGRES_URL);

// Makes an empty database and gives its address.
async function freshDatabase() {
  const server = new URL(process.env.MEERZIEN_TEST_POSTGRES_URL);
  const name = `house_${randomUUID().replaceAll('-', '')}`;
  await promisify(execFile)('psql', [server.href, '--quiet', '--command', `create database ${name}`]);
  return new URL(`/${name}`, server).href;
}

/** An address on this machine at which nobody answers yet, for who must be told it before there is a house. */
export async function freeAddress() {
  const server = createServer();
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return `http://127.0.0.1:${port}`;
}

/** A Meerzien on its own folders: `data/`, `tmp/` (its TMPDIR) and `log` lie together under `root`. */
export class House {
  /**
   * Opens a house in an empty folder and waits until it answers.
   * `kind` is the program's command: `demo` (with the demo organisation) or `serve`. With `postgres` it keeps its
   * records in a new database of the PostgreSQL that `scripts/postgres.sh` started. With `address` it answers there.
   */
  static async open({ kind = 'serve', env = {}, postgres = false, patience = 180_000, address } = {}) {
    const house = new House();
    house.address = address;
    house.root = await mkdtemp(join(tmpdir(), 'meerzien-house-'));
    house.data = join(house.root, 'data');
    house.tmp = join(house.root, 'tmp');
    house.log = join(house.root, 'log');
    house.env = postgres ? { ...env, MEERZIEN_DATABASE: await freshDatabase() } : env;
    await mkdir(house.tmp);
    await house.start({ kind, patience });
    return house;
  }

  /** Another program on the same folders and the same database, at an address of its own. */
  async beside() {
    const other = new House();
    const { root, data, tmp, env } = this;
    Object.assign(other, { root, data, tmp, env, log: join(root, 'log-beside') });
    await other.start();
    return other;
  }

  /** Starts the program. After a kill it comes back on the same address, as a restarted service does. */
  async start({ kind = 'serve', patience = 60_000 } = {}) {
    const listen = this.address ? new URL(this.address).host : '127.0.0.1:0';
    const child = spawn(programPath, [kind, '--data', this.data, '--listen', listen], {
      cwd: this.root,
      env: { ...process.env, TMPDIR: this.tmp, ...this.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.add(child);
    this.child = child;
    this.ended = new Promise((done) => {
      child.once('error', (error) => done({ error }));
      child.once('exit', (code, signal) => {
        running.delete(child);
        done({ code, signal });
      });
    });
    const log = createWriteStream(this.log, { flags: 'a' });
    child.stderr.pipe(log, { end: false });
    const ready = new Promise((done) => {
      createInterface({ input: child.stdout }).on('line', (line) => {
        log.write(`${line}\n`);
        const said = line.match(/^ready (http:\/\/\S+)$/);
        if (said) done(said[1]);
      });
    });
    let timer;
    const late = new Promise((done) => (timer = setTimeout(done, patience)));
    const address = await Promise.race([ready, this.ended.then(() => null), late]);
    clearTimeout(timer);
    if (!address) {
      const end = child.exitCode ?? child.signalCode ?? `nothing within ${patience} ms`;
      await this.kill();
      throw new Error(`meerzien ${kind} did not get ready (${end}):\n${await this.said()}`);
    }
    this.address = address;
  }

  /** All that the program said so far, on both its streams. */
  async said() {
    return readFile(this.log, 'utf8').catch(() => '');
  }

  /** Kills the program as a power cut does: no goodbye, nothing flushed. */
  async kill() {
    this.child.kill('SIGKILL');
    await this.ended;
  }

  /** Asks the program to stop and waits until it did; refusing to stop is an error. */
  async stop({ patience = 15_000 } = {}) {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    this.child.kill('SIGTERM');
    let timer;
    const late = new Promise((done) => (timer = setTimeout(() => done('late'), patience)));
    const end = await Promise.race([this.ended, late]);
    clearTimeout(timer);
    if (end === 'late') {
      await this.kill();
      throw new Error(`meerzien did not stop within ${patience} ms of SIGTERM:\n${await this.said()}`);
    }
  }

  /** Stops the program and takes its folders away. */
  async close() {
    await this.stop();
    if (!process.env.MEERZIEN_KEEP) await rm(this.root, { recursive: true, force: true });
  }
}
