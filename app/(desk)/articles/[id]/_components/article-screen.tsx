import type { ReactNode } from 'react'
import { ArticleText } from '#app/(desk)/articles/[id]/_components/article-text.tsx'
import { CopiesPanel } from '#app/(desk)/articles/[id]/_components/copies-panel.tsx'
import { CopyDifference } from '#app/(desk)/articles/[id]/_components/copy-difference.tsx'
import { DueForm } from '#app/(desk)/articles/[id]/_components/due-form.tsx'
import { EditText } from '#app/(desk)/articles/[id]/_components/edit-text.tsx'
import { FieldsPanel } from '#app/(desk)/articles/[id]/_components/fields-panel.tsx'
import { FlagsPanel } from '#app/(desk)/articles/[id]/_components/flags-panel.tsx'
import { Head } from '#app/(desk)/articles/[id]/_components/head.tsx'
import { marksOf } from '#app/(desk)/articles/[id]/_components/marks-of.ts'
import { NotesPanel } from '#app/(desk)/articles/[id]/_components/notes-panel.tsx'
import { SelectionBar } from '#app/(desk)/articles/[id]/_components/selection-bar.tsx'
import { selectionWords } from '#app/(desk)/articles/[id]/_components/selection-words.ts'
import { StateBar } from '#app/(desk)/articles/[id]/_components/state-bar.tsx'
import { StoryPanel } from '#app/(desk)/articles/[id]/_components/story-panel.tsx'
import { TagsPanel } from '#app/(desk)/articles/[id]/_components/tags-panel.tsx'
import type { ArticleParams } from '#app/(desk)/articles/[id]/search-params.ts'
import { createNoteAction } from '#app/(desk)/articles/actions.ts'
import { conflictWords } from '#components/article/conflict-words.ts'
import { EventList } from '#components/article/event-list.tsx'
import { LABEL_LOOKS, labelName } from '#components/article/label-badge.tsx'
import { Presence } from '#components/article/presence.tsx'
import { sourceLabel } from '#components/article/source-line.tsx'
import { Fold } from '#components/ui/fold.tsx'
import { Panel } from '#components/ui/page.tsx'
import { labelColour } from '#lib/annotate/label-colours.ts'
import { listAnnotations } from '#lib/annotate/list-annotations.ts'
import { listLabels } from '#lib/annotate/list-labels.ts'
import { listColleagues } from '#lib/annotate/notify-of-note.ts'
import { findText } from '#lib/articles/find-text.ts'
import type { ArticleView } from '#lib/articles/get-article.ts'
import { listCopies } from '#lib/articles/list-copies.ts'
import { listHistory } from '#lib/articles/list-history.ts'
import { listStoryArticles } from '#lib/articles/list-story-articles.ts'
import { storedBlocks } from '#lib/correct/blocks-of-edited.ts'
import { requestI18n } from '#lib/i18n/request-i18n.ts'
import { parseQuery } from '#lib/search/parse-query.ts'
import { toTsquery } from '#lib/search/tsquery.ts'
import { listStories } from '#lib/stories/list-stories.ts'
import { foldedWords } from '#lib/text/words.ts'
import type { PageContext } from '#lib/web/page-context.ts'

/** Folded words of the people and places that an article is tagged with; an organisation is named in common words. */
const namesOf = ({ tags }: ArticleView): ReadonlySet<string> =>
  new Set(
    tags.flatMap(({ entity }) =>
      entity && entity.kind !== 'organisation'
        ? [entity.nameAr, entity.nameEn, entity.nameFr].flatMap((name) => foldedWords(name ?? ''))
        : [],
    ),
  )

type Props = {
  ctx: PageContext
  article: ArticleView
  /** What of it is open. */
  params: ArticleParams
  /** The address of this screen with that open: an article has one of its own, and stands beside the desk's list. */
  at: (params: ArticleParams) => string
  /** Ways on, under the text. */
  children?: ReactNode
}

