// Chromium as the tests use it: Debian's own, without the network, with a camera and a microphone that are not real.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

/**
 * Opens a browser. `camera` and `microphone` may name files (`.mjpeg` or `.y4m`, `.wav`) that play
 * as the devices; without them Chromium shows its own moving test picture and beeps.
 */
export async function openBrowser({ camera, microphone } = {}) {
  return chromium.launch({
    executablePath: process.env.MEERZIEN_CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--autoplay-policy=no-user-gesture-required',
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      ...(camera ? [`--use-file-for-fake-video-capture=${camera}`] : []),
      ...(microphone ? [`--use-file-for-fake-audio-capture=${microphone}`] : []),
    ],
  });
}

export const sizes = {
  phone: { width: 360, height: 740 },
  tablet: { width: 820, height: 1180 },
  wide: { width: 1440, height: 900 },
};

/**
 * One person with a browser of their own. What a page throws or logs as an error is kept in
 * `page.troubles`, so that a test can ask that there were none.
 */
export async function person(browser, house, { language = 'nl', size = 'wide' } = {}) {
  const context = await browser.newContext({
    baseURL: house.address,
    locale: language === 'nl' ? 'nl-NL' : 'en-GB',
    viewport: sizes[size],
    hasTouch: size !== 'wide',
    reducedMotion: 'reduce',
    permissions: ['camera', 'microphone'],
  });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  page.troubles = [];
  page.on('pageerror', (error) => page.troubles.push(`${page.url()}: ${error.message}`));
  // A page that is refused is an answer like another; a script or a picture that is missing is trouble.
  const visited = new Set();
  page.on('request', (request) => request.isNavigationRequest() && visited.add(request.url()));
  page.on('console', (message) => {
    const refused = message.text().startsWith('Failed to load resource') && visited.has(message.location().url);
    if (message.type() === 'error' && !refused) page.troubles.push(`${page.url()}: ${message.text()}`);
  });
  return page;
}

/** A folder for files that a test makes, and a way to be rid of it. */
export async function scratch(name) {
  const folder = await mkdtemp(join(tmpdir(), `meerzien-${name}-`));
  await mkdir(folder, { recursive: true });
  return { folder, clear: () => rm(folder, { recursive: true, force: true }) };
}
