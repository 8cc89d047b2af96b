import { siteDate } from '../domain/site-date.ts';
import { dayInWords } from '../domain/wording.ts';
import { securityExpiry } from '../exports/host-files.ts';

/**
 * What to say of a site that is judged by a day so long ago (`SITE_DATE`) that nobody would trust its
 * `security.txt` today. Undefined where it can be published.
 *
 * @throws where SITE_DATE is not a day
 */
export function expiredContact(
  environment: Record<string, string | undefined>,
  now = new Date(),
): string | undefined {
  const judgedBy = siteDate(environment);
  const expires = securityExpiry(judgedBy);
  if (expires > siteDate({}, now)) return undefined;
  return `SITE_DATE is ${judgedBy}, so this site would say that the contact in its security.txt expired on ${dayInWords(expires)}. Leave SITE_DATE out when you build the site to publish it.`;
}
