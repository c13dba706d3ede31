// The rooms: a table by a window, or two screens of a video call. `draw(case, state)` gives one frame as SVG.
import { arms, body, LOOKS } from './figure.mjs';

export const WIDTH = 640;
export const HEIGHT = 360;

const rect = (x, y, w, h, fill, more = '') => `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}" ${more}/>`;
const at = (x, y, scale, inner, more = '') => `<g transform="translate(${x} ${y}) scale(${scale}) ${more}">${inner}</g>`;

/** One frame. `state` holds a pose per person, and `props`: what stands on the table, how far a tablet is turned. */
export function draw(key, state) {
  const inner = key === 'zilver' ? call(state) : table(key, state);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">${DEFS}${inner}</svg>`;
}

const DEFS = `<defs>
  <linearGradient id="wall" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#ead7bd"/><stop offset="1" stop-color="#f7ead6"/></linearGradient>
  <linearGradient id="evening" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#d9d3c3"/><stop offset="1" stop-color="#eee5d3"/></linearGradient>
  <linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#bcd9e4"/><stop offset="1" stop-color="#e9f1e6"/></linearGradient>
  <linearGradient id="wood" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#c08a5a"/><stop offset="1" stop-color="#d3a273"/></linearGradient>
  <clipPath id="left"><rect x="16" y="34" width="298" height="262" rx="14"/></clipPath>
  <clipPath id="right"><rect x="326" y="34" width="298" height="262" rx="14"/></clipPath>
</defs>`;

function table(key, state) {
  const { professional, client } = LOOKS[key];
  const [p, c] = [state.professional, state.client];
  const scale = 1.12;
  const [px, cx, y] = [200, 436 - (c.near ?? 0), 152];
  return `${room(key, state.sway)}
    ${chair(px)}${chair(cx)}
    ${at(px, y + (p.breath ?? 0), scale, body(professional, p, 1))}
    ${at(cx, y + (c.breath ?? 0), scale, body(client, c, -1))}
    ${tableTop()}${things(key, state.props)}
    ${at(px, y + (p.breath ?? 0), scale, arms(professional, p, 1))}
    ${at(cx, y + (c.breath ?? 0), scale, arms(client, c, -1))}
    ${front(key, state.props)}
    ${sign(px, 344, 'professional', p.level)}${sign(cx, 344, 'client', c.level)}`;
}

function room(key, sway = 0) {
  const wall = key === 'merel' ? 'url(#wall)' : 'url(#evening)';
  const books = [['#8b5e4a', 0, 34], ['#c9a24f', 9, 30], ['#5f7f7a', 18, 36], ['#a65f55', 29, 28], ['#6b6f92', 37, 33], ['#d5b58a', 47, 31]];
  const shelf = books.map(([colour, x, h]) => rect(34 + x, 118 - h, 8, h, colour, 'rx="1.5"')).join('');
  return `${rect(0, 0, 640, 360, wall)}${rect(0, 232, 640, 128, '#d8bd99')}${rect(0, 228, 640, 5, '#c9aa83')}
    <g>${rect(24, 118, 92, 6, '#a8764a', 'rx="2"')}${shelf}
      ${rect(28, 24, 58, 44, '#fbf4e6', 'rx="3" stroke="#b98a5c" stroke-width="4"')}<path d="M33 60 L48 42 L58 52 L68 36 L82 60 Z" fill="#9db6a0"/></g>
    <g>${rect(516, 34, 112, 148, '#fbf3e3', 'rx="5"')}${rect(524, 42, 96, 132, 'url(#sky)')}
      <path d="M524 174 L524 148 Q548 138 572 150 T620 146 L620 174 Z" fill="#a9c29a"/>
      <path d="M589 168 L593 ${118} L599 168 Z" fill="#8a6a4d"/>
      <g transform="translate(${sway} 0)"><circle cx="594" cy="104" r="22" fill="#86a877"/><circle cx="580" cy="116" r="15" fill="#7a9e6c"/><circle cx="607" cy="118" r="14" fill="#92b383"/></g>
      ${rect(570, 42, 5, 132, '#fbf3e3')}${rect(524, 98, 96, 4, '#fbf3e3')}${rect(510, 180, 124, 8, '#e8d5b7', 'rx="3"')}
      <path d="M528 180 l4 -16 h16 l4 16 Z" fill="#c47b55"/><path d="M540 164 q-16 -10 -12 -24 q12 6 12 24 q0 -18 13 -26 q4 16 -13 26" fill="#6f9a63"/></g>
    <g><path d="M318 0 L318 34" stroke="#7a6350" stroke-width="2"/><path d="M296 54 Q298 32 318 32 Q338 32 340 54 Z" fill="#c9774f"/><ellipse cx="318" cy="55" rx="22" ry="4" fill="#ffe9b8"/></g>`;
}

