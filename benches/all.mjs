// Every measurement of the house against its floor, in one run on one machine. Words on the command line choose some.
import { table } from './lib.mjs';
import { live } from './live.mjs';
import { page } from './page.mjs';
import { patterns } from './patterns.mjs';
import { ranges } from './ranges.mjs';
import { start } from './start.mjs';
import { upload } from './upload.mjs';
import { watchable } from './watchable.mjs';

const all = { start, upload, ranges, watchable, page, patterns, live };
const chosen = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(all);
for (const name of chosen) {
  if (!all[name]) throw new Error(`there is no measurement "${name}"; there are ${Object.keys(all).join(', ')}`);
  await all[name]();
}
table();
