// Around the steps: home by role with what waits and why, notices in the program and by mail, a time to look together
// with its calendar file, and searching one's own conversations.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { openBrowser, person, scratch } from './lib/browser.mjs';
import { beginLook, bothSayYes, expect, mark, ownYes, secondYes, settled, upload } from './lib/deeds.mjs';
import { film } from './lib/film.mjs';
import { House, programPath } from './lib/house.mjs';
import { Album } from './lib/pages.mjs';
import { signIn, visitorAs } from './lib/people.mjs';
import { openPostbox } from './lib/postbox.mjs';
import { freshConversation } from './lib/seed.mjs';
import { Visitor } from './lib/visitor.mjs';
import { wholeRound } from './lib/whole.mjs';

const address = 'https://meerzien.waterland.example';
const at = (name) => `${name}@waterlandaanzee.example`;
const say = 'Blauwe ooievaar in de berm';

describe('around the steps', () => {
  let house, browser, album, place, box, bytes, round;
  before(async () => {
    place = await scratch('around');
    bytes = await readFile(await film(place.folder, 'gesprek.webm', 8));
    box = await openPostbox();
    const env = {
      MEERZIEN_MAIL: box.url,
      MEERZIEN_MAIL_FROM: 'Meerzien <meerzien@waterland.example>',
      MEERZIEN_ADDRESS: address,
      MEERZIEN_MAIL_EVERY: '1',
    };
    house = await House.open({ kind: 'demo', env });
    browser = await openBrowser();
    album = await Album.open('around');
    round = await wholeRound(house, bytes, say);
  });
  after(async () => {
    await browser?.close();
    await house?.close();
    await box?.close();
    await place?.clear();
  });

  it('each role has a home that says what waits and why', async () => {
    for (const [name, label, sentence] of [
      ['Sanne Verhoef', 'professional', /Wat wacht op mij/],
      ['Ruud de Wit', 'coach', /Mijn gesprekken/],
      ['Els van Dam', 'manager', /Je ziet hier geen gesprekken en geen mensen/],
      ['Bram Hendriks', 'privacy-officer', /Wacht op een tweede ja/],
      ['Wim Peters', 'administrator', /Opslag in gebruik/],
    ]) {
      const page = await person(browser, house);
      await signIn(page, name);
      const said = await page.locator('main').innerText();
      assert.match(said, sentence, name);
      assert.ok((await page.locator('.todo > li').count()) <= 7, 'at most seven lines');
      if (['manager', 'privacy-officer', 'administrator'].includes(label)) {
        for (const someone of ['Sanne', 'Joris', 'Ruud', 'Ineke', say]) assert.ok(!said.includes(someone), someone);
      }
      await album.look(page, `home-${label}`);
      assert.deepEqual(page.troubles, []);
      await page.context().close();
    }
    const admin = await visitorAs(house, 'Wim Peters');
    const { text } = await admin.get('/home');
    assert.match(text, /<dt>Mail<\/dt><dd>ingesteld/);
    assert.match(text, /<dt>Versie<\/dt><dd>\d+\.\d+\.\d+/);
  });

  it('a wait names who is ready, and never what or how much they saw', async () => {
    const professional = await visitorAs(house, 'Joris Smit');
    const home = async () => (await professional.get('/home')).text;
    const id = await freshConversation(house, professional, 'Ineke Bos');
    assert.match(await home(), /Zeg zelf ja of nee/);
    await ownYes(professional, id);
    assert.doesNotMatch(await home(), /Zeg zelf ja of nee/);
    assert.match(await home(), /Vraag de cliënt om toestemming/);
    await professional.post(`/conversations/${id}/stop`, { go: 'all-sure' });
    assert.doesNotMatch(await home(), /Vraag de cliënt om toestemming/, 'what was stopped waits for nobody');
  });

  it('the list of notices tells what is new, and loading it changes nothing', async () => {
    const page = await person(browser, house, { size: 'phone' });
    await signIn(page, 'Sanne Verhoef');
    await page.getByRole('navigation').getByRole('link', { name: 'Meldingen' }).click();
    const fresh = page.locator('.nl-data-badge', { hasText: 'nieuw' });
    const count = await fresh.count();
    assert.ok(count > 0, 'the demo leaves something for Sanne');
    await album.look(page, 'notices');
    assert.equal(await fresh.count(), count, 'a page that is loaded again tells the same');
    await page.getByRole('button', { name: 'Ik heb het gezien' }).click();
    await page.waitForURL('**/notices');
    assert.equal(await fresh.count(), 0);
    await album.look(page, 'notices-seen');
    await page.getByRole('button', { name: 'Stuur mij geen mail' }).click();
    await page.getByText('Je krijgt geen mail').waitFor();
    await page.context().close();
  });

  it('a mail says that something waits and where to go: no name, no sentence, not what', async () => {
    const anne = await visitorAs(house, 'Anne Mulder');
    const before = box.to(at('anne')).length;
    const id = await freshConversation(house, anne, null);
    await bothSayYes(house, anne, id, 'Roodborstje');
    await box.until(() => box.to(at('anne')).length > before);
    const letter = box.to(at('anne')).at(-1);
    assert.equal(letter.read.subject, 'Er wacht iets op je in Meerzien');
    assert.equal(letter.read.headers.get('auto-submitted'), 'auto-generated');
    assert.equal(letter.read.html, false);
    const text = letter.read.text;
    assert.equal(text.match(/https?:\/\/\S+/g).join(' '), `${address}/home ${address}/home`);
    const names = [
      'Anne',
      'Mulder',
      'Marleen',
      'Kok',
      'Roodborstje',
      'Roos',
      'Sanne',
      'Joris',
      'Ruud',
      'Waterland',
      say,
      id,
    ];
    for (const each of box.letters) {
      const whole = [each.raw, each.read.text, each.read.subject].join('\n').replaceAll(/^.*@.*$/gm, '');
      for (const name of names) {
        const said = whole.replaceAll(address, '').includes(name);
        assert.ok(!said, `${name} stands in the mail:\n${whole}`);
      }
      assert.equal(each.read.text, text, 'every mail says the same, whatever waits');
    }
    // One a day, whatever comes.
    await freshConversation(house, anne, null);
    await pause(3_500);
    assert.equal(box.to(at('anne')).length, before + 1);
    // And none to whoever wants none.
    const sanne = box.to(at('sanne')).length;
    await freshConversation(house, await visitorAs(house, 'Sanne Verhoef'), null);
    await pause(2_500);
    assert.equal(box.to(at('sanne')).length, sanne);
  });

  it('a server that is away loses nothing and keeps nobody waiting', async () => {
    const { port } = box;
    await box.close();
    const lieke = await newcomer('lieke', 'Lieke Boom');
    await freshConversation(house, lieke, null);
    const until = Date.now() + 20_000;
    while (!(await house.said()).includes('what is to be told waits')) {
      assert.ok(Date.now() < until, 'the program did not say that the server is away');
      await pause(200);
    }
    const began = Date.now();
    assert.equal((await lieke.get('/home')).status, 200);
    assert.ok(Date.now() - began < 2_000, 'pages go on');
    assert.match((await (await visitorAs(house, 'Wim Peters')).get('/home')).text, /maar bij 1 adres lukt het nu niet/);
    const doctor = promisify(execFile)(programPath, ['doctor', '--data', house.data], {
      env: { ...process.env, ...house.env },
    });
    const told = await doctor.then((done) => done.stdout).catch((failed) => failed.stdout);
    assert.match(told, /MEND {2}mail {10} its server: it cannot be reached/);
    const said = await house.said();
    for (const secret of [at('lieke'), 'Lieke', say]) assert.ok(!said.includes(secret), `the log names ${secret}`);
    box = await openPostbox(port);
    await box.until(() => box.to(at('lieke')).length === 1, 60_000);
  });

  it('a time to look together goes into a calendar, changes and is called off, and says nothing of the conversation', async () => {
    const { id, people } = round;
    const page = await person(browser, house);
    await signIn(page, 'Joris Smit');
    await page.goto(`/conversations/${id}`);
    await page.getByRole('link', { name: 'Plan een tijd' }).click();
    await album.look(page, 'plan-empty');
    const day = new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10);
    await page.getByLabel('Dag').fill(day);
    await page.getByLabel('Tijd').fill('13:30');
    await page.getByRole('button', { name: 'Zet de tijd vast' }).click();
    await page.getByText(/^Gepland op/).waitFor();
    await album.look(page, 'planned');
    const file = async (visitor) => {
      const answer = expect(await visitor.get(`/conversations/${id}/plan.ics`), 'file', 200);
      assert.match(answer.headers['content-type'], /^text\/calendar/);
      const lines = answer.text.replaceAll('\r\n ', '').split('\r\n');
      for (const name of [say, 'Joris', 'Smit', 'Ineke', 'cliënt']) assert.ok(!answer.text.includes(name), name);
      return (name) => lines.find((line) => line.startsWith(`${name}:`))?.slice(name.length + 1);
    };
    const first = await file(people.professional);
    assert.equal(first('SUMMARY'), 'Samen kijken');
    assert.match(first('LOCATION'), /Waterland/);
    assert.equal(first('URL'), `${address}/conversations/${id}/dialogue`);
    assert.equal((await file(people.client))('URL'), `${address}/mine`);
    assert.deepEqual([first('METHOD'), first('SEQUENCE')], ['PUBLISH', '0']);
    assert.match((await people.client.get('/mine')).text, /U kijkt samen op .*om 13:30/);
    expect(
      await people.coach.post(`/conversations/${id}/plan`, {
        day,
        time: '15:00',
        minutes: '45',
      }),
      'later',
      303,
    );
    const second = await file(people.client);
    assert.deepEqual([second('UID'), second('SEQUENCE')], [first('UID'), '1']);
    assert.notEqual(second('DTSTART'), first('DTSTART'));
    await page.reload();
    await page.getByRole('button', { name: 'Zeg af' }).click();
    await page.getByText(/is afgezegd/).waitFor();
    await album.look(page, 'called-off');
    const off = await file(people.coach);
    assert.deepEqual([off('UID'), off('SEQUENCE'), off('METHOD')], [first('UID'), '2', 'CANCEL']);
    assert.equal(off('STATUS'), 'CANCELLED');
    const wrong = await people.professional.post(`/conversations/${id}/plan`, {
      day: '2020-01-01',
      time: '10:00',
    });
    assert.equal(wrong.status, 422);
    assert.match(wrong.text, /Kies een tijd die nog komt/);
    await page.context().close();
  });

  it('one finds back what one wrote, at its place in the recording, without a script', async () => {
    const page = await person(browser, house);
    await signIn(page, 'Joris Smit');
    await page.goto('/search');
    await album.look(page, 'search-empty');
    await page.getByLabel('Woorden uit je eigen aantekeningen').fill('OOIEVAAR moment 2');
    await page.keyboard.press('Enter');
    await page.getByText('1 plek gevonden').waitFor();
    await album.look(page, 'search-words');
    await page.locator('.search__group .rows a').click();
    await page.waitForURL(/\/dialogue\//);
    assert.match(await page.locator('video').getAttribute('src'), /#t=/);
    await page.goto('/search?kind=resistance');
    const signs = await page
      .locator('.search__group .who')
      .evaluateAll((all) => all.map((one) => one.dataset.perspective));
    assert.deepEqual([...new Set(signs)].sort(), ['client', 'coach', 'professional'], 'side by side, all three');
    await album.look(page, 'search-kind');
    await page.goto('/search?question=goal&from=2027-01-01&until=2027-12-31');
    assert.ok((await page.locator('.search__group .rows > li').count()) > 0);
    await page.goto('/search?words=nergens');
    await page.getByText('Niets gevonden').waitFor();
    await album.look(page, 'search-nothing');
    assert.deepEqual(page.troubles, []);
    await page.context().close();
  });

  it('before the looks lie side by side only one’s own is found, and it opens where it was', async () => {
    const { id, people } = await unsealed();
    const found = async (visitor, query) => (await visitor.get(`/search?${query}`)).text;
    const own = await found(people.professional, 'kind=flow');
    assert.ok(own.includes('Eigen gors') && !own.includes('Andere gors'));
    const coach = await found(people.coach, 'kind=flow');
    assert.ok(coach.includes('Andere gors') && !coach.includes('Eigen gors'));
    assert.ok(!(await found(people.professional, 'words=Andere+gors')).includes('Andere gors</p>'));
    const stranger = await visitorAs(house, 'Marleen Kok');
    for (const query of ['kind=flow', 'words=gors', 'name=Gorsje']) {
      assert.ok(!(await found(stranger, query)).includes('search__group'), query);
    }
    const href = own
      .match(/href="(\/looks\/[^"]+)"/)[1]
      .replaceAll('&#38;', '&')
      .replaceAll('&amp;', '&');
    assert.match(href, /\?at=\d+#moment-/);
    assert.match((await people.professional.get(href.split('#')[0])).text, /src="\/media\/[^"]+#t=2\.0"/);
    await people.professional.post(`/conversations/${id}/stop`, {
      go: 'all-sure',
    });
    assert.ok(!(await found(people.professional, 'kind=flow')).includes('gors'), 'what was stopped is not found');
  });

  it('fifty conversations are looked through while one waits', async () => {
    const professional = await visitorAs(house, 'Joris Smit');
    for (let n = 0; n < 50; n += 1) await freshConversation(house, professional, null);
    await professional.get('/search?words=ooievaar');
    const began = performance.now();
    const { text } = await professional.get('/search?words=ooievaar');
    const took = performance.now() - began;
    assert.ok(text.includes('search__group'));
    assert.ok(took < 3_000, `${took} ms`);
  });

  it('all pages are in order', async () => {
    assert.deepEqual(await album.close(), []);
  });

  /** A professional who is invited and comes in for the first time. */
  async function newcomer(who, name) {
    const administrator = await visitorAs(house, 'Wim Peters');
    const invited = await administrator.post('/people/invitations', { email: at(who), roles: 'professional' });
    const page = invited.status === 303 ? await administrator.get(invited.headers.location) : invited;
    const link = page.text.match(/href="(?:https?:\/\/[^"/]+)?(\/invitations?\/[^"]+)"/)[1];
    const visitor = new Visitor(house.address);
    expect(await visitor.post(link, { name, password: 'een lang nieuw wachtwoord' }), 'comes in', 303);
    return visitor;
  }

  /** A conversation that two look at, neither sealed. */
  async function unsealed() {
    const professional = await visitorAs(house, 'Joris Smit');
    const coach = await visitorAs(house, 'Ineke Bos');
    const id = await freshConversation(house, professional, 'Ineke Bos');
    const { client } = await bothSayYes(house, professional, id, 'Gorsje');
    await upload(professional, id, bytes, {
      name: 'gors.webm',
      type: 'video/webm',
    });
    assert.equal(await settled(professional, id), 'ready');
    await secondYes(professional, client, id);
    await mark(professional, await beginLook(professional, id), {
      kind: 'flow',
      start: 6_000,
      note: 'Eigen gors',
    });
    await mark(coach, await beginLook(coach, id), {
      kind: 'flow',
      start: 3_000,
      note: 'Andere gors',
    });
    return { id, people: { professional, coach, client } };
  }
});
