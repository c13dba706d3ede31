// What the measurements share: numbers, a table, and how much memory a process holds.
import { readFile, writeFile } from 'node:fs/promises';

/** The value below which a part of the numbers lies: 0.5 is the middle. */
export function quantile(numbers, part) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
}

/** How long something takes, in milliseconds. */
export async function timed(act) {
  const start = process.hrtime.bigint();
  await act();
  return Number(process.hrtime.bigint() - start) / 1e6;
}

/** Memory that a process holds now (`VmRSS`) or held at most (`VmHWM`), in MiB. */
export async function memory(pid, kind = 'VmRSS') {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(status.match(new RegExp(`${kind}:\\s+(\\d+)`))[1]) / 1024;
}

/** Forgets how much memory a process held at most, so that only what comes now counts. */
export function forgetPeak(pid) {
  return writeFile(`/proc/${pid}/clear_refs`, '5');
}

const lines = [];

/** Notes one measurement beside its goal; `reached` says honestly whether it is. */
export function report(what, value, goal, reached) {
  lines.push({ what, value, goal, reached });
  console.log(`${reached ? 'reached    ' : 'NOT reached'}  ${what}: ${value} (goal: ${goal})`);
}

/** Prints everything that was measured, once more, as a table for a decision or a README. */
export function table() {
  console.log('\n| what | measured | goal | reached |\n|---|---|---|---|');
  for (const { what, value, goal, reached } of lines) {
    console.log(`| ${what} | ${value} | ${goal} | ${reached ? 'yes' : 'no'} |`);
  }
}
