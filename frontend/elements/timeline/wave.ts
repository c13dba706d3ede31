// The waveform as one path. Peaks are bytes, 0–255, spread evenly over the recording.

const SVG = 'http://www.w3.org/2000/svg';

/** A path that mirrors the peaks about its middle, in a box of `peaks.length` by 100. */
export function wavePath(peaks: ArrayLike<number>): string {
  const top: string[] = [];
  const bottom: string[] = [];
  for (let i = 0; i < peaks.length; i += 1) {
    // A square root lifts soft speech into sight; silence keeps a thread of a line.
    const half = 1 + 46 * Math.sqrt((peaks[i] ?? 0) / 255);
    top.push(`${i} ${(50 - half).toFixed(1)}`);
    bottom.unshift(`${i} ${(50 + half).toFixed(1)}`);
  }
  return top.length > 0 ? `M${top.join('L')}L${bottom.join('L')}Z` : '';
}

/** At most `most` peaks: the loudest of each bucket. */
export function thin(peaks: ArrayLike<number>, most: number): number[] {
  const length = peaks.length;
  if (length <= most) return Array.from(peaks);
  return Array.from({ length: most }, (_, bucket) => {
    let loudest = 0;
    const end = Math.floor(((bucket + 1) * length) / most);
    for (let i = Math.floor((bucket * length) / most); i < end; i += 1) loudest = Math.max(loudest, peaks[i] ?? 0);
    return loudest;
  });
}

/** The picture of the waveform: once as ground, once more for what was played. */
export function waveSvg(peaks: ArrayLike<number>): SVGSVGElement {
  const shown = thin(peaks, 1200);
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', `0 0 ${Math.max(1, shown.length - 1)} 100`);
  svg.setAttribute('preserveAspectRatio', 'none');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', 'timeline__wave');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', wavePath(shown));
  svg.append(path);
  return svg;
}

/** How long to wait for peaks that are still being drawn, in seconds: ever longer, and not for ever. */
const WAITS = [1, 2, 3, 5, 10, 20, 40, 60, 120, 240];

/** Fetches the peaks, also when they are still being drawn; without them there is simply no waveform. */
export async function fetchPeaks(address: string, wanted: () => boolean): Promise<Uint8Array | undefined> {
  try {
    for (const wait of [...WAITS, 0]) {
      const response = await fetch(address, { credentials: 'same-origin' });
      if (!response.ok) return undefined;
      const peaks = new Uint8Array(await response.arrayBuffer());
      if (peaks.length > 0) return peaks;
      await new Promise((done) => setTimeout(done, wait * 1000));
      if (!wanted()) return undefined;
    }
  } catch {
    // Nothing to show is all there is to it.
  }
  return undefined;
}
