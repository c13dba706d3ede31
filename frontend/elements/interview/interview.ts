// <mz-interview>: the coach's desk. The client says stop, the player stops, and a note opens at that place.
//
//   data-notes   where notes are put, one by one; data-player the id of the player; data-theirs a sentence with {text}
//   data-timeline how often the places in the recording moved, sent along with every note
//   data-part    notes, note (a template), none, state; inside a note: clip, no
//   data-do      stop-here | write (with data-topic) | remove
// Every change is sent at once; what waits is kept in memory only. While sound is recorded, a note also keeps where it
// is in that sound.

import { newId } from '../look/kept';
import { Sender, type No, type Standing } from '../look/sender';
import type { MzRecorder } from '../recorder/recorder';
import { clock, fill } from '../shared/time';
import { STATE, wish, type PlayerState } from '../shared/wish';

/** How long typing rests before it is sent. */
const REST = 500;

export class MzInterview extends HTMLElement {
  #left: AbortController | undefined;
  #played = false;
  #rest = new Map<string, number>();
  #sender = new Sender(
    (standing) => this.#stands(standing),
    (address, no) => this.#refused(address, no),
  );

  connectedCallback(): void {
    this.#left = new AbortController();
    const { signal } = this.#left;
    if (!this.#part('state')) return;
    this.addEventListener('click', (event) => this.#clicked(event), { signal });
    this.addEventListener('input', (event) => this.#typed(event), { signal });
    this.addEventListener('change', (event) => this.#changed(event), { signal });
    this.addEventListener('submit', (event) => this.#submitted(event), { signal });
    this.#player?.addEventListener(STATE, (event) => this.#follow(event.detail), { signal });
    window.addEventListener('pagehide', () => this.#sendAll(), { signal });
    window.addEventListener(
      'beforeunload',
      (event) => {
        this.#sendAll();
        const standing = this.#part('state')?.dataset.standing ?? '';
        if (this.#sender.waiting && ['offline', 'code'].includes(standing)) event.preventDefault();
      },
      { signal },
    );
    for (const note of this.#notes()) this.#sender.knows(this.#address(note), this.#version(note));
    for (const button of this.querySelectorAll<HTMLElement>('[data-do=stop-here], [data-do=write]'))
      button.hidden = false;
    this.setAttribute('ready', '');
  }

  disconnectedCallback(): void {
    this.#left?.abort();
  }

  get #player(): HTMLElement | null {
    return document.getElementById(this.dataset.player ?? '');
  }

  #part<T extends HTMLElement = HTMLElement>(name: string): T | null {
    return this.querySelector<T>(`[data-part=${name}]`);
  }

  #notes(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[data-part=notes] > [data-note]')];
  }

  #address(note: HTMLElement): string {
    return `${this.dataset.notes ?? ''}${note.dataset.note ?? ''}`;
  }

  #version(note: HTMLElement): number | null {
    const version = Number(note.dataset.version);
    return version > 0 ? version : null;
  }

  #follow(state: PlayerState): void {
    if (!state.paused) this.#played = true;
  }

  /** Where the recording is now: what the player tells comes a little later than someone says stop. */
  get #time(): number {
    return (this.#player?.querySelector<HTMLMediaElement>('video, audio')?.currentTime ?? 0) * 1000;
  }

  #clicked(event: Event): void {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('button[data-do]') : null;
    if (!button || !this.contains(button)) return;
    switch (button.dataset.do) {
      case 'stop-here':
        this.#pause();
        return this.#write('moment', this.#time);
      case 'write':
        this.#pause();
        // A part of the guide may be about the whole conversation: then there is no place.
        return this.#write(button.dataset.topic ?? 'moment', this.#played ? this.#time : undefined);
      case 'remove': {
        event.preventDefault();
        const note = button.closest<HTMLElement>('[data-note]');
        if (note) this.#remove(note);
      }
    }
  }

  #pause(): void {
    const from = this.#player?.querySelector('button') ?? this.#player;
    if (from) wish(from, { do: 'pause' });
  }

  #write(topic: string, at: number | undefined): void {
    const template = this.#part<HTMLTemplateElement>('note');
    const list = this.#part('notes');
    const note = template?.content.querySelector<HTMLElement>('[data-note]')?.cloneNode(true);
    if (!list || !(note instanceof HTMLElement)) return;
    const id = newId();
    note.dataset.note = id;
    note.dataset.version = '0';
    const recorder = document.querySelector<MzRecorder>('mz-recorder');
    const running = recorder?.running;
    note.dataset.sound = running?.id ?? '';
    note.dataset.soundAt = String(running?.at ?? 0);
    this.#field(note, 'topic').value = topic;
    this.#field(note, 'at').value = at === undefined ? '' : clock(at);
    this.#clip(note);
    this.#sender.knows(this.#address(note), null);
    list.append(note);
    const none = this.#part('none');
    if (none) none.hidden = true;
    note.scrollIntoView({ block: 'nearest' });
    this.#field(note, 'text').focus();
    this.#send(note);
  }

  #remove(note: HTMLElement): void {
    clearTimeout(this.#rest.get(note.dataset.note ?? ''));
    const next = (note.nextElementSibling ?? note.previousElementSibling)?.querySelector<HTMLElement>('textarea');
    this.#sender.send(this.#address(note), null);
    note.remove();
    const none = this.#part('none');
    if (none) none.hidden = this.#notes().length > 0;
    (next ?? this.querySelector<HTMLElement>('[data-do=stop-here]'))?.focus();
  }

  #field(note: HTMLElement, name: string): HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement {
    return note.querySelector(`[name=${name}]`) as HTMLInputElement;
  }

  #note(event: Event): HTMLElement | null {
    const note = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-note]') : null;
    return note && this.contains(note) ? note : null;
  }

  #typed(event: Event): void {
    const note = this.#note(event);
    if (!note) return;
    const id = note.dataset.note ?? '';
    // What is typed and not yet sent is not saved, and says so.
    if (this.#part('state')?.dataset.standing === 'saved') this.#stands('saving');
    clearTimeout(this.#rest.get(id));
    this.#rest.set(
      id,
      window.setTimeout(() => this.#send(note), REST),
    );
  }

  #changed(event: Event): void {
    const note = this.#note(event);
    if (!note) return;
    this.#clip(note);
    this.#send(note);
  }

  #submitted(event: Event): void {
    const note = this.#note(event);
    if (!note) return;
    event.preventDefault();
    this.#send(note);
  }

  #sendAll(): void {
    for (const note of this.#notes()) if (this.#rest.has(note.dataset.note ?? '')) this.#send(note);
  }

  #send(note: HTMLElement): void {
    const id = note.dataset.note ?? '';
    clearTimeout(this.#rest.get(id));
    this.#rest.delete(id);
    const value = (name: string) => this.#field(note, name).value;
    this.#sender.send(this.#address(note), {
      topic: value('topic'),
      at: value('at'),
      sound: note.dataset.sound ?? '',
      sound_at: Math.round(Number(note.dataset.soundAt ?? 0)),
      text: value('text'),
      thought: value('thought'),
      timeline: Number(this.dataset.timeline ?? 0),
    });
  }

  /** The button that plays the place of a note. */
  #clip(note: HTMLElement): void {
    const clip = note.querySelector<HTMLElement>('[data-part=clip]');
    if (!clip) return;
    const at = position(this.#field(note, 'at').value);
    clip.hidden = at === undefined;
    clip.dataset.from = String(Math.max(0, (at ?? 0) - 4000));
    clip.dataset.to = String((at ?? 0) + 4000);
  }

  #refused(address: string, no: No): void {
    const note = this.#notes().find((one) => this.#address(one) === address);
    const place = note?.querySelector<HTMLElement>('[data-part=no]');
    if (!place) return;
    const theirs = no.theirs?.text;
    const said = typeof theirs === 'string' ? ` ${fill(this.dataset.theirs ?? '', { text: theirs })}` : '';
    place.textContent = `${no.sentence}${said}`;
    place.hidden = false;
  }

  #stands(standing: Standing): void {
    const state = this.#part('state');
    if (!state) return;
    state.dataset.standing = standing;
    for (const one of state.querySelectorAll<HTMLElement>('[data-when]')) one.hidden = one.dataset.when !== standing;
  }
}

/** Reads `12:04` as people write it, in milliseconds. */
function position(text: string): number | undefined {
  const parts = text.trim().split(':').map(Number);
  if (text.trim() === '' || parts.some((part) => !Number.isInteger(part) || part < 0)) return undefined;
  return parts.reduce((sum, part) => sum * 60 + part, 0) * 1000;
}

if (!customElements.get('mz-interview')) customElements.define('mz-interview', MzInterview);
