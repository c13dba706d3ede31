// A client's questions one by one, as they stand on screens of their own.

/** Answers every screen that comes: the choice with this number from 0, the words where there is room for some. */
export async function oneByOne(page, { choice, words = '' }) {
  const screen = () => page.locator('main input[type=hidden][name=at]');
  for (let n = 0; n < 12 && (await screen().count()) > 0; n += 1) {
    const choices = page.locator('main input[type=radio]');
    if (await choices.count()) await choices.nth(choice).check();
    else await page.locator('main textarea').fill(words);
    await Promise.all([page.waitForEvent('load'), page.locator('main button[name=go][value=next]').click()]);
  }
}