const chair = (x) => `<path d="M${x - 66} 330 L${x - 60} 196 Q${x} 176 ${x + 60} 196 L${x + 66} 330 Z" fill="#8f6747"/>`;

const tableTop = () =>
  `<path d="M72 264 L568 264 L620 322 L20 322 Z" fill="url(#wood)"/><path d="M20 322 L620 322 L620 334 L20 334 Z" fill="#9c6b41"/>${rect(0, 334, 640, 26, '#b9966f')}
   <path d="M120 284 L330 284 M380 300 L560 300 M90 308 L240 308" stroke="#b47f50" stroke-width="1.5" opacity="0.5"/>`;

const cup = (x, y) =>
  `<ellipse cx="${x}" cy="${y + 12}" rx="17" ry="4.5" fill="#00000018"/><path d="M${x - 11} ${y - 8} L${x - 9} ${y + 10} Q${x} ${y + 14} ${x + 9} ${y + 10} L${x + 11} ${y - 8} Z" fill="#fbf6ec"/><path d="M${x + 10} ${y - 4} q10 1 6 8 q-3 3 -8 2" fill="none" stroke="#fbf6ec" stroke-width="3"/><ellipse cx="${x}" cy="${y - 8}" rx="11" ry="3.6" fill="#6b4530"/>`;

function things(key, props = {}) {
  if (key === 'merel') {
    return `<path d="M84 206 L150 196 L154 252 L88 262 Z" fill="#3f3a38"/><path d="M88 210 L146 201 L150 248 L92 257 Z" fill="#cfe0dc"/><path d="M112 258 L132 255 L140 276 L104 278 Z" fill="#4c4643"/>
      <path d="M172 285 L262 285 L270 305 L166 305 Z" fill="#efe9df"/><path d="M176 290 H262 M173 295 H264 M171 300 H266" stroke="#cdc4b5" stroke-width="2" stroke-dasharray="6 2"/>${cup(322, 286)}`;
  }
  const bag = props.bag
    ? '<path d="M318 292 L322 246 Q348 238 374 246 L378 292 Z" fill="#7a5b49"/><path d="M334 246 q14 -22 28 0" fill="none" stroke="#5f4436" stroke-width="5"/><path d="M330 252 l34 -8 2 8 z M340 246 l26 -3 0 6 z" fill="#fbf4e6"/>'
    : '';
  const list = props.list
    ? '<path d="M206 284 L262 284 L270 310 L206 310 Z" fill="#fffaf0"/><path d="M214 290 H256 M214 296 H258 M215 302 H262" stroke="#b9b0a0" stroke-width="1.8"/>'
    : '';
  const pen = props.penDown ? '<path d="M276 306 L306 296" stroke="#35577a" stroke-width="4" stroke-linecap="round"/>' : '';
  return `${list}${bag}${pen}${cup(104, 292)}${props.coffee ? cup(534, 296) : ''}`;
}

/** What lies before the hands. */
function front(key, props = {}) {
  if (key !== 'kastanje' || !props.drawer) return '';
  const letters = props.letter ? '<path d="M392 296 l44 -4 4 24 -44 4 z" fill="#fffaf0" stroke="#d9cdb8"/><path d="M402 303 l26 -2 M403 309 l20 -2" stroke="#b9b0a0" stroke-width="1.8"/>' : '';
  return `<path d="M296 262 L378 262 L386 286 L288 286 Z" fill="#6e5038"/><path d="M302 266 l24 -14 12 12 z M326 266 l26 -18 14 18 z M344 268 l20 -12 10 12 z M306 272 l60 -8 6 10 z" fill="#fbf4e6" stroke="#d9cdb8"/><path d="M288 284 L386 284 L384 310 L290 310 Z" fill="#8a6546"/><circle cx="337" cy="297" r="4" fill="#d8b98f"/>${letters}`;
}

