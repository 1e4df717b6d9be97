'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { type ReactNode, startTransition, useEffect, useRef, useState } from 'react'
import { leaveList } from '#app/(desk)/desk/_components/last-read.ts'
import { markRow } from '#app/(desk)/desk/_components/mark-row.ts'
import { Button, buttonClass } from '#components/ui/button.tsx'

type Words = Record<'label' | 'ways' | 'back' | 'next' | 'previous' | 'acceptNext' | 'unsaved', string>
type Props = {
  /** The article that the server was asked for. */
  read: string
  /** Articles of the list, in its order. */
  ids: string[]
  /** The list's address, without an article. */
  list: string
  /** The address of the first article of the next page. */
  onward: string | null
  /** The article and those around it: what is not shown is here all the same. */
  panes: [id: string, pane: ReactNode][]
  accept: (form: FormData) => Promise<void>
  words: Words
}

/** One who goes on quickly asks the server only for where she comes to rest. */
const REST_MS = 250

/**
 * The article beside the list. The next and the previous came with it, so that a step shows at once; the address and the
 * ones after that follow when the steps come to rest.
 */
export function Reader({ read, ids, list, onward, panes, accept, words }: Props) {
  const router = useRouter()
  const [shown, show] = useState(read)
  const [answered, setAnswered] = useState(read)
  const [asked, ask] = useState<string | null>(null)
  const place = useRef(0)
  const pane = useRef<HTMLElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const work = useRef<Promise<void>>(undefined)

  // An answer to an earlier step than the last one changes nothing.
  if (answered !== read) {
    setAnswered(read)
    if (asked === null || asked === read) {
      ask(null)
      show(read)
    }
  }
  const here = new Map(panes)
  const current = asked ?? shown
  const seen = here.has(shown) ? shown : read

  const mayLeave = () => !holdsTyped(pane.current) || confirm(words.unsaved)
  const step = (by: 1 | -1) => {
    const at = ids.indexOf(current)
    // What has left the list gave its place to the next.
    const to = ids[at >= 0 ? at + by : place.current + Math.min(by, 0)]
    if (to === undefined) {
      if (by > 0 && onward) router.push(onward)
      return
    }
    ask(to)
    if (here.has(to)) startTransition(() => show(to))
    clearTimeout(timer.current)
    const go = async () => {
      // A change that is under way would be asked for twice.
      await work.current
      router.replace(`${list}${list.includes('?') ? '&' : '?'}read=${to}`, { scroll: false })
    }
    timer.current = setTimeout(go, here.has(to) ? REST_MS : 0)
  }
  const acceptAndStep = () => {
    // Nobody accepts what has not come yet and was not seen.
    if (seen !== current || !mayLeave()) return
    const form = new FormData()
    form.append('articleIds[]', current)
    form.append('withCopies', '1')
    // Without an answer nobody knows whether it was done: the server is asked again.
    work.current = accept(form).catch(() => router.refresh())
    step(1)
  }

  useEffect(() => {
    const at = ids.indexOf(current)
    if (at >= 0) place.current = at
    markRow(current)
    leaveList(current)
  }, [ids, current])

  useEffect(() => () => clearTimeout(timer.current), [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when another article is shown
  useEffect(() => {
    pane.current?.focus({ preventScroll: true })
    // Under the bar that stays at the top.
    if (pane.current && pane.current.getBoundingClientRect().top < 64) pane.current.scrollIntoView({ block: 'start' })
  }, [shown])

  return (
    <section
      ref={pane}
      tabIndex={-1}
      aria-label={words.label}
      aria-busy={seen !== current}
      className="min-w-0 scroll-mt-24 pb-16 outline-none"
    >
      <nav
        aria-label={words.ways}
        className="mb-3 flex flex-wrap gap-2 max-lg:fixed max-lg:inset-x-0 max-lg:bottom-0 max-lg:z-20 max-lg:mb-0 max-lg:justify-center max-lg:border-t max-lg:border-edge max-lg:bg-raised max-lg:p-2"
      >
        <Link href={list} prefetch={false} scroll={false} aria-keyshortcuts="q" className={buttonClass('plain', true)}>
          {words.back}
        </Link>
        <Button type="button" small hotkey="k [" onClick={() => mayLeave() && step(-1)}>
          {words.previous}
        </Button>
        <Button type="button" small hotkey="j ]" onClick={() => mayLeave() && step(1)}>
          {words.next}
        </Button>
        <Button type="button" small look="primary" hotkey="g" onClick={acceptAndStep}>
          {words.acceptNext}
        </Button>
      </nav>
      {here.get(seen)}
    </section>
  )
}

/** Whether something was typed here that a step would lose. */
const holdsTyped = (root: HTMLElement | null): boolean =>
  [
    ...(root?.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('textarea, input:not([type=hidden])') ?? []),
  ].some((field) => field.type !== 'checkbox' && field.value !== field.defaultValue)
