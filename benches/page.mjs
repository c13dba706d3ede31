// The page of a conversation, and of one's home, in a house with 100 conversations and in one with 100,000 of them and
// five million moments.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { House } from '../tests/lib/house.mjs';
import { visitorAs } from '../tests/lib/people.mjs';
import { freshConversation } from '../tests/lib/seed.mjs';
import { quantile, report, timed } from './lib.mjs';

// Conversations of others, made in the database itself: a thousand professionals, three sealed looks each with 17 moments.
const crowd = (conversations) => `
pragma foreign_keys = off;
begin;
create temp table n as with recursive c(i) as (select 1 union all select i + 1 from c where i < ${conversations}) select i from c;
create temp table o as select id from organisations limit 1;
insert into members (id, organisation, name, email, password_hash, demo, created_at, ended_at) select 'm' || i, (select id from o), 'Iemand ' || i, 'm' || i || '@crowd.example', null, false, i, null
  from n where i <= 1000;
insert into journeys (id, organisation, professional, question_sealed, created_at, changed_at) select 'j' || i, (select id from o), 'm' || i, null, i, i from n where i <= 1000;
insert into conversations (id, organisation, journey, kind, held_on, created_at, second_yes_until, retention_until,
  destroyed_at, destroyed_why) select 'c' || i, (select id from o), 'j' || (i % 1000 + 1), 'client-professional',
  1700000000000 + i * 60000, 1700000000000 + i * 60000, null, null, null, null from n;
insert into participants (id, conversation, perspective, member, code_name_sealed, created_at)
  select 'p' || i || p.key, 'c' || i, p.key, case p.key when 'client' then null else 'm' || (i % 1000 + 1) end,
  null, i from n, (select 'professional' as key union select 'client' union select 'coach') p;
insert into looks (id, conversation, participant, mode, created_at, sealed_at)
  select 'l' || substr(id, 2), conversation, id, 'self', created_at, created_at + 1 from participants where id like 'p%';
insert into moments (id, look, kind, whose, strength, start_ms, end_ms, note_sealed, own_word_sealed, created_at, changed_at)
  select 'x' || looks.id || '-' || k.i, looks.id, 'flow', 'own', 'clear', k.i * 1000, k.i * 1000, randomblob(60), null, 1, 1
  from looks, (select i from n where i <= 17) k where looks.id like 'lp%' or looks.id like 'l%';
commit;
analyze;
select count(*) from moments;
`;

async function fill(house, conversations) {
  return new Promise((done, fail) => {
    const child = execFile('sqlite3', [join(house.data, 'records.db')], (error, out, said) =>
      error || said ? fail(new Error(said || error.message)) : done(Number(out.trim())),
    );
    child.stdin.end(crowd(conversations));
  });
}

async function pages(conversations) {
  const house = await House.open({ kind: 'demo' });
  const sanne = await visitorAs(house, 'Sanne Verhoef');
  const id = await freshConversation(house, sanne);
  await house.stop();
  const moments = await fill(house, conversations);
  await house.start();
  const times = { conversation: [], home: [] };
  for (let round = 0; round < 220; round += 1) {
    for (const [name, path] of [
      ['conversation', `/conversations/${id}`],
      ['home', '/home'],
    ]) {
      const took = await timed(async () => {
        const { status } = await sanne.get(path);
        if (status !== 200) throw new Error(`${path}: ${status}`);
      });
      // The first rounds fill caches.
      if (round >= 20) times[name].push(took);
    }
  }
  await house.close();
  return { moments, conversation: quantile(times.conversation, 0.5), home: quantile(times.home, 0.5) };
}

export async function page() {
  console.log('==> Pages among 100 conversations, then among 100,000 (filling takes a minute)');
  const few = await pages(100);
  const many = await pages(100_000);
  for (const name of ['conversation', 'home']) {
    const ratio = many[name] / few[name];
    report(
      `page "${name}" among 100,000 conversations and ${(many.moments / 1e6).toFixed(1)} million moments`,
      `${ratio.toFixed(2)} × (${few[name].toFixed(1)} → ${many[name].toFixed(1)} ms)`,
      '≤ 1.2 ×',
      ratio <= 1.2,
    );
  }
}
