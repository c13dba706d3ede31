// The real tus client, as somebody who is signed in.
import * as tus from 'tus-js-client';

/** Waits, as tests do between two looks at something. */
export const later = (ms) => new Promise((done) => setTimeout(done, ms));

/** Headers that carry somebody's session. */
export function session(visitor) {
  return {
    Cookie: [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    Accept: 'application/json',
  };
}

/**
 * Uploads bytes (or the rest of them, when `url` is given) and gives the client's own upload.
 * `onUpload` gets it before it starts, to abort it or to look at it.
 */
export function upload(visitor, conversation, bytes, { url, metadata, onUpload, onProgress, ...options } = {}) {
  return new Promise((done, fail) => {
    const one = new tus.Upload(bytes, {
      endpoint: `${visitor.address}/tus/${conversation}`,
      uploadUrl: url ?? null,
      headers: session(visitor),
      metadata: metadata ?? { filename: 'gesprek Roos.mp4', filetype: 'video/mp4' },
      retryDelays: null,
      onProgress,
      onError: (error) => fail(Object.assign(error, { upload: one })),
      onSuccess: () => done(one),
      ...options,
    });
    onUpload?.(one);
    one.start();
  });
}

/** One request of the protocol by hand, for what no client would send. */
export function ask(visitor, method, path, headers = {}, body) {
  return visitor.send(method, path, {
    headers: { 'tus-resumable': '1.0.0', accept: 'application/json', ...headers },
    body,
  });
}

/** Waits until the recording of a conversation is in one of these states, and gives what the page would get. */
export async function untilState(visitor, conversation, states, patience = 120_000) {
  const began = Date.now();
  for (;;) {
    const { status, text } = await visitor.send('GET', `/conversations/${conversation}/recording/state`, {
      headers: { accept: 'application/json' },
    });
    const standing = status === 200 ? JSON.parse(text) : { state: `status ${status}`, text };
    if (states.includes(standing.state)) return standing;
    if (Date.now() - began > patience) throw new Error(`still ${JSON.stringify(standing)}`);
    await later(200);
  }
}
