// What a live socket told: waits for a fact of one kind.
import { setTimeout as pause } from 'node:timers/promises';

/** Waits until a socket said something of this kind that `want` likes, and gives the last of those. */
export async function told(live, kind, want = () => true, patience = 4_000) {
  const until = Date.now() + patience;
  for (;;) {
    const found = live.said.map((text) => JSON.parse(text)).filter((said) => said.kind === kind && want(said));
    if (found.length > 0) return found.at(-1);
    if (Date.now() > until) throw new Error(`no ${kind} within ${patience} ms: ${live.said.join('\n')}`);
    await pause(20);
  }
}
