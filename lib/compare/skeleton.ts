/**
 * The consonants of a word, one letter for all that papers of three languages write for one sound: غاسامبي, قاسامبي,
 * جاسمبي and Gassambé are `ksmb`; تيلابيري, تيلابري and Tillabéri are `tlbr`; عثمان, Ousmane and Osman are `asmn`.
 *
 * Rules, in order: digraphs (kh, gh, sh, ch, ou before a vowel) become one sound; a first vowel is `a`, a first semivowel
 * w or y, all later ones go; g, j, k, q, خ and غ are one, as b and p, f and v; h and ة at the end go; n before b is m;
 * doubled letters become one.
 *
 * @param word a folded word of Arabic or Latin letters, without article and particles; '' for other scripts.
 */
export function skeletonOf(word: string): string {
  const first = word.charCodeAt(0)
  if (first >= 0x621 && first <= 0x6d3) return consonants(word, ARABIC)
  if (first >= 97 && first <= 0x17f) return consonants(sounds(word), LATIN)
  return ''
}

/** What is only heard at the beginning of a word. */
const VOWEL = 1

/** Sounds of letters by their codes; 0 for what is no letter here. */
function soundsOf(letters: Record<string, string>, vowels: string): Uint8Array {
  const sounds = new Uint8Array(0x700)
  for (const letter of vowels) sounds[letter.charCodeAt(0)] = VOWEL
  for (const [sound, written] of Object.entries(letters))
    for (const letter of written) sounds[letter.charCodeAt(0)] = sound.charCodeAt(0)
  return sounds
}

const ARABIC = soundsOf(
  {
    ...{ b: 'بپ', t: 'تط', s: 'ثسص', d: 'ذدض', k: 'جغقكخ', h: 'حه', z: 'زظژ', f: 'فڤ', c: 'شچ' },
    ...{ r: 'ر', l: 'ل', m: 'م', n: 'ن' },
  },
  'اعءيو',
)
const LATIN = soundsOf(
  {
    ...{ b: 'bp', f: 'fv', k: 'gjkqx' },
    ...{ c: 'c', d: 'd', h: 'h', l: 'l', m: 'm', n: 'n', r: 'r', s: 's', t: 't', z: 'z' },
  },
  'aeiouyw',
)

const codeOf = (letter: string): number => letter.charCodeAt(0)
const [TEH, SHEEN, WAW, YEH] = [codeOf('ت'), codeOf('ش'), codeOf('و'), codeOf('ي')]
const [A, B, H, N, W, Y] = [codeOf('a'), codeOf('b'), codeOf('h'), codeOf('n'), codeOf('w'), codeOf('y')]

/** Latin digraphs as one letter: `c` stands for sh from here on. */
const sounds = (word: string): string =>
  word
    .replace(/^(?:dj|dg)/, 'j')
    .replace(/^ou(?=[aeiy])/, 'w')
    .replace(/c(?=[eiy])/g, 's')
    .replace(/(?:tch|sch|sh|ch|c)/g, (found) => (found === 'c' ? 'k' : 'c'))
    .replace(/[kg]h/g, 'k')
    .replaceAll('ph', 'f')
    .replaceAll('th', 's')
    .replaceAll('dh', 'd')
    .replace(/ck/g, 'k')

/** Working space of {@link consonants}. */
const heard: number[] = []

function consonants(word: string, soundOf: Uint8Array): string {
  let count = 0
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i)
    if (code === TEH && word.charCodeAt(i + 1) === SHEEN) continue
    const sound = soundOf[code] ?? 0
    if (sound === VOWEL && i === 0) heard[count++] = code === WAW || code === W ? W : code === YEH || code === Y ? Y : A
    // A vowel between two equal consonants keeps them two.
    if (sound !== 0 && (sound !== VOWEL || count > 0)) heard[count++] = sound
  }
  while (count > 0 && heard[count - 1] === VOWEL) count--
  if (count > 1 && heard[count - 1] === H) count--
  let out = ''
  let last = 0
  for (let i = 0; i < count; i++) {
    const sound = heard[i] as number
    if (sound === VOWEL || (i > 0 && sound === heard[i - 1])) continue
    if (sound === B && last === N) out = `${out.slice(0, -1)}m`
    out += String.fromCharCode(sound)
    last = sound
  }
  return out
}
