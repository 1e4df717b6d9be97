/** Fields that a delivery states beside or instead of a document: a csv column, a json key, a feed element. */
export type Stated = {
  title?: string
  text?: string
  html?: string
  publishedAt?: string
  source?: string
  author?: string
  language?: string
  address?: string
  agency?: string
}
