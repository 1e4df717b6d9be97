import Link from 'next/link'
import { Name } from '#components/ui/name.tsx'
import { nameIn } from '#lib/i18n/name-in.ts'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import type { TopicStep } from '#lib/tag/get-topic.ts'

/** The way down the tree; the last step is where one stands. */
export async function TopicPath({ path }: { path: TopicStep[] }) {
  const { t, locale } = await requestI18n()
  return (
    <nav aria-label={t('vocabulary.topics')} className="mb-3">
      <ol className="flex flex-wrap gap-x-2 text-sm">
        <li>
          <Link href="/topics" className="text-accent hover:underline">
            {t('vocabulary.allTopics')}
          </Link>
        </li>
        {path.map(({ id, labelAr, labelEn }) => (
          <li key={id} className="before:me-2 before:text-muted before:content-['/']">
            <Link href={`/topics?parent=${encodeURIComponent(id)}`} className="text-accent hover:underline">
              <Name {...nameIn(locale, { ar: labelAr, en: labelEn })} />
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}
