// The table of doors: every route, and who may come in by it.
import { purposes } from './deeds.mjs';

const members = [
  'professional',
  'coach',
  'otherProfessional',
  'otherCoach',
  'manager',
  'privacyOfficer',
  'researcher',
  'administrator',
  'stranger',
  'strangeAdministrator',
  'colleague',
];
const clients = ['client', 'otherClient'];
export const everyone = ['nobody', ...members, ...clients];
// The stranger holds every role but administrator, in another organisation.
const professionals = ['professional', 'otherProfessional', 'stranger', 'colleague'];
const three = ['professional', 'coach', 'client'];
const leading = [...professionals, 'manager'];
// Who leads or accompanies conversations: what an organisation shares is theirs.
const atWork = [...professionals, 'coach', 'otherCoach', 'manager'];
const two = ['professional', 'client'];
export const forgedUuid = '0190a1b2-0000-7000-8000-000000000000';
const json = { 'content-type': 'application/json', accept: 'application/json' };
const tus = { 'tus-resumable': '1.0.0' };

/**
 * Who may come in by which door. Everyone else must find it shut: not found, forbidden, or sent to sign in.
 * `form` is what a well-meaning visitor would send (`send` for what is no form); `with` fills the names in an address.
 * Doors with `last` end sessions or lock a screen, and are tried after all others.
 */
