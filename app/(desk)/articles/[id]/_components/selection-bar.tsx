'use client'

import { useRef, useState } from 'react'
import { useSelectedSpan } from '#app/(desk)/articles/[id]/_components/use-selected-span.ts'
import { Button } from '#components/ui/button.tsx'
import { Select } from '#components/ui/field.tsx'
import { MentionBox } from '#components/ui/mention-box.tsx'

/** One of the desk's labels: its name in the language of the screen, and the classes of its colour. */
export type OfferedLabel = { id: string; name: string; look: string }

type Props = {
  articleId: string
  revision: number
  action: (form: FormData) => Promise<{ ok: boolean }>
  labels: readonly OfferedLabel[]
  /** Who may be mentioned. */
  names: readonly string[]
  words: Record<
    'bar' | 'annotate' | 'highlight' | 'comment' | 'body' | 'label' | 'noLabel' | 'save' | 'cancel' | 'keyboard',
    string
  >
}

/** Pressing what stands in the bar must not take the selection away. */
const keepSelection = { onPointerDown: (event: { preventDefault: () => void }) => event.preventDefault() }

/** What can be done with the words that are selected in the article: by mouse, by touch, or by keyboard (n). */
export function SelectionBar({ articleId, revision, action, labels, names, words }: Props) {
  const bar = useRef<HTMLFormElement>(null)
  const [isComment, setIsComment] = useState(false)
  const { span, byKeys, select, close } = useSelectedSpan(bar, () => setIsComment(false))

  const save = async (form: FormData) => {
    if ((await action(form)).ok) close()
  }

  return (
    <>
      <Button type="button" small hotkey="n" {...keepSelection} onClick={() => (span ? setIsComment(true) : select())}>
        {words.annotate}
      </Button>
      {span && (
        <form
          ref={bar}
          action={save}
          aria-label={words.bar}
          data-keys-first=""
          className="fixed inset-x-4 bottom-4 z-30 mx-auto max-w-lg space-y-2 rounded-lg border border-edge bg-surface p-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] shadow-lg"
        >
          <p dir="auto" className="line-clamp-2 border-s-4 border-note ps-2 text-sm">
            {span.exact}
          </p>
          <input type="hidden" name="articleId" value={articleId} />
          <input type="hidden" name="revision" value={revision} />
          <input type="hidden" name="start" value={span.start} />
          <input type="hidden" name="end" value={span.end} />
          <input type="hidden" name="exact" value={span.exact} />
          <input type="hidden" name="kind" value={isComment ? 'comment' : 'highlight'} />
          {isComment ? (
            <>
              <MentionBox
                names={names}
                name="body"
                required
                autoFocus
                rows={3}
                aria-label={words.body}
                onKeyDown={(event) => {
                  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
                    event.currentTarget.form?.requestSubmit()
                }}
              />
              <div className="flex flex-wrap gap-2">
                <Button small look="primary">
                  {words.save}
                </Button>
                <Button small type="button" onClick={close}>
                  {words.cancel}
                </Button>
                {labels.length > 0 && (
                  <Select name="labelId" aria-label={words.label} className="ms-auto min-h-7! w-auto! text-sm">
                    <option value="">{words.noLabel}</option>
                    {labels.map((label) => (
                      <option key={label.id} value={label.id}>
                        {label.name}
                      </option>
                    ))}
                  </Select>
                )}
              </div>
            </>
          ) : (
            <>
              <div className="flex flex-wrap items-center gap-2">
                <Button small hotkey="h" {...keepSelection}>
                  {words.highlight}
                </Button>
                {labels.map((label, i) => (
                  <Button
                    key={label.id}
                    small
                    name="labelId"
                    value={label.id}
                    className={label.look}
                    {...(i < 9 ? { hotkey: String(i + 1) } : {})}
                    {...keepSelection}
                  >
                    {i < 9 && (
                      <span aria-hidden="true" className="font-mono text-xs max-sm:hidden">
                        {i + 1}
                      </span>
                    )}
                    <bdi>{label.name}</bdi>
                  </Button>
                ))}
              </div>
              <div className="flex flex-wrap items-center gap-2">
                <Button
                  small
                  type="button"
                  hotkey="c"
                  look="primary"
                  {...keepSelection}
                  onClick={() => setIsComment(true)}
                >
                  {words.comment}
                </Button>
                <Button small type="button" look="quiet" onClick={close}>
                  {words.cancel}
                </Button>
                {byKeys && <p className="text-sm text-muted">{words.keyboard}</p>}
              </div>
            </>
          )}
        </form>
      )}
    </>
  )
}
