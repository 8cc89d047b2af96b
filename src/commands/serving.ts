/** Where a site is served on this machine, as far as it was said. */
export interface Server {
  port?: number;
  host?: string;
}

/**
 * What was typed of a server.
 *
 * @throws in plain words, where the port is none
 */
export function serverFrom({ port, host }: { port?: string; host?: string }): Server {
  if (
    port !== undefined &&
    !(/^\d{1,5}$/.test(port) && Number(port) > 0 && Number(port) < 65_536)
  ) {
    throw new Error(`“${port}” is not a port. Write a number from 1 to 65535, such as --port 8080`);
  }
  return {
    ...(port !== undefined && { port: Number(port) }),
    ...(host !== undefined && { host }),
  };
}

/**
 * Where the home page of a site that is served here is, with the folder in which it will be published.
 *
 * @param url the address at which it will be published
 */
export function servedAddress({ port, host = 'localhost' }: Server, url: string): string {
  return `http://${host}:${port}${new URL(url).pathname.replace(/\/?$/, '/')}`;
}
