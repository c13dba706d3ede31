// Keys that work wherever the focus is, but never while someone types, and never when they were switched off
// (WCAG 2.1.4: a shortcut of one character must be possible to switch off).

const STORE = 'mz-letter-keys';

/** Whether keys of one character work. A choice about the keyboard, not about a person: it may be remembered. */
export function letterKeysOn(): boolean {
  try {
    return localStorage.getItem(STORE) !== 'off';
  } catch {
    return true;
  }
}

/** Switches the keys of one character on or off, here and on later pages of this device. */
export function setLetterKeys(on: boolean): void {
  try {
    if (on) localStorage.removeItem(STORE);
    else localStorage.setItem(STORE, 'off');
  } catch {
    // Without storage the choice holds for this page only.
  }
}

const TYPING =
  'textarea, select, [contenteditable], input:not([type=radio], [type=checkbox], [type=range], [type=button])';
const OWN_USE = 'button, a[href], input, summary, [role=slider], [role=button], label';

/** The one-character key that was pressed in lower case, or nothing when the press is meant for something else. */
export function pressed(event: KeyboardEvent): string | undefined {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return undefined;
  const target = event.target instanceof Element ? event.target : undefined;
  if (target?.closest(TYPING) || target?.closest('dialog')) return undefined;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  // Space belongs to the button or choice that has the focus, and arrows to choices.
  if (key === ' ' && target?.closest(OWN_USE)) return undefined;
  if (key.startsWith('Arrow') && target?.closest('input')) return undefined;
  if (key.length === 1 && key !== ' ' && !letterKeysOn()) return undefined;
  return key;
}