function call(state) {
  const { professional, client } = LOOKS.zilver;
  const [p, c] = [state.professional, state.client];
  const office = `${rect(-60, -40, 460, 420, '#dfe3da')}${rect(30, 60, 110, 6, '#a8764a')}
    ${[['#8b5e4a', 36], ['#c9a24f', 46], ['#5f7f7a', 56], ['#6b6f92', 68], ['#a65f55', 78]].map(([colour, x]) => rect(x, 32, 8, 28, colour)).join('')}
    ${rect(232, 54, 62, 84, '#f8f3e8', 'rx="3" stroke="#c5b79c" stroke-width="3"')}<path d="M244 74 h38 M244 86 h30 M244 98 h36 M244 110 h22" stroke="#b9b0a0" stroke-width="2.5"/>`;
  const home = `${rect(180, 20, 760, 290, '#efe0c6')}${rect(340, 52, 74, 92, 'url(#sky)', 'stroke="#fbf4e6" stroke-width="7"')}<path d="M340 144 v-24 q34 -14 74 4 v20 z" fill="#a9c29a"/>
    ${rect(540, 58, 48, 58, '#fbf4e6', 'rx="3" stroke="#b98a5c" stroke-width="5"')}<circle cx="564" cy="82" r="10" fill="#d9a58a"/><path d="M550 110 q14 -24 28 0 z" fill="#8a6f9a"/>
    ${rect(600, 214, 260, 10, '#a8764a')}${plant(640, 214, 1)}${plant(704, 214, 1.9)}${plant(770, 214, 1.1)}`;
  return `${rect(0, 0, 640, 360, '#2d2723')}
    <g clip-path="url(#left)"><g transform="rotate(${state.crooked ? -6 : 0} 165 165) ${state.crooked ? 'translate(-10 8)' : ''}">
      ${office}${at(165, 146 + (p.breath ?? 0), 1.26, body(professional, p, 1) + arms(professional, lower(p), 1))}</g></g>
    <g clip-path="url(#right)"><g transform="translate(${-230 * (state.turned ?? 0)} 0)">
      ${home}${at(475, 150 + (c.breath ?? 0), 1.26, body(client, c, -1) + arms(client, lower(c), -1))}</g></g>
    ${[265, 320, 375].map((x, i) => `<circle cx="${x}" cy="328" r="17" fill="${i === 1 ? '#b4573f' : '#4a423c'}"/>`).join('')}
    <path d="M261 322 a4 4 0 0 1 8 0 v6 a4 4 0 0 1 -8 0 z M265 334 v4 M311 331 q9 -8 18 0 l-2 4 -4 -3 h-6 l-4 3 z M367 322 h10 v12 h-10 z M379 326 l5 -3 v10 l-5 -3 z" fill="#f4ebdd" stroke="#f4ebdd" stroke-width="1.4"/>
    ${sign(40, 328, 'professional', p.level, true)}${sign(600, 328, 'client', c.level, true)}`;
}

/** On a screen the hands are at the lower edge: resting hands stay out of sight. */
const lower = (pose) => (['rest', 'lap', 'fold'].includes(pose.hands ?? 'rest') ? { ...pose, hands: 'under' } : pose);

const plant = (x, y, size) =>
  `<g transform="translate(${x} ${y}) scale(${size})"><path d="M-13 -22 h26 l-4 22 h-18 z" fill="#c47b55"/><path d="M0 -22 q-26 -10 -22 -42 q20 10 22 42 q-2 -38 6 -50 q14 20 -6 50 q8 -30 26 -36 q2 26 -26 36" fill="#5f8f5a"/><path d="M0 -22 q-14 -18 -8 -40 M0 -22 q12 -16 18 -28" stroke="#4b7648" stroke-width="1.5" fill="none"/></g>`;

/** Who speaks: the person's sign, with three small bars that move along with the voice. */
function sign(x, y, who, level = 0, dark = false) {
  const colour = { professional: dark ? '#86aef5' : '#1b3566', client: dark ? '#ffcf9e' : '#a8480f' }[who];
  const shape = who === 'professional' ? `<circle cx="${x - 10}" cy="${y}" r="5"/>` : `<path d="M${x - 10} ${y - 6.5} l6.5 6.5 -6.5 6.5 -6.5 -6.5 z"/>`;
  const bars = level
    ? [3, 5, 4].map((h, i) => rect(x + 2 + i * 6, y - (h + level * (i === 1 ? 2 : 1)) / 2 - 1, 3.4, h + level * (i === 1 ? 2 : 1) + 2, colour, 'rx="1.7"')).join('')
    : '';
  return `<g fill="${colour}" opacity="${level ? 1 : 0.35}">${shape}${bars}</g>`;
}
