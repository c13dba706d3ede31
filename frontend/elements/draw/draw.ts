// <mz-draw>: a field to draw on with a finger, a pen or a mouse. What is drawn is a path, kept in a hidden field.
//
// Hidden until this script runs: without it one writes. A field may lie upside down; places are read through it.

const WIDE = 1_000;
const HIGH = 600;
/** Points closer together than this, in units of the field, say nothing new. */
const NEAR = 6;
/** What the server takes at most, with room to spare. */
const MOST = 22_000;

export class MzDraw extends HTMLElement {
  #strokes: string[] = [];
  #last: { x: number; y: number } | undefined;
  #left: AbortController | undefined;

  connectedCallback(): void {
    const field = this.querySelector<SVGSVGElement>('.draw__field');
    const kept = this.querySelector('input')?.value ?? '';
    if (!field) return;
    this.#strokes = kept
      .split(/(?=M )/)
      .map((stroke) => stroke.trim())
      .filter(Boolean);
    this.#left = new AbortController();
    const { signal } = this.#left;
    field.addEventListener('pointerdown', (event) => this.#begin(field, event), { signal });
    field.addEventListener('pointermove', (event) => this.#go(field, event), { signal });
    for (const end of ['pointerup', 'pointercancel'] as const)
      field.addEventListener(end, () => (this.#last = undefined), { signal });
    this.addEventListener('click', (event) => this.#do((event.target as Element).closest<HTMLElement>('[data-do]')), {
      signal,
    });
    this.hidden = false;
  }

  disconnectedCallback(): void {
    this.#left?.abort();
  }

  #place(field: SVGSVGElement, event: PointerEvent): { x: number; y: number } {
    const matrix = field.getScreenCTM();
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix?.inverse());
    const within = (value: number, most: number) => Math.round(Math.min(most, Math.max(0, value)));
    return { x: within(at.x, WIDE), y: within(at.y, HIGH) };
  }

  #begin(field: SVGSVGElement, event: PointerEvent): void {
    if (this.#path().length > MOST) return;
    event.preventDefault();
    field.setPointerCapture(event.pointerId);
    const { x, y } = this.#place(field, event);
    this.#last = { x, y };
    // A touch without a move is a dot.
    this.#strokes.push(`M ${x} ${y} L ${x} ${y}`);
    this.#show();
  }

  #go(field: SVGSVGElement, event: PointerEvent): void {
    if (!this.#last || this.#path().length > MOST) return;
    const { x, y } = this.#place(field, event);
    if (Math.hypot(x - this.#last.x, y - this.#last.y) < NEAR) return;
    this.#last = { x, y };
    this.#strokes.push(`${this.#strokes.pop() ?? ''} L ${x} ${y}`);
    this.#show();
  }

  #do(button: HTMLElement | null): void {
    if (button?.dataset.do === 'undo') this.#strokes.pop();
    else if (button?.dataset.do === 'clear') this.#strokes = [];
    else return;
    this.#show();
  }

  #path(): string {
    return this.#strokes.join(' ');
  }

  #show(): void {
    this.querySelector('path')?.setAttribute('d', this.#path());
    const input = this.querySelector('input');
    if (input) input.value = this.#path();
  }
}

if (!customElements.get('mz-draw')) customElements.define('mz-draw', MzDraw);
