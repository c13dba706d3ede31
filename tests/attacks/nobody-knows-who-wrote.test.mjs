// Who wrote a piece without a name cannot be found, by nobody: not over HTTP, not in the database, the log of deeds, the
// log of the program or the data folder. Two writers are laid side by side. And: names, another organisation's pieces,
// recognising twice, forged words.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { freshForm, hangPiece, piecesOn, reactTo, turnOver, writePiece } from '../lib/board.mjs';
import { expect } from '../lib/deeds.mjs';
import { hasPostgres, House } from '../lib/house.mjs';
import { sql } from '../lib/ledger.mjs';
import { otherOrganisation, visitorAs } from '../lib/people.mjs';
import { disguises, searchPlaintext } from '../lib/sealed.mjs';
import { memberId } from '../lib/seed.mjs';
import { Visitor } from '../lib/visitor.mjs';

const said = {
  sanne: 'Ik zwijg soms te lang en noem het geduld',
  joris: 'Ik lach weg wat mij raakt en schaam mij later',
};
const names = ['Sanne Verhoef', 'Joris Smit', 'Youssef Amrani', 'Ruud de Wit', 'Els van Dam'];
const columns = {
  board_pieces: `id, organisation, kind, moment, question, alternative, hex(text_sealed) as text_sealed, author, month,
    mark, flagged, taken_for`,
  board_drawer: 'organisation, slot, hex(slip_sealed) as slip_sealed',
  board_recognitions: 'piece, person',
  board_reactions: 'id, piece, author, hex(text_sealed) as text_sealed, created_at',
};

