// Bringing parts of the page up to date without taking anything out of someone's hands: a form in which someone typed
// stays as it is, with the version it had, and what it was about may go on without it.

/** What the server printed in each part the last time. */
const printed = new WeakMap<HTMLElement, string>();

/** The next time every part is taken over, also where the server prints the same again. */
export function forget(host: HTMLElement): void {
  for (const part of host.querySelectorAll<HTMLElement>('[data-fresh]')) printed.delete(part);
}

/** Whether there is something in a form that is nowhere else: typed since it was printed, or sent and not kept. */
export function typed(form: HTMLFormElement): boolean {
  if (form.hasAttribute('data-unsent')) return true;
  return [...form.elements].some((field) => {
    if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue;
    if (field instanceof HTMLInputElement) {
      if (field.type === 'checkbox' || field.type === 'radio') return field.checked !== field.defaultChecked;
      return field.type !== 'hidden' && field.value !== field.defaultValue;
    }
    return false;
  });
}

/** Where the typing hand is, to put it back after the form moved. */
interface Hand {
  field: HTMLElement;
  from: number | null;
  to: number | null;
}

function hand(form: HTMLFormElement): Hand | undefined {
  const field = document.activeElement;
  if (!(field instanceof HTMLElement) || !form.contains(field)) return undefined;
  const text = field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && field.type === 'text');
  return { field, from: text ? field.selectionStart : null, to: text ? field.selectionEnd : null };
}

function putBack({ field, from, to }: Hand): void {
  field.focus({ preventScroll: true });
  const text = field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement;
  if (text && from !== null) field.setSelectionRange(from, to);
}

/**
 * Takes over every `data-fresh` part from a newly fetched page. Forms with something typed in them stay; one whose
 * subject is no longer on the page goes to `kept`.
 */
export function freshen(host: HTMLElement, page: Document, kept: HTMLElement | null): void {
  for (const part of host.querySelectorAll<HTMLElement>('[data-fresh]')) {
    const fresh = page.getElementById(part.id);
    if (!fresh || fresh.innerHTML === printed.get(part)) continue;
    const was = fresh.innerHTML;
    const forms = [...part.querySelectorAll<HTMLFormElement>('form[data-keep]')].filter(typed);
    const held = forms.map((form) => [form, hand(form)] as const);
    const open = [...part.querySelectorAll<HTMLDetailsElement>('details[open]')].map(nameOf);
    const key = focusIn(part);
    part.replaceChildren(...[...fresh.childNodes].map((node) => document.importNode(node, true)));
    printed.set(part, was);
    for (const details of part.querySelectorAll('details')) if (open.includes(nameOf(details))) details.open = true;
    for (const [form, at] of held) {
      const place = part.querySelector(`#${CSS.escape(form.id)}`);
      if (place) {
        place.replaceWith(form);
        form.closest('details')?.setAttribute('open', '');
      } else if (kept) {
        kept.append(form);
        kept.hidden = false;
      }
      if (at) putBack(at);
    }
    if (key) part.querySelector<HTMLElement>(key)?.focus({ preventScroll: true });
  }
}

function nameOf(details: HTMLDetailsElement): string {
  return details.id || details.querySelector('summary')?.textContent || '';
}

/** A way to find again what has the focus, if that is a button of a wish. */
function focusIn(part: HTMLElement): string | undefined {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLButtonElement) || !part.contains(focused)) return undefined;
  const form = focused.closest('form[data-wish]');
  if (!form) return undefined;
  const fields = [...form.querySelectorAll<HTMLInputElement>('input[type=hidden]')].filter((field) => field.value);
  const inside = fields
    .map((field) => `:has(input[name="${field.name}"][value="${CSS.escape(field.value)}"])`)
    .join('');
  return `form[data-wish]${inside} button`;
}
