// The measuring tool, and a house that it filled.
import { execFile, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { House } from '../tests/lib/house.mjs';
import { Visitor } from '../tests/lib/visitor.mjs';

const tool = process.env.MEERZIEN_MEASURE;

/** Runs the tool; its answer is one line of JSON. */
export function measure(...words) {
  return new Promise((done, fail) => {
    execFile(tool, words.map(String), { maxBuffer: 1 << 24 }, (error, out, said) => {
      if (error) fail(new Error(`measure ${words[0]}: ${said || error.message}`));
      else done(JSON.parse(out));
    });
  });
}

/** A house with one professional, signed in, and conversations that await a recording. */
export async function prepared(conversations) {
  const house = await House.open({ kind: 'serve' });
  await house.stop();
  const { member, conversations: ids } = await measure('prepare', house.data, conversations);
  await house.start();
  const person = new Visitor(house.address);
  const answer = await person.post('/sign-in/demo', { member, next: '' });
  if (answer.status !== 303) throw new Error(`could not sign in: ${answer.status}`);
  return { house, person, ids };
}

/** The headers with which the tool is the same person. */
export function headers(person) {
  const cookie = [...person.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return [`Cookie: ${cookie}`, 'Sec-Fetch-Site: same-origin'].flatMap((header) => ['--header', header]);
}

/** Begins an upload in each conversation, and gives the addresses to send to. */
export async function begin(person, ids, bytes) {
  const paths = [];
  for (const id of ids) {
    const answer = await person.send('POST', `/tus/${id}`, {
      headers: { 'tus-resumable': '1.0.0', 'upload-length': String(bytes), 'content-length': '0' },
    });
    if (answer.status !== 201) throw new Error(`upload was not begun: ${answer.status} ${answer.text}`);
    paths.push(new URL(answer.headers.location, person.address).pathname);
  }
  return paths;
}

/** Starts a program that says `ready http://ADDR` or listens at once; gives its address and how to end it. */
export async function started(program, words) {
  const child = spawn(program, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  const address = await new Promise((done, fail) => {
    child.once('exit', (code) => fail(new Error(`${program} ended with ${code}`)));
    createInterface({ input: child.stdout }).once('line', (line) => done(line.match(/http:\/\/(\S+)/)[1]));
  });
  return { address, child, end: () => new Promise((done) => child.once('exit', done) && child.kill()) };
}
