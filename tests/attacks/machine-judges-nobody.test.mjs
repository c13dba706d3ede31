// "No emotion recognition, no sentiment, no scoring, no ranking of people by machine": what the program makes by itself
// of a recording is counted from its sound and picture, a moment is there only once a person marked it, and however
// strongly people mark, no page adds a verdict.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { scratch } from '../lib/browser.mjs';
import { film } from '../lib/film.mjs';
import { House, hasPostgres, repository } from '../lib/house.mjs';
import { addresses, watchable, wholeRound } from '../lib/whole.mjs';

// What the worker may make of a recording: how to play it, its waveform with speech counted, small pictures.
const made = ['head', 'peaks', 'rewritten', 'stills'];
// Words for what a machine must not conclude about people, in columns, in pages and in the texts of both languages.
const verdicts =
  /\b(emotion(s|al)? (detected|recogni[sz]ed)|emoties? (herkend|gemeten)|sentiment|scores?|ranking|ranglijst|gemiddelden?|average|stress ?level|leugen)\b/i;

describe('the machine judges nobody', { skip: hasPostgres ? false : 'needs scripts/postgres.sh' }, () => {
  let house, place, bytes;
  // What the database says, a row a line, its columns between tabs.
  const ask = async (sql) => {
    const { stdout } = await promisify(execFile)('psql', [
      house.env.MEERZIEN_DATABASE,
      '-X',
      '-A',
      '-t',
      '-F',
      '\t',
      '-c',
      sql,
    ]);
    return stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => line.split('\t'));
  };
  before(async () => {
    place = await scratch('judging');
    bytes = await readFile(await film(place.folder, 'gesprek.webm', 8));
    house = await House.open({ kind: 'demo', postgres: true });
  });
  after(async () => {
    await house?.close();
    await place?.clear();
  });

  it('of a recording it makes only what plays, what sounds and what is seen, and no moment', async () => {
    const { id } = await watchable(house, bytes, 'Ongemarkeerd');
    const kinds = (await ask('select distinct kind from assets')).map(([kind]) => kind);
    assert.ok(kinds.length > 1, `only ${kinds}`);
    for (const kind of kinds) assert.ok(made.includes(kind), `the worker made "${kind}"`);
    const marks = await ask(`select m.id from moments m join looks l on l.id = m.look where l.conversation = '${id}'`);
    assert.deepEqual(marks, [], 'a moment that nobody marked');
    const begun = await ask(`select id from looks where conversation = '${id}'`);
    assert.deepEqual(begun, [], 'a look that nobody began');
  });

  it('every moment and every answer hangs on the look of a person', async () => {
    for (const table of ['moments', 'answers']) {
      const all = await ask(
        `select p.perspective from ${table} x left join looks l on l.id = x.look left join participants p on p.id = l.participant`,
      );
      assert.ok(all.length > 3, `the demo has ${all.length} ${table}`);
      for (const [perspective] of all) assert.match(perspective, /^(professional|client|coach)$/, table);
    }
  });

  it('no column is there to hold a verdict of a machine', async () => {
    const columns = await ask(
      "select table_name, column_name from information_schema.columns where table_schema = 'public'",
    );
    assert.ok(columns.length > 100, `only ${columns.length} columns`);
    for (const [table, name] of columns) {
      assert.doesNotMatch(name, /emotion|sentiment|score|rank|mood|stress|arous|valence/i, table);
    }
  });

  it('however strongly people mark, no page concludes anything about them', async () => {
    const round = await wholeRound(house, bytes, 'Zonder oordeel');
    let read = 0;
    for (const path of await addresses(round)) {
      if (path.startsWith('/media/')) continue;
      for (const [who, visitor] of Object.entries(round.people)) {
        const { status, text } = await visitor.get(path);
        if (status !== 200) continue;
        read += 1;
        assert.doesNotMatch(text.replace(/<[^>]+>/g, ' '), verdicts, `${who} at ${path}`);
      }
    }
    assert.ok(read > 60, `only ${read} pages were read`);
  });

  it('no text of ours, in either language, has words for a verdict', async () => {
    let read = 0;
    for (const language of ['nl', 'en']) {
      const folder = join(repository, 'locales', language);
      for (const file of await readdir(folder)) {
        for (const line of (await readFile(join(folder, file), 'utf8')).split('\n')) {
          if (line.startsWith('#')) continue;
          read += 1;
          assert.doesNotMatch(line, verdicts, `${language}/${file}`);
        }
      }
    }
    assert.ok(read > 500, `only ${read} lines`);
  });
});
