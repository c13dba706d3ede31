// "Group figures need at least five people behind every number, also by subtraction": over an organisation of 400 people
// and two years, everything that anyone can ask is asked, and all that follows from it by taking views, dates, teams or
// topics off each other is worked out, also for whoever knows a part of it already.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { House } from '../lib/house.mjs';
import { Visitor } from '../lib/visitor.mjs';
import { visitorAs } from '../lib/people.mjs';
import { ask, fewest, found, topics, truth } from '../lib/patterns.mjs';
import { expect } from '../lib/deeds.mjs';

const unescaped = (text) =>
  text.replaceAll('&#39;', "'").replaceAll('&#x27;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** The rows of a file. */
function rows(text) {
  const cells = (line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, a, b]) => a ?? b);
  const [, ...body] = text.replace('\u{feff}', '').trim().split('\r\n').map(cells);
  return body.map(([quarter, about, answer, n, of]) => ({ quarter, about, answer, n: Number(n), of: Number(of) }));
}

/** The choices of a list on a page: value and name. */
function choices(html, name) {
  const list = html.match(new RegExp(`<select[^>]* name="${name}">(.*?)</select>`, 's'))[1];
  return [...list.matchAll(/<option value="([^"]*)"[^>]*>([^<]*)</g)].map(([, value, said]) => [value, said]);
}

