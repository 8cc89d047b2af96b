import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/**
 * Makes a certificate that nobody has signed, for two days.
 *
 * @param folder where to put the two files
 * @param hostname whose it is
 */
export function selfSigned(folder: string, hostname: string): { key: string; certificate: string } {
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  const kind = ['-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2'];
  const name = ['-subj', `/CN=${hostname}`, '-addext', `subjectAltName=DNS:${hostname}`];
  execFileSync('openssl', ['req', ...kind, ...name, '-keyout', key, '-out', certificate], {
    stdio: 'ignore',
  });
  return { key, certificate };
}
