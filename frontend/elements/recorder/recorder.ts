// <mz-recorder>: camera and microphone into one recording, sent while it is made.
//
//   data-sound-only records sound, and asks for the microphone only when someone begins
//   data-endpoint where an upload begins; data-done the page to go to after stopping; data-say-… sentences
//   data-part     preview, sound-only, sign, sign-on, sign-paused, level, before, devices, cameras, microphones, ask, trouble
//   data-do       start | pause | resume | stop | stop-yes | stop-no; data-show time | safe | said | trouble
// The attribute `state` is `off`, `ready`, `recording`, `paused`, `ending` or `over`, for styles and tests.

import { appear, say, show } from '../shared/words';
import { form, list, open, type Choice } from './devices';
import { Level } from './level';
import { Sender, refusal } from './sender';

type State = 'off' | 'ready' | 'recording' | 'paused' | 'ending' | 'over';

/** How often the recorder hands over what it made: so much is lost at most when a machine dies. */
const SLICE = 1_000;

export class MzRecorder extends HTMLElement {
  #state: State = 'off';
  #stream: MediaStream | undefined;
  #recorder: MediaRecorder | undefined;
  #sender: Sender | undefined;
  #level = new Level();
  #awake: WakeLockSentinel | undefined;
  #left: AbortController | undefined;
  /** Milliseconds recorded before the last pause, and since when it runs again. */
  #before = 0;
  #since: number | undefined;
  #clock: number | undefined;
  /** Pieces are read one after the other, so that they stay in order. */
  #reading: Promise<void> = Promise.resolve();

