// What lies behind the doors: one of everything that an address can name.
import { hangPiece, reactTo } from './board.mjs';
import { addCompanion, clientOf, filePaper } from './paper.mjs';
import { bothSayYes, expect, planTryout } from './deeds.mjs';
import { everybody, freshConversation, memberId } from './seed.mjs';
import { recordedConversation } from './recorded.mjs';
import { wholeRound } from './whole.mjs';

const tus = { 'tus-resumable': '1.0.0' };

/** An upload that has begun, in a conversation of its own. */
async function begun(house, professional) {
  const conversation = await freshConversation(house, professional);
  await bothSayYes(house, professional, conversation, 'Halverwege');
  const headers = {
    ...tus,
    'upload-length': '100',
    'upload-metadata': `maker ${btoa('camera')}`,
    'content-length': '0',
  };
  const { headers: said } = expect(await professional.send('POST', `/tus/${conversation}`, { headers }), 'upload', 201);
  const part = { ...tus, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' };
  expect(await professional.send('PATCH', said.location, { body: 'een begin', headers: part }), 'a first part', 204);
  return { conversation, recording: said.location.split('/').at(-1) };
}

/** What lies beside the path of a whole round: offers, a colleague who looks along, sentences kept and shared, a coach. */
async function beside(house, { id, people: { professional, coach } }, colleague) {
  const at = `/conversations/${id}`;
  const idOn = async (visitor, path, pattern) => {
    const { text } = expect(await visitor.get(path), path, 200);
    const found = text.match(pattern)?.[1];
    if (!found) throw new Error(`${pattern} is not on ${path}`);
    return found;
  };
  const uuid = '([0-9a-f-]{36})';
  const words = { intention: 'Wachten', words: 'En dan?' };
  expect(
    await professional.post(`${at}/dialogue/goal/alternative`, { ...words, asks: '', idea_of: 'professional' }),
    'idea',
    303,
  );
  const idea = await idOn(professional, `${at}/dialogue/goal`, new RegExp(`/alternatives/${uuid}`));
  const offers = [];
  for (let n = 0; n < 3; n += 1) {
    expect(await coach.post(`${at}/offers`, { about: 'auth', ...words }), 'offer', 303);
  }
  const { text } = await coach.get(`${at}/offers`);
  for (const [, offer] of text.matchAll(new RegExp(`/offers/${uuid}/remove`, 'g'))) offers.push(offer);
  const member = await memberId(house, colleague.name);
  expect(await professional.post(`${at}/colleagues`, { colleague: member }), 'invitation', 303);
  const asked = await idOn(professional, `${at}/colleagues`, new RegExp(`/colleagues/${uuid}/end`));
  expect(await colleague.post(`${at}/peer`, { note: 'Ik zie een zucht.' }), 'note', 303);
  const note = await idOn(colleague, `${at}/peer`, new RegExp(`/peer/${uuid}/remove`));
  expect(await professional.post('/collection/keep', words), 'keeping', 303);
  const kept = await idOn(professional, '/collection', new RegExp(`/collection/kept/${uuid}`));
  expect(await professional.post('/collection/share', { ...words, named: 'yes' }), 'sharing', 303);
  const shared = await idOn(professional, '/collection', new RegExp(`/collection/shared/${uuid}`));
  const journey = (await professional.get('/journey')).headers.location;
  expect(await professional.post(`${journey}/coach`, { coach: await memberId(house, 'Ruud de Wit') }), 'a coach', 303);
  const [taken, left, withdrawn] = offers;
  return { idea, asked, note, kept, shared, taken, left, withdrawn };
}

/** What hangs on the learning board: a piece of the professional with two answers, and one that they will take back. */
async function onTheBoard({ professional }) {
  const hang = (text) => hangPiece(professional, { text });
  const [piece, takenBack] = [await hang('Stilte is ook een antwoord.'), await hang('Wie vraagt, leert.')];
  const [answer, judged] = [
    await reactTo(professional, piece, 'Dat merk ik ook.'),
    await reactTo(professional, piece, 'En wat dan?'),
  ];
  return { piece, takenBack, answer, judged };
}

/** Fills a house with one of everything, and gives the people and the ids by the names that the table uses. */
export async function behindTheDoors(house, bytes) {
  const people = await everybody(house);
  const round = await wholeRound(house, bytes, 'Achter de deur', {
    professional: 'Sanne Verhoef',
    coach: 'Ruud de Wit',
    yes: ['look', 'colleagues'],
  });
  const more = await beside(house, round, people.colleague);
  const elsewhere = await freshConversation(house, people.otherProfessional, null);
  const page = (await round.people.professional.get(`/looks/${round.looks.professional.look}`)).text;
  const journey = await round.people.professional.get('/journey');
  const upload = await begun(house, people.professional);
  const other = await begun(house, people.professional);
  const third = await begun(house, people.professional);
  const plan = `/conversations/${round.id}/tryout/${round.alternative}`;
  const [filmed, closing] = [
    await planTryout(people.professional, plan, 'x'),
    await planTryout(people.professional, plan, 'y'),
  ];
  const { recorded } = await recordedConversation(house, people.professional);
  expect(await people.professional.post(`${filmed}/next`, { next: recorded }), 'the next conversation', 303);
  return {
    people: {
      ...people,
      client: round.people.client,
      otherClient: (await bothSayYes(house, people.otherProfessional, elsewhere, 'Een ander')).client,
    },
    id: round.id,
    conversation: upload.conversation,
    recording: upload.recording,
    closed: third.conversation,
    close: third.recording,
    discarded: other.conversation,
    discard: other.recording,
    look: round.looks.professional.look,
    moment: round.looks.professional.marks[0],
    alternative: round.alternative,
    tryout: round.tryout.split('/').at(-1),
    filmed: filmed.split('/').at(-1),
    closing: closing.split('/').at(-1),
    interview: round.interview,
    said: round.note,
    uncoached: await freshConversation(house, people.professional),
    ...(await together(house, people.professional, round.id)),
    object: page.match(/\/media\/([0-9a-zA-Z-]+)/)[1],
    journey: `${journey.headers.location}${journey.text}`.match(/\/journeys\/([0-9a-f-]{36})/)[1],
    invitation: await invited(people.administrator),
    sanne: await memberId(house, 'Sanne Verhoef'),
    ruud: await memberId(house, 'Ruud de Wit'),
    ...more,
    ...(await onTheBoard(people)),
  };
}

/** An open invitation of the organisation. */
async function invited(administrator) {
  const form = { email: 'genodigd@waterlandaanzee.example', roles: 'coach' };
  expect(await administrator.post('/people/invitations', form), 'invitation', 200);
  return (await administrator.get('/people')).text.match(/\/people\/invitations\/([0-9a-f-]{36})\/again/)[1];
}

/** A conversation with someone who came along, a paper that was entered, and the text that the client read. */
async function together(house, professional, id) {
  const conversation = await freshConversation(house, professional);
  const companion = await addCompanion(professional, conversation);
  const leaving = await addCompanion(professional, conversation, 'close');
  await filePaper(professional, conversation, await clientOf(professional, conversation));
  const { text } = await professional.get(`/conversations/${conversation}/consent`);
  const agreed = (await professional.get(`/conversations/${id}/consent`)).text;
  return {
    together: conversation,
    companion,
    leaving,
    paper: text.match(/\/papers\/([0-9a-f-]{36})/)[1],
    version: agreed.match(/\/texts\/([0-9a-f]{64})/)[1],
  };
}