/** An article with all that can be done with it: the text, and beside it what is known of it. */
export async function ArticleScreen({ ctx, article, params, at, children }: Props) {
  const { id } = article
  const { copy, edit, find } = params
  const i18n = await requestI18n()
  const { t } = i18n
  const [notes, labels, colleagues, copies, inStory, history, other, found] = await Promise.all([
    listAnnotations(ctx, id),
    listLabels(ctx),
    listColleagues(ctx),
    listCopies(ctx, id),
    article.storyId ? listStoryArticles(ctx, article.storyId, 60) : [],
    listHistory(ctx, article),
    copy ? findText(ctx, copy) : null,
    find
      ? listStories(ctx, {
          tsquery: toTsquery(parseQuery(find), 'all'),
          exceptId: article.storyId ?? undefined,
          limit: 8,
        })
      : [],
  ])
  const copyLine = copies.find((line) => line.id === copy)
  const isCopy = new Set(copies.filter((line) => line.inGroup).map((line) => line.id))
  const others = inStory.filter((line) => line.id !== id && !isCopy.has(line.id))
  const blocks = storedBlocks(article.blocks)
  const conflict = conflictWords(t)
  const names = [...new Set(colleagues.map(({ name }) => name))]
  return (
    <div className="@container">
      <div className="grid gap-x-8 gap-y-6 @3xl:grid-cols-[minmax(0,1fr)_18rem] @5xl:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="min-w-0">
          <Head article={article} at={at} i18n={i18n} />
          <Presence
            articleId={id}
            editing={edit === 'text'}
            words={{ label: t('triage.presence.label'), editing: t('triage.presence.editing') }}
          />
          <div className="mb-4 flex flex-wrap items-start gap-2">
            <StateBar article={article} me={ctx.actor.userId} conflict={conflict} i18n={i18n} />
            <DueForm article={article} conflict={conflict} i18n={i18n} />
            {edit !== 'text' && (
              <SelectionBar
                articleId={id}
                revision={article.revision}
                action={createNoteAction}
                labels={labels.map((label) => ({
                  id: label.id,
                  name: labelName(label, i18n.locale),
                  look: LABEL_LOOKS[labelColour(label.colour)],
                }))}
                names={names}
                words={selectionWords(t)}
              />
            )}
          </div>
          <div className="mb-4 max-w-[44rem] empty:hidden">
            <FlagsPanel article={article} back={at({})} i18n={i18n} />
          </div>
          {other && copyLine && (
            <CopyDifference
              a={article.text}
              b={other.text}
              language={article.language}
              names={namesOf(article)}
              source={sourceLabel(i18n, copyLine) ?? t('desk.unknownSource')}
              close={at({})}
              i18n={i18n}
            />
          )}
          {edit === 'text' ? (
            <EditText article={article} back={at({})} conflict={conflict} i18n={i18n} />
          ) : (
            <ArticleText
              text={article.text}
              blocks={blocks}
              language={article.language}
              marks={marksOf(i18n, article, notes)}
              label={t('article.text')}
              toNote={t('annotations.goToNote')}
            />
          )}
          {children}
        </div>
        <aside className="min-w-0 space-y-4">
          <TagsPanel article={article} i18n={i18n} />
          <NotesPanel
            notes={notes}
            articleId={id}
            language={article.language}
            me={{ id: ctx.actor.userId, isAdmin: ctx.actor.role === 'admin' }}
            names={names}
            i18n={i18n}
          />
          <FieldsPanel article={article} conflict={conflict} i18n={i18n} />
          <CopiesPanel
            article={article}
            line={inStory.find((line) => line.id === id)}
            copies={copies}
            open={copy}
            at={at}
            i18n={i18n}
          />
          <StoryPanel article={article} others={others} find={find} found={found} at={at} i18n={i18n} />
          <Panel>
            <Fold summary={`${t('article.history.title')} (${i18n.number(history.length)})`}>
              <EventList events={history} i18n={i18n} />
            </Fold>
          </Panel>
        </aside>
      </div>
    </div>
  )
}
