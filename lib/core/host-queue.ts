/** The queue of an address's host: what is asked of one host is asked one after another. */
export const hostQueue = (address: string): string => `host:${URL.parse(address)?.hostname ?? ''}`
