// Somebody on a bare socket who takes their time: says half a request, sends a byte now and then, or reads nothing.
import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { later } from './tus.mjs';

/** Opens a bare connection. `said` is all that was heard so far, `ended` whether the other side hung up. */
export function line(address, { reads = true } = {}) {
  const { hostname, port } = new URL(address);
  return new Promise((done, fail) => {
    const socket = connect({ host: hostname, port: Number(port) });
    const one = { socket, said: '', heard: 0, ended: false };
    if (reads) {
      socket.on('data', (part) => {
        one.heard += part.length;
        if (one.said.length < 4_000) one.said += part.toString('latin1');
      });
    }
    socket.on('end', () => (one.ended = true));
    socket.on('close', () => (one.ended = true));
    socket.on('error', () => (one.ended = true));
    socket.once('connect', () => done(one));
    socket.once('error', fail);
  });
}

/** Sends `text` again and again, with pauses, until the other side hangs up. */
export async function trickle(one, text, pause = 200) {
  while (!one.ended && !one.socket.destroyed) {
    one.socket.write(text);
    await later(pause);
  }
}

/** Waits until something holds; what is waited for has a bound of its own in the program's settings. */
export async function until(what, holds, patience = 60_000) {
  const began = Date.now();
  while (!(await holds())) {
    if (Date.now() - began > patience) throw new Error(`after ${patience} ms still not: ${what}`);
    await later(100);
  }
}

/** Whether the machine still has the server's end of this connection, also when its reader looks away. */
export async function stands({ socket }, address, port = socket.localPort) {
  const hex = (number) => Number(number).toString(16).toUpperCase().padStart(4, '0');
  const [here, there] = [`:${hex(new URL(address).port)}`, `:${hex(port)}`];
  const rows = (await readFile('/proc/net/tcp', 'utf8')).split('\n').map((row) => row.trim().split(/\s+/));
  // State 01 is an open connection.
  return rows.some(([, local, remote, state]) => local?.endsWith(here) && remote.endsWith(there) && state === '01');
}

/** The head of a request as somebody with this session sends it. */
export function head(visitor, method, path, headers = {}) {
  const all = {
    host: new URL(visitor.address).host,
    origin: visitor.address,
    'sec-fetch-site': 'same-origin',
    ...(visitor.cookies.size
      ? { cookie: [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ') }
      : {}),
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${method} ${path} HTTP/1.1\r\n${lines.join('')}`;
}
