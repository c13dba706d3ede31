// Somebody with a keyboard and nothing else: Tab, Enter, Space and the arrows.
import assert from 'node:assert/strict';

/** What has the focus: what it is, whether that can be seen, and whether anything lies over it. */
function focused() {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  // A choice shows its focus round the whole row.
  const shown = one.closest('.option, .chip') ?? one;
  const { outlineStyle, outlineWidth } = getComputedStyle(shown);
  const box = shown.getBoundingClientRect();
  const at = [box.left + box.width / 2, Math.min(box.bottom - 4, box.top + box.height / 2)];
  const above = document.elementFromPoint(...at);
  const name = `${one.localName}.${one.className}#${one.id} ${one.textContent?.trim().slice(0, 30)}`;
  return {
    name,
    ring: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
    inSight: box.top < innerHeight && box.bottom > 0 && box.width > 0,
    // The link past the menu lies over what comes after it for as long as it has the focus itself.
    free: !above || shown.contains(above) || above.contains(shown) || Boolean(above.closest('.nl-skip-link')),
    over: above && `${above.localName}.${above.className}`,
  };
}

/** The keys of one page; what is wrong with them is gathered in `wrong`. */
export class Keys {
  constructor(page) {
    this.page = page;
    this.wrong = [];
  }

  /** Until a recording has the house's own controls: those of the browser keep the focus to themselves. */
  async #settled() {
    await this.page.waitForFunction(() => !document.querySelector('mz-player :is(video, audio)[controls]'));
  }

  /** Presses Tab until this has the focus. Every stop on the way must be seen. */
  async to(selector, { within = 80 } = {}) {
    const { page } = this;
    await this.#settled();
    let before;
    for (let n = 0; n < within; n += 1) {
      await page.keyboard.press('Tab');
      let now = await page.evaluate(focused);
      // What comes into sight with its focus, or is scrolled there, needs a picture or two.
      for (let wait = 0; now && !(now.inSight && now.free) && wait < 10; wait += 1) {
        await page.waitForTimeout(50);
        now = await page.evaluate(focused);
      }
      if (now) {
        const where = `${new URL(page.url()).pathname}: ${now.name}`;
        if (!now.ring) this.wrong.push(`${where} has the focus and does not show it`);
        if (!now.inSight) this.wrong.push(`${where} has the focus out of sight`);
        else if (!now.free) this.wrong.push(`${where} has the focus under ${now.over}`);
      }
      const here = await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
      if (here) return;
      before = now;
    }
    throw new Error(`${selector} cannot be reached on ${page.url()}; the last stop was ${before?.name}`);
  }

  /** Goes to a button or link, presses Enter on it, and waits for the page that comes. */
  async press(selector) {
    await this.to(selector);
    await Promise.all([this.page.waitForEvent('load'), this.page.keyboard.press('Enter')]);
  }

  /** Goes to a field and types. */
  async type(selector, text) {
    await this.to(selector);
    await this.page.keyboard.type(text);
  }

  /** Goes to the choices of this name and takes one of them by the arrows, from 0. */
  async choose(name, number) {
    await this.to(`input[name=${name}]`);
    await this.page.keyboard.press('Space');
    for (let n = 0; n < number; n += 1) await this.page.keyboard.press('ArrowDown');
    const chosen = await this.page.locator(`input[name=${name}]`).nth(number).isChecked();
    assert.ok(chosen, `choice ${number} of ${name} is taken by the keys`);
  }

  /** Goes round the whole page by Tab: every stop is another one, and the page lets go at its end. */
  async round() {
    const { page } = this;
    await this.#settled();
    await page.evaluate(() => document.activeElement?.blur());
    const stops = new Set();
    for (let n = 0; n < 150; n += 1) {
      await page.keyboard.press('Tab');
      const stop = await page.evaluate(() => {
        const one = document.activeElement;
        if (!one || one === document.body) return null;
        one.dataset.stop ??= String(Math.random());
        return one.dataset.stop;
      });
      if (stop === null || stops.has(stop)) {
        if (stop !== null && [...stops][0] !== stop) this.wrong.push(`${page.url()} holds the focus`);
        return stops.size;
      }
      stops.add(stop);
    }
    this.wrong.push(`${page.url()} has no end for Tab`);
    return stops.size;
  }
}
