// What people do in a conversation, over plain HTTP: the same forms as on the pages, without a browser.
import { randomUUID } from 'node:crypto';
import { Visitor } from './visitor.mjs';

export const purposes = ['look', 'colleagues', 'research', 'story', 'clip'];
export const questions = ['auth', 'goal', 'fit'];

/** Gives the answer when it has one of these statuses; else an error that says what was tried. */
export function expect(answer, what, ...statuses) {
  if (statuses.includes(answer.status)) return answer;
  throw new Error(`${what}: ${answer.status} ${answer.headers.location ?? ''}\n${answer.text.slice(0, 1500)}`);
}

const yesOrNo = (yes) => purposes.map((purpose) => [purpose, yes.includes(purpose) ? 'yes' : 'no']);

/** A member says yes to these purposes, and no to the others. */
export async function ownYes(visitor, id, yes = ['look']) {
  const answer = await visitor.send('POST', `/conversations/${id}/consent`, { form: yesOrNo(yes) });
  return expect(answer, 'own yes', 303);
}

/** The professional makes a link and a code for the client, on paper. */
export async function clientLink(visitor, id) {
  const { text } = expect(await visitor.post(`/conversations/${id}/client-link`), 'link for the client', 200);
  return paperOn(text);
}

/** The link and code on a page. */
export function paperOn(html) {
  const link = html.match(/href="[^"]*(\/c\/[^"]+)"/)?.[1];
  const code = html.match(/paper__code">([^<]+)</)?.[1];
  if (!link || !code) throw new Error(`no link and code on the page:\n${html.slice(0, 1500)}`);
  return { link, code: code.trim() };
}

/** The client comes in by link and code. */
export async function enter(house, { link, code }) {
  const client = new Visitor(house.address);
  expect(await client.get(link), 'the page of the link', 200);
  expect(await client.post(link, { code }), 'the code', 303);
  return client;
}

/** The client says yes to these purposes, under a name they choose. */
export async function clientYes(client, name, yes = ['look']) {
  const form = [['at', '7'], ['go', 'next'], ['name', name], ...yes.map((purpose) => ['yes', purpose])];
  return expect(await client.send('POST', '/mine/consent', { form }), 'yes of the client', 200);
}

/** Both say yes before a conversation; gives the client, signed in by their link. */
export async function bothSayYes(house, professional, id, name, yes = ['look']) {
  await ownYes(professional, id, yes);
  const paper = await clientLink(professional, id);
  const client = await enter(house, paper);
  await clientYes(client, name, yes);
  return { client, paper };
}

/** Both say the second yes. */
export async function secondYes(professional, client, id) {
  expect(await professional.post(`/conversations/${id}/second`, { go: 'keep' }), 'second yes', 303);
  expect(await client.post('/mine/second', { at: '0', go: 'keep' }), 'second yes of the client', 200, 303);
}

const tus = { 'tus-resumable': '1.0.0', accept: 'application/json' };

/** Brings a file as an upload, in one piece, and gives the address of the upload. */
export async function upload(visitor, id, bytes, { name = 'gesprek.mp4', type = 'video/mp4' } = {}) {
  const told = Object.entries({ filename: name, filetype: type })
    .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
    .join(',');
  const made = await visitor.send('POST', `/tus/${id}`, {
    headers: { ...tus, 'upload-length': String(bytes.length), 'upload-metadata': told, 'content-length': '0' },
  });
  const { location } = expect(made, 'begin of the upload', 201).headers;
  const sent = await visitor.send('PATCH', location, {
    body: bytes,
    headers: { ...tus, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
  });
  expect(sent, 'the bytes of the upload', 204);
  return location;
}

/** Waits until a recording can be watched, or was refused; gives its state. */
export async function settled(visitor, id, patience = 90_000) {
  const until = Date.now() + patience;
  for (;;) {
    const answer = await visitor.get(`/conversations/${id}/recording/state`, {
      headers: { accept: 'application/json' },
    });
    const { state } = JSON.parse(expect(answer, 'state of the recording', 200).text);
    if (['ready', 'refused', 'failed', 'shredded'].includes(state)) return state;
    if (Date.now() > until) throw new Error(`the recording is still ${state} after ${patience} ms`);
    await new Promise((done) => setTimeout(done, 250));
  }
}

/** Begins one's own look and gives its id. */
export async function beginLook(visitor, id) {
  const answer = await visitor.post(`/conversations/${id}/look`);
  const look = answer.headers.location?.match(/^\/looks\/([^/#?]+)/)?.[1];
  if (!look) expect(answer, 'begin of the look', -1);
  return look;
}

/** Marks a moment; the note and the word are sentences that can be searched for. */
export async function mark(
  visitor,
  look,
  { kind = 'resistance', start = 2_000, end = start, note = '', word = '' } = {},
) {
  const moment = randomUUID();
  const body = JSON.stringify({ kind, whose: 'other', strength: 'clear', start, end, note, word, base: null });
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  expect(await visitor.send('PUT', `/looks/${look}/moments/${moment}`, { body, headers }), 'moment', 200);
  return moment;
}

/** Answers a lead question. */
export async function answer(visitor, look, question, { step = '2', text = '', moments = [] } = {}) {
  const body = JSON.stringify({ step, text, moments, base: null });
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  return expect(
    await visitor.send('PUT', `/looks/${look}/answers/${question}`, { body, headers }),
    `answer to ${question}`,
    200,
  );
}

/** Seals a look. */
export async function seal(visitor, look) {
  return expect(await visitor.post(`/looks/${look}/seal`), 'seal', 303);
}

/** A whole look with recognisable sentences, not sealed; gives its id and its moments. */
export async function makeLook(visitor, id, say, { moments = 2, step = '2' } = {}) {
  const look = await beginLook(visitor, id);
  const marks = [];
  for (let n = 0; n < moments; n += 1) {
    marks.push(await mark(visitor, look, { start: 500 + n * 900, note: `${say} bij moment ${n + 1}.` }));
  }
  for (const question of questions) {
    await answer(visitor, look, question, { step, text: `${say} op vraag ${question}.`, moments: marks.slice(0, 1) });
  }
  return { look, marks };
}

const asJson = { 'content-type': 'application/json', accept: 'application/json' };

/** The coach begins an interview and gives its id. */
export async function beginInterview(coach, id) {
  expect(await coach.post(`/conversations/${id}/interview`, { mode: 'room' }), 'begin of the interview', 303);
  const { text } = expect(await coach.get(`/conversations/${id}/interview`), 'the desk', 200);
  return text.match(/data-notes="\/interviews\/([0-9a-f-]{36})\//)[1];
}

/** The coach writes down what the client said, at a place in the recording; gives the note's id. */
export async function writeNote(coach, interview, { text, thought = '', at = '0:01', topic = 'moment' }) {
  const note = randomUUID();
  const body = JSON.stringify({ topic, at, sound: '', sound_at: 0, text, thought, base: null });
  expect(await coach.send('PUT', `/interviews/${interview}/notes/${note}`, { body, headers: asJson }), 'note', 200);
  return note;
}

/** The client reads everything back and says yes to it. */
export async function readBack(client, notes) {
  for (const note of notes) {
    expect(await client.post('/mine/interview', { go: 'right', note, n: '1' }), 'reading back', 303);
  }
  expect(await client.post('/mine/interview', { go: 'approve' }), 'the yes to it', 303);
}

/** Plans a tryout of an alternative, with a sentence in every field, and gives its address. */
export async function planTryout(professional, plan, say, more = {}) {
  const page = expect(await professional.get(plan), 'plan of the tryout', 200).text;
  const names = [...page.matchAll(/<textarea[^>]* name="([^"]+)"/g)].map(([, name]) => name);
  const form = { ...Object.fromEntries(names.map((name) => [name, `${say} plan ${name}`])), ...more };
  const kept = expect(await professional.post(plan.split('?')[0], form), 'tryout', 303);
  return kept.headers.location.match(/\/tryouts\/[0-9a-f-]{36}/)[0];
}
