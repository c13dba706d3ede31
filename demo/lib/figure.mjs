// A person, drawn: head, hair, body and arms as SVG around the middle of the head. Flat, warm, friendly; no portrait of anyone.

/** How everyone looks. */
export const LOOKS = {
  merel: {
    professional: { skin: '#f0c3a0', shade: '#e0a680', hair: '#8c4a2c', style: 'waves', top: '#3f7f86', trim: '#2f676e' },
    client: { skin: '#e3b08a', shade: '#cf966d', hair: '#4a3a35', style: 'bun', top: '#b5676b', trim: '#9a5258' },
  },
  kastanje: {
    professional: { skin: '#c98f66', shade: '#b37a52', hair: '#2a2321', style: 'short', beard: 'full', glasses: true, top: '#e9e1d2', trim: '#4b6a88' },
    client: { skin: '#e5b692', shade: '#cd9a73', hair: '#6d452c', style: 'crop', beard: 'stubble', tired: true, top: '#5a6b52', trim: '#48573f' },
  },
  zilver: {
    professional: { skin: '#f3cbaa', shade: '#e2ae88', hair: '#d8a957', style: 'bob', glasses: true, top: '#6a5a8c', trim: '#564875' },
    client: { skin: '#ebc0a0', shade: '#d6a27e', hair: '#e9e6df', style: 'crown', beard: 'moustache', top: '#7d8a5c', trim: '#efe6d4' },
  },
};

const INK = '#3a2a24';
const line = (d, width = 2, colour = INK) =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;
const oval = (x, y, rx, ry, fill, more = '') => `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${fill}" ${more}/>`;

/** The body up to the head, without arms that lie on the table. `side` is 1 for who looks to the right. */
export function body(look, pose, side) {
  const lift = pose.lift ?? 0;
  const torso = 'M-20 44 C-46 50 -64 62 -68 92 L-74 190 L74 190 L68 92 C64 62 46 50 20 44 Z';
  const inLap = pose.hands === 'lap' ? arms(look, { ...pose, hands: 'under' }, side) : '';
  const head = `<g transform="translate(${side * 1.5} ${pose.nod ?? 0}) rotate(${(pose.tilt ?? 0) * side} 0 40)">${headOf(look, pose, side)}</g>`;
  return `${hairBehind(look, pose, side)}
    <g transform="translate(0 ${-lift})">
      <path d="${torso}" fill="${look.top}"/>${clothes(look)}
      <path d="M-13 28 L-13 50 Q0 62 13 50 L13 28 Z" fill="${look.shade}"/>
    </g>${inLap}${head}`;
}

function clothes(look) {
  if (look.style === 'crown') {
    return `<path d="M-20 44 L0 84 L20 44 L10 50 Q0 62 -10 50 Z" fill="${look.trim}"/>${line('M0 84 L0 190', 2, '#66734a')}`;
  }
  if (look.style === 'crop') {
    return `<path d="M-26 46 Q0 78 26 46 L20 42 Q0 66 -20 42 Z" fill="${look.trim}"/>${line('M-7 66 L-8 88 M7 66 L8 88', 2, '#d9d2c0')}`;
  }
  if (look.style === 'short') {
    return `<path d="M-20 43 L-3 66 L-14 74 L-27 48 Z M20 43 L3 66 L14 74 L27 48 Z" fill="#fffaf0"/>${line('M0 66 L0 190', 1.5, '#cfc4ae')}`;
  }
  if (look.style === 'bun') {
    return `<path d="M-20 44 L-8 110 L-6 190 L6 190 L8 110 L20 44 L12 52 Q0 64 -12 52 Z" fill="#f1e5d3"/>`;
  }
  return `<path d="M-22 44 Q0 82 22 44 L14 50 Q0 64 -14 50 Z" fill="${look.trim}"/>`;
}

function hairBehind(look, pose, side) {
  const move = `translate(${side * 1.5} ${pose.nod ?? 0})`;
  const shapes = {
    waves: '<path d="M-38 -8 C-52 26 -46 52 -50 66 C-34 76 -20 66 -18 58 L18 58 C22 68 36 76 50 66 C46 50 52 24 38 -8 Z"/>',
    bob: '<path d="M-38 -10 C-48 14 -46 36 -40 46 L40 46 C46 36 48 14 38 -10 Z"/>',
    bun: `<circle cx="${-side * 22}" cy="-38" r="15"/>`,
  };
  return shapes[look.style] ? `<g fill="${look.hair}" transform="${move}">${shapes[look.style]}</g>` : '';
}