describe('the learning board, attacked', () => {
  let house, people, ids, words, officer, elsewhere, outside;
  const rows = (table) => sql(house, `select ${columns[table]} from ${table} order by 1, 2`);
  const everyRow = async () => JSON.stringify(await Promise.all(Object.keys(columns).map(rows)));

  before(async () => {
    house = await House.open({ kind: 'demo' });
    people = {};
    for (const name of names) people[name.split(' ')[0].toLowerCase()] = await visitorAs(house, name);
    ids = await Promise.all(names.map((name) => memberId(house, name)));
    officer = await visitorAs(house, 'Bram Hendriks');
    elsewhere = (await otherOrganisation(house)).professional;
    outside = new Visitor(house.address);
    words = {};
  });
  after(() => house?.close());

  it('names are refused, with a name and without one, and nothing of it is kept', async () => {
    const before = await everyRow();
    for (const named of ['yes', 'no']) {
      for (const [text, word] of [
        ['Vraag het Joris Smit eens.', 'Joris'],
        ['Dat zei fatima mij.', 'fatima'],
        ['Bel 06-12345678 als het lastig is.', '06-12345678'],
        ['Schrijf naar jo@voorbeeld.nl.', 'jo@voorbeeld.nl'],
      ]) {
        const { answer } = await writePiece(people.sanne, { text, named });
        assert.equal(answer.status, 422, text);
        assert.ok(answer.text.includes(`Hier staat misschien een naam: ${word}`), `${word} in ${answer.text}`);
        assert.ok(answer.text.includes(text), 'what was typed is still there');
      }
    }
    const phone = { text: 'Bel 06-12345678.', named: 'no', no_name: '06-12345678' };
    assert.equal((await writePiece(people.sanne, phone)).answer.status, 422, 'a number cannot be waved through');
    assert.equal(await everyRow(), before);
  });

  it('two write without a name: the drawer tells neither that, nor who, nor in which order', async () => {
    const lines = await sql(house, 'select count(*) as n from audit');
    const sessions = await sql(house, 'select id, seen_at from sessions order by id');
    const drawer = await rows('board_drawer');
    assert.ok(drawer.length >= 40, 'the slips are there before anybody writes');
    for (const [who, text] of Object.entries(said)) {
      const { answer, word } = await writePiece(people[who], { text, named: 'no' });
      expect(answer, 'a piece without a name', 200);
      assert.ok(answer.text.includes(word), 'the word is shown');
      words[who] = word;
      assert.ok(!(await people.els.get('/board')).text.includes(text), 'it does not hang there at once');
    }
    assert.deepEqual(await sql(house, 'select count(*) as n from audit'), lines, 'a line of the log');
    assert.deepEqual(await sql(house, 'select id, seen_at from sessions order by id'), sessions, 'a session tells');
    const after = await rows('board_drawer');
    assert.equal(after.length, drawer.length);
    const lengths = new Set(after.map(({ slip_sealed: slip }) => slip.length));
    assert.equal(lengths.size, 1, 'a slip that is filled is as long as an empty one');
    const kept = new Set(drawer.map(({ slip_sealed: slip }) => slip));
    const { organisation } = (await rows('board_pieces'))[0];
    const still = after.filter((slip) => slip.organisation === organisation && kept.has(slip.slip_sealed));
    assert.deepEqual(still, [], 'every slip changed, not only those that were filled');
    assert.equal((await rows('board_pieces')).filter(({ author }) => !author).length, 0);
    // A form that comes twice is one piece; the same page again shows the same word.
    const twice = await people.sanne.post('/board/new', {
      piece: 'lesson',
      question: 'auth',
      named: 'no',
      word: words.sanne,
      text: said.sanne,
    });
    expect(twice, 'the same form again', 200);
  });

  it('they come on the board together, with a month and nothing else', async () => {
    await turnOver(house, people.els, said.sanne);
    const pieces = (await piecesOn(people.els)).filter(({ text }) => Object.values(said).includes(text));
    assert.deepEqual(pieces.map(({ text }) => text).sort(), Object.values(said).sort());
    for (const { line } of pieces) assert.match(line, /^Zonder naam, [a-z]+ \d{4}$/);
    const kept = (await rows('board_pieces')).filter(({ author }) => !author);
    assert.equal(kept.length, 2, 'the form that came twice hangs once');
    for (const row of kept) {
      assert.match(row.id, /^[0-9a-f]{8}-[0-9a-f]{4}-4/, 'an id without a time in it');
      const { mark, text_sealed: text, ...rest } = row;
      assert.match(mark, /^[0-9a-f]{64}$/);
      assert.ok(text);
      assert.deepEqual(Object.keys(rest).sort(), [
        'alternative',
        'author',
        'flagged',
        'id',
        'kind',
        'moment',
        'month',
        'organisation',
        'question',
        'taken_for',
      ]);
      const values = JSON.stringify(rest);
      for (const id of ids) assert.ok(!values.includes(id), 'a member stands with it');
      assert.doesNotMatch(row.month, /\d{4}-\d{2}-/);
    }
    // Apart from what they say, the rows of the two writers differ in nothing but chance.
    const plain = ({ id, mark, text_sealed, ...rest }) => rest;
    assert.deepEqual(plain(kept[0]), plain(kept[1]));
    // The order in which the rows lie is that of ids made by chance, never that of writing.
    const lying = await sql(house, 'select id from board_pieces where author is null order by rowid');
    assert.deepEqual(
      lying.map(({ id }) => id),
      kept.map(({ id }) => id),
    );
  });

  it('who wrote reads the very same page as who did not', async () => {
    const mine = (text) => text.split('<main')[1].split('</main>')[0];
    const [{ id }] = (await piecesOn(people.els)).filter(({ text }) => text === said.sanne);
    const read = async (who) =>
      mine((await who.get(`/board/${id}`)).text).replaceAll(/name="answer" value="[^"]+"/g, '');
    assert.equal(await read(people.sanne), await read(people.joris));
    for (const path of [`/board/${id}/change`, `/board/${id}/remove`]) {
      for (const who of [people.sanne, people.joris]) {
        const answer = path.endsWith('change') ? await who.get(path) : await who.post(path, {});
        assert.equal(answer.status, 404, path);
      }
    }
  });

  it('neither logs, nor the folder, nor the administrator tell who', async () => {
    const log = await house.said();
    for (const sentence of Object.values(said)) assert.ok(!log.includes(sentence));
    for (const word of Object.values(words)) assert.ok(!log.includes(word));
    const needles = [...Object.values(said), ...Object.values(words)].flatMap(disguises);
    const { found, files } = await searchPlaintext([house.data, house.tmp], needles);
    assert.ok(files > 3);
    assert.deepEqual(found, []);
    const administrator = await visitorAs(house, 'Wim Peters');
    for (const path of ['/board', '/board/new', '/board/months/2026-11']) {
      assert.equal((await administrator.get(path)).status, 404, path);
    }
    const deeds = await sql(house, 'select deed, subject from audit');
    assert.ok(deeds.length > 0);
    for (const { deed, subject } of deeds) assert.doesNotMatch(`${deed} ${subject}`, /board|piece/);
    // The jobs and the letters know of no piece either.
    const jobs = JSON.stringify(await sql(house, 'select * from Jobs'));
    for (const { id } of await sql(house, 'select id from board_pieces')) assert.ok(!jobs.includes(id));
  });

  it('recognising counts people: once each, never who, and it can be taken back', async () => {
    const [{ id }] = (await piecesOn(people.els)).filter(({ text }) => text === said.joris);
    const count = async () => (await piecesOn(people.els)).find((piece) => piece.id === id).recognised;
    for (let n = 0; n < 3; n += 1) {
      for (const who of [people.ruud, people.youssef]) {
        expect(await who.post(`/board/${id}/recognise`, { go: 'yes', at: 'wall' }), 'recognises', 303);
      }
    }
    assert.equal(await count(), '2');
    const kept = await sql(house, `select person from board_recognitions where piece = '${id}'`);
    assert.equal(kept.length, 2);
    for (const { person } of kept) {
      assert.match(person, /^[0-9a-f]{64}$/);
      assert.ok(!ids.some((member) => person.includes(member)));
    }
    expect(await people.ruud.post(`/board/${id}/recognise`, { go: 'no' }), 'takes back', 303);
    assert.equal(await count(), '1');
    assert.equal((await officer.post(`/board/${id}/recognise`, { go: 'yes' })).status, 404);
  });

  it('the board of another organisation is not there', async () => {
    const [{ id }] = await piecesOn(people.els);
    assert.deepEqual(await piecesOn(elsewhere), []);
    const answer = await reactTo(people.ruud, id, 'Dat merk ik ook.');
    for (const [path, form] of [
      [`/board/${id}`],
      [`/board/${id}/change`],
      [`/board/${id}/recognise`, { go: 'yes' }],
      [`/board/${id}/react`, { text: 'Ik ook.' }],
      [`/board/${id}/flag`, {}],
      [`/board/${id}/judge`, { why: 'name' }],
      [`/board/answers/${answer}/remove`, {}],
      [`/board/answers/${answer}/judge`, { why: 'name' }],
    ]) {
      const tried = form ? await elsewhere.post(path, form) : await elsewhere.get(path);
      assert.equal(tried.status, 404, path);
    }
    // Only who wrote an answer takes it back; only who guards the law takes another's away.
    assert.equal((await people.joris.post(`/board/answers/${answer}/remove`, {})).status, 404);
    assert.equal((await people.els.post(`/board/${id}/judge`, { why: 'name' })).status, 404);
  });

  it('no forged word takes anything back, and the right one needs no signing in', async () => {
    const before = await rows('board_pieces');
    const [{ mark, id }] = before.filter(({ author }) => !author);
    const word = await freshForm(people.youssef);
    await hangPiece(people.youssef, { text: 'Wie wacht, hoort meer.', word });
    const forged = [
      '',
      'AAAA-AAAA-AAAA-AAAA',
      mark,
      id,
      words.sanne.slice(0, 18),
      `${words.sanne}A`,
      word,
      "' or 1=1 --",
    ];
    for (const one of forged) {
      const answer = await outside.post('/board/withdraw', { word: one });
      assert.equal(answer.status, 422, one);
    }
    assert.equal((await rows('board_pieces')).length, before.length + 1);
    const lines = await sql(house, 'select count(*) as n from audit');
    const answer = expect(await outside.post('/board/withdraw', { word: words.sanne.toLowerCase() }), 'withdrawn', 200);
    assert.ok(answer.text.includes('Het stukje is weg'));
    assert.ok(!(await people.els.get('/board')).text.includes(said.sanne));
    assert.equal((await outside.post('/board/withdraw', { word: words.sanne })).status, 422);
    assert.deepEqual(await sql(house, 'select count(*) as n from audit'), lines, 'a line of the log');
  });

  it('what is taken away has a reason and a line that names the officer and not the writer', async () => {
    const [piece] = (await piecesOn(people.els)).filter(({ text }) => text === said.joris);
    expect(await officer.post(`/board/${piece.id}/judge`, { why: 'recognisable' }), 'taken away', 303);
    const line = (await sql(house, "select * from audit where deed = 'took-off-board'")).at(-1);
    assert.equal(line.subject, `piece ${piece.id} recognisable`);
    assert.equal(line.actor, await memberId(house, 'Bram Hendriks'));
    assert.ok(!(await people.els.get('/board')).text.includes(said.joris));
    const [row] = await sql(house, `select text_sealed, taken_for from board_pieces where id = '${piece.id}'`);
    assert.deepEqual(row, { text_sealed: null, taken_for: 'recognisable' });
    const answer = expect(await outside.post('/board/withdraw', { word: words.joris }), 'withdrawn', 200);
    assert.ok(answer.text.includes('was al weggehaald'));
  });
});

