'use client'

import { useEffect, useRef, useState } from 'react'
import { moveSelection, selectFirstInView } from '#app/(desk)/articles/[id]/_components/keyboard-selection.ts'
import { type SelectedSpan, selectedSpan } from '#app/(desk)/articles/[id]/_components/selected-span.ts'
import { Button } from '#components/ui/button.tsx'
import { controlClass } from '#components/ui/field.tsx'

type Props = {
  articleId: string
  revision: number
  action: (form: FormData) => Promise<{ ok: boolean }>
  words: Record<'bar' | 'annotate' | 'highlight' | 'comment' | 'body' | 'save' | 'cancel' | 'keyboard', string>
}

const textRoot = () => document.querySelector('[data-article-text]')

/** What can be done with the words that are selected in the article: by mouse, by touch, or by keyboard (n). */
export function SelectionBar({ articleId, revision, action, words }: Props) {
  const [span, setSpan] = useState<SelectedSpan | null>(null)
  const [mode, setMode] = useState<'idle' | 'keys' | 'comment'>('idle')
  const bar = useRef<HTMLFormElement>(null)

  useEffect(() => {
    const onSelection = () => {
      const root = textRoot()
      const selection = getSelection()
      // Typing the comment moves the selection into the bar: the words stay chosen.
      if (!root || bar.current?.contains(document.activeElement)) return
      const range = selection && !selection.isCollapsed && selection.rangeCount > 0 ? selection.getRangeAt(0) : null
      const found = range && root.contains(range.commonAncestorContainer) ? selectedSpan(root, range) : null
      if (found && range) CSS.highlights?.set('note', new Highlight(range.cloneRange()))
      else CSS.highlights?.delete('note')
      setSpan(found)
      if (!found) setMode('idle')
    }
    document.addEventListener('selectionchange', onSelection)
    return () => document.removeEventListener('selectionchange', onSelection)
  }, [])

  useEffect(() => {
    if (mode !== 'keys') return
    const onKey = (event: KeyboardEvent) => {
      const root = textRoot()
      if (event.key === 'Escape') getSelection()?.removeAllRanges()
      else if (root && moveSelection(root, event)) event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [mode])

  const begin = () => {
    const root = textRoot()
    if (span) return setMode('comment')
    if (root) selectFirstInView(root)
    setMode('keys')
  }
  const close = () => {
    getSelection()?.removeAllRanges()
    CSS.highlights?.delete('note')
    setSpan(null)
    setMode('idle')
  }
  const save = async (form: FormData) => {
    if ((await action(form)).ok) close()
  }

  return (
    <>
      {/* Pressing it must not take the selection away. */}
      <Button type="button" small hotkey="n" onPointerDown={(event) => event.preventDefault()} onClick={begin}>
        {words.annotate}
      </Button>
      {span && (
        <form
          ref={bar}
          action={save}
          aria-label={words.bar}
          className="fixed inset-x-4 bottom-4 z-30 mx-auto max-w-lg space-y-2 rounded-lg border border-edge bg-surface p-3 shadow-lg"
        >
          <p dir="auto" className="line-clamp-2 border-s-4 border-note ps-2 text-sm">
            {span.exact}
          </p>
          <input type="hidden" name="articleId" value={articleId} />
          <input type="hidden" name="revision" value={revision} />
          <input type="hidden" name="start" value={span.start} />
          <input type="hidden" name="end" value={span.end} />
          <input type="hidden" name="exact" value={span.exact} />
          {mode === 'comment' ? (
            <>
              <input type="hidden" name="kind" value="comment" />
              <textarea
                name="body"
                required
                autoFocus
                rows={3}
                dir="auto"
                aria-label={words.body}
                className={`${controlClass} py-1.5`}
                onKeyDown={(event) => {
                  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
                    event.currentTarget.form?.requestSubmit()
                }}
              />
              <div className="flex gap-2">
                <Button small look="primary">
                  {words.save}
                </Button>
                <Button small type="button" onClick={close}>
                  {words.cancel}
                </Button>
              </div>
            </>
          ) : (
            <div className="flex flex-wrap items-center gap-2">
              <Button small name="kind" value="highlight" hotkey="h" onPointerDown={(event) => event.preventDefault()}>
                {words.highlight}
              </Button>
              <Button
                small
                type="button"
                hotkey="c"
                look="primary"
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => setMode('comment')}
              >
                {words.comment}
              </Button>
              <Button small type="button" look="quiet" onClick={close}>
                {words.cancel}
              </Button>
              {mode === 'keys' && <p className="text-sm text-muted">{words.keyboard}</p>}
            </div>
          )}
        </form>
      )}
    </>
  )
}
