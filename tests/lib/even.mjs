// Whether two ways of asking take the same time, on a machine that does many other things. They are asked in turns, so
// that a busy moment falls on both; then it is asked how often chance alone would tell them apart as much.
import { randomInt } from 'node:crypto';

/** All bounds in one place. */
export const bounds = {
  /** How many times each is asked. */
  rounds: 60,
  /** More than this between the two, as a ratio of what they usually take, is more than a network hides. */
  ratio: 1.25,
  /** And it is no chance: so seldom would it come about when both took the same. */
  chance: 0.001,
};

const middle = (numbers) => {
  const sorted = numbers.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
};

/**
 * Asks each of `ways` (by name) in turns, the order drawn anew each round, and gives how long each took in ms. After each
 * it rests for so long, where what was asked for is done beside the answer.
 */
export async function inTurns(ways, rounds = bounds.rounds, rest = 0) {
  const took = Object.fromEntries(Object.keys(ways).map((name) => [name, []]));
  for (let round = -2; round < rounds; round += 1) {
    const order = Object.keys(ways);
    for (let at = order.length - 1; at > 0; at -= 1) {
      const other = randomInt(at + 1);
      [order[at], order[other]] = [order[other], order[at]];
    }
    for (const name of order) {
      const began = process.hrtime.bigint();
      await ways[name](round);
      // The first rounds only wake everything up.
      if (round >= 0) took[name].push(Number(process.hrtime.bigint() - began) / 1e6);
      if (rest) await new Promise((done) => setTimeout(done, rest));
    }
  }
  return took;
}

/**
 * Compares two that were asked in turns. If both took the same, which of the two was the slower in a round would be a
 * coin; `chance` is how often coins differ as much.
 */
export function compare(one, other, { draws = 5_000 } = {}) {
  const steps = one.map((time, round) => Math.log(time / other[round]));
  const told = Math.abs(middle(steps));
  let asMuch = 0;
  for (let draw = 0; draw < draws; draw += 1) {
    if (Math.abs(middle(steps.map((step) => (randomInt(2) ? step : -step)))) >= told) asMuch += 1;
  }
  return { ratio: Math.exp(told), chance: (asMuch + 1) / (draws + 1) };
}

/** Every two of these that can be told apart by the time they take. */
export function toldApart(took) {
  const names = Object.keys(took);
  const found = [];
  names.forEach((one, at) => {
    for (const other of names.slice(at + 1)) {
      const { ratio, chance } = compare(took[one], took[other]);
      if (ratio > bounds.ratio && chance < bounds.chance) {
        const usual = [one, other].map((name) => `${name} ${middle(took[name]).toFixed(1)} ms`).join(', ');
        found.push(`${usual}: ${ratio.toFixed(2)} times, by chance once in ${Math.round(1 / chance)}`);
      }
    }
  });
  return found;
}