// PostgreSQL keeps for every row in which transaction it was written, and so in which order.
if (hasPostgres) {
  describe('the learning board on PostgreSQL, attacked', () => {
    let house, people;
    before(async () => {
      house = await House.open({ kind: 'demo', postgres: true });
      people = {};
      for (const name of names) people[name.split(' ')[0].toLowerCase()] = await visitorAs(house, name);
    });
    after(() => house?.close());

    const psql = async (text) => {
      const words = [house.env.MEERZIEN_DATABASE, '--no-align', '--tuples-only', '--command', text];
      return (await promisify(execFile)('psql', words)).stdout.trim().split('\n');
    };

    it('tells of no row of the drawer or the board when it was written', async () => {
      const before = await psql('select count(*) from audit');
      for (const [who, text] of Object.entries(said)) {
        expect((await writePiece(people[who], { text, named: 'no' })).answer, 'a piece without a name', 200);
        assert.equal((await psql('select distinct xmin::text from board_drawer')).length, 1, 'all slips together');
        assert.equal((await psql('select distinct octet_length(slip_sealed) from board_drawer')).length, 1);
      }
      assert.deepEqual(await psql('select count(*) from audit'), before);
      await turnOver(house, people.els, said.sanne);
      const [hung] = await psql('select count(*), count(distinct xmin::text) from board_pieces where author is null');
      assert.equal(hung, '2|1', 'both came on the board in one transaction');
      const lying = await psql('select id from board_pieces where author is null order by ctid');
      assert.deepEqual(lying, [...lying].sort(), 'and lie in the order of ids made by chance');
    });
  });
}
