/** The element of an article's row: the reader beside the list marks it, and the way back leads to it. Pure. */
export const rowId = (articleId: string): string => `row-${articleId}`
