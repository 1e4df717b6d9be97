import Link from 'next/link'
import { tagLabel } from '#components/article/tag-label.ts'
import type { TagLine } from '#lib/core/article-line.ts'
import { deskLink } from '#lib/core/desk-link.ts'
import type { I18n } from '#lib/i18n/i18n.ts'

const LOOKS = {
  accepted: 'chip chip-accepted',
  suggested: 'chip chip-suggested',
  unsure: 'chip chip-unsure',
  rejected: 'chip chip-rejected',
}

/**
 * Tags of an article, each a link to all that has it: accepted ones filled, suggested ones with a broken edge and
 * said so, fainter where learning is not sure. At most `most`; the rest is counted.
 */
export function TagChips({ tags, i18n, most = 8 }: { tags: TagLine[]; i18n: I18n; most?: number }) {
  if (tags.length === 0) return null
  const { t } = i18n
  const hidden = tags.slice(most)
  return (
    <ul
      aria-label={t('tags.title')}
      className="relative flex flex-wrap gap-1 max-sm:max-w-full max-sm:flex-nowrap max-sm:overflow-x-auto max-sm:whitespace-nowrap"
    >
      {tags.slice(0, most).map((tag) => {
        const look = lookOf(tag)
        return (
          <li key={tag.id}>
            <Link
              href={deskLink({ [tag.kind]: tag.subject })}
              prefetch={false}
              title={`${t(`tags.kind.${tag.kind}`)} · ${t(`tags.${look}`)}`}
              className={LOOKS[look]}
            >
              <bdi>{tagLabel(i18n, tag)}</bdi>
              {tag.state !== 'accepted' && <span className="sr-only"> ({t(`tags.${look}`)})</span>}
            </Link>
          </li>
        )
      })}
      {hidden.length > 0 && (
        <li className="self-center text-sm text-muted" title={hidden.map((tag) => tagLabel(i18n, tag)).join(' · ')}>
          {t('tags.others', { count: hidden.length })}
        </li>
      )}
    </ul>
  )
}

const lookOf = ({ state, sure }: TagLine) => (state === 'suggested' && !sure ? 'unsure' : state)
