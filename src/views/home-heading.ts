import type { Site } from '../register/register.ts';

/** The heading of the home page, which pictures of links show too. */
export function homeHeading({ heading, words }: Pick<Site, 'heading' | 'words'>): string {
  return heading ?? `What was ${words.made}${words.toPeople}, and did it happen?`;
}
