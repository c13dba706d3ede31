// Checks, from the outside, that the media say what the ground truth says: decodes each file and compares its sound
// with the stretches of speech in truth/, and its length, picture and moments with cases.json.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from './lib/parse.mjs';

const RATE = 16_000;
const FRAME = 20;
/** Edges are blurred by the reverberation of the room and by the codec. */
const EDGE = 80;
/** Part of the frames, away from edges, that must agree. */
const LEAST = 0.985;

const read = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const failures = [];
const check = (right, what) => {
  if (!right) failures.push(what);
};

/** Loudness per 20 ms of the decoded sound. */
function loudness(path) {
  const raw = execFileSync(
    'ffmpeg',
    ['-v', 'error', '-i', path, '-map', '0:a', '-ac', '1', '-ar', String(RATE), '-f', 's16le', 'pipe:1'],
    { maxBuffer: 1 << 28 },
  );
  const size = (RATE * FRAME) / 1000;
  return Array.from({ length: Math.floor(raw.length / 2 / size) }, (_, index) => {
    let sum = 0;
    for (let i = 0; i < size; i += 1) sum += (raw.readInt16LE(2 * (index * size + i)) / 32_768) ** 2;
    return Math.sqrt(sum / size);
  });
}

function agree(truth, levels) {
  const spoken = truth.turns.flatMap((turn) => turn.speech);
  const edges = spoken.flatMap(({ from, to }) => [from, to]);
  let right = 0;
  let counted = 0;
  levels.forEach((level, index) => {
    const middle = index * FRAME + FRAME / 2;
    if (edges.some((edge) => Math.abs(edge - middle) < EDGE)) return;
    const said = spoken.some(({ from, to }) => from <= middle && middle < to);
    // Short gaps between words lie inside a stretch: quiet there is no disagreement.
    const near = levels.slice(Math.max(0, index - 12), index + 13);
    const heard = said ? Math.max(...near) > 0.01 : level > 0.01;
    counted += 1;
    if (said === heard) right += 1;
  });
  return right / counted;
}

function checkTruth(path, whole) {
  const truth = read(path);
  const media = fileURLToPath(new URL(truth.media, import.meta.url));
  const probe = JSON.parse(
    execFileSync('ffprobe', ['-v', 'error', '-show_streams', '-show_format', '-of', 'json', media]),
  );
  const video = probe.streams.find((stream) => stream.codec_type === 'video');
  check(
    video?.width === 640 && video?.height === 360,
    `${truth.media}: picture is ${video?.width} by ${video?.height}`,
  );
  check(
    Math.abs(Number(probe.format.duration) * 1000 - truth.duration) < 250,
    `${truth.media}: lasts ${probe.format.duration} s, truth says ${truth.duration} ms`,
  );
  const part = agree(truth, loudness(media));
  check(part >= LEAST, `${truth.media}: sound and truth agree in ${(part * 100).toFixed(1)} % of the frames`);
  check(truth.turns.length === whole.turns.length, `${path}: ${truth.turns.length} turns`);
  truth.turns.forEach((turn, index) => {
    const before = truth.turns[index - 1];
    const named = `${path}: turn ${turn.turn}`;
    check(turn.from < turn.to && turn.speech.length > 0, `${named} has no length or no sound`);
    if (before)
      check(
        turn.overlap ? turn.from < before.to : turn.from >= before.to,
        `${named} starts at the wrong side of the end of the one before`,
      );
    const silent = whole.turns[index].parts.reduce((sum, piece) => sum + (piece.silence ?? 0), 0) * 1000;
    const speaking = turn.speech.reduce((sum, stretch) => sum + stretch.to - stretch.from, 0);
    check(turn.to - turn.from - speaking >= silent - 20, `${named} should be silent for ${silent} ms`);
  });
  console.log(`${truth.media}: ${(part * 100).toFixed(1)} % of frames agree, ${truth.turns.length} turns`);
}

const source = parse(readFileSync(new URL('cases.md', import.meta.url), 'utf8'));
const { cases } = read('cases.json');
check(cases.length === source.length, 'cases.json and cases.md tell of different cases');
cases.forEach((it, index) => {
  checkTruth(it.conversation.truth, source[index].conversation);
  checkTruth(it.next.truth, source[index].next);
  for (const look of it.looks) {
    check(look.answers.length === 3, `${it.key} ${look.perspective}: ${look.answers.length} answers`);
    for (const moment of look.moments) {
      check(
        moment.from <= moment.to && moment.to <= it.conversation.duration,
        `${it.key} ${look.perspective}: a moment outside the conversation`,
      );
    }
  }
});
if (failures.length) {
  console.error(failures.join('\n'));
  process.exit(1);
}
