import { assignAsking, setStateAsking } from '#app/(desk)/articles/actions.ts'
import type { ConflictWords } from '#components/article/conflict-words.ts'
import { EditForm } from '#components/article/edit-form.tsx'
import { Button } from '#components/ui/button.tsx'
import type { ArticleView } from '#lib/articles/get-article.ts'
import type { I18n } from '#lib/i18n/i18n.ts'

const STATES = [
  ['working', 'w'],
  ['done', 'd'],
  ['archived', 'e'],
] as const
const ALL_STATES = ['new', 'working', 'done', 'archived'] as const

type Props = { article: ArticleView; me: string; conflict: ConflictWords; i18n: I18n }

/** How far the desk is with it, each step on one key. */
export function StateBar({ article, me, conflict, i18n }: Props) {
  const { t } = i18n
  const states = Object.fromEntries(ALL_STATES.map((state) => [state, t(`desk.state.${state}`)]))
  return (
    <section
      aria-label={t('article.state.title')}
      {...(article.duplicateGroupId ? { title: t('desk.withCopiesHint') } : {})}
      className="flex flex-wrap gap-2"
    >
      {STATES.map(([state, hotkey]) => (
        <EditForm
          key={state}
          action={setStateAsking}
          names={{ state: t('article.state.title') }}
          values={states}
          words={conflict}
        >
          <input type="hidden" name="articleIds[]" value={article.id} />
          <input type="hidden" name="withCopies" value="1" />
          <input type="hidden" name="was" value={article.state} />
          <input type="hidden" name="state" value={article.state === state ? 'new' : state} />
          <Button small hotkey={hotkey} look={article.state === state ? 'quiet' : 'plain'}>
            {t(`article.state.${article.state === state ? 'new' : state}`)}
          </Button>
        </EditForm>
      ))}
      {(!article.assigneeId || article.assigneeId === me) && (
        <EditForm
          action={assignAsking}
          names={{ userId: t('desk.facets.assignee') }}
          values={{ '': t('desk.facets.nobody'), [me]: t('triage.conflict.you') }}
          words={conflict}
        >
          <input type="hidden" name="articleIds[]" value={article.id} />
          <input type="hidden" name="withCopies" value="1" />
          <input type="hidden" name="was" value={article.assigneeId ?? ''} />
          <input type="hidden" name="userId" value={article.assigneeId ? '' : me} />
          <Button small hotkey="i">
            {t(article.assigneeId ? 'article.state.giveBack' : 'article.state.take')}
          </Button>
        </EditForm>
      )}
    </section>
  )
}
