// The one script of every page: it fetches an element's own script only when the page has that element.
const elements: Record<string, () => Promise<unknown>> = {
  'mz-live': () => import('./live/live'),
  'mz-player': () => import('./player/player'),
  'mz-print': () => import('./print/print'),
  'mz-read-aloud': () => import('./read-aloud/read-aloud'),
  'mz-timeline': () => import('./timeline/timeline'),
  'mz-look': () => import('./look/look'),
};

for (const [tag, load] of Object.entries(elements)) {
  if (document.querySelector(tag)) void load();
}
