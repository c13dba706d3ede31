// The learning board in the browser: a name that is caught and mended with nothing lost, a piece with a name and one
// without, recognising and answering, taking back, what the privacy officer takes away, a month to talk about, its mail.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { piecesOn, turnOver } from './lib/board.mjs';
import { openBrowser, person } from './lib/browser.mjs';
import { House } from './lib/house.mjs';
import { Album } from './lib/pages.mjs';
import { signIn, visitorAs } from './lib/people.mjs';
import { openPostbox } from './lib/postbox.mjs';
import { story } from './lib/saying.mjs';

const address = 'https://meerzien.waterland.example';
const secret = 'Ik weet vaak niet wat ik met stilte moet.';
const open = 'Wie de bril van de ander opzet, ziet meer dan een dossier laat zien.';

describe('the learning board', () => {
  const step = story(it, () => ({ sanne, ruud, bram, phone }));
  let house, browser, album, box, word, els;
  let sanne, ruud, bram, phone;
  const submit = (page, form = 'main form.card') => page.locator(form).locator('.nl-button--primary').click();
  const note = (page, text) => page.locator('.board__note', { hasText: text });

  before(async () => {
    box = await openPostbox();
    const env = {
      MEERZIEN_MAIL: box.url,
      MEERZIEN_MAIL_FROM: 'Meerzien <meerzien@waterland.example>',
      MEERZIEN_ADDRESS: address,
      MEERZIEN_MAIL_EVERY: '1',
    };
    house = await House.open({ kind: 'demo', env });
    // Enough people came in this week that a piece without a name can be anybody's.
    for (const name of ['Joris Smit', 'Youssef Amrani']) await visitorAs(house, name);
    els = await visitorAs(house, 'Els van Dam');
    browser = await openBrowser();
    album = await Album.open('board');
    [sanne, ruud, bram, phone] = [
      await person(browser, house),
      await person(browser, house),
      await person(browser, house),
      await person(browser, house, { size: 'phone' }),
    ];
    await signIn(sanne, 'Sanne Verhoef');
    await signIn(ruud, 'Ruud de Wit');
    await signIn(bram, 'Bram Hendriks');
  });
  after(async () => {
    await browser?.close();
    await house?.close();
    await box?.close();
  });

  step('the wall hangs in the menu, with notes that tell a dilemma from a lesson', async () => {
    await sanne.getByRole('navigation').getByRole('link', { name: 'Leerbord' }).click();
    await note(sanne, 'Een snel ja is een vraag').waitFor();
    await album.look(sanne, 'wall');
    await sanne.locator('#piece').selectOption('dilemma');
    await sanne.getByRole('button', { name: 'Zoek' }).click();
    await sanne.waitForURL(/piece=dilemma/);
    assert.equal(await note(sanne, 'Een snel ja is een vraag').count(), 0);
    assert.ok((await sanne.locator('.board__note').count()) >= 3);
    await sanne.goto('/board?kind=stagnation');
    await album.look(sanne, 'wall-nothing-found');
  });

  step('Sanne writes, a name is caught, and what she typed is still there', async () => {
    await sanne.goto('/board');
    await sanne.getByRole('link', { name: 'Schrijf iets' }).click();
    await album.look(sanne, 'write');
    await sanne.getByLabel('Les', { exact: true }).check();
    await sanne.locator('#text').fill(`${open} Dat zei Joris bij het Waterlandpad.`);
    await sanne.locator('#question').selectOption('fit');
    await sanne.getByLabel('Ja, met mijn naam').check();
    await submit(sanne);
    await sanne.getByText('Hier staat misschien een naam: Joris').waitFor();
    await album.look(sanne, 'write-with-a-name', { still: true });
    assert.equal(await sanne.locator('#text').inputValue(), `${open} Dat zei Joris bij het Waterlandpad.`);
    assert.ok(await sanne.getByLabel('Les', { exact: true }).isChecked());
    assert.equal(await sanne.locator('#question').inputValue(), 'fit');
    assert.ok(await sanne.getByLabel('Ja, met mijn naam').isChecked());
    await sanne.locator('[name=no_name][value=Waterlandpad]').check();
    await sanne.locator('#text').fill(`${open} Bij het Waterlandpad.`);
    await submit(sanne);
    await sanne.waitForURL(/\/board$/);
    await note(sanne, open).getByText('Sanne Verhoef').waitFor();
  });

  step('what is missing is said beside its field', async () => {
    await sanne.goto('/board/new');
    await sanne.evaluate(() => document.querySelector('form.card').setAttribute('novalidate', ''));
    await sanne.getByLabel('Dilemma', { exact: true }).check();
    await sanne.locator('#text').fill('Over niets in het bijzonder.');
    await sanne.getByLabel('Nee, zonder naam').check();
    await submit(sanne);
    await sanne.getByText('Kies een vraag of een raakmoment.').waitFor();
    await album.look(sanne, 'write-about-nothing', { still: true });
  });

  step('she writes without a name, sees her word once, and nothing hangs there yet', async () => {
    await sanne.goto('/board/new');
    await sanne.getByLabel('Dilemma', { exact: true }).check();
    await sanne.locator('#text').fill(secret);
    await sanne.locator('#kind').selectOption('stagnation');
    await sanne.getByLabel('Nee, zonder naam').check();
    await sanne.locator('.board__how > summary').click();
    await album.look(sanne, 'write-without-a-name', { still: true });
    await submit(sanne);
    word = (await sanne.locator('.board__word').innerText()).trim();
    assert.match(word, /^([A-Z0-9]{4}-){3}[A-Z0-9]{4}$/);
    await album.look(sanne, 'secret-word', { still: true });
    assert.equal(sanne.url().includes(word), false, 'no address knows it');
    await sanne.getByRole('link', { name: 'Naar het leerbord' }).click();
    assert.equal(await note(sanne, secret).count(), 0);
  });

  step('with the others it comes on the board, and is nobody’s', async () => {
    await turnOver(house, els, secret);
    for (const page of [sanne, ruud]) {
      await page.goto('/board');
      await note(page, secret).getByText('Zonder naam').waitFor();
    }
    await note(sanne, secret).getByRole('link').click();
    assert.equal(await sanne.getByRole('link', { name: 'Verander dit stukje' }).count(), 0);
  });

  step('Ruud recognises it and answers, and a name in an answer is caught too', async () => {
    await note(ruud, secret)
      .getByRole('button', { name: /Herken ik/ })
      .click();
    await note(ruud, secret).getByText('1 persoon herkent dit').waitFor();
    await note(ruud, secret).getByRole('link').click();
    await ruud.locator('#text').fill('Tel tot vijf, zei Joris altijd.');
    await submit(ruud, 'form[action$=react]');
    await ruud.getByText('Hier staat misschien een naam: Joris').waitFor();
    assert.equal(await ruud.locator('#text').inputValue(), 'Tel tot vijf, zei Joris altijd.');
    await album.look(ruud, 'answer-with-a-name', { still: true });
    await ruud.locator('#text').fill('Tel in stilte tot vijf.');
    await submit(ruud, 'form[action$=react]');
    await ruud.locator('.rows__text', { hasText: 'Tel in stilte tot vijf.' }).waitFor();
    await album.look(ruud, 'piece');
    await ruud.getByRole('button', { name: /Herkend – neem terug/ }).click();
    await ruud.getByRole('button', { name: /Herken ik/ }).waitFor();
    await ruud.getByRole('button', { name: /Herken ik/ }).click();
  });

  step('Sanne changes what has her name, and takes it back', async () => {
    await sanne.goto('/board');
    await note(sanne, open).getByRole('link').click();
    await sanne.getByRole('link', { name: 'Verander dit stukje' }).click();
    await album.look(sanne, 'change');
    await sanne.locator('#text').fill('Wie de bril van de ander opzet, ziet meer.');
    await submit(sanne);
    await sanne.locator('.board__note', { hasText: 'ziet meer.' }).waitFor();
    await sanne.getByRole('button', { name: 'Haal weg' }).click();
    await sanne.waitForURL(/\/board$/);
    assert.equal(await note(sanne, 'ziet meer.').count(), 0);
  });

  step('Ruud reports a piece, and the privacy officer takes it away with a reason', async () => {
    await ruud.goto('/board');
    await note(ruud, 'Niet de lijst is het probleem').getByRole('link').click();
    await ruud.getByRole('button', { name: 'Meld het' }).click();
    await ruud.getByText('Niemand ziet wie het meldde').waitFor();
    await album.look(ruud, 'reported', { still: true });
    await bram.goto('/home');
    await bram.getByText('1 stukje gemeld').waitFor();
    await bram.goto('/board');
    const reported = bram.locator('.board__note').first();
    await reported.getByText('Gemeld').waitFor();
    await album.look(bram, 'wall-of-the-officer');
    await reported.getByRole('link').click();
    await album.look(bram, 'piece-of-the-officer');
    await bram.locator('#why').selectOption('recognisable');
    await bram.locator('section[aria-labelledby=judge-h]').getByRole('button', { name: 'Haal weg' }).click();
    await bram.getByText('iemand is erin te herkennen').waitFor();
    await ruud.goto('/board');
    assert.equal(await note(ruud, 'Niet de lijst is het probleem').count(), 0);
  });

  step('a month is a page to lay on the table', async () => {
    await ruud.goto('/board');
    await ruud.locator('.board__months a').first().click();
    await ruud.getByText('Om over te praten').waitFor();
    await album.look(ruud, 'month');
    await ruud.emulateMedia({ media: 'print' });
    assert.equal(await ruud.locator('.masthead__nav').isVisible(), false);
    await ruud.emulateMedia({ media: null });
    await ruud.goto('/board/months/2001-01');
    await album.look(ruud, 'month-empty');
  });

  step('whoever wants it gets a mail of the month that is over, once, with nothing of it in there', async () => {
    await ruud.goto('/board');
    await ruud.getByRole('button', { name: 'Stuur mij elke maand een mail' }).click();
    await ruud.getByText('Je krijgt een mail als een maand klaarstaat').waitFor();
    const to = 'ruud@waterlandaanzee.example';
    const letters = () => box.to(to).filter(({ read }) => read.subject.startsWith('Het leerbord van'));
    await box.until(() => letters().length > 0, 60_000);
    const [{ raw, read }] = letters();
    assert.match(read.text, new RegExp(`${address}/board/months/\\d{4}-\\d{2}`));
    for (const told of ['snel ja', 'Sanne', 'Verhoef', 'Ruud de Wit', secret]) assert.ok(!raw.includes(told), told);
    await ruud.getByRole('button', { name: 'Stuur mij geen mail meer' }).click();
    await ruud.getByRole('button', { name: 'Stuur mij elke maand een mail' }).click();
    await ruud.getByText('Je krijgt een mail als een maand klaarstaat').waitFor();
    await new Promise((done) => setTimeout(done, 4_000));
    assert.equal(letters().length, 1, 'a month is told of once');
  });

  step('with her word Sanne takes back what has no name, on a phone that nobody is signed in on', async () => {
    await phone.goto('/board/withdraw');
    await phone.locator('#word').fill('AAAA-AAAA-AAAA-AAAA');
    await submit(phone);
    await phone.getByText('Bij dit woord hoort geen stukje').waitFor();
    await album.look(phone, 'withdraw', { still: true });
    await phone.locator('#word').fill(word.toLowerCase());
    await submit(phone);
    await phone.getByText('Het stukje is weg').waitFor();
    await album.look(phone, 'withdrawn', { still: true });
    const all = await piecesOn(els);
    assert.ok(all.length > 0 && all.every(({ text }) => text !== secret));
  });

  step('nothing was wrong on any page', async () => {
    assert.deepEqual(await album.close(), []);
    for (const page of [sanne, ruud, bram, phone]) assert.deepEqual(page.troubles, []);
  });
});
