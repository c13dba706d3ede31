// One page on which all pictures lie side by side, grouped by journey and page.
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const order = ['phone', 'tablet', 'wide'];

/** Writes `index.html` in the folder of pictures, from what lies there now. */
export async function writeIndex(folder) {
  const journeys = (await readdir(folder, { withFileTypes: true })).filter((each) => each.isDirectory());
  const parts = [];
  for (const { name: journey } of journeys) {
    const pages = new Map();
    for (const file of await readdir(join(folder, journey))) {
      const [page, language, size, scheme] = file.split('.');
      if (!scheme) continue;
      const row = `${page} · ${language} · ${scheme}`;
      pages.set(row, [...(pages.get(row) ?? []), { file, size }]);
    }
    parts.push(`<h2>${journey}</h2>`);
    for (const [row, shots] of [...pages].sort(([a], [b]) => a.localeCompare(b))) {
      shots.sort((a, b) => order.indexOf(a.size) - order.indexOf(b.size));
      const images = shots.map(
        ({ file, size }) =>
          `<a href="${journey}/${file}"><img loading="lazy" class="${size}" src="${journey}/${file}" alt="${row}, ${size}"></a>`,
      );
      parts.push(`<h3>${row}</h3>\n<div class="row">${images.join('')}</div>`);
    }
  }
  const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Meerzien: every page, every size</title>
<style>
body { font: 16px/1.5 sans-serif; margin: 2rem; background: #888; color: #000 }
h3 { font-weight: normal; margin: 1.5rem 0 .25rem }
.row { display: flex; gap: 1rem; align-items: flex-start; overflow-x: auto }
img { display: block; height: auto }
.phone { width: 180px } .tablet { width: 300px } .wide { width: 520px }
</style>
<h1>Every page, every size</h1>
${parts.join('\n')}
</html>
`;
  await writeFile(join(folder, 'index.html'), page);
}
