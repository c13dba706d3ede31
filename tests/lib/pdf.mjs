// Reading a paper back with another program than the one that made it.
import { execFile } from 'node:child_process';

/** What a program says of a paper that is handed to it. */
function told(program, words, bytes, encoding = 'utf8') {
  return new Promise((done, fail) => {
    const child = execFile(program, words, { maxBuffer: 1 << 26, encoding }, (error, said) =>
      error ? fail(error) : done(said),
    );
    child.stdin.on('error', () => {});
    child.stdin.end(bytes);
  });
}

/** The words of a paper, in the order in which they are read aloud; places where a word may break are nothing. */
export async function wordsOf(bytes) {
  const said = await told('pdftotext', ['-enc', 'UTF-8', '-', '-'], bytes);
  return said.replaceAll('\u200b', '').replace(/\s+/g, ' ');
}

/** The link and code on a consent form. */
export async function paperOnPdf(bytes) {
  const text = await wordsOf(bytes);
  const link = text.replaceAll(' ', '').match(/https?:\/\/[^/]+(\/c\/[A-Za-z0-9_-]{20,64}?)(?=Kenmerk|Version|$)/)?.[1];
  const code = text.match(/\b[A-Z0-9]{4}-[A-Z0-9]{4}\b/)?.[0];
  if (!link || !code) throw new Error(`no link and code on the paper:\n${text.slice(-600)}`);
  return { link, code };
}

/** The first page of a paper as a PNG, as a phone would take it. */
export const pictureOf = (bytes) => told('pdftoppm', ['-png', '-r', '60', '-singlefile', '-'], bytes, 'buffer');
