// Everyone's pointer on the timeline, each with their own sign. A pointer is told and shown, and kept nowhere.

const EVERY_MS = 80;
/** A pointer that did not move for this long fades: its owner points no more. */
const STALE_MS = 6_000;

export class Pointers {
  #timeline: HTMLElement;
  #send: (at: number | null) => void;
  #name: (chair: string) => string;
  #shown = new Map<string, { mark: HTMLElement; timer: number }>();
  #last = 0;
  #waiting = 0;
  #next: number | null = null;
  #left = new AbortController();

  constructor(timeline: HTMLElement, send: (at: number | null) => void, name: (chair: string) => string) {
    this.#timeline = timeline;
    this.#send = send;
    this.#name = name;
    const { signal } = this.#left;
    timeline.addEventListener('pointermove', (event) => this.#moved(event), { signal });
    timeline.addEventListener('pointerleave', () => this.#point(null), { signal });
    // Whoever uses the keyboard points with what they are at: a mark that has the focus.
    timeline.addEventListener(
      'focusin',
      (event) => {
        const mark = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-moment]') : null;
        if (mark) this.#point(Number(mark.dataset.start));
      },
      { signal },
    );
    timeline.addEventListener('focusout', () => this.#point(null), { signal });
  }

  show(chair: string, at: number | null): void {
    const there = this.#shown.get(chair);
    if (there) clearTimeout(there.timer);
    if (at === null) {
      there?.mark.remove();
      this.#shown.delete(chair);
      return;
    }
    const mark = there?.mark ?? this.#mark(chair);
    mark.style.insetInlineStart = `${Math.min(1, Math.max(0, at / this.#duration)) * 100}%`;
    mark.dataset.at = String(at);
    const timer = window.setTimeout(() => this.show(chair, null), STALE_MS);
    this.#shown.set(chair, { mark, timer });
  }

  clear(): void {
    for (const chair of [...this.#shown.keys()]) this.show(chair, null);
  }

  end(): void {
    clearTimeout(this.#waiting);
    this.clear();
    this.#left.abort();
  }

  get #track(): HTMLElement | null {
    return this.#timeline.querySelector('.timeline__track');
  }

  get #duration(): number {
    return Number(this.#timeline.dataset.duration) || 1;
  }

  #mark(chair: string): HTMLElement {
    const mark = document.createElement('span');
    mark.className = 'pointer who';
    mark.dataset.perspective = chair;
    mark.title = this.#name(chair);
    const sign = document.createElement('span');
    sign.className = 'who__sign';
    mark.append(sign);
    // It moves all the time: for the ear it would only be noise.
    mark.setAttribute('aria-hidden', 'true');
    this.#track?.append(mark);
    return mark;
  }

  #moved(event: PointerEvent): void {
    const box = this.#track?.getBoundingClientRect();
    if (!box) return;
    const share = (event.clientX - box.left) / box.width;
    this.#point(Math.round(Math.min(1, Math.max(0, share)) * this.#duration));
  }

  #point(at: number | null): void {
    this.#next = at;
    if (this.#waiting) return;
    const wait = at === null ? 0 : Math.max(0, EVERY_MS - (performance.now() - this.#last));
    this.#waiting = window.setTimeout(() => {
      this.#waiting = 0;
      this.#last = performance.now();
      this.#send(this.#next);
    }, wait);
  }
}
