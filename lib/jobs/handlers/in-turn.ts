let last: Promise<unknown> = Promise.resolve()

/**
 * What is large when it is opened is opened one after another in a process: several answers may arrive at once, but
 * each costs twenty times its size in memory while it is taken apart.
 */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const result = last.then(work)
  last = result.catch(() => undefined)
  return result
}
