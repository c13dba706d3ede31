// Sentences that the page printed for an element, and numbers as the language of the page writes them.

import { fill } from './time';

/** The sentence in `data-say-<name>`, with `{holes}` filled. */
export function say(host: HTMLElement, name: string, values: Record<string, string | number> = {}): string {
  return fill(host.getAttribute(`data-say-${name}`) ?? '', values);
}

/** Puts a text in every `data-show=<what>` of an element, only when it changed: a live region then speaks once. */
export function show(host: HTMLElement, what: string, text: string): void {
  for (const part of host.querySelectorAll<HTMLElement>(`[data-show=${what}]`)) {
    if (part.textContent !== text) part.textContent = text;
  }
}

/** Shows or hides every `data-part=<name>` and `data-do=<name>` of an element. */
export function appear(host: HTMLElement, name: string, there: boolean): void {
  for (const part of host.querySelectorAll<HTMLElement>(`[data-part=${name}], [data-do=${name}]`)) part.hidden = !there;
}

const language = () => document.documentElement.lang || 'nl';

/** So many bytes in whole megabytes: "12 MB". */
export function megabytes(bytes: number): string {
  const unit = { style: 'unit', unit: 'megabyte', maximumFractionDigits: bytes < 10_000_000 ? 1 : 0 } as const;
  return new Intl.NumberFormat(language(), unit).format(bytes / 1_000_000);
}

/** About how long, in the largest unit that says enough: "3 minuten". */
export function about(ms: number): string {
  const [value, unit] =
    ms < 60_000 ? [Math.max(1, Math.ceil(ms / 1000)), 'second'] : [Math.ceil(ms / 60_000), 'minute'];
  return new Intl.NumberFormat(language(), { style: 'unit', unit, unitDisplay: 'long' }).format(value);
}

/** The sentence of a refusal, as the server wrote it in the language of the page. */
export function sentence(body: string): string | undefined {
  try {
    const said: unknown = JSON.parse(body);
    if (typeof said === 'object' && said !== null && 'sentence' in said && typeof said.sentence === 'string')
      return said.sentence;
  } catch {
    // No sentence of ours: a proxy answered.
  }
  return undefined;
}
