// Every page that a client sees, in each of its states, on a phone: a walk that any test can go along. Nothing in it
// reads the words of a page, so that it goes in every language.
import { readFile } from 'node:fs/promises';
import { person, scratch } from './browser.mjs';
import { beginInterview, clientLink, expect, makeLook, ownYes, planTryout } from './deeds.mjs';
import { seal, secondYes, settled, upload, writeNote } from './deeds.mjs';
import { film } from './film.mjs';
import { Visitor } from './visitor.mjs';
import { oneByOne } from './one-by-one.mjs';
import { languageCookie } from './pages.mjs';
import { visitorAs } from './people.mjs';
import { freshConversation } from './seed.mjs';

const pin = '2468';

/** A phone in the hands of a client, in a language that may be one for tests; `script` runs before all on its pages. */
export async function phone(browser, house, language = 'nl', script = undefined) {
  const page = await person(browser, house, { size: 'phone' });
  if (script) await page.addInitScript(script);
  // Dutch is what the phone is in.
  if (language !== 'nl')
    await page.context().addCookies([{ name: languageCookie, value: language, url: house.address }]);
  return page;
}

/** Presses the button of a form that sends this, and waits for the page that comes. */
export async function press(page, value, name = 'go') {
  await Promise.all([page.waitForEvent('load'), page.locator(`main button[name=${name}][value="${value}"]`).click()]);
}

const submit = (page, form = 'main form') =>
  Promise.all([page.waitForEvent('load'), page.locator(`${form} .nl-button--primary`).first().click()]);

/** Comes in by the link and the code on paper. */
export async function comeIn(page, paper) {
  await page.goto(paper.link);
  await page.locator('#code').fill(paper.code);
  await submit(page);
}

/**
 * Walks a client through everything, from the link on paper to the receipt, and calls `visit(page, name)` on every page
 * in every state. Everyone else does what they do over plain HTTP.
 */
export async function walkClient(browser, house, language, visit, { script } = {}) {
  const fresh = () => phone(browser, house, language, script);
  const place = await scratch('client-pages');
  const bytes = await readFile(await film(place.folder, 'gesprek.mp4', 8));
  await place.clear();
  const professional = await visitorAs(house, 'Sanne Verhoef');
  const coach = await visitorAs(house, 'Ruud de Wit');
  const id = await freshConversation(house, professional, 'Ruud de Wit');
  await ownYes(professional, id, ['look', 'colleagues', 'story']);
  const paper = await clientLink(professional, id);
  const page = await fresh();
  const at = (path) => `/conversations/${id}${path}`;
  const see = async (path, name) => {
    await page.goto(path);
    await visit(page, name);
  };

  await see('/c/unknown', 'link-unknown');
  await see('/mine', 'not-come-in');
  await see(paper.link, 'code');
  await page.locator('#code').fill('AAAA-AAAA');
  await submit(page);
  await visit(page, 'code-wrong');
  await comeIn(page, paper);
  await visit(page, 'place-asked');
  await askings(page, see, visit);
  await see('/mine', 'place-agreed');
  await see('/mine/agreed', 'agreed');
  await see('/mine/seen', 'seen');
  await see('/mine/tell', 'tell-too-early');
  await cards(page, see, visit, at);

  await upload(professional, id, bytes);
  if ((await settled(professional, id)) !== 'ready') throw new Error('the recording is not ready');
  await see('/mine', 'place-second');
  await second(page, see, visit);
  const client = await Visitor.from(page.context(), house.address);
  await secondYes(professional, client, id);
  await see('/mine', 'place-look');
  await see('/mine/cut', 'cut');
  await look(page, see, visit, at);

  for (const visitor of [professional, coach]) await seal(visitor, (await makeLook(visitor, id, 'Wat ik zag')).look);
  await interview(page, see, visit, coach, id);
  await together(page, see, visit, { id, at, professional, coach, house });
  await longer(page, see, visit, professional, at);
  await stop(page, see, visit);
  await page.goto('/mine/receipt');
  await beside(fresh, house, professional, visit);
  await handed(fresh, house, professional, visit);
  return page;
}

