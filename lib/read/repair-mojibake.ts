import { likeness } from '#lib/text/guess-charset.ts'

/**
 * Letters that were UTF-8 and were read as Latin-1, windows-1252 or windows-1256 by somebody before us:
 * «Ø§Ù„Ù…» and «ط§ظ„ظ…» are both «الم». Or they were windows-1256 and were read as Latin: «ÇáãÏíäÉ» is «المدينة». The wrong reading is undone run by run, so that one lost byte costs one letter.
 */
export function repairMojibake(text: string): { text: string; repaired: { from: string; sample: string } | null } {
  if (isSound(text)) return { text, repaired: null }
  let current = text
  let found: { from: string; sample: string } | null = null
  // Twice, because some texts were misread twice.
  for (let pass = 0; pass < 2; pass++) {
    const undone = undo(current, LATIN) ?? undo(current, ARABIC) ?? undoSingleByte(current)
    if (!undone) break
    found ??= { from: undone.from, sample: undone.sample }
    current = undone.text
  }
  return { text: current, repaired: found }
}

type Misreading = { name: string; probe: RegExp; runs: RegExp; bytes: Map<string, number>; leastShare: number }

function byteTable(charset: string): Map<string, number> {
  const table = new Map<string, number>()
  const decoder = new TextDecoder(charset)
  for (let byte = 0x80; byte < 0x100; byte++) {
    const character = decoder.decode(Uint8Array.of(byte))
    if (character !== '\uFFFD') table.set(character, byte)
  }
  // Latin-1 and a lenient windows-1252 leave the C1 controls as they are.
  for (let byte = 0x80; byte < 0xa0; byte++) table.set(String.fromCharCode(byte), byte)
  return table
}

function misreading(name: string, leads: [number, number], leastShare: number): Misreading {
  const bytes = byteTable(name)
  const between = (low: number, high: number) => {
    const characters = [...bytes].filter(([, b]) => b >= low && b <= high).map(([c]) => c)
    return `[${characters.map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}]`
  }
  const unit = `${between(...leads)}${between(0x80, 0xbf)}{1,3}`
  return { name, probe: new RegExp(unit), runs: new RegExp(`(?:${unit})+`, 'g'), bytes, leastShare }
}

/** Two-byte UTF-8 begins with C2 to DF, longer forms with E0 to F4; Arabic letters begin with D8 to DB. */
const LATIN = misreading('windows-1252', [0xc2, 0xf4], 0.4)
const ARABIC = misreading('windows-1256', [0xc2, 0xf4], 0.5)

/** What a UTF-16 unit may be in a misread text, one bit each. */
const TRAIL_OF_LATIN = 1
const TRAIL_OF_ARABIC = 2
const ACCENTED = 4
const ROLES = new Uint8Array(0x10000)
for (const [{ bytes }, role] of [
  [LATIN, TRAIL_OF_LATIN],
  [ARABIC, TRAIL_OF_ARABIC],
] as const) {
  for (const [character, byte] of bytes) if (byte < 0xc0) addRole(character, role)
}

function addRole(character: string, role: number): void {
  const code = character.charCodeAt(0)
  ROLES[code] = (ROLES[code] as number) | role
}

/**
 * True where one walk over a text shows that nothing below could repair it: at least half of what would be repaired
 * stands at the table's 80 to BF, and it must be a large share of what is beyond ASCII.
 */
function isSound(text: string): boolean {
  let beyondAscii = 0
  let ofLatin = 0
  let ofArabic = 0
  let accented = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 0x80) continue
    beyondAscii++
    const roles = ROLES[code] as number
    if (roles === 0) continue
    if (roles & TRAIL_OF_LATIN) ofLatin++
    if (roles & TRAIL_OF_ARABIC) ofArabic++
    if (roles & ACCENTED) accented++
  }
  return (
    ofLatin * 2 <= beyondAscii * LATIN.leastShare &&
    ofArabic * 2 <= beyondAscii * ARABIC.leastShare &&
    accented < LEAST_WORDS * LEAST_WORD
  )
}

function undo(text: string, misreading: Misreading): { text: string; from: string; sample: string } | null {
  if (!misreading.probe.test(text)) return null
  let repairedUnits = 0
  let pairs = 0
  let sample = ''
  const out = text.replace(misreading.runs, (run) => {
    const bytes = Uint8Array.from(run, (c) => misreading.bytes.get(c) ?? 0x3f)
    let decoded: string
    try {
      decoded = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    } catch {
      decoded = new TextDecoder('utf-8').decode(bytes)
      // More lost than found: these letters were meant as they stand.
      if ((decoded.match(/\uFFFD/g)?.length ?? 0) * 3 > decoded.length) return run
    }
    repairedUnits += run.length
    pairs += decoded.length
    if (sample.length < 30) sample += run.slice(0, 30)
    return decoded
  })
  const beyondAscii = text.match(/[^\0-\x7f]/g)?.length ?? 0
  // French has «Ã©» nowhere, so a few pairs are enough there; Arabic letters do meet by chance.
  return pairs >= 3 && repairedUnits > beyondAscii * misreading.leastShare
    ? { text: out, from: misreading.name, sample }
    : null
}

/** Latin words have plain letters between their accents; windows-1256 read as Latin has next to none. */
const ACCENTED_LETTERS = '[\\u00c0-\\u00ff\\u0152\\u0153\\u0160\\u0161\\u0178\\u017d\\u017e\\u0192\\u02c6]'
const LEAST_WORD = 3
const LEAST_WORDS = 3
const ACCENTED_WORD = new RegExp(`${ACCENTED_LETTERS}{${LEAST_WORD},}`, 'g')
for (let code = 0; code < 0x300; code++)
  if (new RegExp(ACCENTED_LETTERS).test(String.fromCharCode(code))) addRole(String.fromCharCode(code), ACCENTED)
/** How well the letters must read as Arabic; running text of the right charset reaches .95. */
const READS_WELL = 0.88

function undoSingleByte(text: string): { text: string; from: string; sample: string } | null {
  const words = text.match(ACCENTED_WORD)
  if (!words || words.length < LEAST_WORDS || /\p{Script=Arabic}/u.test(text)) return null
  const accented = words.join('').length
  if (accented * 2 < (text.match(/\p{L}/gu)?.length ?? 0)) return null
  const bytes = Uint8Array.from(text, (c) => (c < '\x80' ? c.charCodeAt(0) : (LATIN.bytes.get(c) ?? 0x3f)))
  const read = new TextDecoder('windows-1256').decode(bytes)
  return likeness(read) >= READS_WELL ? { text: read, from: LATIN.name, sample: words.slice(0, 4).join(' ') } : null
}
