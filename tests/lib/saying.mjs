// Keeps every sentence that a test types about a person, to search for afterwards.

/** A notebook of what was said; `say` gives the sentence back, so that it can be typed at once. */
export class Notebook {
  sentences = [];

  say = (sentence) => {
    if (sentence.length < 12) throw new Error(`too short to search for: ${sentence}`);
    this.sentences.push(sentence);
    return sentence;
  };
}

/** Runs the steps of one story in order; after one that fails the rest do not start, and say why. */
export function story(it) {
  let broken = null;
  return (name, act) =>
    it(name, async (t) => {
      if (broken) throw new Error(`not begun, since "${broken}" failed`);
      try {
        await act(t);
      } catch (error) {
        broken = name;
        throw error;
      }
    });
}
