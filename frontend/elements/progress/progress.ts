// <mz-progress data-address>: how far the work at a recording is, asked now and then.
//
// The address gives `{state, progress, said}`. When the state becomes another one, the page is made anew.

import { Asking } from '../shared/asking';
import { show } from '../shared/words';

interface Standing {
  state: string;
  progress: number;
  said: string;
}

export class MzProgress extends Asking<Standing> {
  protected readonly every = 1_000;

  protected hear(standing: Standing): void {
    if (standing.state !== 'whole') return location.reload();
    const bar = this.querySelector('progress');
    if (bar) bar.value = standing.progress;
    show(this, 'said', standing.said);
  }
}

if (!customElements.get('mz-progress')) customElements.define('mz-progress', MzProgress);
