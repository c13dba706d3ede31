// Consent without a browser: the professional says yes in their account, the client on the screen they are handed.
import { freshConversation } from './seed.mjs';
import { visitorAs } from './people.mjs';

const purposes = ['look', 'colleagues', 'research', 'story', 'clip'];
const pin = '2468';

async function expect(status, answer, what) {
  const got = await answer;
  if (got.status !== status) throw new Error(`${what}: ${got.status}\n${got.text.slice(0, 1500)}`);
  return got;
}

/** Both in the picture say yes to recording and looking back, and no to the rest. */
export async function agree(professional, conversation, codeName = 'Roos') {
  const answers = Object.fromEntries(purposes.map((purpose) => [purpose, purpose === 'look' ? 'yes' : 'no']));
  await expect(303, professional.post(`/conversations/${conversation}/consent`, answers), 'the professional says yes');
  const hand = professional.post(`/conversations/${conversation}/handover`, { for: 'consent', pin });
  await expect(303, hand, 'the screen is handed over');
  await expect(
    200,
    professional.post('/mine/consent', { at: '7', go: 'next', yes: 'look', name: codeName }),
    'the client says yes',
  );
  await expect(303, professional.post('/mine/back', { pin }), 'the screen is taken back');
}

/** A professional of the demo with a fresh conversation in which recording is allowed. */
export async function agreedConversation(house, name = 'Joris Smit') {
  const professional = await visitorAs(house, name);
  const conversation = await freshConversation(house, professional, null);
  await agree(professional, conversation);
  return { professional, conversation };
}
