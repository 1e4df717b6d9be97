/** What a name names, as the annotated corpora of news tell it. */
export type NameKind = 'person' | 'place' | 'organisation'

export const NAME_KINDS: NameKind[] = ['person', 'place', 'organisation']
