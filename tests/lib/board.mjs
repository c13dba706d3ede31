// Writing on the learning board over plain HTTP.
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from './deeds.mjs';

/** The word that belongs to a form for a new piece. */
export async function freshForm(visitor) {
  const { text } = expect(await visitor.get('/board/new'), 'the form of a piece', 200);
  return text.match(/name="word" value="([A-Z0-9-]{19})"/)[1];
}

/** Sends the form of a new piece, and gives the answer with the word that belonged to it. */
export async function writePiece(visitor, form) {
  const word = await freshForm(visitor);
  const answer = await visitor.post('/board/new', { piece: 'lesson', question: 'auth', named: 'yes', word, ...form });
  return { answer, word };
}

/** The ids of the pieces on a board, by their text. */
export async function piecesOn(visitor, path = '/board') {
  const { text } = expect(await visitor.get(path), path, 200);
  const notes = text.split('<li class="card board__note"').slice(1);
  return notes.map((note) => ({
    id: note.match(/id="piece-([0-9a-f-]{36})"/)[1],
    text: note.match(/board__text as-typed">([^<]*)</)?.[1] ?? null,
    line: note.match(/board__line">([^<]*)</)[1],
    recognised: note.match(/<\/svg>(\d+)[^<]*<\/p>/)?.[1] ?? '0',
  }));
}

/** Starts the house again with turns so short that what waits without a name comes on the board, and waits for a text. */
export async function turnOver(house, visitor, text) {
  await house.stop();
  // The turn of a test; that of a released program is a week, and cannot be told otherwise.
  house.env = { ...house.env, MEERZIEN_TEST_BOARD_TURN: '1' };
  await house.start();
  for (let n = 0; n < 100; n += 1) {
    if ((await piecesOn(visitor)).some((piece) => piece.text === text)) return;
    await pause(300);
  }
  throw new Error(`never came on the board: ${text}`);
}

/** Hangs a piece with the writer's name on the board, and gives its id. */
export async function hangPiece(visitor, form) {
  expect((await writePiece(visitor, form)).answer, 'a piece', 303);
  return (await piecesOn(visitor)).find(({ text }) => text === form.text).id;
}

/** Answers a piece, and gives the answer's id. */
export async function reactTo(visitor, piece, text) {
  const answer = expect(await visitor.get(`/board/${piece}`), 'a piece', 200).text.match(
    /name="answer" value="([^"]+)"/,
  )[1];
  expect(await visitor.post(`/board/${piece}/react`, { answer, text }), 'an answer', 303);
  return answer;
}
