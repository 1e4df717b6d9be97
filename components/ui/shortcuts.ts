/** What a key presses: an element that names it, and its name. */
export type Shortcut = { keys: string; label: string; element: HTMLElement }

const all = () => [...document.querySelectorAll<HTMLElement>('[aria-keyshortcuts]')]
const keysOf = (element: HTMLElement) => element.getAttribute('aria-keyshortcuts') ?? ''

/** In a list only the current item's keys count (`data-item`, marked `data-current`): nobody means the first of forty. */
const inReach = (element: HTMLElement) =>
  !element.closest('[data-item]:not([data-current])') && element.checkVisibility()

/** What this key presses on the screen as it is now: first what lies over it (`data-keys-first`), then in its order. */
export function pressedBy(key: string): HTMLElement | undefined {
  const found = all().filter((element) => keysOf(element).split(' ').includes(key) && inReach(element))
  return found.find((element) => element.closest('[data-keys-first]')) ?? found[0]
}

/** Presses it as its key does: what is written in gets the focus. */
export function press(element: HTMLElement): void {
  if (element.matches('input:not([type=checkbox]), textarea, select')) element.focus()
  else element.click()
}

/** Each key of the screen once, with what it is called. @param reachable only what could be pressed now */
export function shortcuts({ reachable = false } = {}): Shortcut[] {
  const seen = new Map<string, Shortcut>()
  for (const element of all()) {
    const keys = keysOf(element)
    if (seen.has(keys) || (reachable && !inReach(element))) continue
    const name = element.getAttribute('aria-label') ?? element.title ?? ''
    const label = name || (element.textContent ?? '').trim() || (element as HTMLInputElement).placeholder || ''
    seen.set(keys, { keys, label, element })
  }
  return [...seen.values()]
}
