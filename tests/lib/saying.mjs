// Keeps every sentence that a test types about a person, to search for afterwards, and tells a story step by step.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { output } from './house.mjs';

/** A notebook of what was said; `say` gives the sentence back, so that it can be typed at once. */
export class Notebook {
  sentences = [];

  say = (sentence) => {
    if (sentence.length < 12) throw new Error(`too short to search for: ${sentence}`);
    this.sentences.push(sentence);
    return sentence;
  };
}

/**
 * Runs the steps of one story in order; after one that fails the rest do not start, and say why. What the people had
 * on their screens then is kept in `output/failures/`.
 */
export function story(it, screens = () => ({})) {
  let broken = null;
  return (name, act) =>
    it(name, async (t) => {
      if (broken) throw new Error(`not begun, since "${broken}" failed`);
      try {
        await act(t);
      } catch (error) {
        broken = name;
        await mkdir(join(output, 'failures'), { recursive: true });
        for (const [who, page] of Object.entries(screens())) {
          if (!page) continue;
          await page.screenshot({ path: join(output, 'failures', `${who}.png`), timeout: 5_000 }).catch(() => {});
          error.message += `\n${who} is at ${page.url()}`;
        }
        throw error;
      }
    });
}
