// A device that holds passkeys, as Chromium pretends to have one.

/** Gives a page a device with a finger that is always right. `answers` turns the finger off and on. */
export async function withDevice(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const options = {
    protocol: 'ctap2',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
    automaticPresenceSimulation: true,
  };
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', { options });
  return {
    answers: (isUserVerified) => session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
    keys: async () => (await session.send('WebAuthn.getCredentials', { authenticatorId })).credentials,
    take: (credential) => session.send('WebAuthn.addCredential', { authenticatorId, credential }),
    forget: () => session.send('WebAuthn.clearCredentials', { authenticatorId }),
  };
}

/** The same program at an address by name, where passkeys work. */
export const byName = (house) => ({ address: `http://localhost:${new URL(house.address).port}` });
