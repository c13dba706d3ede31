// The people of the demo, and of a second organisation that has no business with them.
import { execFile } from 'node:child_process';
import { programPath } from './house.mjs';
import { makeSecond } from './second.mjs';
import { Visitor } from './visitor.mjs';

/** The password of every demo account; the sign-in page of the demo has a button per person beside it. */
export const demoPassword = 'kijken naar zien';

/** Signs somebody of the demo in with their button on the sign-in page. */
export async function signIn(page, name) {
  await page.goto('/sign-in');
  await page.locator('li', { hasText: name }).locator('button[name=member]').click();
  await page.waitForURL('**/home');
}

/** Somebody of the demo, signed in over plain HTTP. */
export async function visitorAs(house, name) {
  const visitor = new Visitor(house.address);
  const { text } = await visitor.get('/sign-in');
  const row = text.split('<li>').find((part) => part.includes(`<p>${name}</p>`));
  const member = row?.match(/name="member" value="([^"]+)"/)?.[1];
  if (!member) throw new Error(`${name} is not on the sign-in page`);
  const answer = await visitor.post('/sign-in/demo', { member, next: '' });
  if (answer.status !== 303) throw new Error(`${name} could not sign in: ${answer.status}`);
  visitor.name = name;
  return visitor;
}

/** Makes a second organisation beside the demo and gives its administrator and a professional, signed in. */
export async function otherOrganisation(house) {
  const password = 'een lang ander wachtwoord';
  await new Promise((done, fail) => {
    const words = ['admin', 'init', '--data', house.data, '--organisation', 'Gemeente Elders', '--phone', '010 1'];
    words.push('--privacy-officer', 'fg@elders.example', '--name', 'Ada Elders', '--email', 'ada@elders.example');
    const child = execFile(programPath, words, (error, _, said) => (error ? fail(new Error(said)) : done()));
    child.stdin.end(`${password}\n`);
  });
  const administrator = new Visitor(house.address);
  await expectRedirect(
    administrator.post('/sign-in', { email: 'ada@elders.example', password, next: '' }),
    'the administrator of the other organisation signs in',
  );
  await makeSecond(administrator);
  const invited = await administrator.send('POST', '/people/invitations', {
    form: [
      ['email', 'pim@elders.example'],
      ['roles', 'professional'],
      ['roles', 'coach'],
      ['roles', 'privacy-officer'],
      ['roles', 'manager'],
      ['roles', 'researcher'],
    ],
  });
  const page = invited.status === 303 ? await administrator.get(invited.headers.location) : invited;
  const link = page.text.match(/href="(?:https?:\/\/[^"/]+)?(\/invitations?\/[^"]+)"/)?.[1];
  if (!link) throw new Error(`no invitation link on the page (${page.status})`);
  const professional = new Visitor(house.address);
  await expectRedirect(professional.post(link, { name: 'Pim Elders', password }), 'Pim accepts');
  await makeSecond(professional);
  professional.name = 'Pim Elders';
  return { administrator, professional };
}

async function expectRedirect(answer, what) {
  const { status, text } = await answer;
  if (status !== 303) throw new Error(`${what}: ${status}\n${text.slice(0, 2000)}`);
}
