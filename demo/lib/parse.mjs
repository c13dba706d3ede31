// Reads cases.md. Every line must be understood: a line that is not, stops the making with its number.

const PERSPECTIVES = { professional: 'professional', cliënt: 'client', coach: 'coach' };
const ORDER = ['professional', 'client', 'coach'];
const KINDS = {
  f: 'frustration', w: 'resistance', a: 'disengaging', v: 'rigidity',
  g: 'stagnation', s: 'flow', p: 'spontaneity', e: 'other',
};
const WHOSE = { z: 'own', a: 'other', t: 'between' };
const STRENGTH = { 1: 'light', 2: 'clear', 3: 'strong' };
const QUESTIONS = { E: 'auth', D: 'goal', A: 'fit' };
const SETTINGS = { spreekkamer: 'room', beeldbellen: 'call' };
const WAYS = { 'per link': 'link', 'op papier': 'paper' };
const HELPED = { nee: '1', beetje: '2', ja: '3', 'weet ik niet': 'dontknow' };
const step = (digit) => (digit === '0' ? 'dontknow' : digit);

class Unclear extends Error {}
const need = (value, line, what) => {
  if (value === undefined || value === null) throw new Unclear(`cases.md:${line.number}: ${what}: ${line.text}`);
  return value;
};

/** Text of cases.md to the list of cases, without times (those come from the timeline). */
export function parse(text) {
  const cases = [];
  let current;
  let section;
  text.split('\n').forEach((raw, index) => {
    const line = { number: index + 1, text: raw.trim() };
    if (!line.text) return;
    if (line.text.startsWith('## ')) {
      const [, key, title] = need(/^## (\w+): (.+)$/.exec(line.text), line, 'a case is "## key: title"');
      current = { key, title, sections: {} };
      section = current.sections.facts = [];
      cases.push(current);
    } else if (line.text.startsWith('### ')) {
      section = current.sections[line.text.slice(4)] = [];
    } else if (section) {
      section.push(line);
    }
  });
  return cases.map(build);
}

/** The lines `- name: value` of a section. */
function fields(lines = []) {
  return lines.map((line) => {
    const [, name, value] = need(/^- ([^:]+): (.+)$/.exec(line.text), line, 'a field is "- name: value"');
    return { name, value, line };
  });
}

const record = (lines) => Object.fromEntries(fields(lines).map(({ name, value }) => [name, value]));

function build({ key, title, sections }) {
  const facts = record(sections.facts);
  const person = (text) => {
    const [name, ...about] = text.split(', ');
    return { name, about: about.join(', ') };
  };
  const looks = Object.entries(sections)
    .map(([name, lines]) => ({ match: /^Kijkronde (\S+) \((self|room|telephone)\)$/.exec(name), lines }))
    .filter(({ match }) => match)
    .map(({ match, lines }) => look(PERSPECTIVES[match[1]], match[2], lines));
  const [interviewName, interviewLines] = Object.entries(sections).find(([name]) => name.startsWith('Interview'));
  return {
    key,
    title,
    kind: 'client-professional',
    setting: SETTINGS[facts.plaats],
    people: {
      professional: person(facts.professional),
      client: person(facts['cliënt']),
      coach: person(facts.coach),
    },
    question: facts.leervraag,
    consent: consent(facts),
    conversation: { turns: turns(sections.Gesprek) },
    looks,
    interview: interview(/\((\w+)\)/.exec(interviewName)[1], record(interviewLines)),
    readings: fields(sections['Gedeelde lezing']).map(reading),
    alternative: alternative(record(sections.Alternatief)),
    tryout: tryout(record(sections.Uitproberen)),
    next: { turns: turns(sections.Vervolggesprek) },
    peers: fields(sections.Intervisie).map(({ name, value }) => ({ name, text: value })),
    board: { lesson: record(sections.Leerbord).les, dilemma: record(sections.Leerbord).dilemma },
    card: card(sections['Samenleer-wijzer']),
    story: story(sections.Spreekkamerverhaal),
  };
}

function consent(facts) {
  const second = facts['tweede ja'];
  const [, days, way] = /^na (\d+) dag(?:en)?, (per link|op papier)/.exec(second);
  return {
    first: facts.toestemming.split(', '),
    second: { after_days: Number(days), way: WAYS[way], added: [...second.matchAll(/erbij (\w+)/g)].map((m) => m[1]) },
  };
}

/** One conversation: turns with the pieces that are said, kept silent or done, in order. */
function turns(lines) {
  return lines.map((line) => {
    const [, number, who, said] = need(/^v?(\d+) ([PC]): (.+)$/.exec(line.text), line, 'a turn is "1 P: words"');
    const turn = { turn: Number(number), who: who === 'P' ? 'professional' : 'client', overlap: false, cut_off: false, parts: [] };
    for (const piece of said.split(/(\[[^\]]+\]|\/\/)/).map((part) => part.trim()).filter(Boolean)) {
      const silence = /^\[stilte (\d+) s\]$/.exec(piece);
      if (silence) turn.parts.push({ silence: Number(silence[1]) });
      else if (piece === '[overlap]') turn.overlap = true;
      else if (piece === '//') turn.cut_off = true;
      else if (piece.startsWith('[')) turn.parts.push({ act: piece.slice(1, -1) });
      else turn.parts.push({ say: piece });
    }
    turn.text = turn.parts.filter((part) => part.say).map((part) => part.say).join(' ');
    return turn;
  });
}

