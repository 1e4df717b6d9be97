import type { PaletteItem } from '#components/layout/palette-item.ts'

/** Where somebody was by name or by words, kept in their browser, each person's own. */
const MOST = 8
const keyOf = (userId: string) => `mirqab-recent-${userId}`

/** The last places first. */
export function recentPlaces(userId: string): PaletteItem[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(userId)) ?? '[]')
    return (Array.isArray(kept) ? kept : []).filter(
      (place): place is PaletteItem =>
        typeof place?.href === 'string' && place.href.startsWith('/') && typeof place.label === 'string',
    )
  } catch {
    return []
  }
}

/** Remembers a place as the last one. A browser that keeps nothing remembers nothing. */
export function rememberPlace(userId: string, { href, label, kind }: PaletteItem): void {
  const others = recentPlaces(userId).filter((place) => place.href !== href)
  try {
    localStorage.setItem(
      keyOf(userId),
      JSON.stringify([{ href, label, ...(kind ? { kind } : {}) }, ...others].slice(0, MOST)),
    )
  } catch {
    // Full, or forbidden.
  }
}