  connectedCallback(): void {
    this.#left = new AbortController();
    const { signal } = this.#left;
    this.addEventListener('click', (event) => this.#clicked(event), { signal });
    this.addEventListener('change', () => void this.#prepare(this.#chosen()), { signal });
    this.#part<HTMLDialogElement>('ask')?.addEventListener('cancel', () => show(this, 'said', ''), { signal });
    window.addEventListener('beforeunload', (event) => this.#leaving(event), { signal });
    document.addEventListener('visibilitychange', () => void this.#stayAwake(), { signal });
    navigator.mediaDevices?.addEventListener('devicechange', () => void this.#devicesChanged(), { signal });
    // Where sound is a choice, the microphone is asked for when someone makes that choice.
    if (this.#soundOnly) this.#become('ready');
    else void this.#prepare({ camera: undefined, microphone: undefined });
  }

  get #soundOnly(): boolean {
    return this.hasAttribute('data-sound-only');
  }

  /** The recording that runs now, and how far it is, in milliseconds; nothing when none does. */
  get running(): { id: string; at: number } | undefined {
    const id = this.#sender?.id;
    return id && this.#state === 'recording' ? { id, at: Math.round(this.#recorded()) } : undefined;
  }

  disconnectedCallback(): void {
    this.#left?.abort();
    window.clearInterval(this.#clock);
    this.#level.stop();
    this.#letGo();
  }

  #part<T extends HTMLElement>(name: string): T | null {
    return this.querySelector<T>(`[data-part=${name}]`);
  }

  #chosen(): Choice {
    return {
      camera: this.#part<HTMLSelectElement>('cameras')?.value ?? '',
      microphone: this.#part<HTMLSelectElement>('microphones')?.value || undefined,
    };
  }

  /** Shows picture and sound of the chosen devices, before anything is recorded. */
  async #prepare(choice: Choice): Promise<void> {
    if (this.#state !== 'off' && this.#state !== 'ready') return;
    this.#letGo();
    this.#trouble('');
    try {
      if (!navigator.mediaDevices) throw new DOMException('', 'NotAllowedError');
      this.#stream = await open(choice);
    } catch (error) {
      this.#become('off');
      const none = error instanceof DOMException && error.name === 'NotFoundError';
      return this.#trouble(say(this, none ? 'no-device' : 'camera'));
    }
    const preview = this.#part<HTMLVideoElement>('preview');
    const seen = this.#stream.getVideoTracks().length > 0;
    if (preview) {
      // Muted, or the room would hear itself.
      preview.muted = true;
      preview.srcObject = this.#stream;
      preview.hidden = !seen;
      if (seen) preview.play().catch(() => undefined);
    }
    appear(this, 'sound-only', !seen);
    const meter = this.#part<HTMLMeterElement>('level');
    if (meter instanceof HTMLMeterElement) this.#level.follow(this.#stream, meter);
    await this.#fillLists();
    this.#become('ready');
  }

  async #fillLists(): Promise<void> {
    const [cameras, microphones] = [this.#part('cameras'), this.#part('microphones')];
    if (this.#stream && cameras instanceof HTMLSelectElement && microphones instanceof HTMLSelectElement)
      await list(this.#stream, cameras, microphones);
  }

  async #devicesChanged(): Promise<void> {
    if (this.#soundOnly) return;
    if (this.#state === 'off') return this.#prepare({ camera: undefined, microphone: undefined });
    if (this.#state === 'ready') await this.#fillLists();
  }

  #letGo(): void {
    for (const track of this.#stream?.getTracks() ?? []) track.stop();
    this.#stream = undefined;
  }

  #clicked(event: Event): void {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('button[data-do]') : null;
    const ask = this.#part<HTMLDialogElement>('ask');
    switch (button?.dataset.do) {
      case 'start':
        return void this.#start();
      case 'pause':
        return this.#pause();
      case 'resume':
        return this.#resume();
      case 'stop':
        // It goes on recording while it asks: nothing is missed when the answer is no.
        return ask?.showModal();
      case 'stop-no':
        return ask?.close();
      case 'stop-yes':
        ask?.close();
        return this.#stop();
    }
  }

  async #start(): Promise<void> {
    if (this.#soundOnly && !this.#stream) await this.#prepare({ camera: '', microphone: undefined });
    // It can be tried again once the microphone is there.
    if (this.#soundOnly && !this.#stream) return this.#become('ready');
    if (!this.#stream || this.#state !== 'ready') return;
    this.#trouble('');
    this.#become('ending');
    const type = form(this.#stream.getVideoTracks().length > 0);
    const sender = new Sender({
      safe: (ms) => show(this, 'safe', say(this, 'safe', { time: long(ms) })),
      online: (yes) => show(this, 'said', say(this, yes ? 'online' : 'offline')),
      refused: (sentence) => this.#refused(sentence),
    });
    try {
      // Asked first: what may not be recorded is not recorded, not even for a second.
      await sender.begin(this.dataset.endpoint ?? '', type);
    } catch (error) {
      this.#become('ready');
      return this.#trouble(refusal(error) ?? say(this, 'failed'));
    }
    this.#sender = sender;
    const recorder = new MediaRecorder(this.#stream, {
      ...(type ? { mimeType: type } : {}),
      videoBitsPerSecond: 1_500_000,
      audioBitsPerSecond: 96_000,
    });
    this.#recorder = recorder;
    recorder.addEventListener('dataavailable', (event) => this.#piece(event.data));
    recorder.addEventListener('stop', () => this.#stopped());
    recorder.addEventListener('error', () => this.#lost());
    for (const track of this.#stream.getTracks()) track.addEventListener('ended', () => this.#lost());
    recorder.start(SLICE);
    this.#since = performance.now();
    this.#clock = window.setInterval(() => show(this, 'time', long(this.#recorded())), 250);
    this.#become('recording');
    show(this, 'said', say(this, 'started'));
    if (!this.#soundOnly) this.querySelector<HTMLElement>('[data-do=pause]')?.focus({ preventScroll: true });
    // The picture on top, the bar at the bottom: on a phone the rest of the page is in the way.
    if (!this.#soundOnly) this.scrollIntoView({ block: 'start' });
    void this.#stayAwake();
    if (await sender.run()) this.#over();
  }

  /** Read into memory at once: a browser may keep a blob on its disk. */
  #piece(blob: Blob): void {
    const until = this.#recorded();
    this.#reading = this.#reading.then(async () => {
      this.#sender?.push(new Uint8Array(await blob.arrayBuffer()), until);
    });
  }

  #recorded(): number {
    return this.#before + (this.#since === undefined ? 0 : performance.now() - this.#since);
  }

  #hold(): void {
    this.#before = this.#recorded();
    this.#since = undefined;
  }

  #pause(): void {
    if (this.#state !== 'recording') return;
    this.#recorder?.requestData();
    this.#recorder?.pause();
    this.#hold();
    this.#become('paused');
    show(this, 'said', say(this, 'paused'));
    this.querySelector<HTMLElement>('[data-do=resume]')?.focus();
  }

  #resume(): void {
    if (this.#state !== 'paused') return;
    this.#recorder?.resume();
    this.#since = performance.now();
    this.#become('recording');
    show(this, 'said', say(this, 'started'));
    this.querySelector<HTMLElement>('[data-do=pause]')?.focus();
  }

  #stop(): void {
    if (this.#state !== 'recording' && this.#state !== 'paused') return;
    this.#hold();
    this.#become('ending');
    show(this, 'said', say(this, 'last'));
    if (this.#recorder?.state !== 'inactive') this.#recorder?.stop();
    else this.#stopped();
  }

  /** A device came loose: what there is, is kept as the whole recording. */
  #lost(): void {
    if (this.#state !== 'recording' && this.#state !== 'paused') return;
    this.#trouble(say(this, 'lost'));
    this.#part<HTMLDialogElement>('ask')?.close();
    this.#stop();
  }

  #stopped(): void {
    void this.#reading.then(() => this.#sender?.close());
    this.#level.stop();
    this.#letGo();
  }

  #refused(sentence: string | undefined): void {
    this.#hold();
    this.#become('over');
    if (this.#recorder?.state !== 'inactive') this.#recorder?.stop();
    this.#letGo();
    show(this, 'said', '');
    this.#trouble(sentence ?? say(this, 'failed'));
  }

  #over(): void {
    this.#become('over');
    location.assign(this.dataset.done ?? '');
  }

  #leaving(event: Event): void {
    const busy = ['recording', 'paused', 'ending'].includes(this.#state);
    if (busy && this.#recorder) event.preventDefault();
  }

  /** A tablet that falls asleep stops recording. */
  async #stayAwake(): Promise<void> {
    if (document.hidden || this.#state !== 'recording' || !('wakeLock' in navigator)) return;
    try {
      if (!this.#awake || this.#awake.released) this.#awake = await navigator.wakeLock.request('screen');
    } catch {
      // A device that will not stay awake says so itself by falling asleep; the recording is kept until there.
    }
  }

  #become(state: State): void {
    this.#state = state;
    this.setAttribute('state', state);
    const begun = state !== 'off' && state !== 'ready';
    const running = state === 'recording' || state === 'paused';
    const start = this.querySelector<HTMLButtonElement>('[data-do=start]');
    if (start) start.disabled = state !== 'ready';
    appear(this, 'start', !begun);
    appear(this, 'before', !begun);
    appear(this, 'devices', !begun);
    appear(this, 'pause', state === 'recording');
    appear(this, 'resume', state === 'paused');
    appear(this, 'stop', running);
    appear(this, 'sign', running);
    if (this.#soundOnly) this.#showTime(running);
    appear(this, 'sign-on', state === 'recording');
    appear(this, 'sign-paused', state === 'paused');
    if (!running) void this.#awake?.release().catch(() => undefined);
  }

  #showTime(there: boolean): void {
    const time = this.querySelector<HTMLElement>('[data-show=time]');
    if (time) time.hidden = !there;
  }

  #trouble(text: string): void {
    show(this, 'trouble', text);
    appear(this, 'trouble', text !== '');
  }
}

/** `00:12:31`: a clock that does not jump when an hour begins. */
function long(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return [seconds / 3600, (seconds / 60) % 60, seconds % 60]
    .map((part) => String(Math.floor(part)).padStart(2, '0'))
    .join(':');
}

if (!customElements.get('mz-recorder')) customElements.define('mz-recorder', MzRecorder);