export const doors = {
  'GET /': { may: everyone },
  'GET /assets/{*path}': { may: everyone, with: { '*path': 'app.css' } },
  'POST /choices': { may: everyone, form: { lang: 'nl', back: '/' } },
  'GET /samenleer-wijzer': { may: everyone },
  'GET /sign-in': { may: everyone },
  'POST /sign-in': { may: everyone, form: { email: 'niemand@nergens.example', password: 'x', next: '' } },
  'POST /sign-in/demo': { may: everyone, form: (seed) => ({ member: seed.sanne, next: '' }), last: 3 },
  'POST /sign-out': { may: everyone, last: 4 },
  // A link that was never given is a door for nobody.
  'GET /invitation/{token}': { may: [], with: { token: 'verzonnen' } },
  'POST /invitation/{token}': { may: [], with: { token: 'verzonnen' }, form: { name: 'N', password: 'x'.repeat(12) } },
  'GET /c/{token}': { may: [], with: { token: 'verzonnen' } },
  'POST /c/{token}': { may: [], with: { token: 'verzonnen' }, form: { code: 'AAAA-AAAA' } },

  'GET /home': { may: members },
  'GET /notices': { may: members },
  'POST /notices/seen': { may: members },
  'POST /notices/mail': { may: members, form: { go: 'yes' } },
  'GET /search': { may: members },
  'GET /account': { may: members },
  'POST /account/sessions/end': { may: members, form: { id: forgedUuid } },

  'GET /people': { may: ['administrator', 'strangeAdministrator'] },
  // An administrator manages their own organisation only; the other one's people are not found.
  'POST /people/invitations': {
    may: ['administrator', 'strangeAdministrator'],
    form: { email: 'nieuw@waterlandaanzee.example', roles: 'coach' },
  },
  'POST /people/teams': { may: ['administrator', 'strangeAdministrator'], form: { team: 'Oost' } },
  'POST /people/invitations/{id}/end': { may: ['administrator', 'strangeAdministrator'], with: { id: forgedUuid } },
  'POST /people/{id}/roles': { may: ['administrator'], form: { roles: 'professional' }, with: { id: 'sanne' } },
  'POST /people/{id}/team': { may: ['administrator'], form: { team: '' }, with: { id: 'sanne' } },
  'POST /people/{id}/ended': { may: ['administrator'], form: { ended: 'false' }, with: { id: 'sanne' } },

  // The privacy officer: consents as facts, of their own organisation. No content, and no road to a recording.
  'GET /register': { may: ['privacyOfficer', 'stranger'] },
  'GET /register/{id}': { may: ['privacyOfficer'] },
  'POST /register/{id}': { may: ['privacyOfficer'], form: { go: 'all' } },

  'GET /conversations/new': { may: leading },
  'POST /conversations/new': { may: leading, form: { held_on: '2027-03-04', coach: '' } },
  'GET /conversations/{id}': { may: ['professional', 'coach'] },
  'POST /conversations/{id}/coach': { may: ['professional'], form: (seed) => ({ coach: seed.ruud }) },
  'POST /conversations/{id}/coach/end': { may: ['professional'], with: { id: 'uncoached' } },
  'GET /conversations/{id}/live': { may: three, live: true },

  'GET /conversations/{id}/consent': { may: ['professional', 'coach'] },
  'POST /conversations/{id}/consent': {
    may: ['professional'],
    form: Object.fromEntries(purposes.map((each) => [each, 'yes'])),
  },
  'GET /conversations/{id}/mine': { may: [] },
  'GET /conversations/{id}/leaflet': { may: ['professional', 'coach'] },
  'POST /conversations/{id}/client-link': { may: ['professional'], last: 2 },
  'POST /conversations/{id}/handover': { may: ['professional'], form: { for: 'consent', pin: '2580' }, last: 2 },
  'GET /conversations/{id}/second': { may: ['professional', 'coach'] },
  'POST /conversations/{id}/second': { may: ['professional'], form: { go: 'keep' } },
  'GET /conversations/{id}/stop': { may: ['professional'] },
  'POST /conversations/{id}/stop': { may: ['professional'], form: { go: 'all' } },

  // Everyone in the picture is the professional's to ask; what they say is theirs, under "mine".
  'GET /conversations/{id}/beside': { may: ['professional'], with: { id: 'together' } },
  'POST /conversations/{id}/beside': { may: ['professional'], with: { id: 'together' }, form: { what: 'close' } },
  'POST /conversations/{id}/beside/{who}/link': { may: ['professional'], with: { id: 'together', who: 'companion' } },
  'POST /conversations/{id}/beside/{who}/remove': {
    may: ['professional'],
    with: { id: 'together', who: 'leaving' },
    last: 0.5,
  },
  'GET /conversations/{id}/paper/{who}': { may: ['professional'], with: { id: 'together', who: 'companion' } },
  'POST /conversations/{id}/paper/{who}': {
    may: ['professional'],
    with: { id: 'together', who: 'companion' },
    send: { body: '--x--\r\n', headers: { 'content-type': 'multipart/form-data; boundary=x' } },
  },
  'POST /conversations/{id}/paper/{who}/print': {
    may: ['professional'],
    with: { id: 'together', who: 'companion' },
  },
  'GET /papers/{object}': { may: ['professional'], with: { object: 'paper' } },
  'GET /conversations/{id}/longer': { may: ['professional'] },
  'POST /conversations/{id}/longer': { may: ['professional'], form: { months: '1' } },
  'GET /conversations/{id}/texts/{version}': { may: [...three, 'privacyOfficer'], with: { version: 'version' } },

  'GET /conversations/{id}/recording': { may: ['professional'] },
  'GET /conversations/{id}/recording/camera': { may: ['professional'] },
  'GET /conversations/{id}/recording/file': { may: ['professional'] },
  'GET /conversations/{id}/recording/state': { may: ['professional'] },
  'POST /conversations/{id}/recording/close': {
    may: ['professional'],
    with: { id: 'closed' },
    form: (seed) => ({ recording: seed.close }),
  },
  'POST /conversations/{id}/recording/discard': {
    may: ['professional'],
    with: { id: 'discarded' },
    form: (seed) => ({ recording: seed.discard }),
  },
  'POST /conversations/{id}/recording/again': {
    may: ['professional'],
    with: { id: 'conversation' },
    form: (seed) => ({ recording: seed.recording }),
  },
  'OPTIONS /tus/{conversation}': { may: everyone },
  'OPTIONS /tus/{conversation}/{recording}': { may: everyone },
  'POST /tus/{conversation}': { may: ['professional'], send: { headers: { ...tus, 'upload-length': '1' } } },
  'HEAD /tus/{conversation}/{recording}': { may: ['professional'], send: { headers: tus } },
  'PATCH /tus/{conversation}/{recording}': {
    may: ['professional'],
    send: { body: 'x', headers: { ...tus, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' } },
  },
  'DELETE /tus/{conversation}/{recording}': { may: ['professional'], send: { headers: tus } },
  'GET /media/{object}': { may: [...three, 'colleague'] },
  'GET /media/{object}/original': { may: [...three, 'colleague'] },
  'GET /media/{object}/peaks': { may: [...three, 'colleague'] },
  'GET /media/{object}/stills/{number}': { may: [...three, 'colleague'], with: { number: '0' } },

  'GET /conversations/{id}/look': { may: three },
  'POST /conversations/{id}/look': { may: three },
  'GET /conversations/{id}/look/client': { may: ['coach'] },
  // This client looked themselves, so nobody writes for them any more.
  'POST /conversations/{id}/look/client': { may: [], form: { mode: 'room' } },
  // A look is its maker's alone, by every one of its addresses; what others may see of it is under "dialogue".
  'GET /looks/{id}': { may: ['professional'], with: { id: 'look' } },
  'GET /looks/{id}/answers/{question}': { may: ['professional'], with: { id: 'look', question: 'auth' } },
  'POST /looks/{id}/answers/{question}': {
    may: ['professional'],
    with: { id: 'look', question: 'auth' },
    form: { step: '1', text: 'x', version: '' },
  },
  'PUT /looks/{id}/answers/{question}': {
    may: ['professional'],
    with: { id: 'look', question: 'auth' },
    send: { body: '{"step":"1","text":"x","moments":[],"base":null}', headers: json },
  },
  'GET /looks/{id}/seal': { may: ['professional'], with: { id: 'look' } },
  'POST /looks/{id}/seal': { may: ['professional'], with: { id: 'look' } },
  'POST /looks/{id}/additions': { may: ['professional'], with: { id: 'look' }, form: { text: 'Later gezien' } },
  'POST /looks/{id}/moments': {
    may: ['professional'],
    with: { id: 'look' },
    form: { at: '0:01', kind: 'flow', note: '' },
  },
  'PUT /looks/{id}/moments/{moment}': {
    may: ['professional'],
    with: { id: 'look', moment: 'moment' },
    send: {
      body: '{"kind":"flow","whose":"own","strength":"light","start":1,"end":1,"note":"","word":"","base":null}',
      headers: json,
    },
  },
  'DELETE /looks/{id}/moments/{moment}': { may: ['professional'], with: { id: 'look', moment: 'moment' }, send: {} },
  'POST /looks/{id}/moments/{moment}/remove': { may: ['professional'], with: { id: 'look', moment: 'moment' } },

  // An interview is between the coach and the client; what the client reads is under "mine".
  'GET /conversations/{id}/interview': { may: ['coach'] },
  'POST /conversations/{id}/interview': { may: ['coach'], form: { mode: 'room' } },
  'PUT /interviews/{id}/notes/{note}': {
    may: ['coach'],
    with: { id: 'interview', note: 'said' },
    send: { body: '{"topic":"moment","at":"0:01","text":"x","thought":"","base":null}', headers: json },
  },
  'POST /interviews/{id}/notes/{note}': {
    may: ['coach'],
    with: { id: 'interview', note: 'said' },
    form: (seed) => ({ topic: 'moment', at: '0:01', text: 'x', thought: '', conversation: seed.id }),
  },
  'DELETE /interviews/{id}/notes/{note}': { may: ['coach'], with: { id: 'interview', note: 'said' }, send: {} },
  'POST /interviews/{id}/notes/{note}/remove': {
    may: ['coach'],
    with: { id: 'interview', note: 'said' },
    form: (seed) => ({ conversation: seed.id }),
  },
  'POST /interviews/{id}/notes/{note}/thought': { may: ['coach'], with: { id: 'interview', note: 'said' } },
  'POST /interviews/{id}/sound': { may: ['coach'], with: { id: 'interview' }, send: { headers: tus } },
  'POST /interviews/{id}/offer': { may: ['coach'], with: { id: 'interview' }, last: 0.5 },
  'POST /interviews/{id}/resume': { may: ['coach'], with: { id: 'interview' }, last: 0.6 },

  'GET /conversations/{id}/dialogue': { may: three },
  'POST /conversations/{id}/dialogue/together': { may: three },
  'GET /conversations/{id}/dialogue/together': { may: three },
  'GET /conversations/{id}/dialogue/live': { may: three, live: true },
  // Everyone at the table changes the agenda; what only the leader may is attacked in attacks/table.test.mjs.
  'POST /conversations/{id}/dialogue/together/wish': { may: three, form: { do: 'skip', about: 'auth' } },
  'POST /conversations/{id}/dialogue/together/takeaway': { may: three, form: { takeaway: 'Eerder vragen' } },
  'GET /conversations/{id}/dialogue/summary': { may: three },
  'GET /conversations/{id}/dialogue/{subject}': { may: three, with: { subject: 'auth' } },
  'POST /conversations/{id}/dialogue/{subject}/reading': {
    may: three,
    with: { subject: 'auth' },
    form: { version: '0', ours: 'Gelezen', all_saw: '', unknown: '' },
  },
  'POST /conversations/{id}/dialogue/{subject}/alternative': {
    may: three,
    with: { subject: 'auth' },
    form: { intention: 'Wachten', words: 'En dan?', asks: '', idea_of: 'coach' },
  },
  // The cards are for the two of them; nothing is shared here, so the coach finds none.
  'GET /conversations/{id}/cards': { may: two },
  'POST /conversations/{id}/cards/share': { may: two, form: { go: 'no' } },
  'GET /conversations/{id}/cards/{card}': { may: two, with: { card: '1' } },
  'POST /conversations/{id}/cards/{card}': {
    may: two,
    with: { card: '1' },
    form: { text: 'x', drawing: '', go: 'save' },
  },
  'POST /conversations/{id}/cards/{card}/back': { may: two, with: { card: '1' } },
  'GET /conversations/{id}/cards/{card}/state': { may: two, with: { card: '1' } },
  'GET /conversations/{id}/cards/{card}/table': { may: ['professional'], with: { card: '2' } },
  'POST /conversations/{id}/cards/{card}/table': {
    may: ['professional'],
    with: { card: '3' },
    form: { client_text: 'x', client_drawing: '', professional_text: 'y', professional_drawing: '' },
  },
  'GET /conversations/{id}/plan': { may: three },
  'POST /conversations/{id}/plan': {
    may: ['professional', 'coach'],
    form: () => ({ day: new Date(Date.now() + 864e5).toISOString().slice(0, 10), time: '10:00', minutes: '60' }),
  },
  'GET /conversations/{id}/plan.ics': { may: three },
  // Called off once, there is nothing more to call off.
  'POST /conversations/{id}/plan/off': { may: ['professional'] },

  'GET /conversations/{id}/tryout': { may: three },
  'GET /conversations/{id}/tryout/{alternative}': { may: ['professional'], with: { alternative: 'alternative' } },
  'POST /conversations/{id}/tryout/{alternative}': {
    may: ['professional'],
    with: { alternative: 'alternative' },
    form: { doing: 'x', noticing: 'y', when: '', because: '', who: '' },
  },
  'GET /tryouts/{id}': { may: three, with: { id: 'tryout' } },
  // The card is the professional's own.
  'GET /tryouts/{id}/card': { may: ['professional'], with: { id: 'tryout' } },
  'GET /tryouts/{id}/chain': { may: three, with: { id: 'tryout' } },
  'GET /tryouts/{id}/place': { may: ['professional'], with: { id: 'filmed' } },
  'POST /tryouts/{id}/place': { may: ['professional'], with: { id: 'filmed' }, form: { at: '0:01' } },
  'POST /tryouts/{id}/close': { may: ['professional'], with: { id: 'closing' }, form: { why: 'no-conversation' } },
  'POST /tryouts/{id}/next': {
    may: ['professional'],
    with: { id: 'tryout' },
    form: (seed) => ({ next: seed.conversation }),
  },
  'GET /tryouts/{id}/tell': { may: three, with: { id: 'tryout' } },
  'POST /tryouts/{id}/tell': {
    may: three,
    with: { id: 'tryout' },
    form: { word_1: 'x', word_2: 'x', word_3: 'x', different: '1', helped: '1', focus: '2', noise: '2', result: '2' },
  },
  'POST /tryouts/{id}/verdict': { may: ['professional'], with: { id: 'tryout' }, form: { verdict: 'keep', note: '' } },
  'GET /conversations/{id}/tell': { may: three },
  'GET /conversations/{id}/rating': { may: three },
  'POST /conversations/{id}/rating': { may: three, form: { focus: '3', noise: '2', result: '3' } },

  // A journey is its professional's alone.
  'GET /journey': { may: leading },
  'GET /journeys/{id}': { may: ['professional'], with: { id: 'journey' } },
  'POST /journeys/{id}/question': {
    may: ['professional'],
    with: { id: 'journey' },
    form: { question: 'Hoe wacht ik?' },
  },
  'GET /journeys/{id}/sheets/{sheet}': { may: ['professional'], with: { id: 'journey', sheet: 'intake' } },
  'POST /journeys/{id}/sheets/{sheet}': { may: ['professional'], with: { id: 'journey', sheet: 'intake' }, form: {} },

  // Another way to act is changed and taken back by who wrote it.
  'GET /conversations/{id}/alternatives/{alternative}': { may: ['professional'], with: { alternative: 'idea' } },
  'POST /conversations/{id}/alternatives/{alternative}': {
    may: ['professional'],
    with: { alternative: 'idea' },
    form: { intention: 'Wachten', words: 'En dan?', might: '', asks: '' },
  },
  'POST /conversations/{id}/alternatives/{alternative}/remove': {
    may: ['professional'],
    with: { alternative: 'idea' },
    last: 0.5,
  },
  'GET /collection': { may: atWork },
  'GET /collection/keep': { may: leading },
  'POST /collection/keep': { may: leading, form: { intention: 'Wachten', words: 'En dan?' } },
  'GET /collection/share': { may: atWork },
  'POST /collection/share': { may: atWork, form: { intention: 'Wachten', words: 'En dan?', named: 'no' } },
  'GET /collection/use': { may: leading, with: {} },
  'POST /collection/use': { may: leading, form: { example: '1', to: '', about: 'auth' } },
  'POST /collection/kept/{id}/remove': { may: ['professional'], with: { id: 'kept' }, last: 0.5 },
  'POST /collection/shared/{id}/remove': { may: ['professional'], with: { id: 'shared' }, last: 0.5 },
  // What is offered is between who offers and the professional; a client has no part in it.
  'GET /conversations/{id}/offers': { may: ['professional', 'coach'] },
  'POST /conversations/{id}/offers': {
    may: ['coach', 'colleague'],
    form: { about: 'auth', intention: 'Wachten', words: 'En dan?' },
  },
  'POST /offers/{id}/take': { may: ['professional'], with: { id: 'taken' }, last: 0.5 },
  'POST /offers/{id}/leave': { may: ['professional'], with: { id: 'left' }, last: 0.5 },
  'POST /offers/{id}/remove': { may: ['coach'], with: { id: 'withdrawn' }, last: 0.5 },
  // A colleague comes by invitation, and sees no more than the sealed looks and the recording.
  'GET /conversations/{id}/colleagues': { may: three },
  'POST /conversations/{id}/colleagues': { may: ['professional'], form: { colleague: '' } },
  'POST /conversations/{id}/colleagues/{colleague}/end': {
    may: ['professional'],
    with: { colleague: 'asked' },
    last: 0.7,
  },
  'GET /conversations/{id}/peer': { may: ['colleague'] },
  'POST /conversations/{id}/peer': { may: ['colleague'], form: { note: 'Ik zie een zucht.' } },
  'POST /conversations/{id}/peer/{note}/remove': { may: ['colleague'], with: { note: 'note' }, last: 0.5 },
  'GET /peers': { may: members },

  // The hand-over is between the owner of a journey and its coach.
  'POST /journeys/{id}/coach': {
    may: ['professional'],
    with: { id: 'journey' },
    form: (seed) => ({ coach: seed.ruud }),
  },
  'POST /journeys/{id}/sharing': { may: ['professional'], with: { id: 'journey' }, form: { shares: 'no' } },
  'POST /journeys/{id}/handover': { may: ['professional', 'coach'], with: { id: 'journey' }, form: { step: 'agree' } },
  'GET /coaching': { may: members },
  'GET /coaching/{id}': { may: ['coach'], with: { id: 'journey' } },
  'GET /journeys': { may: leading },
  'POST /journeys': { may: leading },
  'GET /journeys/{id}/file': { may: ['professional'], with: { id: 'journey' } },
  'POST /journeys/{id}/finish': { may: ['professional'], with: { id: 'journey' }, last: 0.9 },
  'GET /conversations/{id}/worksheet': { may: ['professional'] },
  'POST /conversations/{id}/worksheet': { may: ['professional'], form: { version: '0', saw: 'Een zucht' } },

  // A client's own place shows what is theirs, whoever they are; it has no address of anyone else.
  'GET /mine': { may: clients },
  'GET /mine/agreed': { may: clients },
  'GET /mine/cards': { may: clients },
  'GET /mine/consent': { may: clients },
  'GET /mine/leaflet': { may: clients },
  'GET /mine/longer': { may: clients },
  // Asked of this client above; the other one was asked nothing.
  'POST /mine/longer': { may: ['client'], form: { go: 'no' } },
  'GET /mine/interview': { may: ['client'] },
  'POST /mine/interview': { may: ['client'], form: { go: 'sound-yes' }, last: -1 },
  // Nobody has stopped here, so there is no receipt to read.
  'GET /mine/receipt': { may: [] },
  'GET /mine/second': { may: clients },
  'GET /mine/seen': { may: clients },
  'GET /mine/stop': { may: clients },
  'GET /mine/tell': { may: ['client'] },
  'GET /mine/back': { may: [...members, ...clients, 'nobody'] },
  'POST /mine/back': { may: [...members, ...clients, 'nobody'], form: { pin: '2580' } },
  'POST /mine/consent': { may: clients, form: { at: '0', go: 'next' } },
  'POST /mine/second': { may: ['client'], form: { at: '0', go: 'keep' } },
  'POST /mine/stop': { may: clients, form: { go: 'all' } },
  'POST /mine/code': { may: clients, last: 1 },
  'POST /mine/leave': { may: clients, last: 1.5 },
};
