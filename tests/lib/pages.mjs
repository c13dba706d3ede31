// Every page that a test visits is looked at as people will: on three sizes, light and dark, in both languages,
// by axe, at 320 pixels, and its HTML is kept for the Nu checker.
import { readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { sizes } from './browser.mjs';
import { output } from './house.mjs';
import { checkHtml } from './html.mjs';
import { writeIndex } from './index.mjs';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
export const screens = join(output, 'screens');
export const html = join(output, 'html');
// For whoever works on one step of a long journey: walks without looking, and so never passes.
const quick = Boolean(process.env.MEERZIEN_QUICK);

/** Runs axe on the page as it stands and gives its violations in short lines. */
export async function axe(page) {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource);
  const { violations, passes } = await page.evaluate(async () => {
    // The strip that stays in sight covers what happens to lie under it; people scroll that free, axe does not.
    const strip = document.querySelector('.ease');
    strip?.style.setProperty('position', 'static');
    const found = await globalThis.axe.run(document, { rules: { 'target-size': { enabled: true } } });
    strip?.removeAttribute('style');
    return found;
  });
  if (passes.length === 0) throw new Error(`axe looked at nothing on ${page.url()}`);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) =>
        `${id} (${help}) at ${target.join(' ')}: ${failureSummary.split('\n')[1]?.trim()}`,
    ),
  );
}

/** What sticks out on a page of 320 pixels wide; nothing, if it can be read without scrolling sideways. */
export async function sticksOut(page) {
  await page.setViewportSize({ width: 320, height: 640 });
  await settle(page);
  return page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const wide = (each) => each.getBoundingClientRect().left + each.scrollWidth > root.clientWidth;
    const names = [...document.querySelectorAll('body *')]
      .filter((each) => wide(each) && ![...each.children].some(wide))
      .map((each) => `${each.localName}.${[...each.classList].join('.')}`);
    return [`the page is ${root.scrollWidth} wide: ${[...new Set(names)].slice(0, 8).join(', ')}`];
  });
}

/** The pictures and findings of one journey. */
export class Album {
  constructor(name) {
    this.name = name;
    this.findings = [];
    this.pages = 0;
  }

  static async open(name) {
    const album = new Album(name);
    for (const folder of [join(screens, name), join(html, name)]) {
      await rm(folder, { recursive: true, force: true });
      await mkdir(folder, { recursive: true });
    }
    return album;
  }

  /**
   * Looks at the page that stands open. With `still` the page is not loaded again: for a state that lives only
   * in the page (a recorder that is running), in the language that it has.
   */
  async look(page, name, { still = false, languages = ['nl', 'en'] } = {}) {
    if (quick) return;
    const number = String((this.pages += 1)).padStart(2, '0');
    const size = page.viewportSize();
    // Without the place on the page: going to where one is would load nothing.
    const url = page.url().split('#')[0];
    const context = page.context();
    const before = (await context.cookies(url)).find((cookie) => cookie.name === languageCookie);
    if (still) languages = [await page.locator('html').getAttribute('lang')];
    for (const language of languages) {
      const label = `${number}-${name}.${language}`;
      if (!still) {
        await context.addCookies([{ name: languageCookie, value: language, url }]);
        const response = await page.goto(url);
        await writeFile(join(html, this.name, `${label}.html`), await response.text());
        const said = await page.locator('html').getAttribute('lang');
        if (said !== language) this.findings.push(`${label}: the page says it is in ${said}`);
      }
      for (const scheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
        for (const [kind, { width, height }] of Object.entries(sizes)) {
          await page.setViewportSize({ width, height });
          await settle(page);
          const path = join(screens, this.name, `${label}.${kind}.${scheme}.png`);
          await page.screenshot({ path, fullPage: true, animations: 'disabled' });
          // Layout differs by width, contrast by scheme, and by language only the words.
          const telling = language === languages[0] ? ['phone light', 'wide light', 'wide dark'] : ['phone light'];
          if (telling.includes(`${kind} ${scheme}`)) this.#add(`${label} ${kind} ${scheme}`, await axe(page));
        }
      }
      this.#add(`${label} at 320`, await sticksOut(page));
      await page.emulateMedia({ colorScheme: null });
      await page.setViewportSize(size);
      // What scripts made of the page must be valid too.
      await writeFile(join(html, this.name, `${label}.live.html`), await page.content());
    }
    if (!still) {
      await context.clearCookies({ name: languageCookie });
      if (before) await context.addCookies([before]);
      await page.goto(url);
    }
  }

  #add(where, findings) {
    this.findings.push(...findings.map((finding) => `${where}: ${finding}`));
  }

  /** Writes the index of all pictures and gives what axe, the narrow page and the Nu checker found. */
  async close() {
    if (quick) return ['nothing was looked at, since MEERZIEN_QUICK is set'];
    await writeIndex(screens);
    const invalid = await checkHtml(join(html, this.name));
    return [...this.findings, ...invalid];
  }
}

/** The name of the cookie that holds a visitor's choice of language. */
export const languageCookie = 'lang';

async function settle(page) {
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all(
      [...document.images].filter((image) => !image.complete).map((image) => image.decode().catch(() => {})),
    );
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  });
}
