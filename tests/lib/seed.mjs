// What the plain-HTTP tests start from: a demo house, everyone signed in, one fresh conversation.
import { otherOrganisation, visitorAs } from './people.mjs';
import { Visitor } from './visitor.mjs';

const staff = {
  professional: 'Sanne Verhoef',
  coach: 'Ruud de Wit',
  otherProfessional: 'Joris Smit',
  otherCoach: 'Ineke Bos',
  // Looks along with the professional, once they are asked.
  colleague: 'Youssef Amrani',
  manager: 'Els van Dam',
  privacyOfficer: 'Bram Hendriks',
  researcher: 'Noor Jansen',
  administrator: 'Wim Peters',
};

/** Everybody there is, by the part they play for the professional's conversation. */
export async function everybody(house) {
  const all = { nobody: new Visitor(house.address) };
  for (const [part, name] of Object.entries(staff)) all[part] = await visitorAs(house, name);
  const elsewhere = await otherOrganisation(house);
  all.stranger = elsewhere.professional;
  all.strangeAdministrator = elsewhere.administrator;
  return all;
}

/** The id that the demo gave to somebody, from the sign-in page. */
export async function memberId(house, name) {
  const { text } = await new Visitor(house.address).get('/sign-in');
  const row = text.split('<li>').find((part) => part.includes(`<p>${name}</p>`));
  return row.match(/name="member" value="([^"]+)"/)[1];
}

/** Sets up a conversation of a professional with a coach, and gives its id. */
export async function freshConversation(house, professional, coach = staff.coach) {
  const answer = await professional.post('/conversations/new', {
    held_on: '2027-03-03',
    coach: coach ? await memberId(house, coach) : '',
  });
  const id = answer.headers.location?.match(/^\/conversations\/([^/]+)$/)?.[1];
  if (!id) throw new Error(`no conversation was set up: ${answer.status}\n${answer.text}`);
  return id;
}
