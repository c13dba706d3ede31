// The eyes of the page tests are themselves to be trusted: what they must see, they see.
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { openBrowser, person, scratch } from './lib/browser.mjs';
import { checkHtml } from './lib/html.mjs';
import { axe, sticksOut } from './lib/pages.mjs';

const page = (body) => `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Proef</title></head>
<body><main><h1>Proef</h1>${body}</main></body></html>`;
const good = page('<p>Gewone tekst.</p>');

describe('the eyes of the page tests', () => {
  let browser, server, place, tab;
  let served = good;
  before(async () => {
    place = await scratch('eyes');
    server = createServer((_, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.setHeader('content-security-policy', "default-src 'none'; script-src 'self'; style-src 'self'");
      response.end(served);
    });
    await new Promise((done) => server.listen(0, '127.0.0.1', done));
    browser = await openBrowser();
    tab = await person(browser, { address: `http://127.0.0.1:${server.address().port}` });
  });
  after(async () => {
    await browser?.close();
    server.closeAllConnections();
    server.close();
    await place.clear();
  });

  it('axe works under the strict content policy and sees a picture without words', async () => {
    await tab.goto('/');
    assert.deepEqual(await axe(tab), []);
    served = page('<img src="/x.png">');
    await tab.goto('/');
    assert.match((await axe(tab)).join(), /image-alt/);
  });

  it('a page that is too wide at 320 pixels is seen, with the culprit', async () => {
    served = good;
    await tab.goto('/');
    assert.deepEqual(await sticksOut(tab), []);
    served = page(`<p class="lang">${'x'.repeat(200)}</p>`);
    await tab.goto('/');
    assert.match((await sticksOut(tab)).join(), /p\.lang/);
  });

  it('the Nu checker passes a good page and names what is wrong with another', async () => {
    await writeFile(join(place.folder, 'good.html'), good);
    assert.deepEqual(await checkHtml(place.folder), []);
    await writeFile(join(place.folder, 'bad.html'), page('<p><div>stuk</div></p>'));
    assert.match((await checkHtml(place.folder)).join(), /bad\.html:\d+: No “p” element in scope/);
  });
});
