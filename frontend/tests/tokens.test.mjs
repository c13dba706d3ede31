// The colours hold what the house promises: text 7:1, signs and edges 3:1, three perspectives apart for everyone.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';

const sheet = await readFile(new URL('../tokens/meerzien.css', import.meta.url), 'utf8');
const blocks = [...sheet.matchAll(/:root[^{]*\{([^{}]*)\}/g)].map((block) => values(block[1]));
const [light, dark, chosenDark] = blocks;

function values(text) {
  return Object.fromEntries([...text.matchAll(/--mz-([a-z-]+):\s*(#[0-9a-f]{6});/g)].map((m) => [m[1], m[2]]));
}
const channels = (hex) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16) / 255);
const linear = (c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
const luminance = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
function contrast(a, b) {
  const [x, y] = [luminance(channels(a)), luminance(channels(b))].sort((p, q) => q - p);
  return (x + 0.05) / (y + 0.05);
}

// Machado, Oliveira and Fernandes (2009), severity 1.0, on linear light.
const sight = {
  protan: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deutan: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritan: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
  full: [1, 0, 0, 0, 1, 0, 0, 0, 1],
};
function lab(rgb) {
  const [r, g, b] = rgb;
  const f = (t) => (t > 216 / 24389 ? Math.cbrt(t) : (24389 / 27) * (t / 116) + 16 / 116);
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}
function seen(hex, kind) {
  const [r, g, b] = channels(hex).map(linear);
  const m = sight[kind];
  const out = [0, 3, 6].map((i) => m[i] * r + m[i + 1] * g + m[i + 2] * b);
  return lab(out.map((c) => Math.min(1, Math.max(0, c))));
}
const distance = (a, b) => Math.hypot(...a.map((v, i) => v - b[i]));

test('both ways into the dark theme say the same', () => {
  assert.equal(blocks.length, 3);
  assert.deepEqual(dark, chosenDark);
  assert.ok(Object.keys(light).length > 20);
});

for (const [name, theme] of [
  ['light', light],
  ['dark', dark],
]) {
  test(`${name}: text reads at 7:1 on every ground it stands on`, () => {
    const grounds = ['paper', 'surface', 'sunken', 'accent-wash', 'professional-wash', 'client-wash', 'coach-wash'];
    for (const ground of grounds) {
      assert.ok(contrast(theme.ink, theme[ground]) >= 7, `ink on ${ground}`);
    }
    for (const ground of ['paper', 'surface', 'sunken']) {
      assert.ok(contrast(theme['ink-soft'], theme[ground]) >= 7, `ink-soft on ${ground}`);
      assert.ok(contrast(theme.accent, theme[ground]) >= 7, `accent on ${ground}`);
      assert.ok(contrast(theme.trouble, theme[ground]) >= 7, `trouble on ${ground}`);
    }
    assert.ok(contrast(theme['on-accent'], theme.accent) >= 7);
    for (const tone of ['calm', 'well', 'care', 'trouble']) {
      assert.ok(contrast(theme.ink, theme[`${tone}-wash`]) >= 7, tone);
    }
  });

  test(`${name}: signs and edges stand out at 3:1`, () => {
    for (const part of ['edge', 'focus', 'professional', 'client', 'coach']) {
      for (const ground of ['paper', 'surface', 'sunken']) {
        assert.ok(
          contrast(theme[part], theme[ground]) >= 3,
          `${part} on ${ground}: ${contrast(theme[part], theme[ground]).toFixed(2)}`,
        );
      }
    }
  });

  test(`${name}: the three perspectives differ for every kind of sight, and in grey`, () => {
    const three = ['professional', 'client', 'coach'];
    for (let i = 0; i < 3; i += 1) {
      const a = theme[three[i]];
      const b = theme[three[(i + 1) % 3]];
      for (const kind of Object.keys(sight)) {
        const apart = distance(seen(a, kind), seen(b, kind));
        assert.ok(apart >= 20, `${three[i]} and ${three[(i + 1) % 3]}, ${kind}: ${apart.toFixed(1)}`);
      }
      const grey = Math.abs(seen(a, 'full')[0] - seen(b, 'full')[0]);
      assert.ok(grey >= 12, `${three[i]} and ${three[(i + 1) % 3]} in grey: ${grey.toFixed(1)}`);
    }
  });
}
