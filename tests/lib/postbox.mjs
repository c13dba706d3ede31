// A real mail server for tests: it takes whatever the program sends and keeps it, read and as it came.
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** Opens a server on a free port of this machine, or on the one that is given. */
export async function openPostbox(port = 0) {
  const letters = [];
  let waiting = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onData(stream, session, taken) {
      const parts = [];
      stream.on('data', (part) => parts.push(part));
      stream.on('end', async () => {
        const raw = Buffer.concat(parts);
        const letter = {
          raw: raw.toString('utf8'),
          read: await simpleParser(raw),
          to: session.envelope.rcptTo,
        };
        letters.push(letter);
        waiting = waiting.filter((look) => !look());
        taken();
      });
    },
  });
  await new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', done);
  });
  return {
    letters,
    port: server.server.address().port,
    get url() {
      return `smtp://127.0.0.1:${this.port}`;
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
