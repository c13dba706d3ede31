// Builds dist/: one stylesheet, a small entry script that fetches an element's own script when a page has that
// element, fonts, and one sprite of icons. `--check` builds in memory and holds the sizes to their limits.
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const here = path.dirname(fileURLToPath(import.meta.url));
const dist = path.join(here, 'dist');
const checking = process.argv.includes('--check');

/** The most a page with a player may load in script, gzipped. */
const SCRIPT_LIMIT = 100 * 1024;

async function sprite() {
  const symbols = [];
  const add = (name, svg) => {
    const inner = svg
      .replace(/<!--[\s\S]*?-->/g, '')
      .replace(/^[\s\S]*?<svg[^>]*>/, '')
      .replace(/<\/svg>[\s\S]*$/, '')
      .replace(/\s+/g, ' ')
      .replace(/> </g, '><')
      .trim();
    symbols.push(
      `<symbol id="${name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${inner}</symbol>`,
    );
  };
  const own = path.join(here, 'icons', 'own');
  for (const file of (await readdir(own)).sort()) {
    add(path.basename(file, '.svg'), await readFile(path.join(own, file), 'utf8'));
  }
  const names = JSON.parse(await readFile(path.join(here, 'icons', 'lucide.json'), 'utf8'));
  const lucide = path.join(here, 'node_modules', 'lucide-static', 'icons');
  for (const [name, icon] of Object.entries(names)) {
    add(name, await readFile(path.join(lucide, `${icon}.svg`), 'utf8'));
  }
  return `<svg xmlns="http://www.w3.org/2000/svg"><!-- moment-* and meerzien: EUPL-1.2. The others: Lucide, ISC licence. -->${symbols.join('')}</svg>\n`;
}

const result = await build({
  absWorkingDir: here,
  entryPoints: { app: 'elements/app.ts', 'app-style': 'styles/app.css' },
  entryNames: '[name]',
  chunkNames: 'chunks/[name]-[hash]',
  assetNames: 'fonts/[name]',
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  minify: true,
  metafile: true,
  write: false,
  target: ['chrome99', 'firefox97', 'safari15.4'],
  loader: { '.woff2': 'file' },
  legalComments: 'none',
  logLevel: 'warning',
});

const files = new Map();
for (const file of result.outputFiles) {
  const name = path.relative(dist, file.path).split(path.sep).join('/');
  files.set(name === 'app-style.css' ? 'app.css' : name, Buffer.from(file.contents));
}
files.set('icons.svg', Buffer.from(await sprite()));
files.set('meerzien.svg', await readFile(path.join(here, 'icons', 'favicon.svg')));

const scripts = [...files].filter(([name]) => name.endsWith('.js'));
const weight = scripts.reduce((sum, [, bytes]) => sum + gzipSync(bytes).length, 0);
if (weight > SCRIPT_LIMIT) {
  console.error(`scripts weigh ${weight} bytes gzipped, the limit is ${SCRIPT_LIMIT}`);
  process.exit(1);
}

if (!checking) {
  await rm(dist, { recursive: true, force: true });
  const manifest = {};
  for (const [name, bytes] of [...files].sort()) {
    const target = path.join(dist, name);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, bytes);
    manifest[name] = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
    // As it travels: packed once here, rather than for everyone who asks.
    if (/\.(css|js|svg)$/.test(name)) await writeFile(`${target}.gz`, gzipSync(bytes, { level: 9 }));
  }
  await writeFile(path.join(dist, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}
const kib = (bytes) => `${(bytes / 1024).toFixed(1)} KiB`;
console.log(
  `scripts ${kib(weight)} gzipped together, sheet ${kib(gzipSync(files.get('app.css')).length)}, icons ${kib(gzipSync(files.get('icons.svg')).length)}`,
);
