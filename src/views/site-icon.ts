import { colourOf, ownBrand } from '../domain/brand.ts';
import type { Site } from '../register/register.ts';

/** The picture for browser tabs where a site has none of its own: a tick on the site’s colour. */
export function siteIcon({ brand }: Pick<Site, 'brand'>): string {
  const dark = colourOf(brand?.light ?? '') ?? ownBrand.light;
  const pale = colourOf(brand?.dark ?? '') ?? ownBrand.dark;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">
  <rect width="15" height="15" x=".5" y=".5" fill="${dark}" stroke="${pale}" rx="2" />
  <path fill="none" stroke="#fff" stroke-width="2.2" d="m3.5 8.3 3 3 6-6.6" />
</svg>
`;
}
