// The Nu HTML checker over a folder of pages, in one go: starting Java costs more than checking a page.
import { spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

const jar = join(dirname(createRequire(import.meta.url).resolve('vnu-jar/package.json')), 'build/dist/vnu.jar');

/** Gives every error and warning in the `.html` files of a folder, one line each. */
export async function checkHtml(folder) {
  const pages = (await readdir(folder)).filter((name) => name.endsWith('.html'));
  if (pages.length === 0) throw new Error(`there is no page to check in ${folder}`);
  const child = spawn('java', ['-Xss4m', '-jar', jar, '--format', 'json', '--stdout', '--exit-zero-always', folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const parts = [];
  child.stdout.on('data', (part) => parts.push(part));
  const code = await new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', done);
  });
  if (code !== 0) throw new Error(`the Nu HTML checker ended with ${code}`);
  const { messages } = JSON.parse(Buffer.concat(parts).toString('utf8'));
  return messages
    .filter(({ type, subType }) => type === 'error' || subType === 'warning' || type === 'non-document-error')
    .map(
      ({ url, lastLine, message, extract }) =>
        `${basename(url)}:${lastLine}: ${message} [${(extract ?? '').replaceAll(/\s+/g, ' ').trim()}]`,
    );
}