/** The questions before: a no, and a yes card by card. */
async function askings(page, see, visit) {
  await see('/mine/leaflet', 'leaflet');
  await see('/mine/consent', 'questions-begin');
  await press(page, 'next');
  await visit(page, 'card');
  await press(page, 'no');
  await visit(page, 'no');
  await page.goto('/mine/consent');
  await press(page, 'next');
  for (const said of ['yes', 'no', 'no', 'yes', 'no']) await press(page, said);
  await visit(page, 'name');
  await press(page, 'next');
  await visit(page, 'name-wrong');
  await page.locator('#name').fill('Merel');
  await press(page, 'next');
  await visit(page, 'check');
  await press(page, 'next');
  await visit(page, 'done');
}

async function cards(page, see, visit, at) {
  await see('/mine/cards', 'cards');
  await see(at('/cards/3'), 'card-of-two');
  await page.locator('textarea[name=text]').fill('Dat het nergens over gaat.');
  await press(page, 'turn');
  await visit(page, 'card-turned');
}

/** The second yes, with one thing changed. */
async function second(page, see, visit) {
  await see('/mine/second', 'second');
  await press(page, 'stop');
  await visit(page, 'second-sure');
  await page.goto('/mine/second');
  await press(page, 'change');
  await visit(page, 'second-card');
  for (const said of ['yes', 'no', 'no', 'no']) await press(page, said);
  await visit(page, 'second-check');
  await press(page, 'next');
  await visit(page, 'second-done');
}

/** The look, from its first page to what is added after it was sealed. */
async function look(page, see, visit, at) {
  await see(at('/look'), 'look-begin');
  await submit(page);
  await page.locator('mz-look[ready]').waitFor();
  const [, id] = page.url().match(/\/looks\/([0-9a-f-]{36})/);
  await visit(page, 'look-empty');
  await page.locator('.big-button').first().click();
  await page.locator('.mark').first().waitFor();
  await visit(page, 'look-marked');
  await see(`/looks/${id}/seal`, 'seal-too-early');
  for (const question of ['auth', 'goal', 'fit']) {
    await see(`/looks/${id}/answers/${question}`, `question-${question}`);
    await page.locator('[name=step]').nth(1).check();
    await submit(page, 'form[data-question]');
  }
  await visit(page, 'seal');
  await submit(page);
  await see(`/looks/${id}`, 'sealed');
}

/** What the client said to the coach: sound or not, reading back, the yes. */
async function interview(page, see, visit, coach, id) {
  await see('/mine/interview', 'interview-none');
  const interview = await beginInterview(coach, id);
  await see('/mine/interview', 'interview-sound');
  await press(page, 'sound-yes');
  await visit(page, 'interview-sound-said');
  for (const text of ['Ik zei ja, maar ik dacht nee.', 'Het ging te snel.', 'Dit was fijn.']) {
    await writeNote(coach, interview, { text });
  }
  expect(await coach.post(`/interviews/${interview}/offer`), 'offer', 303);
  await see('/mine/interview', 'interview-piece');
  await press(page, 'change');
  await visit(page, 'interview-change');
  await page.locator('#words').fill('Ik zei ja. Ik dacht nee.');
  await press(page, 'keep');
  await press(page, 'away');
  await visit(page, 'interview-away');
  await press(page, 'wipe');
  await press(page, 'right');
  await visit(page, 'interview-end');
  await press(page, 'approve');
  await visit(page, 'interview-approved');
}

/** Something was chosen to try, and the next conversation is there; gives the tryout's address. */
export async function triedNext({ house, professional, coach }, id) {
  const at = (path) => `/conversations/${id}${path}`;
  const idea = { intention: 'Rust', words: 'Vertel eens?', asks: 'Wachten', idea_of: 'client' };
  expect(await coach.post(at('/dialogue/goal/alternative'), idea), 'alternative', 303);
  const { text } = await professional.get(at('/tryout'));
  const plan = text.match(new RegExp(`${at('/tryout')}/[0-9a-f-]{36}`))[0];
  const tryout = await planTryout(professional, plan, 'Zo ga ik het doen');
  const next = await freshConversation(house, professional, 'Ruud de Wit');
  expect(await professional.post(`${tryout}/next`, { next }), 'the next conversation', 303);
  return tryout;
}

