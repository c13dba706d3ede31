// What a well-meaning visitor sends to each door. Whom a door is for stands in the program (`meerzien doors`).
import { purposes } from './deeds.mjs';
import { members } from './table.mjs';

export const forgedUuid = '0190a1b2-0000-7000-8000-000000000000';
const json = { 'content-type': 'application/json', accept: 'application/json' };
const tus = { 'tus-resumable': '1.0.0' };
const cutting = { go: 'ask', from_seconds: '1', to_seconds: '3', timeline: '0' };

/**
 * What fits through each door: `form` is what a well-meaning visitor would send (`send` for what is no form), `with` fills
 * the names in an address, `maker` made what it names (the professional, unless said). `only` says for whom the thing is
 * there in the seed at all, where that is fewer than the table lets in. Doors with `last` end sessions or lock a screen,
 * and are tried after all others.
 */
export const doors = {
  'GET /': {},
  'GET /assets/{*path}': { with: { '*path': 'app.css' } },
  'POST /choices': { form: { lang: 'nl', back: '/' } },
  'GET /samenleer-wijzer': {},
  'GET /sign-in': {},
  'POST /sign-in': { form: { email: 'niemand@nergens.example', password: 'x', next: '' } },
  'POST /sign-in/demo': { form: (seed) => ({ member: seed.sanne, next: '' }), last: 3 },
  // Whoever did not take the first step is sent back to it.
  'GET /sign-in/second': { only: [] },
  'POST /sign-in/second': { only: [], form: { code: '123456' } },
  // There is no mail here: the page says whom to ask. A link that was never given opens nothing.
  'GET /sign-in/forgotten': {},
  'POST /sign-in/forgotten': { form: { email: 'niemand@nergens.example' } },
  'GET /sign-in/forgotten/{token}': { only: [], with: { token: 'verzonnen' } },
  'POST /sign-in/forgotten/{token}': { only: [], with: { token: 'verzonnen' }, form: { password: 'x'.repeat(12) } },
  'POST /sign-out': { last: 4 },
  // An installation without a provider of its own has none of these; attacks/coming-in-provider.test.mjs has one.
  // There is no provider here; whoever is in already is sent on.
  'GET /sign-in/provider': { only: members },
  'GET /sign-in/provider/back': { only: [] },
  'POST /sign-in/provider/ended': { only: [], form: { logout_token: 'x' } },
  'GET /signed-out': { only: [] },
  'GET /confirm/provider': { only: [] },
  'GET /invitation/{token}/provider': { only: [], with: { token: 'verzonnen' } },
  // A link that was never given is a door for nobody.
  'GET /invitation/{token}': { only: [], with: { token: 'verzonnen' } },
  'POST /invitation/{token}': { only: [], with: { token: 'verzonnen' }, form: { name: 'N', password: 'x'.repeat(12) } },
  // Every link looks alike, also one that never was: a code is asked, and it is not right.
  'GET /c/{token}': { with: { token: 'verzonnen' } },
  'POST /c/{token}': { with: { token: 'verzonnen' }, form: { code: 'AAAA-AAAA' } },
  'GET /mine/again': {},
  'POST /mine/again': { form: { code: '', next: '/mine' }, last: 0.8 },

  'GET /home': {},
  'GET /notices': {},
  'POST /notices/seen': {},
  'POST /notices/mail': { form: { go: 'yes' } },
  'GET /search': {},
  'GET /account': {},
  'POST /account/sessions/end': { form: { id: forgedUuid } },
  'POST /account/sessions/end-others': {},
  'GET /account/second': {},
  'GET /account/second/app': {},
  'POST /account/second/app': {},
  'POST /account/second/app/check': { form: { code: '000000' } },
  'POST /account/second/app/remove': {},
  'POST /account/second/codes': {},
  // A question to a device and its answer; a passkey is its owner's alone (attacks/coming-in-passkeys.test.mjs).
  'POST /sign-in/passkey/begin': {},
  'POST /sign-in/passkey': { form: { credential: '{}', next: '' } },
  'GET /account/second/passkeys/new': {},
  'POST /account/second/passkeys': { form: { credential: '{}', name: 'x' } },
  'POST /account/second/passkeys/{id}/name': { only: [], with: { id: forgedUuid }, form: { name: 'x' } },
  'POST /account/second/passkeys/{id}/remove': { only: [], with: { id: forgedUuid } },
  'GET /account/password': {},
  'POST /account/password': { form: { old: 'x', password: 'x' } },
  'POST /confirm': { form: { next: '/home', 'proof-code': '000000' } },

  'GET /patterns': {},
  'GET /patterns.csv': {},
  'GET /papers': {},
  'GET /papers/blank/{paper}': { with: { paper: 'cards' } },
  'GET /people': {},
  // An administrator manages their own organisation only; the other one's people are not found.
  'POST /people/invitations': {
    form: { email: 'nieuw@waterlandaanzee.example', roles: 'coach' },
  },
  'POST /people/teams': { form: { team: 'Oost' } },
  'POST /people/invitations/{id}/again': { with: { id: 'invitation' }, form: { go: 'hand' } },
  'POST /people/invitations/{id}/end': { with: { id: forgedUuid } },
  'POST /people/{id}/roles': { form: { roles: 'professional' }, with: { id: 'sanne' } },
  'POST /people/{id}/team': { form: { team: '' }, with: { id: 'sanne' } },
  'POST /people/{id}/ended': { form: { ended: 'false' }, with: { id: 'sanne' } },

  // The privacy officer: consents as facts, of their own organisation. No content, and no road to a recording.
  'GET /register': {},
  'GET /privacy': {},
  'GET /privacy/processing': {},
  'POST /privacy/processing': { form: { look: 'public-task' } },
  'GET /privacy/processing.csv': {},
  'GET /privacy/processing.json': {},
  'GET /privacy/endings': {},
  'GET /privacy/audit': {},
  'GET /privacy/breach': {},
  'POST /privacy/breach/file': { form: { from: '2026-01-01', until: '2026-01-02' } },
  'GET /privacy/dpia': {},
  'GET /privacy/dpia/{lang}': { with: { lang: 'nl' } },
  'GET /register/{id}': {},
  'POST /register/{id}': { form: { go: 'all' } },
  'POST /register/{id}/link': { form: { who: forgedUuid, go: 'shut' } },

  // The learning board. What was written without a name has no maker that anybody knows.
  'GET /board': {},
  'POST /board/mail': { form: { go: 'no' } },
  'GET /board/new': {},
  'POST /board/new': { form: { piece: 'lesson', text: '', named: 'yes' } },
  'GET /board/withdraw': {},
  'POST /board/withdraw': { form: { word: 'AAAA-AAAA-AAAA-AAAA' } },
  'GET /board/months/{month}': { with: { month: '2026-01' } },
  'GET /board/{id}': { with: { id: 'piece' } },
  'GET /board/{id}/change': { with: { id: 'piece' } },
  'POST /board/{id}/change': {
    with: { id: 'piece' },
    form: { piece: 'lesson', text: 'Wachten helpt.', question: 'auth' },
  },
  'POST /board/{id}/remove': { with: { id: 'takenBack' } },
  'POST /board/{id}/recognise': {
    // Nobody recognises what they wrote themselves with their name.
    with: { id: 'piece' },
    form: { go: 'yes' },
    only: ['coach', 'otherProfessional', 'otherCoach', 'manager', 'colleague'],
  },
  'POST /board/{id}/react': { with: { id: 'piece' }, form: { text: '' } },
  'POST /board/{id}/flag': { with: { id: 'piece' } },
  'POST /board/{id}/judge': { with: { id: 'piece' }, form: { why: 'none' } },
  'POST /board/answers/{id}/remove': { with: { id: 'answer' } },
  'POST /board/answers/{id}/judge': { with: { id: 'judged' }, form: { why: 'name' } },

  'GET /conversations/new': {},
  'POST /conversations/new': { form: { held_on: '2027-03-04', coach: '' } },
  'GET /conversations/{id}': {},
  'POST /conversations/{id}/coach': { form: (seed) => ({ coach: seed.ruud }) },
  'POST /conversations/{id}/coach/end': { with: { id: 'uncoached' } },
  'GET /conversations/{id}/live': { live: true },

  'GET /conversations/{id}/consent': {},
  'POST /conversations/{id}/consent': {
    form: Object.fromEntries(purposes.map((each) => [each, 'yes'])),
  },
  'GET /conversations/{id}/mine': { only: [] },
  'GET /conversations/{id}/leaflet': {},
  'POST /conversations/{id}/client-link': { last: 2 },
  'POST /conversations/{id}/client-link/shut': { last: 2.5 },
  'POST /conversations/{id}/handover': { form: { for: 'consent', pin: '2580' }, last: 2 },
  'GET /conversations/{id}/second': {},
  'POST /conversations/{id}/second': { form: { go: 'keep' } },
  'GET /conversations/{id}/stop': {},
  'POST /conversations/{id}/stop': { form: { go: 'all' } },

  // Everyone in the picture is the professional's to ask; what they say is theirs, under "mine".
  'GET /conversations/{id}/beside': { with: { id: 'together' } },
  'POST /conversations/{id}/beside': { with: { id: 'together' }, form: { what: 'close' } },
  'POST /conversations/{id}/beside/{who}/link': { with: { id: 'together', who: 'companion' } },
  'POST /conversations/{id}/beside/{who}/remove': { with: { id: 'together', who: 'leaving' }, last: 0.5 },
  'GET /conversations/{id}/paper/{who}': { with: { id: 'together', who: 'companion' } },
  'POST /conversations/{id}/paper/{who}': {
    with: { id: 'together', who: 'companion' },
    send: { body: '--x--\r\n', headers: { 'content-type': 'multipart/form-data; boundary=x' } },
  },
  'POST /conversations/{id}/paper/{who}/print': { with: { id: 'together', who: 'companion' } },
  // The paper in the seed is of a client who is nobody here.
  'GET /papers/{object}': { only: ['professional'], with: { object: 'paper' } },
  'GET /conversations/{id}/longer': {},
  'POST /conversations/{id}/longer': { form: { months: '1' } },
  'GET /conversations/{id}/seen': {},
  'GET /conversations/{id}/texts/{version}': { with: { version: 'version' } },
  'GET /register/{id}/texts/{version}': { with: { version: 'version' } },

  'GET /conversations/{id}/recording': {},
  'GET /conversations/{id}/recording/camera': {},
  'GET /conversations/{id}/recording/file': {},
  'GET /conversations/{id}/recording/state': {},
  'POST /conversations/{id}/recording/close': {
    with: { id: 'closed' },
    form: (seed) => ({ recording: seed.close }),
  },
  'POST /conversations/{id}/recording/discard': {
    with: { id: 'discarded' },
    form: (seed) => ({ recording: seed.discard }),
  },
  'POST /conversations/{id}/recording/again': {
    with: { id: 'conversation' },
    form: (seed) => ({ recording: seed.recording }),
  },
  'OPTIONS /tus/{conversation}': {},
  'OPTIONS /tus/{conversation}/{recording}': {},
  'POST /tus/{conversation}': { send: { headers: { ...tus, 'upload-length': '1' } } },
  'HEAD /tus/{conversation}/{recording}': { send: { headers: tus } },
  'PATCH /tus/{conversation}/{recording}': {
    send: { body: 'x', headers: { ...tus, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' } },
  },
  'DELETE /tus/{conversation}/{recording}': { send: { headers: tus } },
  'GET /media/{object}': {},
  'GET /media/{object}/original': {},
  'GET /media/{object}/peaks': {},
  'GET /media/{object}/stills/{number}': { with: { number: '0' } },

  // Asked whether it is certain, and no further: a part that goes is in attacks/one-key-cut.test.mjs.
  'GET /conversations/{id}/cut': {},
  'POST /conversations/{id}/cut': { form: cutting },
  'GET /conversations/{id}/look': {},
  'POST /conversations/{id}/look': {},
  'GET /conversations/{id}/look/client': {},
  // This client looked themselves, so nobody writes for them any more.
  'POST /conversations/{id}/look/client': { only: [], form: { mode: 'room' } },
  // A look is its maker's alone, by every one of its addresses; what others may see of it is under "dialogue".
  'GET /looks/{id}': { with: { id: 'look' } },
  'GET /looks/{id}/answers/{question}': { with: { id: 'look', question: 'auth' } },
  'POST /looks/{id}/answers/{question}': {
    with: { id: 'look', question: 'auth' },
    form: { step: '1', text: 'x', version: '' },
  },
  'PUT /looks/{id}/answers/{question}': {
    with: { id: 'look', question: 'auth' },
    send: { body: '{"step":"1","text":"x","moments":[],"base":null}', headers: json },
  },
  'GET /looks/{id}/seal': { with: { id: 'look' } },
  'POST /looks/{id}/seal': { with: { id: 'look' } },
  'POST /looks/{id}/additions': { with: { id: 'look' }, form: { text: 'Later gezien' } },
  'POST /looks/{id}/moments': {
    with: { id: 'look' },
    form: { at: '0:01', kind: 'flow', note: '' },
  },
  'PUT /looks/{id}/moments/{moment}': {
    with: { id: 'look', moment: 'moment' },
    send: {
      body: '{"kind":"flow","whose":"own","strength":"light","start":1,"end":1,"note":"","word":"","base":null}',
      headers: json,
    },
  },
  'DELETE /looks/{id}/moments/{moment}': { with: { id: 'look', moment: 'moment' }, send: {} },
  'POST /looks/{id}/moments/{moment}/remove': { with: { id: 'look', moment: 'moment' } },

  // An interview is between the coach and the client; what the client reads is under "mine".
  'GET /conversations/{id}/interview': {},
  'POST /conversations/{id}/interview': { form: { mode: 'room' } },
  'PUT /interviews/{id}/notes/{note}': {
    with: { id: 'interview', note: 'said' },
    send: { body: '{"topic":"moment","at":"0:01","text":"x","thought":"","base":null}', headers: json },
  },
  'POST /interviews/{id}/notes/{note}': {
    with: { id: 'interview', note: 'said' },
    form: (seed) => ({ topic: 'moment', at: '0:01', text: 'x', thought: '', conversation: seed.id }),
  },
  'DELETE /interviews/{id}/notes/{note}': { with: { id: 'interview', note: 'said' }, send: {} },
  'POST /interviews/{id}/notes/{note}/remove': {
    with: { id: 'interview', note: 'said' },
    form: (seed) => ({ conversation: seed.id }),
  },
  'POST /interviews/{id}/notes/{note}/thought': { with: { id: 'interview', note: 'said' } },
  'POST /interviews/{id}/sound': { with: { id: 'interview' }, send: { headers: tus } },
  'POST /interviews/{id}/offer': { with: { id: 'interview' }, last: 0.5 },
  'POST /interviews/{id}/resume': { with: { id: 'interview' }, last: 0.6 },

  'GET /conversations/{id}/dialogue': {},
  'POST /conversations/{id}/dialogue/together': {},
  'GET /conversations/{id}/dialogue/together': {},
  'GET /conversations/{id}/dialogue/live': { live: true },
  // Everyone at the table changes the agenda; what only the leader may is attacked in attacks/blind-at-the-table.test.mjs.
  'POST /conversations/{id}/dialogue/together/wish': { form: { do: 'skip', about: 'auth' } },
  'POST /conversations/{id}/dialogue/together/takeaway': { form: { takeaway: 'Eerder vragen' } },
  'GET /conversations/{id}/dialogue/summary': {},
  'GET /conversations/{id}/dialogue/paper': {},
  'GET /conversations/{id}/dialogue/{subject}': { with: { subject: 'auth' } },
  'POST /conversations/{id}/dialogue/{subject}/reading': {
    with: { subject: 'auth' },
    form: { version: '0', ours: 'Gelezen', all_saw: '', unknown: '' },
  },
  'POST /conversations/{id}/dialogue/{subject}/alternative': {
    with: { subject: 'auth' },
    form: { intention: 'Wachten', words: 'En dan?', asks: '', idea_of: 'coach' },
  },
  // The cards are for the two of them; nothing is shared here, so the coach finds none.
  'GET /conversations/{id}/cards': {},
  'POST /conversations/{id}/cards/share': { form: { go: 'no' } },
  'GET /conversations/{id}/cards/{card}': { with: { card: '1' } },
  'POST /conversations/{id}/cards/{card}': {
    with: { card: '1' },
    form: { text: 'x', drawing: '', go: 'save' },
  },
  'POST /conversations/{id}/cards/{card}/back': { with: { card: '1' } },
  'GET /conversations/{id}/cards/{card}/state': { with: { card: '1' } },
  'GET /conversations/{id}/cards/{card}/table': { with: { card: '2' } },
  'POST /conversations/{id}/cards/{card}/table': {
    with: { card: '3' },
    form: { client_text: 'x', client_drawing: '', professional_text: 'y', professional_drawing: '' },
  },
  'GET /conversations/{id}/plan': {},
  'POST /conversations/{id}/plan': {
    form: () => ({ day: new Date(Date.now() + 864e5).toISOString().slice(0, 10), time: '10:00', minutes: '60' }),
  },
  'GET /conversations/{id}/plan.ics': {},
  // Called off once, there is nothing more to call off.
  'POST /conversations/{id}/plan/off': {},

  'GET /conversations/{id}/tryout': {},
  'GET /conversations/{id}/tryout/{alternative}': { with: { alternative: 'alternative' } },
  'POST /conversations/{id}/tryout/{alternative}': {
    with: { alternative: 'alternative' },
    form: { doing: 'x', noticing: 'y', when: '', because: '', who: '' },
  },
  'GET /tryouts/{id}': { with: { id: 'tryout' } },
  // The card is the professional's own.
  'GET /tryouts/{id}/card': { with: { id: 'tryout' } },
  'GET /tryouts/{id}/card/paper': { with: { id: 'tryout' } },
  'GET /tryouts/{id}/plan/paper': { with: { id: 'tryout' } },
  'GET /tryouts/{id}/chain': { with: { id: 'tryout' } },
  'GET /tryouts/{id}/place': { with: { id: 'filmed' } },
  'POST /tryouts/{id}/place': { with: { id: 'filmed' }, form: { at: '0:01' } },
  'POST /tryouts/{id}/close': { with: { id: 'closing' }, form: { why: 'no-conversation' } },
  'POST /tryouts/{id}/next': {
    with: { id: 'tryout' },
    form: (seed) => ({ next: seed.conversation }),
  },
  'GET /tryouts/{id}/tell': { with: { id: 'tryout' } },
  'POST /tryouts/{id}/tell': {
    with: { id: 'tryout' },
    form: { word_1: 'x', word_2: 'x', word_3: 'x', different: '1', helped: '1', focus: '2', noise: '2', result: '2' },
  },
  'POST /tryouts/{id}/verdict': { with: { id: 'tryout' }, form: { verdict: 'keep', note: '' } },
  'GET /conversations/{id}/tell': {},
  'GET /conversations/{id}/rating': {},
  'POST /conversations/{id}/rating': { form: { focus: '3', noise: '2', result: '3' } },

  // A journey is its professional's alone.
  'GET /journey': {},
  'GET /journeys/{id}': { with: { id: 'journey' } },
  'POST /journeys/{id}/question': {
    with: { id: 'journey' },
    form: { question: 'Hoe wacht ik?' },
  },
  'GET /journeys/{id}/paper': { with: { id: 'journey' } },
  'GET /journeys/{id}/sheets/{sheet}': { with: { id: 'journey', sheet: 'intake' } },
  'POST /journeys/{id}/sheets/{sheet}': { with: { id: 'journey', sheet: 'intake' }, form: {} },

  // Another way to act is changed and taken back by who wrote it.
  'GET /conversations/{id}/alternatives/{alternative}': { with: { alternative: 'idea' } },
  'POST /conversations/{id}/alternatives/{alternative}': {
    with: { alternative: 'idea' },
    form: { intention: 'Wachten', words: 'En dan?', might: '', asks: '' },
  },
  'POST /conversations/{id}/alternatives/{alternative}/remove': {
    with: { alternative: 'idea' },
    last: 0.5,
  },
  'GET /collection': {},
  'GET /collection/keep': {},
  'POST /collection/keep': { form: { intention: 'Wachten', words: 'En dan?' } },
  'GET /collection/share': {},
  'POST /collection/share': { form: { intention: 'Wachten', words: 'En dan?', named: 'no' } },
  'GET /collection/use': { with: {} },
  'POST /collection/use': { form: { example: '1', to: '', about: 'auth' } },
  'POST /collection/kept/{id}/remove': { with: { id: 'kept' }, last: 0.5 },
  'POST /collection/shared/{id}/remove': { with: { id: 'shared' }, last: 0.5 },
  // What is offered is between who offers and the professional; a client has no part in it.
  'GET /conversations/{id}/offers': {},
  'POST /conversations/{id}/offers': {
    form: { about: 'auth', intention: 'Wachten', words: 'En dan?' },
  },
  'POST /offers/{id}/take': { with: { id: 'taken' }, last: 0.5 },
  'POST /offers/{id}/leave': { with: { id: 'left' }, last: 0.5 },
  'POST /offers/{id}/remove': { maker: 'coach', with: { id: 'withdrawn' }, last: 0.5 },
  // A colleague comes by invitation, and sees no more than the sealed looks and the recording.
  'GET /conversations/{id}/colleagues': {},
  'POST /conversations/{id}/colleagues': { form: { colleague: '' } },
  'POST /conversations/{id}/colleagues/{colleague}/end': {
    with: { colleague: 'asked' },
    last: 0.7,
  },
  'GET /conversations/{id}/peer': {},
  'POST /conversations/{id}/peer': { form: { note: 'Ik zie een zucht.' } },
  'POST /conversations/{id}/peer/{note}/remove': { maker: 'colleague', with: { note: 'note' }, last: 0.5 },
  'GET /peers': {},

  // The hand-over is between the owner of a journey and its coach.
  'POST /journeys/{id}/coach': {
    with: { id: 'journey' },
    form: (seed) => ({ coach: seed.ruud }),
  },
  'POST /journeys/{id}/sharing': { with: { id: 'journey' }, form: { shares: 'no' } },
  'POST /journeys/{id}/handover': { with: { id: 'journey' }, form: { step: 'agree' } },
  'GET /coaching': {},
  'GET /coaching/{id}': { with: { id: 'journey' } },
  'GET /journeys': {},
  'POST /journeys': {},
  'GET /journeys/{id}/file': { with: { id: 'journey' } },
  'POST /journeys/{id}/finish': { with: { id: 'journey' }, last: 0.9 },
  'GET /conversations/{id}/worksheet': {},
  'GET /conversations/{id}/worksheet/paper': {},
  'POST /conversations/{id}/worksheet': { form: { version: '0', saw: 'Een zucht' } },

  // A client's own place shows what is theirs, whoever they are; it has no address of anyone else.
  'GET /mine': {},
  'GET /mine/agreed': {},
  'GET /mine/cards': {},
  'GET /mine/consent': {},
  'GET /mine/leaflet': {},
  'GET /mine/papers/{paper}': { with: { paper: 'leaflet' } },
  'GET /mine/longer': {},
  // Asked of this client above; the other one was asked nothing.
  'POST /mine/longer': { only: ['client'], form: { go: 'no' } },
  // The other client has no recording to take anything from.
  'GET /mine/cut': { only: ['client'] },
  'POST /mine/cut': { only: ['client'], form: cutting },
  'GET /mine/interview': { only: ['client'] },
  'POST /mine/interview': { only: ['client'], form: { go: 'sound-yes' }, last: -1 },
  // Nobody has stopped here, so there is no receipt to read.
  'GET /mine/receipt': { only: [] },
  'GET /mine/receipt/file': { only: [] },
  'GET /mine/second': {},
  'GET /mine/seen': {},
  'GET /mine/stop': {},
  'GET /mine/tell': { only: ['client'] },
  'GET /mine/back': {},
  'POST /mine/back': { form: { pin: '2580' } },
  'POST /mine/consent': { form: { at: '0', go: 'next' } },
  'POST /mine/second': { only: ['client'], form: { at: '0', go: 'keep' } },
  'POST /mine/stop': { form: { go: 'all' } },
  'GET /mine/everything': {},
  'POST /mine/everything': { form: { code: '' }, last: 1 },
  'GET /mine/link': {},
  'GET /mine/link/{deed}': { with: { deed: 'link' } },
  // A device that is not theirs is not found, so nobody ends one here.
  'POST /mine/link/device': { only: [], form: { id: forgedUuid } },
  'POST /mine/link/{deed}': { with: { deed: 'code' }, form: { code: '' }, last: 1 },
  'POST /mine/leave': { last: 1.5 },
  'GET /mine/left': {},
};
