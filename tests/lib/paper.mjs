// Consent on paper over plain HTTP: the same form as on the page, with a photo.
import { randomBytes } from 'node:crypto';
import { purposes } from './deeds.mjs';

/** The smallest picture that is one: what a photo begins with. */
export const photo = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Sends what was crossed on a paper. */
export function filePaper(
  visitor,
  id,
  who,
  { yes = ['look'], name = 'Zwaluw', file = photo, type = 'image/png' } = {},
) {
  const border = `----${randomBytes(8).toString('hex')}`;
  const fields = purposes.map((purpose) => [purpose, yes.includes(purpose) ? 'yes' : 'no']);
  const parts = [...fields, ['name', name]].map(
    ([key, value]) => `--${border}\r\ncontent-disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`,
  );
  const head =
    `--${border}\r\ncontent-disposition: form-data; name="photo"; filename="blad"\r\n` +
    `content-type: ${type}\r\n\r\n`;
  const body = Buffer.concat([Buffer.from(parts.join('') + head), file, Buffer.from(`\r\n--${border}--\r\n`)]);
  const headers = { 'content-type': `multipart/form-data; boundary=${border}` };
  return visitor.send('POST', `/conversations/${id}/paper/${who}`, { body, headers });
}

/** Says that someone else is there too, and gives their part in the conversation. */
export async function addCompanion(professional, id, what = 'interpreter') {
  const before = await companions(professional, id);
  const added = await professional.post(`/conversations/${id}/beside`, { what });
  if (added.status !== 303) throw new Error(`nobody was added: ${added.status}\n${added.text.slice(0, 800)}`);
  return (await companions(professional, id)).find((who) => !before.includes(who));
}

async function companions(professional, id) {
  const { text } = await professional.get(`/conversations/${id}/beside`);
  return [...text.matchAll(/name="who" value="([0-9a-f-]{36})"/g)].map(([, who]) => who);
}

/** The client's part in a conversation of which nothing is recorded yet. */
export async function clientOf(professional, id) {
  const { text } = await professional.get(`/conversations/${id}/consent`);
  return text.match(new RegExp(`/conversations/${id}/paper/([0-9a-f-]{36})`))[1];
}
