/**
 * Media type of a document that is an item of a feed without text: its page has to be fetched, and until then there is
 * nothing to read in it.
 */
export const PAGE_TO_FETCH = 'application/rss+xml'
