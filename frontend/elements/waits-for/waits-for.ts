// <mz-waits-for data-address>: waits until a card lies open, and then makes the page anew.
//
// The address gives `{turned, open}`. Without this script one loads the page again oneself.

import { Asking } from '../shared/asking';

export class MzWaitsFor extends Asking<{ turned: boolean; open: boolean }> {
  protected readonly every = 1_500;

  protected hear(standing: { turned: boolean; open: boolean }): void {
    if (standing.open || !standing.turned) location.reload();
  }
}

if (!customElements.get('mz-waits-for')) customElements.define('mz-waits-for', MzWaitsFor);