function headOf(look, pose, side) {
  const off = side * 8 + (pose.away ? -side * 18 : 0);
  const ears = oval(-34, 4, 6, 9, look.shade) + oval(34, 4, 6, 9, look.shade);
  return `${ears}${oval(0, 0, 34, 40, look.skin)}
    ${oval(off - 17, 13, 6, 4, '#e0705a', 'opacity="0.18"')}${oval(off + 17, 13, 6, 4, '#e0705a', 'opacity="0.18"')}
    ${beard(look, off)}${eyes(look, pose, off, side)}
    ${line(`M${off + side * 1} 2 q${side * 6} 7 ${side * 1} 9`, 2, look.shade)}
    ${mouth(pose, off)}${moustache(look, off)}${hairFront(look, side)}${glasses(look, off)}`;
}

function eyes(look, pose, off, side) {
  const [gx, gy] = pose.gaze ?? [side * 2.6, 0.3];
  const brow = { calm: 0, up: -3, down: 2 }[pose.brow ?? 'calm'];
  const slope = pose.brow === 'down' ? 2.5 : pose.brow === 'worry' ? -2.5 : 0;
  const one = (x, s) => {
    const lid = pose.eyes === 'closed'
      ? line(`M${x - 5.5} -4 q5.5 4 11 0`, 2)
      : `${oval(x, -5, 6, pose.smile ? 4 : 4.8, '#fffaf3')}<circle cx="${x + gx}" cy="${-5 + gy}" r="3" fill="${INK}"/>`;
    const bag = look.tired ? line(`M${x - 5} 3 q5 3 10 0`, 1.4, look.shade) : '';
    const dark = look.style === 'crown' ? '#bdb6a8' : look.hair;
    return `${lid}${bag}${line(`M${x - 7} ${-15 + brow - s * slope} q7 -4 14 ${s * slope * 2}`, 2.6, dark)}`;
  };
  return one(off - 13, -1) + one(off + 13, 1);
}

function mouth(pose, off) {
  const y = 21;
  if (!pose.mouth) {
    const curve = pose.smile ? 7 : pose.brow === 'down' || pose.brow === 'worry' ? -1.5 : 2.5;
    return line(`M${off - 9} ${y} q9 ${curve} 18 0`, 2.4, '#9c4a41');
  }
  const [rx, ry] = [[7, 2.6], [8, 4.6], [8.5, 6.8]][pose.mouth - 1];
  return `${oval(off, y + 1, rx, ry, '#7d2f2c')}${oval(off, y + 1 + ry * 0.55, rx * 0.6, ry * 0.4, '#c96a5f')}`;
}

function beard(look, off) {
  if (look.beard === 'full') {
    return `<path d="M-34 2 C-34 34 -18 45 0 45 C18 45 34 34 34 2 C31 16 24 12 ${off + 14} 13 Q${off} 9 ${off - 14} 13 C-24 12 -31 16 -34 2 Z" fill="${look.hair}"/>${oval(off, 22, 12, 6.5, '#a8704c')}`;
  }
  if (look.beard === 'stubble') {
    return `<path d="M-34 6 C-34 30 -18 40 0 40 C18 40 34 30 34 6 C30 18 22 15 ${off + 14} 14 Q${off} 11 ${off - 14} 14 C-22 15 -30 18 -34 6 Z" fill="${look.hair}" opacity="0.28"/>`;
  }
  return '';
}

const moustache = (look, off) =>
  look.beard === 'moustache'
    ? `<path d="M${off} 13 C${off - 5} 11 ${off - 14} 13 ${off - 16} 19 C${off - 9} 18 ${off - 4} 18 ${off} 16 C${off + 4} 18 ${off + 9} 18 ${off + 16} 19 C${off + 14} 13 ${off + 5} 11 ${off} 13 Z" fill="${look.hair}"/>`
    : '';

