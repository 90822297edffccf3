/** A browser as far as it follows redirections and keeps cookies. */
export interface Visitor {
  get(address: string): Promise<Response>;
  /** Goes on until there is a page, or an address that `stop` holds for the last. */
  follow(
    address: string,
    stop?: (url: string) => boolean,
  ): Promise<{ readonly url: string; readonly response: Response }>;
  /** What it sends to an origin as `Cookie`. */
  cookieOf(origin: string): string;
}

export function newVisitor(): Visitor {
  const jar = new Map<string, Map<string, string>>();
  const cookieOf = (origin: string) => [...(jar.get(origin) ?? [])].map((pair) => pair.join('=')).join('; ');
  const get = async (address: string): Promise<Response> => {
    const { origin } = new URL(address);
    const cookie = cookieOf(origin);
    const response = await fetch(address, { redirect: 'manual', headers: cookie === '' ? {} : { cookie } });
    const kept = jar.get(origin) ?? new Map<string, string>();
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';', 1);
      kept.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    jar.set(origin, kept);
    return response;
  };
  return {
    get,
    cookieOf,
    async follow(address, stop = () => false) {
      let url = address;
      for (let step = 0; step < 10; step++) {
        const response = await get(url);
        const location = response.headers.get('location');
        if (location === null) return { url, response };
        url = new URL(location, url).href;
        if (stop(url)) return { url, response };
      }
      throw new Error(`It leads on and on, last to ${url}.`);
    },
  };
}
