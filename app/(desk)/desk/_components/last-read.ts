/** The article whose reading ended: where the list goes on. It lives as long as the tab's page. */
let last: string | null = null

export const leaveList = (articleId: string): void => {
  last = articleId
}

/** @returns it, once */
export function takeLastRead(): string | null {
  const taken = last
  last = null
  return taken
}