function hairFront(look, side) {
  const cap = {
    waves: `M-37 6 C-44 -34 -20 -48 2 -47 C30 -46 42 -26 37 6 C36 -8 ${26 + side * 2} -22 ${side * 10} -27 C-12 -24 -32 -14 -37 6 Z`,
    bob: 'M-38 16 C-46 -30 -24 -49 0 -48 C26 -49 46 -30 38 16 C36 0 34 -12 30 -20 C12 -14 -12 -14 -31 -21 C-34 -10 -36 2 -38 16 Z',
    bun: 'M-36 0 C-40 -34 -20 -46 0 -46 C22 -46 40 -34 36 0 C33 -14 24 -25 0 -27 C-24 -25 -33 -14 -36 0 Z',
    short: 'M-36 -2 C-42 -34 -22 -48 2 -47 C26 -47 42 -32 36 -2 C34 -12 33 -18 30 -22 C14 -26 -8 -24 -28 -24 C-32 -18 -34 -10 -36 -2 Z',
    crop: 'M-35 -6 C-38 -32 -20 -43 0 -43 C20 -43 38 -32 35 -6 C32 -18 26 -26 16 -27 L-16 -27 C-26 -26 -32 -18 -35 -6 Z',
    crown: 'M-38 10 C-45 -10 -40 -26 -30 -30 C-32 -16 -33 -6 -34 8 Z M38 10 C45 -10 40 -26 30 -30 C32 -16 33 -6 34 8 Z',
  };
  const grey = look.style === 'bun' ? line('M-10 -43 C-24 -38 -31 -24 -33 -12', 2.4, '#8d7f78') : '';
  const shine = look.style === 'crown' ? oval(side * -8, -28, 12, 5, '#fff', 'opacity="0.25"') : '';
  return `<path d="${cap[look.style]}" fill="${look.hair}"/>${grey}${shine}`;
}

const glasses = (look, off) =>
  look.glasses
    ? `<g fill="#fff" fill-opacity="0.14" stroke="${INK}" stroke-width="1.8"><circle cx="${off - 13}" cy="-4" r="9.5"/><circle cx="${off + 13}" cy="-4" r="9.5"/></g>${line(`M${off - 3.5} -5 q3.5 -2 7 0`, 1.8)}`
    : '';

/** Where the hands are, seen from who looks to the right: [far hand, near hand], and where the elbows go. */
const HANDS = {
  rest: [[-24, 119], [26, 121], [-74, 112], [76, 114]],
  one: [[-24, 119], [62, 88], [-74, 112], [86, 122]],
  one2: [[-24, 119], [67, 80], [-74, 112], [88, 120]],
  both: [[-54, 94], [60, 90], [-84, 122], [88, 120]],
  both2: [[-50, 88], [66, 84], [-82, 120], [90, 118]],
  type: [[-8, 122], [30, 126], [-72, 114], [76, 116]],
  type2: [[-4, 126], [26, 122], [-72, 114], [76, 116]],
  pen: [[-24, 121], [34, 124], [-74, 112], [78, 116]],
  pen2: [[-24, 121], [39, 122], [-74, 112], [78, 116]],
  fold: [[-6, 122], [9, 124], [-72, 118], [74, 118]],
  under: [[-12, 148], [16, 150], [-80, 118], [82, 118]],
  knee: [[-24, 119], [34, 150], [-74, 112], [84, 122]],
};

/** The arms, to be drawn over the table. */
export function arms(look, pose, side) {
  if (pose.hands === 'lap') return '';
  const lift = pose.lift ?? 0;
  const sleeve = look.style === 'crown' ? look.trim : look.top;
  if (pose.hands === 'crossed') {
    const arm = (d) => line(d, 23, sleeve);
    return `${arm(`M-58 84 Q-66 116 ${18} 106`)}${arm(`M58 84 Q68 122 ${-22} 114`)}${oval(30, 104, 9, 8, look.skin)}${oval(-32, 113, 10, 8, look.skin)}${line('M-40 122 Q10 128 50 112', 1.5, '#00000022')}`;
  }
  const [far, near, farElbow, nearElbow] = HANDS[pose.hands ?? 'rest'];
  const one = ([hx, hy], [ex, ey], shoulder) => {
    const d = `M${shoulder * side} ${84 - lift} Q${ex * side} ${ey} ${hx * side} ${hy}`;
    return `${line(d, 25, '#0000001a')}${line(d, 23, sleeve)}${oval(hx * side, hy, 11, 9.5, look.skin)}${oval(hx * side + 5, hy - 6, 4, 6, look.skin)}`;
  };
  const pen = pose.hands?.startsWith('pen') ? line(`M${near[0] * side - 4} ${near[1] + 10} l${side * 12} -26`, 3, '#35577a') : '';
  return `${one(far, farElbow, -58)}${one(near, nearElbow, 58)}${pen}`;
}
