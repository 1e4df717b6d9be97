/**
 * Mac Arabic above ASCII, after the mapping that Apple published through the Unicode consortium (VENDORS/APPLE/ARABIC.TXT).
 * Its signs from 0xA0 on are the ASCII ones over again, for use from right to left; its letters stand where ISO-8859-6
 * has them.
 */
const LATIN = 'Ä\u00a0ÇÉÑÖÜáàâä\u06ba«çéèêëí…îïñó»ôö÷úùûü'
/** 0xA0 to 0xBF: ASCII thirty-two to sixty-three, with Arabic signs and digits in their places. */
const SIGNS = replaced(run(0x20, 0x3f), { '%': '\u066a', ',': '\u060c', ';': '\u061b', '?': '\u061f' }).replace(
  /\d/g,
  (digit) => String.fromCharCode(0x660 + Number(digit)),
)
const LETTERS = `\u274a${run(0x621, 0x63a)}[\\]^_${run(0x640, 0x652)}`
/** What Persian and Urdu add, between the brackets that are left. */
const ADDED = '\u067e\u0679\u0686\u06d5\u06a4\u06af\u0688\u0691{|}\u0698\u06d2'

/** The characters of the bytes 0x80 to 0xFF, in order. */
export const MAC_ARABIC: readonly string[] = [...(LATIN + SIGNS + LETTERS + ADDED)]

function run(from: number, to: number): string {
  return String.fromCharCode(...Array.from({ length: to - from + 1 }, (_, i) => from + i))
}

function replaced(text: string, by: Record<string, string>): string {
  return text.replace(/[%,;?]/g, (sign) => by[sign] ?? sign)
}
