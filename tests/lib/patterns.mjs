// What an attacker on figures has: every number that pages and files show, who is in which team, and arithmetic. And the
// truth beside it, read from the database by rules written here a second time.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** The least number of people behind a figure. */
export const fewest = 5;
// So small that a product of two fits exactly in a number.
const prime = 67_108_859;

const steps = (third) => ({
  Niet: [0],
  'Een beetje': [1],
  [third]: [2],
  Veel: [3],
  'Heel veel': [4],
  'Weet ik niet, of niets gezegd': [5],
  'Niet of een beetje': [0, 1],
  'Veel of heel veel': [3, 4],
  [`${third} of weet ik niet, of niets gezegd`]: [2, 5],
  'Minder, of niets gezegd': [0, 1, 2, 5],
});
const question = {
  'Dicht bij elkaar': [0],
  'Uit elkaar': [1],
  'Niet van ieder een antwoord': [2],
  'Dicht bij elkaar of niet van ieder een antwoord': [0, 2],
};
const tryout = {
  'Niets uitgeprobeerd': [0],
  'Gekozen, nog zonder oordeel': [1],
  Gehouden: [2],
  'Bijgesteld of nog eens': [3],
  Losgelaten: [4],
  'Gekozen, en niet of nog niet gehouden': [1, 3, 4],
};
// "Video, cliënt en coach" and "Alle vier" are the same answers at each level that has them.
const sources = {
  'Video en cliënt': [0],
  'Video en coach': [1],
  'Cliënt en coach': [2],
  'Video, cliënt en coach': [3],
  'Video, cliënt en intervisie': [4],
  'Video, coach en intervisie': [5],
  'Cliënt, coach en intervisie': [6],
  'Alle vier': [7],
  'Twee daarvan, en intervisie': [4, 5, 6],
  'Twee van video, cliënt en coach': [0, 1, 2],
  'Twee van de drie, met of zonder intervisie': [0, 1, 2, 4, 5, 6],
  'Alle drie, met of zonder intervisie': [3, 7],
};
const kinds = ['frustratie', 'weerstand', 'afhaken', 'verstarring', 'stagnatie', 'stroming', 'spontaniteit', 'anders'];
const words = ['frustration', 'resistance', 'disengaging', 'rigidity', 'stagnation', 'flow', 'spontaneity', 'other'];
const chairs = ['professional', 'cliënt', 'coach'];
const questions = [
  ['auth', 'Zeiden we wat we echt dachten, of wat hoorde?'],
  ['goal', 'Wilden we hetzelfde bereiken, en wisten we dat van elkaar?'],
  ['fit', 'Past mijn idee van wat helpt bij hoe de cliënt zichzelf en de situatie ziet?'],
];

/** Every topic by the words of the file: how many answers it has, which cell a word means, and what the truth says. */
export const topics = new Map([
  ...kinds.map((name, n) => [
    name,
    { answers: 2, cells: { Aangemerkt: [0] }, of: (one) => (one.kinds.has(words[n]) ? 0 : 1) },
  ]),
  ...questions.map(([key, text]) => [
    `Waar we verschillend keken: ${text}`,
    { answers: 3, cells: question, of: (one) => lie(one.steps[key] ?? []) },
  ]),
  ['Uitgeprobeerd en gehouden', { answers: 5, cells: tryout, of: tried }],
  ['Waarmee is teruggekeken', { answers: 8, cells: sources, of: used }],
  ...['Focus', 'Ruis', 'Resultaat'].flatMap((outcome, n) =>
    chairs.map((chair) => [
      `${outcome}: ${chair}`,
      {
        answers: 6,
        cells: steps(chair === 'cliënt' ? 'Half' : 'Redelijk veel'),
        of: (one) => rated(one.ratings[['professional', 'client', 'coach'][chairs.indexOf(chair)]]?.[n]),
        coached: chair === 'coach',
      },
    ]),
  ),
]);

function lie(said) {
  const known = said.filter((step) => step !== 'dontknow').map(Number);
  if (known.length && Math.max(...known) - Math.min(...known) >= 2) return 1;
  return known.length === said.length && said.length > 1 ? 0 : 2;
}
function tried({ verdicts }) {
  if (verdicts.length === 0) return 0;
  if (verdicts.includes('keep')) return 2;
  if (verdicts.some((verdict) => ['adapt', 'again'].includes(verdict))) return 3;
  return verdicts.includes('drop') ? 4 : 1;
}
function used({ sealed, peer }) {
  const key = ['professional', 'client', 'coach'].map((chair) => (sealed.has(chair) ? 1 : 0)).join('');
  return { 110: 0, 101: 1, '011': 2, 111: 3 }[key] + (peer ? 4 : 0);
}
function rated(step) {
  return step === undefined || step === 'dontknow' ? 5 : Number(step) - 1;
}

/** Rows that a question to the records gives. */
export function ask(house, sql) {
  const said = execFileSync('sqlite3', ['-json', join(house.data, 'records.db'), sql], { maxBuffer: 1 << 28 });
  return said.length ? JSON.parse(said) : [];
}

function quarterOf(at) {
  const day = new Date(at);
  return `${day.getUTCFullYear()}-q${Math.floor(day.getUTCMonth() / 3) + 1}`;
}

