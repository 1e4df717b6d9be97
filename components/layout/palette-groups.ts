import type { PaletteItem, PaletteWords } from '#components/layout/palette-item.ts'
import type { Shortcut } from '#components/ui/shortcuts.ts'
import { foldText } from '#lib/text/fold.ts'

export type Choice = PaletteItem | Shortcut
export type Group = { label: string; choices: Choice[] }

type Given = {
  q: string
  places: PaletteItem[]
  actions: Shortcut[]
  recent: PaletteItem[]
  /** What the server knows by these words. */
  found: PaletteItem[]
  words: Pick<PaletteWords, 'search' | 'actions' | 'places' | 'recent' | 'found'>
}

/**
 * What the palette offers: before anything is typed the last places, the actions of the screen and all screens; then
 * those whose name has all the words, what the server found, and to search the desk for them. Pure.
 */
export function groupsOf({ q, places, actions, recent, found, words }: Given): Group[] {
  const asked = foldText(q).split(/\s+/).filter(Boolean)
  const fits = ({ label }: { label: string }) => {
    const folded = foldText(label)
    return asked.every((word) => folded.includes(word))
  }
  const search = { href: `/desk?q=${encodeURIComponent(q.trim())}`, label: q.trim(), kind: words.search }
  const groups: Group[] = [
    { label: words.recent, choices: recent.filter(fits).slice(0, asked.length ? 3 : 8) },
    { label: words.places, choices: places.filter(fits) },
    { label: words.actions, choices: actions.filter(({ label }) => label !== '').filter(fits) },
    { label: words.found, choices: asked.length ? found : [] },
    { label: words.search, choices: asked.length ? [search] : [] },
  ]
  return groups.filter(({ choices }) => choices.length > 0)
}
