// Certificates of one's own, as an organisation makes them for servers inside its own network. Made by openssl, for a day.
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const openssl = (...words) => promisify(execFile)('openssl', words);
const fresh = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];

/** An authority (`authority`: the path of its certificate) and what a server for `localhost` needs: `key` and `cert`. */
export async function certificates(folder) {
  const at = (name) => join(folder, name);
  const authority = at('authority.pem');
  await openssl(
    ...['req', '-x509', ...fresh, '-days', '2', '-subj', '/CN=Waterland'],
    ...['-addext', 'keyUsage=critical,keyCertSign', '-keyout', at('authority.key'), '-out', authority],
  );
  await openssl(
    ...['req', ...fresh, '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'],
    ...['-keyout', at('server.key'), '-out', at('server.csr')],
  );
  await openssl(
    ...['x509', '-req', '-in', at('server.csr'), '-CA', authority, '-CAkey', at('authority.key')],
    ...['-days', '2', '-copy_extensions', 'copy', '-out', at('server.pem')],
  );
  return { authority, key: await readFile(at('server.key')), cert: await readFile(at('server.pem')) };
}
