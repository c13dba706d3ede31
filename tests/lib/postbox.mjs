// A real mail server for tests: it takes whatever the program sends and keeps it, read and as it came.
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/**
 * Opens a server on a free port of this machine, or on the one that is given. With `tls` (`key` and `cert`) it offers
 * STARTTLS and takes no mail without it. `refuses` gives the answer for an address that takes no mail, and `hold` is
 * waited for before a letter is said to be taken.
 */
export async function openPostbox(port = 0, { tls, refuses = () => null, hold = async () => {} } = {}) {
  const letters = [];
  let waiting = [];
  const refusal = (code, text) => Object.assign(new Error(text), { responseCode: code });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: tls ? ['AUTH'] : ['STARTTLS', 'AUTH'],
    logger: false,
    ...tls,
    onMailFrom: (_, session, next) => next(tls && !session.secure ? refusal(530, 'STARTTLS first') : null),
    onRcptTo({ address }, session, next) {
      const code = refuses(address);
      next(code ? refusal(code, `no mail for ${address}`) : null);
    },
    onData(stream, session, taken) {
      const parts = [];
      stream.on('data', (part) => parts.push(part));
      stream.on('end', async () => {
        const raw = Buffer.concat(parts);
        const letter = {
          raw: raw.toString('utf8'),
          read: await simpleParser(raw),
          to: session.envelope.rcptTo,
          secure: session.secure,
        };
        letters.push(letter);
        waiting = waiting.filter((look) => !look());
        await hold(letter);
        taken();
      });
    },
  });
  // A client that hangs up in the middle of a handshake is no trouble of ours.
  server.on('error', () => {});
  await new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', done);
  });
  return {
    letters,
    port: server.server.address().port,
    get url() {
      return tls ? `smtp://localhost:${this.port}?tls=required` : `smtp://127.0.0.1:${this.port}`;
    },
    /** The letters to one address. */
    to: (address) => letters.filter((letter) => letter.to.some((one) => one.address === address)),
    /** Waits until `look` sees what it wants among the letters. */
    until(look, patience = 30_000) {
      if (look()) return Promise.resolve();
      return new Promise((done, fail) => {
        const late = setTimeout(
          () => fail(new Error(`after ${patience} ms there are ${letters.length} letters`)),
          patience,
        );
        waiting.push(() => {
          if (!look()) return false;
          clearTimeout(late);
          done();
          return true;
        });
      });
    },
    close: () => new Promise((done) => server.close(done)),
  };
}
