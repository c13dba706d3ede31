// <mz-upload>: brings one file, resumably, by the tus protocol.
//
//   data-endpoint where an upload begins; data-done the page to go to when all is in; data-max the most bytes
//   data-begun, data-begun-name, data-begun-length   the beginning of a file that the server has already
//   data-say-…    sentences (see file.html of the room); data-part choose | going | trouble
//   data-do       pause | resume | cancel; data-show name | sent | left | said | trouble

import { Upload, type DetailedError } from 'tus-js-client';
import { about, appear, megabytes, say, sentence, show } from '../shared/words';
import { Memory, fingerprint } from './memory';

/** How long it waits for a connection before it tries again by itself. */
const AGAIN = 5_000;

export class MzUpload extends HTMLElement {
  #upload: Upload | undefined;
  #samples: Array<{ at: number; sent: number }> = [];
  #waiting: number | undefined;
  #left: AbortController | undefined;

  connectedCallback(): void {
    this.#left = new AbortController();
    const { signal } = this.#left;
    const field = this.querySelector<HTMLInputElement>('input[type=file]');
    field?.addEventListener('change', () => void this.#chosen(field.files?.[0]), { signal });
    const ground = this.querySelector<HTMLElement>('.drop');
    for (const type of ['dragenter', 'dragover'] as const) {
      ground?.addEventListener(
        type,
        (event) => {
          event.preventDefault();
          ground.toggleAttribute('data-over', true);
        },
        { signal },
      );
    }
    ground?.addEventListener('dragleave', () => ground.removeAttribute('data-over'), { signal });
    ground?.addEventListener(
      'drop',
      (event) => {
        event.preventDefault();
        ground.removeAttribute('data-over');
        void this.#chosen(event.dataTransfer?.files[0]);
      },
      { signal },
    );
    this.addEventListener('click', (event) => this.#clicked(event), { signal });
    window.addEventListener('online', () => this.#go(), { signal });
    // Someone may have been faster than this script.
    if (field?.files?.length) void this.#chosen(field.files[0]);
  }

  disconnectedCallback(): void {
    this.#left?.abort();
    window.clearTimeout(this.#waiting);
    void this.#upload?.abort();
  }

  async #chosen(file: File | undefined): Promise<void> {
    this.#trouble('');
    if (!file) return;
    if (file.size === 0) return this.#trouble(say(this, 'empty'));
    if (file.size > Number(this.dataset.max ?? Infinity)) return this.#trouble(say(this, 'large'));
    const endpoint = new URL(this.dataset.endpoint ?? '', location.href).href;
    const upload = new Upload(file, {
      endpoint,
      metadata: { filename: file.name, filetype: file.type },
      headers: { Accept: 'application/json' },
      urlStorage: new Memory(),
      fingerprint: (chosen) => fingerprint(chosen as File, endpoint),
      removeFingerprintOnSuccess: true,
      retryDelays: [0, 1000, 3000],
      onShouldRetry: (error) => this.#mayPass(error),
      onProgress: (sent, all) => this.#progress(sent, all),
      onSuccess: () => this.#whole(),
      onError: (error) => this.#failed(error as DetailedError),
    });
    const begun = this.dataset.begun ? new URL(this.dataset.begun, location.href).href : undefined;
    const known = (await upload.findPreviousUploads()).find((one) => !begun || one.uploadUrl === begun);
    const same = file.name === this.dataset.begunName && file.size === Number(this.dataset.begunLength);
    if (known) upload.resumeFromPreviousUpload(known);
    else if (begun && same)
      upload.resumeFromPreviousUpload({
        uploadUrl: begun,
        size: file.size,
        metadata: {},
        creationTime: '',
        urlStorageKey: '',
        parallelUploadUrls: null,
      });
    else if (begun) return this.#trouble(say(this, 'other'));
    this.#upload = upload;
    show(this, 'name', file.name);
    appear(this, 'choose', false);
    appear(this, 'going', true);
    this.#progress(0, file.size);
    this.#start();
  }

  #start(): void {
    window.clearTimeout(this.#waiting);
    this.#samples = [];
    appear(this, 'pause', true);
    appear(this, 'resume', false);
    this.#upload?.start();
  }

  /** Takes up what waits for a connection. */
  #go(): void {
    if (this.#waiting !== undefined) this.#start();
    this.#waiting = undefined;
  }

  #clicked(event: Event): void {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('button[data-do]') : null;
    if (button?.dataset.do === 'pause') {
      window.clearTimeout(this.#waiting);
      this.#waiting = undefined;
      void this.#upload?.abort();
      appear(this, 'pause', false);
      appear(this, 'resume', true);
      show(this, 'left', '');
      show(this, 'said', say(this, 'paused'));
      this.querySelector<HTMLElement>('[data-do=resume]')?.focus();
    }
    if (button?.dataset.do === 'resume') {
      show(this, 'said', '');
      this.#start();
      this.querySelector<HTMLElement>('[data-do=pause]')?.focus();
    }
    if (button?.dataset.do === 'cancel') void this.#cancel();
  }

  async #cancel(): Promise<void> {
    try {
      await this.#upload?.abort(true);
      location.assign(this.dataset.done ?? '');
    } catch (error) {
      this.#failed(error as DetailedError);
    }
  }

  #progress(sent: number, all: number): void {
    const now = performance.now();
    this.#samples.push({ at: now, sent });
    // The speed of the last fifteen seconds says most about what is coming.
    this.#samples = this.#samples.filter((one) => now - one.at < 15_000);
    const first = this.#samples[0];
    const bar = this.querySelector('progress');
    if (bar) bar.value = all > 0 ? (100 * sent) / all : 0;
    show(this, 'sent', say(this, 'sent', { sent: megabytes(sent), all: megabytes(all) }));
    if (sent > 0) show(this, 'said', '');
    if (first && now - first.at > 2_000 && sent > first.sent) {
      const ms = ((all - sent) * (now - first.at)) / (sent - first.sent);
      show(this, 'left', say(this, 'left', { time: about(ms) }));
    }
  }

  /** Whether trying again by itself can help: the line broke, or the server was busy with the same upload. */
  #mayPass(error: DetailedError): boolean {
    const status = error.originalResponse?.getStatus() ?? 0;
    const patching = error.originalRequest?.getMethod() === 'PATCH';
    const passing = status === 0 || (status >= 500 && status !== 507) || status === 423 || (status === 409 && patching);
    if (passing) this.#offline();
    return passing;
  }

  #offline(): void {
    show(this, 'left', '');
    show(this, 'said', say(this, 'offline'));
  }

  #failed(error: DetailedError): void {
    if (this.#mayPass(error)) {
      this.#waiting = window.setTimeout(() => this.#go(), AGAIN);
      return;
    }
    appear(this, 'going', false);
    show(this, 'said', '');
    this.#trouble(sentence(error.originalResponse?.getBody() ?? '') ?? say(this, 'failed'));
    // A file that was refused makes room for another one.
    if (!this.dataset.begun) appear(this, 'choose', true);
  }

  #whole(): void {
    show(this, 'left', '');
    show(this, 'said', say(this, 'whole'));
    location.assign(this.dataset.done ?? '');
  }

  #trouble(text: string): void {
    show(this, 'trouble', text);
    appear(this, 'trouble', text !== '');
  }
}

if (!customElements.get('mz-upload')) customElements.define('mz-upload', MzUpload);
