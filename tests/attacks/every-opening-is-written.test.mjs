// The log of deeds against whoever can write in the records: each gap, reorder, forged line and cut-off end is named by
// the real program on the real file, and nothing that people say ever stands in it.
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { House } from '../lib/house.mjs';
import { command, hashOf, keepCopy, sql, unlocked } from '../lib/ledger.mjs';
import { visitorAs } from '../lib/people.mjs';

const quoted = (value) => (value === null ? 'null' : `'${String(value).replaceAll("'", "''")}'`);

describe('the log of deeds', () => {
  let house, back, lines, organisation;
  before(async () => {
    house = await House.open({ kind: 'demo' });
    for (const name of ['Sanne Verhoef', 'Bram Hendriks', 'Els van Dam']) await visitorAs(house, name);
    await house.stop();
    back = await keepCopy(house);
    lines = await sql(house, 'select * from audit order by seq');
    organisation = lines[0].organisation;
    assert.ok(lines.length > 40, `only ${lines.length} lines`);
  });
  after(async () => house?.close());

  /** Tampers with a fresh copy and gives what the program says of it. */
  async function tampered(text) {
    await back();
    await sql(house, text);
    return command(house, 'audit', 'verify');
  }

  const rewrite = (line) =>
    `update audit set actor = ${quoted(line.actor)}, previous = ${quoted(line.previous)}, hash = ${quoted(line.hash)}
     where seq = ${line.seq};`;

  it('holds as it was left, and was kept among the keys up to its end', async () => {
    await back();
    const { good, said } = await command(house, 'audit', 'verify');
    assert.ok(good, said);
    assert.match(
      said,
      new RegExp(`${lines.length} lines, the chain holds, kept among the keys up to line ${lines.length}`),
    );
  });

  it('is refused any change by the database itself', async () => {
    await back();
    for (const attack of [
      "update audit set actor = 'nobody'",
      'delete from audit where seq = 10',
      'delete from audit',
      'delete from audit_heads',
      'update audit_heads set seq = 1',
      'insert or replace into audit_heads select organisation, 1, hash from audit_heads',
      "insert or replace into audit select organisation, seq, at, actor_kind, 'nobody', deed, scope, subject, previous, hash from audit where seq = 10",
    ]) {
      await assert.rejects(sql(house, attack), /append-only|only goes on/, attack);
    }
    assert.ok((await command(house, 'audit', 'verify')).good);
  });

  it('names a lock that was taken away, and gets it back', async () => {
    const { good, said } = await tampered('drop trigger audit_no_update');
    assert.ok(!good);
    assert.match(said, /unlocked: the database would let lines be changed/);
    assert.match((await command(house, 'audit', 'lock')).said, /locked again/);
    assert.ok((await command(house, 'audit', 'verify')).good);
    await assert.rejects(sql(house, "update audit set actor = ''"), /append-only/);
  });

  it('names a gap', async () => {
    const { good, said } = await tampered(`${unlocked} delete from audit where seq = 10`);
    assert.ok(!good);
    assert.match(said, /gap: line 10 is gone/);
    assert.doesNotMatch(said, /reorder|forged|cut off/);
    const wide = await tampered(`${unlocked} delete from audit where seq between 1 and 12`);
    assert.match(wide.said, /gap: lines 1 to 12 are gone/);
  });

  it('names a reorder', async () => {
    const { good, said } = await tampered(`${unlocked}
      update audit set seq = -1 where seq = 10; update audit set seq = 10 where seq = 20;
      update audit set seq = 20 where seq = -1`);
    assert.ok(!good);
    assert.match(said, /reorder: what stands at line 10 was written as line 20/);
    assert.match(said, /reorder: what stands at line 20 was written as line 10/);
    assert.doesNotMatch(said, /gap|forged|cut off/);
  });

  it('names a forged line, and one that was forged with its hash', async () => {
    const plain = await tampered(`${unlocked} update audit set actor = 'nobody' where seq = 10`);
    assert.ok(!plain.good);
    assert.match(plain.said, /forged: line 10 is not what was written there/);
    assert.doesNotMatch(plain.said, /gap|reorder|cut off/);
    const forged = { ...lines[9], actor: 'nobody' };
    assert.equal(hashOf(lines[9]), lines[9].hash, 'the attacker knows how hashes are made');
    forged.hash = hashOf(forged);
    const { good, said } = await tampered(`${unlocked} ${rewrite(forged)}`);
    assert.ok(!good);
    assert.match(said, /forged: line 11 followed on another line than the one before it/);
  });

  it('names a log that was written anew from one line to its end, head and all', async () => {
    let previous = lines[8].hash;
    const anew = lines.slice(9).map((line, n) => {
      const copy = { ...line, previous, actor: n === 0 ? 'nobody' : line.actor };
      previous = copy.hash = hashOf(copy);
      return copy;
    });
    const head = `update audit_heads set hash = ${quoted(previous)} where organisation = ${quoted(organisation)};`;
    const { good, said } = await tampered(`${unlocked} ${anew.map(rewrite).join(' ')} ${head}`);
    assert.ok(!good);
    assert.match(said, new RegExp(`forged: line ${lines.length} is not the one that was kept among the keys`));
  });

  it('names an end that was cut off, also when its head was set back', async () => {
    const end = lines.length - 5;
    const cut = `${unlocked} delete from audit where seq > ${end};`;
    const told = new RegExp(`cut off: the log ends at line ${end}, and it went to line ${lines.length}`);
    const plain = await tampered(cut);
    assert.ok(!plain.good);
    assert.match(plain.said, told);
    const set = `update audit_heads set seq = ${end}, hash = ${quoted(lines[end - 1].hash)};`;
    const careful = await tampered(`${cut} ${set}`);
    assert.ok(!careful.good);
    assert.match(careful.said, told);
    const all = await tampered(`${unlocked} delete from audit; update audit_heads set seq = 0, hash = ''`);
    assert.match(all.said, new RegExp(`cut off: the log ends at line 0, and it went to line ${lines.length}`));
    const headless = await tampered(`${unlocked} delete from audit_heads`);
    assert.match(headless.said, /forged: there are lines beyond line 0/);
  });

  it('does not forget a cut-off end when the program goes on with it', async () => {
    const end = lines.length - 5;
    await tampered(`${unlocked} delete from audit where seq > ${end};
      update audit_heads set seq = ${end}, hash = ${quoted(lines[end - 1].hash)};`);
    // The program puts nothing right by starting, and what is written next covers nothing up.
    await house.start();
    for (let n = 0; n < 8; n += 1) await visitorAs(house, 'Sanne Verhoef');
    await house.stop();
    const { good, said } = await command(house, 'audit', 'verify');
    assert.ok(!good);
    assert.match(said, new RegExp(`forged: line ${lines.length} is not the one that was kept among the keys`));
    assert.match(await house.said(), /a log of deeds does not go on/);
  });

  it('names lines that were put in beyond its end, and a kept head that was changed', async () => {
    const more = { ...lines.at(-1), seq: lines.length + 1, previous: lines.at(-1).hash };
    more.hash = hashOf(more);
    const values = Object.values(more).map(quoted).join(', ');
    const { good, said } = await tampered(
      `${unlocked} insert into audit (${Object.keys(more).join(', ')}) values (${values})`,
    );
    assert.ok(!good);
    assert.match(said, new RegExp(`forged: there are lines beyond line ${lines.length}`));
    await back();
    await writeFile(join(house.data, 'keyring/heads', organisation), `${lines.length} ${lines.at(-1).hash}`);
    assert.match((await command(house, 'audit', 'verify')).said, /forged: what was kept among the keys was changed/);
  });

  it('is a fault for the doctor', async () => {
    await tampered(`${unlocked} delete from audit where seq = 10`);
    const { good, said } = await command(house, 'doctor');
    assert.ok(!good);
    assert.match(said, /MEND +audit log/);
    assert.match(said, /gap: line 10 is gone/);
  });

  it('holds ids and words of the program, and nothing that people say', async () => {
    const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
    const word = /^[a-z0-9-]{1,40}$/;
    for (const { at, actor_kind, actor, deed, scope, subject } of lines) {
      assert.ok(Number.isInteger(at) && word.test(actor_kind) && word.test(deed), `${actor_kind} ${deed}`);
      assert.ok(actor === '' || id.test(actor), actor);
      assert.ok(scope === null || id.test(scope), scope);
      for (const piece of (subject ?? 'none').split(' ')) assert.ok(id.test(piece) || word.test(piece), subject);
    }
  });
});