function look(perspective, mode, lines) {
  const answersLine = lines.find((line) => /^E\d: /.test(line.text));
  return {
    perspective,
    mode,
    moments: lines.filter((line) => line !== answersLine).map(moment),
    answers: answersLine.text.split(/(?<=[.)]) (?=[EDA]\d: )/).map((part) => {
      const [, letter, digit, text] = need(/^([EDA])(\d): (.+)$/.exec(part), answersLine, 'an answer is "E4: words (t6)."');
      const rests = /\s*\(((?:t\d+(?:, )?)+)\)\.?$/.exec(text);
      const words = rests ? text.slice(0, rests.index) : text;
      return {
        question: QUESTIONS[letter],
        step: step(digit),
        text: /[.!?]$/.test(words) ? words : `${words}.`,
        turns: rests ? rests[1].split(', ').map((turn) => Number(turn.slice(1))) : [],
      };
    }),
  };
}

function moment(line) {
  const match = /^- t(\d+)(?:–(\d+))? ([a-z]) (?:"([^"]+)" )?([zat]) ([123]): (.+)$/.exec(line.text);
  const [, from, to, kind, word, whose, strength, note] = need(match, line, 'a moment is "- t6 p a 2: note"');
  return {
    turn: Number(from),
    to_turn: to ? Number(to) : null,
    kind: need(KINDS[kind], line, 'no such kind'),
    word: word ?? null,
    whose: WHOSE[whose],
    strength: STRENGTH[strength],
    note,
  };
}

function interview(mode, it) {
  const asked = Object.keys(it).find((name) => name.startsWith('vraag'));
  const turn = /t(\d+)/.exec(asked);
  return {
    mode,
    turn: turn ? Number(turn[1]) : null,
    asked: it[asked],
    answer: it.antwoord,
    note: it.notitie ?? null,
    corrected: it.verbeterd ?? null,
    approved: true,
  };
}

function reading({ name, value, line }) {
  const [, on, differ] = need(/^(t\d+|[EDA])( \(verschil\))?$/.exec(name), line, 'a reading is on a turn or a question');
  const turn = on.startsWith('t') ? Number(on.slice(1)) : null;
  return { question: turn ? null : QUESTIONS[on], turn, differ: Boolean(differ), text: value };
}

const alternative = (it) => ({
  turn: Number(it.bij.slice(1)),
  idea_of: PERSPECTIVES[it.van],
  intention: it.bedoeling,
  words: it.woorden,
});

function tryout(it) {
  const [, different, helped, said] = /^anders ([^;]+); hielp ([^;]+); (.+)$/.exec(it['na afloop cliënt']);
  const [verdict, ...why] = it.oordeel.split('; ');
  const steps = (text) => Object.fromEntries(text.split(', ').map((digit, index) => [ORDER[index], step(digit)]));
  return {
    will: it['ik ga'],
    sign: it['ik merk'],
    after: {
      professional: { text: it['na afloop professional'] },
      client: { different: HELPED[different], helped: HELPED[helped], text: said },
      coach: { text: it['na afloop coach'] },
    },
    effect: it.gevolg,
    outcomes: { focus: steps(it.focus), noise: steps(it.ruis), result: steps(it.resultaat) },
    verdict,
    verdict_note: why.join('; ') || null,
  };
}

function card(lines) {
  if (!lines) return null;
  const it = record(lines);
  return { number: Number(it.kaart), client: it['cliënt'], professional: it.professional, turned: it.omgedraaid };
}

function story(lines) {
  if (!lines) return null;
  const it = record(lines);
  return { title: it.titel, changed: it.veranderd, text: it.tekst };
}
