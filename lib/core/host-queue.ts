/** The longest name of a queue. */
const MOST = 128

/** The queue of an address's host: what is asked of one host is asked one after another. */
export const hostQueue = (address: string): string => `host:${URL.parse(address)?.hostname ?? ''}`.slice(0, MOST)
