import { assignAction, setStateAction } from '#app/(desk)/articles/actions.ts'
import { Button } from '#components/ui/button.tsx'
import type { ArticleView } from '#lib/articles/get-article.ts'
import type { I18n } from '#lib/i18n/i18n.ts'

const STATES = [
  ['working', 'w'],
  ['done', 'd'],
  ['archived', 'e'],
] as const

/** How far the desk is with it, each step on one key. */
export function StateBar({ article, me, i18n }: { article: ArticleView; me: string; i18n: I18n }) {
  const { t } = i18n
  return (
    <section
      aria-label={t('article.state.title')}
      {...(article.duplicateGroupId ? { title: t('desk.withCopiesHint') } : {})}
      className="flex flex-wrap gap-2"
    >
      {STATES.map(([state, hotkey]) => (
        <form key={state} action={setStateAction}>
          <input type="hidden" name="articleIds[]" value={article.id} />
          <input type="hidden" name="withCopies" value="1" />
          <input type="hidden" name="state" value={article.state === state ? 'new' : state} />
          <Button small hotkey={hotkey} look={article.state === state ? 'quiet' : 'plain'}>
            {t(`article.state.${article.state === state ? 'new' : state}`)}
          </Button>
        </form>
      ))}
      {(!article.assigneeId || article.assigneeId === me) && (
        <form action={assignAction}>
          <input type="hidden" name="articleIds[]" value={article.id} />
          <input type="hidden" name="withCopies" value="1" />
          <input type="hidden" name="userId" value={article.assigneeId ? '' : me} />
          <Button small hotkey="i">
            {t(article.assigneeId ? 'article.state.giveBack' : 'article.state.take')}
          </Button>
        </form>
      )}
    </section>
  )
}
