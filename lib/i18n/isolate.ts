/**
 * A name of unknown direction inside a sentence of another: Unicode's First Strong Isolate, for strings, as <bdi> is
 * for elements. Without it «set by سلمى, 4 minutes ago» has its 4 moved to the name's other side.
 */
export const isolate = (text: string): string => `\u2068${text}\u2069`
