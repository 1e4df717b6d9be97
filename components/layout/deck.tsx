'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { type FormEvent, type ReactNode, useRef, useState, useTransition } from 'react'
import { Button, buttonClass } from '#components/ui/button.tsx'
import { KeyName } from '#components/ui/key-name.tsx'
import type { ActionResult } from '#lib/web/action.ts'

/** A question as a form: what is asked, with its fields, and the buttons that answer it. */
type Card = { id: string; content: ReactNode; answers: ReactNode }
type Props = {
  cards: Card[]
  decide: (form: FormData) => Promise<ActionResult>
  undo: (eventId: string) => Promise<ActionResult>
  /** The page after this one, where there is one. */
  next: string | null
  words: Record<'skip' | 'previous' | 'undo' | 'loading' | 'more', string> & {
    /** Of each card: where it stands, and its question. */
    positions: string[]
    keys: { next: string; previous: string }
  }
}

/**
 * One question at a time. All cards of the page are there already, so the next is seen at once while the answer is on
 * its way; with each answer the server sends the page again, filled up. What it refuses comes back.
 */
export function Deck({ cards, decide, undo, next, words }: Props) {
  const [answered, setAnswered] = useState<readonly string[]>([])
  const [chosen, setChosen] = useState<string | null>(null)
  const [done, setDone] = useState<readonly { id: string; eventId: string }[]>([])
  const [isPending, start] = useTransition()
  const top = useRef<HTMLDivElement>(null)
  const router = useRouter()

  const open = cards.filter((card) => !answered.includes(card.id))
  const at = Math.max(
    0,
    open.findIndex((card) => card.id === chosen),
  )
  const current = open[at]

  const show = (card: Card | undefined) => {
    setChosen(card?.id ?? null)
    top.current?.scrollIntoView({ block: 'start' })
  }
  const onward = () => {
    if (open[at + 1]) show(open[at + 1])
    else if (next) router.push(next)
    else show(open[0])
  }
  const answer = (event: FormEvent<HTMLFormElement>, card: Card) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter)
    setAnswered((before) => [...before, card.id])
    show(open[at + 1] ?? open[at - 1])
    start(async () => {
      const result = await decide(form)
      const { eventId } = result.ok ? result : {}
      if (eventId) setDone((before) => [...before, { id: card.id, eventId }])
      else setAnswered((before) => before.filter((id) => id !== card.id))
    })
  }
  const takeBack = () => {
    const last = done.at(-1)
    if (!last) return
    setDone((before) => before.slice(0, -1))
    start(async () => {
      await undo(last.eventId)
      setAnswered((before) => before.filter((id) => id !== last.id))
      setChosen(last.id)
    })
  }

  return (
    <div ref={top} className="scroll-mt-24" aria-busy={isPending}>
      <p aria-live="polite" className="sr-only">
        {current ? words.positions[cards.indexOf(current)] : ''}
      </p>
      {!current && isPending && <p className="py-10 text-center text-muted">{words.loading}</p>}
      {cards.map((card) => (
        <form key={card.id} hidden={card !== current} onSubmit={(event) => answer(event, card)}>
          {card.content}
          <div className="sticky bottom-0 mt-3 flex flex-wrap gap-2 border-t border-edge bg-page py-3">
            {card.answers}
            <Button type="button" hotkey={`s ${words.keys.next}`} onClick={onward}>
              {words.skip} <KeyName name="S" />
            </Button>
            <Button
              type="button"
              look="quiet"
              hotkey={words.keys.previous}
              disabled={at === 0}
              onClick={() => show(open[at - 1])}
            >
              {words.previous}
            </Button>
          </div>
        </form>
      ))}
      <div className="flex flex-wrap gap-2">
        {done.length > 0 && (
          <Button type="button" hotkey="u" disabled={isPending} onClick={takeBack}>
            {words.undo} <KeyName name="U" />
          </Button>
        )}
        {next && (
          <Link href={next} prefetch className={buttonClass()}>
            {words.more}
          </Link>
        )}
      </div>
    </div>
  )
}
