import type { Mark, NameMark, NoteMark } from '#app/(desk)/articles/[id]/_components/article-text.tsx'
import { labelName } from '#components/article/label-badge.tsx'
import { tagLabel } from '#components/article/tag-label.ts'
import { labelColour } from '#lib/annotate/label-colours.ts'
import type { ListedAnnotation } from '#lib/annotate/list-annotations.ts'
import type { ArticleView } from '#lib/articles/get-article.ts'
import type { I18n } from '#lib/i18n/i18n.ts'
import type { Span } from '#lib/text/fold.ts'

/** Words that justified a tag, as they are stored. */
type StoredMatch = { quote: string; start: number; end: number; field?: 'title' | 'text' }

export const matchesOf = (evidence: unknown): StoredMatch[] => {
  const matches = (evidence as { matches?: unknown } | null)?.matches
  return Array.isArray(matches) ? matches.filter((m): m is StoredMatch => typeof m?.quote === 'string') : []
}

/** What is marked in the text: the names behind suggested and accepted tags, and the notes that have a place. Pure. */
export function marksOf(i18n: I18n, article: ArticleView, notes: ListedAnnotation[]): Mark[] {
  const names = article.tags
    .filter((tag) => tag.state !== 'rejected' && !tag.topicId)
    .flatMap((tag): NameMark[] => {
      const label = tagLabel(i18n, tagLineOf(tag))
      return matchesOf(tag.evidence)
        .filter((match) => match.field !== 'title')
        .flatMap((match) => {
          const place = placeOf(article.text, match)
          return place ? [{ ...place, kind: 'name' as const, label }] : []
        })
    })
  const placed = notes
    .filter((note) => !note.unplacedAt && note.revision === article.revision)
    .map(
      (note): NoteMark => ({
        start: note.start,
        end: note.end,
        kind: 'note',
        id: note.id,
        look: note.resolvedAt ? 'resolved' : note.kind,
        ...(note.label ? { colour: labelColour(note.label.colour) } : {}),
        label: [note.label && labelName(note.label, i18n.locale), note.body || note.exact.slice(0, 60)]
          .filter(Boolean)
          .join(': '),
      }),
    )
  return [...names, ...placed]
}

/** Where the words stand now: a text that was corrected may have moved them. Null where they are gone. */
function placeOf(text: string, { quote, start, end }: StoredMatch): Span | null {
  if (text.slice(start, end) === quote) return { start, end }
  const before = text.lastIndexOf(quote, start)
  const after = text.indexOf(quote, start)
  const at = before < 0 || (after >= 0 && after - start < start - before) ? after : before
  return at < 0 ? null : { start: at, end: at + quote.length }
}

/** A tag as the shared components show it. Pure. */
export function tagLineOf(tag: ArticleView['tags'][number]) {
  const kind = tag.topicId ? ('topic' as const) : tag.entityId ? ('entity' as const) : ('country' as const)
  return {
    id: tag.id,
    kind,
    subject: tag.topicId ?? tag.entityId ?? tag.country ?? '',
    names: {
      ar: tag.topic?.labelAr ?? tag.entity?.nameAr ?? null,
      en: tag.topic?.labelEn ?? tag.entity?.nameEn ?? null,
      fr: tag.entity?.nameFr ?? null,
    },
    state: tag.state,
    origin: tag.origin,
    score: tag.score,
  }
}
