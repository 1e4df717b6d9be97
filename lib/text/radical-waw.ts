/**
 * Roots of news Arabic that begin with و, so that وزير is not read as "and زير".
 * Written for this list; a root is its three letters with ا و ي left out after the first (وكالة is و ك ل, وفاة is و ف).
 */
const ROOTS = new Set(
  (
    'وثق وثب وجب وجد وجز وجع وجه وحد وحش وحل وخز ودع ودد ورث ورد ورش ورط ورق ورك ورم وزر وزع وزن وسخ وسط وسع وسم ' +
    'وشح وشك وشم وصف وصل وصم وضح وضع وطد وطن وظف وعد وعر وعظ وغل وفد وفر وفق وقر وقع وقف وقت وكب وكر وكل ولد ولع ' +
    'وهج وهم وهن وهب وتر وبخ وبل وعك وقح وصد وكد ورع وشج'
  ).split(' '),
)

/** Roots whose last letter is weak, and common words of two strong letters: only these forms. */
const WORDS = new Set(
  'وفاه وفيات ولايه ولايات ولاء والي وصيه وصايا وعي واعي واعيه وباء وقايه وحي وزان واد وادي وديان ولي ولاه وعاء وسيله وسائل'.split(
    ' ',
  ),
)

/** Names that begin with و and are no root. */
const NAMES = new Set(
  'واشنطن وارسو واغادوغو واجادوجو وهران ورقله وجده وادان وول ووهان واتساب ويكيبيديا ويكيليكس وليام ويليام ويلز وورلد ونيس وجدي'.split(
    ' ',
  ),
)

const ENDINGS = ['تين', 'تان', 'ات', 'ون', 'ين', 'ان', 'ها', 'هم', 'ه', 'ي', 'ا']

/** True where the و that begins this folded word belongs to it. */
export function isRadicalWaw(word: string): boolean {
  if (WORDS.has(word) || NAMES.has(word)) return true
  // Of two, the first is "and".
  if (word.startsWith('وو')) return false
  let bare = word
  for (const ending of ENDINGS) {
    if (bare.endsWith(ending) && bare.length - ending.length >= 3) bare = bare.slice(0, -ending.length)
  }
  return ROOTS.has(`و${bare.slice(1).replace(/[اويء]/g, '')}`)
}
