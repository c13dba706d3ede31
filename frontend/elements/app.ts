// The one script of every page: it fetches an element's own script only when the page has that element.
const elements: Record<string, () => Promise<unknown>> = {
  'mz-clip': () => import('./clip/clip'),
  'mz-draw': () => import('./draw/draw'),
  'mz-interview': () => import('./interview/interview'),
  'mz-live': () => import('./live/live'),
  'mz-look': () => import('./look/look'),
  'mz-passkey': () => import('./passkey/passkey'),
  'mz-place': () => import('./place/place'),
  'mz-player': () => import('./player/player'),
  'mz-print': () => import('./print/print'),
  'mz-progress': () => import('./progress/progress'),
  'mz-read-aloud': () => import('./read-aloud/read-aloud'),
  'mz-recorder': () => import('./recorder/recorder'),
  'mz-story': () => import('./story/story'),
  'mz-tablet': () => import('./tablet/tablet'),
  'mz-timeline': () => import('./timeline/timeline'),
  'mz-together': () => import('./together/together'),
  'mz-upload': () => import('./upload/upload'),
  'mz-waits-for': () => import('./waits-for/waits-for'),
};

for (const [tag, load] of Object.entries(elements)) {
  if (document.querySelector(tag)) void load();
}
