// The program's own table of doors, and which of the people in a test it lets in.
import { execFileSync } from 'node:child_process';
import { programPath } from './house.mjs';

// Everyone with an account, and the roles that the demo gave them.
const roles = {
  professional: ['professional'],
  coach: ['coach'],
  otherProfessional: ['professional'],
  otherCoach: ['coach'],
  manager: ['manager'],
  privacyOfficer: ['privacy-officer'],
  researcher: ['researcher'],
  administrator: ['administrator'],
  colleague: ['professional'],
  // These two are of another organisation.
  stranger: ['professional', 'coach', 'manager', 'privacy-officer', 'researcher'],
  strangeAdministrator: ['administrator'],
};
const elsewhere = ['stranger', 'strangeAdministrator'];
export const members = Object.keys(roles);
const clients = ['client', 'otherClient'];
const parts = { lead: 'professional', across: 'client', coach: 'coach', colleague: 'colleague' };
export const everyone = ['nobody', ...members, ...clients];

const holding = (wanted) => members.filter((who) => roles[who].some((role) => wanted.includes(role)));

/** Whom a line of the table lets in. `maker` made what its address names. */
export function admitted(who, maker = 'professional') {
  const [kind, ...names] = who.split(' ');
  const kinds = {
    anyone: () => everyone,
    member: () => members,
    role: () => holding(names),
    'role-there': () => holding(names).filter((each) => !elsewhere.includes(each)),
    part: () => names.map((name) => parts[name]),
    maker: () => [maker],
    guest: () => clients,
  };
  if (!kinds[kind]) throw new Error(`a door for nobody that is known: ${who}`);
  return kinds[kind]();
}

/** The table as the program prints it: by `GET /path`, for whom, and under which consent. */
export function table() {
  const lines = execFileSync(programPath, ['doors'], { encoding: 'utf8' }).trim().split('\n');
  const rows = lines.map((line) => {
    const [method, path, who, under] = line.split('\t');
    return [`${method} ${path}`, { who, under }];
  });
  return Object.fromEntries(rows);
}

// From what needs least to what needs most.
const order = ['nothing', 'facts', 'standing', 'first-yes', 'second-yes', 'side-by-side', 'colleagues'];

/** Whether a door needs at least this much. */
export function needs(under, least) {
  if (!order.includes(under)) throw new Error(`no such consent: ${under}`);
  return order.indexOf(under) >= order.indexOf(least);
}
