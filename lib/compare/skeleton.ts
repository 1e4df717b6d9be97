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
  if (first >= 0x621 && first <= 0x6d3) return tidy(translated(word.replaceAll('تش', 'ش'), ARABIC))
  if (first >= 97 && first <= 0x17f) return tidy(translated(sounds(word), LATIN))
  return ''
}

const ARABIC: Record<string, string> = {
  ...each('اعءيوي', '-'),
  ...each('بپ', 'b'),
  ...each('تط', 't'),
  ...each('ثسص', 's'),
  ...each('ذدض', 'd'),
  ...each('جغقكخ', 'k'),
  ...each('حه', 'h'),
  ...each('زظژ', 'z'),
  ...each('فڤ', 'f'),
  ...each('شچ', 'c'),
  ر: 'r',
  ل: 'l',
  م: 'm',
  ن: 'n',
}

const LATIN: Record<string, string> = {
  ...each('aeiouyw', '-'),
  ...each('bp', 'b'),
  ...each('fv', 'f'),
  ...each('gjkqx', 'k'),
  ...Object.fromEntries(Array.from('cdhlmnrstz', (letter) => [letter, letter])),
}

function each(letters: string, sound: string): Record<string, string> {
  return Object.fromEntries(Array.from(letters, (letter) => [letter, sound]))
}

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

function translated(word: string, table: Record<string, string>): string {
  const initial = word[0] as string
  let out = table[initial] === '-' ? (/[وw]/.test(initial) ? 'w' : /[يy]/.test(initial) ? 'y' : 'a') : ''
  for (let i = 0; i < word.length; i++) {
    const sound = table[word[i] as string]
    // A vowel between two equal consonants keeps them two.
    if (sound !== undefined && (sound !== '-' || out !== '')) out += sound
  }
  return out
}

const tidy = (sounds: string): string =>
  sounds
    .replace(/(?<=.)h-*$/, '')
    .replace(/([^-])\1+/g, '$1')
    .replaceAll('-', '')
    .replaceAll('nb', 'mb')
