// A conversation taken through the whole round over plain HTTP, with every address that anyone could open in it.
import {
  beginInterview,
  bothSayYes,
  expect,
  makeLook,
  planTryout,
  questions,
  readBack,
  seal,
  secondYes,
  settled,
  upload,
  writeNote,
} from './deeds.mjs';
import { visitorAs } from './people.mjs';
import { freshConversation } from './seed.mjs';

/** A conversation that three can look at: recorded, twice agreed to, nobody has begun a look. */
export async function watchable(
  house,
  bytes,
  name,
  { professional: who = 'Joris Smit', coach: with_ = 'Ineke Bos', yes = ['look'], file = 'gesprek.webm' } = {},
) {
  const professional = await visitorAs(house, who);
  const coach = await visitorAs(house, with_);
  const id = await freshConversation(house, professional, with_);
  const { client, paper } = await bothSayYes(house, professional, id, name, yes);
  await upload(professional, id, bytes, { name: file, type: 'video/webm' });
  const state = await settled(professional, id);
  if (state !== 'ready') throw new Error(`the recording is ${state}`);
  await secondYes(professional, client, id);
  return { id, people: { professional, client, coach }, paper };
}

/** Everything up to a tryout with its outcome; `say` marks every sentence that was typed. */
export async function wholeRound(house, bytes, say, between = {}) {
  const begun = await watchable(house, bytes, `${say} codenaam`, { ...between, file: `${say}.webm` });
  const { id, people, paper } = begun;
  const { professional, client, coach } = people;
  const looks = {};
  for (const [part, visitor] of Object.entries(people)) {
    looks[part] = await makeLook(visitor, id, `${say} van de ${part}`);
    await seal(visitor, looks[part].look);
  }
  const subject = looks.client.marks[0];
  const together = `/conversations/${id}/dialogue/together`;
  expect(await professional.post(together), 'looking together', 303);
  expect(await professional.post(`${together}/wish`, { do: 'open', about: subject }), 'in the middle', 303);
  expect(await client.post(`${together}/takeaway`, { takeaway: `${say} neem ik mee` }), 'takeaway', 303);
  for (const about of [...questions, subject]) {
    const path = `/conversations/${id}/dialogue/${about}`;
    const form = { version: '0', ours: `${say} gelezen over ${about}`, all_saw: '', unknown: '', differs: 'yes' };
    expect(await professional.post(`${path}/reading`, form), 'reading', 303);
  }
  const idea = { intention: `${say} bedoeling`, words: `${say} woorden`, asks: `${say} vraagt`, idea_of: 'client' };
  expect(await coach.post(`/conversations/${id}/dialogue/${subject}/alternative`, idea), 'alternative', 303);
  const { text } = await professional.get(`/conversations/${id}/tryout`);
  const plan = text.match(new RegExp(`/conversations/${id}/tryout/[0-9a-f-]{36}`))?.[0];
  const tryout = await planTryout(professional, plan, say);
  const interview = await beginInterview(coach, id);
  const note = await writeNote(coach, interview, { text: `${say} in het interview`, thought: `${say} gedacht` });
  expect(await coach.post(`/interviews/${interview}/offer`), 'offer', 303);
  await readBack(client, [note]);
  return { id, people, paper, looks, subject, tryout, interview, note, alternative: plan.split('/').at(-1) };
}

/** All addresses of one conversation, with those of its recording as the pages name them. */
export async function addresses({ id, people, looks, subject, tryout, alternative }) {
  const film = (await people.professional.get(`/looks/${looks.professional.look}`)).text;
  const media = film.match(/\/media\/[0-9a-zA-Z-]+/)?.[0];
  if (!media) throw new Error('the page of a look names no recording');
  // The waveform is drawn after people can watch.
  const until = Date.now() + 30_000;
  while ((await people.professional.get(`${media}/peaks`)).bytes.length === 0) {
    if (Date.now() > until) throw new Error('no waveform was drawn');
    await new Promise((done) => setTimeout(done, 100));
  }
  return [
    ...['', '/consent', '/leaflet', '/second', '/stop', '/recording', '/recording/state', '/look', '/look/client'],
    ...[
      '/dialogue',
      '/dialogue/together',
      '/dialogue/summary',
      '/dialogue/paper',
      `/dialogue/${subject}`,
      ...questions.map((each) => `/dialogue/${each}`),
    ],
    ...['/interview', '/tryout', `/tryout/${alternative}`, '/tell', '/rating', '/worksheet/paper'],
  ]
    .map((room) => `/conversations/${id}${room}`)
    .concat(
      Object.values(looks).flatMap(({ look }) => [
        `/looks/${look}`,
        `/looks/${look}/seal`,
        ...questions.map((each) => `/looks/${look}/answers/${each}`),
      ]),
      [media, `${media}/original`, `${media}/peaks`, `${media}/stills/0`, `${media}/stills/1`],
      [tryout, `${tryout}/card`, `${tryout}/chain`, `${tryout}/place`, `${tryout}/tell`],
      [`${tryout}/card/paper`, `${tryout}/plan/paper`],
      ['/home', '/journey', '/mine', '/mine/seen', '/mine/agreed', '/mine/interview', '/mine/tell'],
    );
}
