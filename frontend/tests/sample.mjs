// A recording for the examples, made on the spot: two minutes of sound, its peaks, and a still for each ten seconds.

const RATE = 8000;
const SECONDS = 120;

function wav() {
  const samples = RATE * SECONDS;
  const bytes = Buffer.alloc(44 + samples, 128);
  bytes.write('RIFF', 0);
  bytes.writeUInt32LE(36 + samples, 4);
  bytes.write('WAVEfmt ', 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(RATE, 24);
  bytes.writeUInt32LE(RATE, 28);
  bytes.writeUInt16LE(1, 32);
  bytes.writeUInt16LE(8, 34);
  bytes.write('data', 36);
  bytes.writeUInt32LE(samples, 40);
  for (let i = 0; i < samples; i += 1) bytes[44 + i] = 128 + Math.round(loudness(i / RATE) * 90 * Math.sin(i / 9));
  return bytes;
}

/** Turns of speech and silence, the same each time. */
function loudness(second) {
  const turn = Math.sin(second * 0.7) + Math.sin(second * 0.23 + 1);
  return turn > 0.2 ? Math.min(1, 0.25 + 0.5 * Math.abs(Math.sin(second * 5.1) * Math.sin(second * 13.7))) : 0;
}

const sound = wav();
const peaks = Buffer.from(Array.from({ length: 1200 }, (_, i) => Math.round(loudness((i / 1200) * SECONDS) * 255)));

/** Answers the addresses of the sample. */
export function sample(request, response, pathname) {
  if (pathname === '/sample.wav') {
    const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
    const start = range ? Number(range[1]) : 0;
    const end = range?.[2] ? Math.min(Number(range[2]), sound.length - 1) : sound.length - 1;
    response.writeHead(range ? 206 : 200, {
      'content-type': 'audio/wav',
      'accept-ranges': 'bytes',
      'content-length': String(end - start + 1),
      ...(range ? { 'content-range': `bytes ${start}-${end}/${sound.length}` } : {}),
    });
    response.end(sound.subarray(start, end + 1));
    return true;
  }
  if (pathname === '/sample.peaks') {
    response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(peaks);
    return true;
  }
  const still = /^\/sample-still-(\d+)\.svg$/.exec(pathname);
  if (still) {
    response
      .writeHead(200, { 'content-type': 'image/svg+xml' })
      .end(
        `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 90"><rect width="160" height="90" fill="#ddd"/><text x="70" y="50">${still[1]}</text></svg>`,
      );
    return true;
  }
  return undefined;
}
