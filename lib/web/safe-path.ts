/** A path of our own to go on to, or the desk: `//host`, `/\host` and whole addresses lead elsewhere. */
export function safePath(given: string | undefined): string {
  return given && /^\/(?![/\\])/.test(given) && !given.includes('\n') ? given : '/desk'
}
