const FORMATS = new Map<string, Intl.DateTimeFormat | null>()

/** The offset (`+03:00`) of a time zone at a moment (ISO); null where the zone's name is unknown. */
export function offsetOf(timeZone: string, at: string): string | null {
  let format = FORMATS.get(timeZone)
  if (format === undefined) {
    try {
      format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
    } catch {
      format = null
    }
    FORMATS.set(timeZone, format)
  }
  const name = format?.formatToParts(new Date(at)).find((part) => part.type === 'timeZoneName')?.value
  if (!name) return null
  return name === 'GMT' ? '+00:00' : name.replace('GMT', '')
}