describe('figures about groups', () => {
  let house, manager, held, teams, quarters;
  const seen = new Map();
  const path = (team, quarter) => `?team=${team}&quarter=${quarter}`;
  const file = async (visitor, team, quarter) =>
    expect(await visitor.get(`/patterns.csv${path(team, quarter)}`), `${team} ${quarter}`, 200).text;

  before(async () => {
    const env = { MEERZIEN_DEMO_PEOPLE: '400', MEERZIEN_FRESH_MINUTES: '600' };
    house = await House.open({ kind: 'demo', env, patience: 1_200_000 });
    manager = await visitorAs(house, 'Els van Dam');
    const { text } = await manager.get('/patterns');
    teams = choices(text, 'team');
    quarters = choices(text, 'quarter');
    held = truth(house);
    for (const [team] of teams) {
      for (const [quarter] of quarters) seen.set(path(team, quarter), rows(await file(manager, team, quarter)));
    }
  });
  after(() => house?.close());

  it('there is much to see: teams, quarters, and most of what is asked', () => {
    assert.ok(teams.length > 10, `${teams.length} teams`);
    assert.ok(quarters.length >= 7, `${quarters.length} quarters`);
    const small = ask(house, "select id from teams where name in ('Proeftuin', 'Bijzondere zaken')");
    assert.equal(small.length, 2, 'and teams that are too small are there');
    const [, organisation] = [...seen].find(([key]) => key.startsWith('?team=&'));
    assert.ok(new Set(organisation.map(({ about }) => about)).size > 20);
    assert.ok(held.length > 2_000, `${held.length} conversations count`);
  });

  it('a page shows in both languages, and to every role, the numbers of the file and no other', async () => {
    const people = await Promise.all(['Sanne Verhoef', 'Ruud de Wit'].map((name) => visitorAs(house, name)));
    for (const [n, [team]] of teams.entries()) {
      for (const [quarter] of quarters) {
        const of = path(team, quarter);
        const told = seen.get(of);
        const numbers = told.filter(({ of }) => of > 0).map(({ n: part, of }) => `${part}/${of}`);
        for (const language of ['nl', 'en']) {
          manager.cookies.set('lang', language);
          const { text } = expect(await manager.get(`/patterns${of}`), of, 200);
          const shown = [...text.matchAll(/(\d+) (?:van|of) (\d+)</g)].map(([, part, all]) => `${part}/${all}`);
          assert.deepEqual(shown.toSorted(), numbers.toSorted(), `${language} ${of}`);
        }
        manager.cookies.delete('lang');
        const other = people[n % people.length];
        assert.deepEqual(rows(await file(other, team, quarter)), told, `${other.name} ${of}`);
      }
    }
  });

  it('each number is the truth, counted a second time', () => {
    for (const [key, told] of seen) {
      const [, team] = key.match(/team=([^&]*)/);
      for (const { quarter, about, answer, n, of } of told) {
        const topic = topics.get(about);
        if (!topic) continue;
        const cell = topic.cells[answer];
        assert.ok(n < of, `${key} ${about}: the same of everyone`);
        assert.ok(cell, `${about}: ${answer}`);
        const [value] = quarters.find(([, name]) => name === quarter);
        const here = figuresOf(value).kept.filter((one) => team === '' || one.team === team);
        assert.equal(of, here.length, `${key} ${about}`);
        assert.equal(n, here.filter((one) => cell.includes(topic.of(one))).length, `${key} ${about} ${answer}`);
      }
    }
  });

  /** All that is known of one quarter, by topic, and the conversations that it is about. */
  function figuresOf(quarter) {
    const [, name] = quarters.find(([value]) => value === quarter);
    const all = held.filter((one) => one.quarter === quarter);
    const shown = teams.map(([team]) => team).filter((team) => team !== '');
    const based = (team) => seen.get(path(team, quarter)).find(({ about }) => about === 'Gesprekken')?.n;
    const known = shown.filter((team) => based(team) !== undefined);
    // Who is in no team that is shown counts in the organisation, or nowhere.
    const whole = based('');
    const kept = whole === all.length ? all : all.filter((one) => known.includes(one.team));
    assert.equal(whole, kept.length, `${quarter}: what the organisation stands on`);
    const every = [...new Set(kept.map(({ team }) => team))];
    const figures = new Map([...topics.keys()].map((about) => [about, []]));
    for (const [about, topic] of topics) {
      const answers = Array.from({ length: topic.answers }, (_, n) => n);
      figures.get(about).push({ teams: every, answers });
      for (const team of known) figures.get(about).push({ teams: [team], answers });
    }
    for (const team of ['', ...known]) {
      for (const { quarter: when, about, answer } of seen.get(path(team, quarter))) {
        if (when !== name || !topics.has(about)) continue;
        const some = team === '' ? every : [team];
        figures.get(about).push({ teams: some, answers: topics.get(about).cells[answer] });
      }
    }
    return { figures, kept };
  }

  it('the same attacker finds people in a table that only hides small numbers', () => {
    const quarter = quarters[1][0];
    const { kept } = figuresOf(quarter);
    const every = [...new Set(kept.map(({ team }) => team))];
    let leaks = 0;
    for (const topic of topics.values()) {
      const figures = [];
      for (const some of [every, ...every.map((team) => [team])]) {
        for (let answer = 0; answer < topic.answers; answer += 1) {
          const rows = kept.filter((one) => some.includes(one.team) && topic.of(one) === answer);
          if (new Set(rows.map(({ lead }) => lead)).size >= fewest) figures.push({ teams: some, answers: [answer] });
        }
        figures.push({ teams: some, answers: Array.from({ length: topic.answers }, (_, n) => n) });
      }
      leaks += found({ figures, held: kept, topic }).length;
    }
    assert.ok(leaks > 10, `only ${leaks}`);
  });

  it('nothing that follows from all of it has fewer than five people behind it', () => {
    for (const [quarter] of quarters) {
      const { figures, kept } = figuresOf(quarter);
      for (const [about, topic] of topics) {
        const leaks = found({ figures: figures.get(about), held: kept, topic });
        assert.deepEqual(leaks, [], `${quarter} ${about}`);
      }
    }
  });

  it('nor for a professional, a coach or a colleague who takes off what they were part of', () => {
    const quarter = quarters[0][0];
    const { figures, kept } = figuresOf(quarter);
    const parts = new Map();
    for (const { knowing } of kept) for (const who of knowing) parts.set(who, (parts.get(who) ?? 0) + 1);
    const busiest = [...parts].toSorted(([, a], [, b]) => b - a).slice(0, 6);
    assert.ok(busiest[0][1] > 10, 'someone was part of many');
    for (const [mine] of busiest) {
      for (const [about, topic] of topics) {
        const leaks = found({ figures: figures.get(about), held: kept, topic, mine });
        assert.deepEqual(leaks, [], `${mine} ${about}`);
      }
    }
  });

  it('a conversation is in one quarter, and no other time, team or part can be asked for', async () => {
    for (const one of held) assert.ok(/^\d{4}-q[1-4]$/.test(one.quarter));
    const some = teams[1][0];
    const whole = await file(manager, '', quarters[0][0]);
    for (const more of ['&from=2026-08-01', '&until=2026-08-02', '&day=1', '&lead=x', '&team2=x']) {
      const { text } = await manager.get(`/patterns.csv${path('', quarters[0][0])}${more}`);
      assert.equal(text, whole, more);
    }
    const proof = ask(house, "select id from teams where name = 'Proeftuin'")[0].id;
    const shown = teams.some(([team]) => team === proof);
    const odd = [
      `?team=${some}&quarter=2026-08`,
      `?team=${some}&quarter=2031-q1`,
      `?team=${some},${teams[2][0]}`,
      '?team=x',
      `?team=${held[0].lead}`,
      ...(shown ? [] : [`?team=${proof}`]),
    ];
    for (const asked of odd) {
      for (const at of ['/patterns', '/patterns.csv']) {
        assert.equal((await manager.get(`${at}${asked}`)).status, 404, `${at}${asked}`);
      }
    }
    // Two values for one name are no question.
    assert.ok((await manager.get(`/patterns?team=${some}&team=${teams[2][0]}`)).status >= 400);
  });

  it('no name and no id of a person is on any page or in any file', async () => {
    const people = ask(house, "select id, name from members where email like '%@waterlandaanzee.example'");
    for (const [quarter] of quarters.slice(0, 2)) {
      for (const [team] of teams) {
        for (const at of ['/patterns', '/patterns.csv']) {
          const said = unescaped((await manager.get(`${at}${path(team, quarter)}`)).text);
          for (const { id, name } of people) {
            assert.ok(!said.includes(id), `${id} at ${at}`);
            assert.ok(name === 'Els van Dam' || !said.includes(name), `${name} at ${at}`);
          }
        }
      }
    }
  });

  it('somebody stops, somebody moves, an account ends: no figure of before changes', async () => {
    const officer = await visitorAs(house, 'Bram Hendriks');
    const administrator = await visitorAs(house, 'Wim Peters');
    const counted = held.filter(({ quarter }) => quarters.some(([value]) => value === quarter));
    const [first, second, third, fourth] = counted.filter(({ team }) => team === teams[1][0]);
    expect(await officer.post(`/register/${first.id}`, { go: 'all-sure' }), 'stops', 200, 303);
    assert.equal(
      ask(house, `select destroyed_at from conversations where id = '${first.id}'`)[0].destroyed_at > 0,
      true,
    );
    expect(await officer.post(`/register/${second.id}`, { go: 'part', purpose: 'research' }), 'takes back', 200, 303);
    const to = teams[2][0];
    expect(await administrator.post(`/people/${third.lead}/team`, { team: to }), 'moves', 303);
    expect(await administrator.post(`/people/${fourth.lead}/ended`, { ended: 'true' }), 'ends', 303);
    await house.stop();
    // What is swept is swept when the program starts.
    await house.start();
    manager = await visitorAs(house, 'Els van Dam');
    for (const [team] of teams) {
      for (const [quarter] of quarters) {
        assert.deepEqual(rows(await file(manager, team, quarter)), seen.get(path(team, quarter)), `${team} ${quarter}`);
      }
    }
  });

  it('whoever does not lead, accompany or manage sees none of it', async () => {
    for (const name of ['Wim Peters', 'Bram Hendriks', 'Noor Jansen']) {
      const visitor = await visitorAs(house, name);
      for (const at of ['/patterns', '/patterns.csv', `/patterns${path(teams[1][0], quarters[0][0])}`]) {
        assert.equal((await visitor.get(at)).status, 404, `${name} at ${at}`);
      }
      assert.ok(!(await visitor.get('/home')).text.includes('href="/patterns"'), `${name} is not shown the way`);
    }
    const { status, headers } = await new Visitor(house.address).get('/patterns');
    assert.deepEqual([status, headers.location?.startsWith('/sign-in')], [303, true]);
  });

  it('what has too few people behind it is kept nowhere', () => {
    const cells = ask(house, 'select period, team, topic, cell, conversations from pattern_cells');
    assert.ok(cells.length > 2_000, `${cells.length} cells`);
    const small = cells.filter(({ conversations }) => conversations > 0 && conversations < fewest);
    assert.deepEqual(small, []);
  });
});
