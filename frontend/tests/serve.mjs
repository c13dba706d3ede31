// A small static server for the examples, with the content policy that the real server sends.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const types = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.webm': 'video/webm',
};
export const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:; connect-src 'self'; font-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/** Listens on loopback; `routes` may answer an address itself: `(request, response) => true | undefined`. */
export async function serve(routes = () => undefined) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    response.setHeader('content-security-policy', policy);
    if (await routes(request, response, pathname)) return;
    const file = pathname.startsWith('/assets/') ? `dist/${pathname.slice(8)}` : pathname.slice(1);
    const target = path.join(root, file);
    try {
      if (!target.startsWith(root)) throw new Error('outside');
      const body = await readFile(target);
      const type = types[path.extname(target)] ?? 'application/octet-stream';
      const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
      response.setHeader('content-type', type);
      response.setHeader('accept-ranges', 'bytes');
      if (range) {
        const start = Number(range[1]);
        const end = range[2] ? Math.min(Number(range[2]), body.length - 1) : body.length - 1;
        response.writeHead(206, { 'content-range': `bytes ${start}-${end}/${body.length}` });
        response.end(body.subarray(start, end + 1));
      } else response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { origin: `http://127.0.0.1:${server.address().port}`, stop: () => server.close() };
}