/** Every conversation that may count, with what happened in it, who knows of it, and the team of whoever led it. */
export function truth(house) {
  const all = new Map();
  const rows = ask(
    house,
    `select c.id, c.held_on, p.member as lead, k.member as coach, t.team from conversations c
     join participants p on p.conversation = c.id and p.perspective = 'professional'
     left join participants k on k.conversation = c.id and k.perspective = 'coach'
     left join team_members t on t.member = p.member
     where c.destroyed_at is null and c.kind = 'client-professional'
       and (select count(*) from looks l where l.conversation = c.id and l.sealed_at is not null) >= 2
       and 2 = (select count(*) from consents y join participants w on w.id = y.participant where y.conversation = c.id
         and y.purpose = 'research' and y.confirmed_at is not null and y.withdrawn_at is null)`,
  );
  for (const row of rows) {
    const knowing = new Set([row.lead, row.coach].filter(Boolean));
    const one = { ...row, quarter: quarterOf(row.held_on), knowing, kinds: new Set(), steps: {}, verdicts: [] };
    all.set(row.id, { ...one, sealed: new Set(), ratings: {}, peer: false });
  }
  const each = (sql, act) => {
    for (const row of ask(house, sql)) if (all.has(row.id)) act(all.get(row.id), row);
  };
  each(
    `select l.conversation as id, p.perspective from looks l join participants p on p.id = l.participant
     where l.sealed_at is not null`,
    (one, { perspective }) => one.sealed.add(perspective),
  );
  each('select l.conversation as id, m.kind from moments m join looks l on l.id = m.look', (one, { kind }) =>
    one.kinds.add(kind),
  );
  each('select l.conversation as id, a.question, a.step from answers a join looks l on l.id = a.look', (one, row) =>
    (one.steps[row.question] ??= []).push(row.step),
  );
  each('select conversation as id, verdict from tryouts', (one, { verdict }) => one.verdicts.push(verdict));
  each('select conversation as id, perspective, focus, noise, result from outcome_ratings', (one, row) => {
    one.ratings[row.perspective] = [row.focus, row.noise, row.result];
  });
  each('select conversation as id, member from colleagues', (one, { member }) => one.knowing.add(member));
  each('select conversation as id from peer_notes', (one) => (one.peer = true));
  return [...all.values()];
}

/** Equations in whole numbers, brought to a form in which it shows what follows from them. */
class Known {
  rows = [];

  reduce(row) {
    for (const [at, basis] of this.rows) {
      const factor = row[at];
      if (factor === 0) continue;
      for (let n = at; n < row.length; n += 1) {
        if (basis[n] !== 0) row[n] = (row[n] + (prime - factor) * basis[n]) % prime;
      }
    }
    return row;
  }

  learn(row) {
    this.reduce(row);
    const at = row.findIndex((one) => one !== 0);
    if (at < 0) return;
    let [inverse, base] = [1, row[at]];
    for (let power = prime - 2; power > 0; power = Math.floor(power / 2)) {
      if (power % 2 === 1) inverse = (inverse * base) % prime;
      base = (base * base) % prime;
    }
    this.rows.push([at, row.map((one) => (one * inverse) % prime)]);
    // From left to right, so that reducing never brings back what was taken away.
    this.rows.sort(([a], [b]) => a - b);
  }

  follows(row) {
    return this.reduce(row).every((one) => one === 0);
  }
}

/**
 * What follows from the figures of one quarter and one topic and has too few people behind it. `figures` are
 * `{ teams, answers }`: that the number of conversations of these teams with one of these answers is known. `held` are the
 * conversations they are about, `mine` whoever takes off what they know.
 */
export function found({ figures, held, topic, mine }) {
  const teams = [...new Set(held.map(({ team }) => team))];
  const { answers, of, coached } = topic;
  const theirs = held.filter(({ knowing }) => !knowing.has(mine));
  const sum = (some, cell) => {
    const row = new Array(teams.length * answers).fill(0);
    for (const team of some) for (const one of cell) row[teams.indexOf(team) * answers + one] = 1;
    return row;
  };
  const behind = (some, cell) => theirs.filter((one) => some.includes(one.team) && cell.includes(of(one)));
  const known = new Known();
  for (const figure of figures) {
    const some = figure.teams.filter((team) => teams.includes(team));
    known.learn(sum(some, figure.answers));
    // Where a sum is nothing, each of its parts is.
    if (behind(some, figure.answers).length === 0) {
      for (const team of some) for (const one of figure.answers) known.learn(sum([team], [one]));
    }
  }
  const sets = [...teams.map((one) => [one]), ...teams.map((one) => teams.filter((other) => other !== one)), teams];
  const leaks = [];
  for (const some of sets) {
    for (let bits = 1; bits < 1 << answers; bits += 1) {
      const cell = Array.from({ length: answers }, (_, n) => n).filter((n) => bits & (1 << n));
      if (!known.follows(sum(some, cell))) continue;
      const rows = behind(some, cell);
      const people = new Set(rows.map(({ lead }) => lead)).size;
      const coaches = new Set(rows.map(({ coach }) => coach).filter(Boolean)).size;
      const few = (n) => n > 0 && n < fewest;
      if (few(people) || (coached && few(coaches))) leaks.push({ teams: some, cell, people, coaches });
    }
  }
  return leaks;
}
