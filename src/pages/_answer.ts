import type { APIContext } from 'astro';
import { getRegister } from '../register/from-collections.ts';
import type { Register } from '../register/register.ts';

/**
 * The route of a file that is made from the register.
 *
 * @param type its media type, for the development server; a host goes by the file’s name
 * @param make gets where the site is published, with any sub-path and a slash at the end
 */
export function answer<Props extends Record<string, unknown>>(
  type: string,
  make: (
    register: Register,
    site: URL,
    context: APIContext<Props>,
  ) => string | Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>>,
) {
  return async (context: APIContext<Props>): Promise<Response> => {
    const site = new URL(import.meta.env.BASE_URL.replace(/\/?$/, '/'), context.site);
    const body = await make(await getRegister(), site, context);
    return new Response(body, { headers: { 'Content-Type': type } });
  };
}
