import { ANNOTATION_CONTEXT, type WebAnnotation } from '#lib/annotate/web-annotation.ts'

/** A page of a collection (Web Annotation Data Model, 5.2). */
type Page = { id: string; items: WebAnnotation[]; next: string | null }

export const MEDIA_TYPE = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'

/** A collection (5.1) whose annotations are all in its first page. */
export const wholeCollection = (id: string, label: string, items: WebAnnotation[]) => ({
  '@context': ANNOTATION_CONTEXT,
  id,
  type: 'AnnotationCollection',
  label,
  total: items.length,
  first: { id: `${id}#page`, type: 'AnnotationPage', startIndex: 0, items: items.map(withoutContext) },
})

/** A collection that says where its first page is. */
export const pagedCollection = (id: string, label: string, total: number, first: string) => ({
  '@context': ANNOTATION_CONTEXT,
  id,
  type: 'AnnotationCollection',
  label,
  total,
  first,
})

export const annotationPage = (collection: string, { id, items, next }: Page) => ({
  '@context': ANNOTATION_CONTEXT,
  id,
  type: 'AnnotationPage',
  partOf: collection,
  ...(next ? { next } : {}),
  items: items.map(withoutContext),
})

/** The same as {@link wholeCollection}, written as the pages come: of a desk of years no whole is ever in memory. */
export async function* collectionAsText(
  id: string,
  label: string,
  total: number,
  pages: AsyncIterable<WebAnnotation[]>,
): AsyncGenerator<string> {
  const { first, ...collection } = wholeCollection(id, label, [])
  const { items: _, ...page } = first
  yield `${JSON.stringify({ ...collection, total }).slice(0, -1)},"first":${JSON.stringify(page).slice(0, -1)},"items":[`
  let separator = '\n'
  for await (const items of pages) {
    for (const item of items) {
      yield separator + JSON.stringify(withoutContext(item))
      separator = ',\n'
    }
  }
  yield '\n]}}\n'
}

/** The context of the whole is that of its items. */
const withoutContext = ({ '@context': _, ...annotation }: WebAnnotation) => annotation