/** Side by side, and what came of it. */
async function together(page, see, visit, { id, at, professional, coach, house }) {
  await see('/mine', 'place-together');
  await see('/mine/tell', 'tell');
  await see(at('/dialogue'), 'dialogue');
  await see(at('/dialogue/auth'), 'dialogue-question');
  expect(await professional.post(at('/dialogue/together')), 'looking together', 303);
  await see(at('/dialogue/together'), 'together');
  await see(at('/dialogue/summary'), 'summary');
  await see(at('/colleagues'), 'colleagues');
  await see(at('/rating'), 'rating');
  await oneByOne(page, { choice: 1 });
  await visit(page, 'rating-said');
  await see(at('/tell'), 'told-none');
  const tryout = await triedNext({ house, professional, coach }, id);
  await see(at('/tryout'), 'tryouts');
  await see(tryout, 'tryout');
  await see(`${tryout}/chain`, 'tryout-chain');
  await see(at('/tell'), 'told');
  await see(`${tryout}/tell`, 'tell-after');
  await press(page, 'next');
  await visit(page, 'tell-after-empty');
  await page.locator('main input[type=radio]').nth(1).check();
  await press(page, 'next');
  await visit(page, 'tell-after-second');
}

async function longer(page, see, visit, professional, at) {
  expect(await professional.post(at('/longer'), { months: '6' }), 'longer', 303);
  await see('/mine/longer', 'longer');
  await press(page, 'no');
  await visit(page, 'longer-said');
}

async function stop(page, see, visit) {
  await see('/mine/agreed', 'agreed-all');
  const [text] = await page.locator('.agreed a').evaluateAll((links) => links.map((link) => link.pathname));
  await see(text, 'text-as-it-was');
  await see('/mine/seen', 'seen-all');
  for (const deed of ['', '/code', '/shut']) await see(`/mine/link${deed}`, `link${deed.replace('/', '-')}`);
  await see('/mine/stop', 'stop');
  await press(page, 'all');
  await visit(page, 'stop-sure');
  await press(page, 'all-sure');
  await visit(page, 'receipt');
}

/** Someone who came along: their own place. */
async function beside(fresh, house, professional, visit) {
  const id = await freshConversation(house, professional, null);
  await ownYes(professional, id);
  expect(await professional.post(`/conversations/${id}/beside`, { what: 'interpreter' }), 'beside', 303);
  const { text } = await professional.get(`/conversations/${id}/beside`);
  const link = text.match(/action="(\/conversations\/[^"]+\/link)"/)[1];
  const answer = expect(await professional.post(link), 'link for who is beside', 200);
  const paper = {
    link: answer.text.match(/href="[^"]*(\/c\/[^"]+)"/)[1],
    code: answer.text.match(/paper__code">([^<]+)</)[1],
  };
  const page = await fresh();
  await comeIn(page, paper);
  await visit(page, 'beside-place');
  await page.context().close();
}

/** The screen of the professional in the hands of a client. */
async function handed(fresh, house, professional, visit) {
  const id = await freshConversation(house, professional, null);
  await ownYes(professional, id);
  const visitor = await visitorAs(house, professional.name);
  const hand = await visitor.post(`/conversations/${id}/handover`, { for: 'consent', pin });
  expect(hand, 'the screen is handed over', 303);
  const page = await fresh();
  const cookies = [...visitor.cookies].map(([name, value]) => ({ name, value, url: house.address }));
  await page.context().addCookies(cookies);
  await page.goto('/mine/consent');
  await visit(page, 'handed-begin');
  await press(page, 'next');
  await visit(page, 'handed-card');
  for (const said of ['yes', 'no', 'no', 'no', 'no']) await press(page, said);
  await page.locator('#name').fill('Distel');
  await press(page, 'next');
  await press(page, 'next');
  await visit(page, 'handed-done');
  await page.goto('/mine/back');
  await visit(page, 'handed-back');
  await page.context().close();
}
