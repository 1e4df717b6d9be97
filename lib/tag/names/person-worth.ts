import type { Introduction } from '#lib/tag/names/introduction.ts'
import type { NameReason } from '#lib/tag/names/name-candidate.ts'
import type { NameMemory } from '#lib/tag/names/name-memory.ts'
import { isOrdinaryByItself, isOrdinaryWord } from '#lib/tag/names/ordinary-word.ts'
import type { TextWord } from '#lib/tag/names/text-words.ts'
import { isRadicalWaw } from '#lib/text/radical-waw.ts'

/** A run of words that may be a person's name, as far as it is known before its last word is looked at. */
export type Run = {
  words: readonly TextWord[]
  from: number
  introduction: Introduction
  memory: NameMemory
  /** Words that the list knows as a person's whole name. */
  listed: ReadonlySet<number>
}

export type Worth = { score: number; reason?: NameReason }

const words = (text: string): Set<string> => new Set(text.split(' '))

const LINKS = words('بن ابن بنت ابو ابا ابي ام ال عبد دي دا دو دوس دل ديل ديلا لو فان فون سان سانت ماك بو ولد')
const SONS = words('بن ابن بنت ولد')
/** Links that may begin a name: أبو مازن, عبد الله, آل ثاني. */
const BEGINNINGS = words('ابو ابا ابي عبد فون ماك')
/** Of kings and popes: محمد السادس. */
const ORDINALS = words('الاول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر')
/** شمس الدين, جار النبي, زين العابدين: what stands before is a name with it. */
const SECOND_HALVES = words('الدين النبي العابدين الزمان')
const BEFORE_DIN = words(
  'صلاح شمس نور جمال علاء عز سعد سيف محيي حسام شهاب بدر خير فخر نجم تقي زين ضياء بهاء نصر ناصر شرف عماد كمال جلال رشيد سراج ظهير غياث قطب ' +
    'مجد معين تاج برهان رضي جار لطف قسم عبد صفي حسين وجيه محي مصلح',
)
/** نصر الله, عطا الله; حزب الله and رسول الله are none. */
const BEFORE_ALLAH = words(
  'عبد نصر فضل عطا جار فتح هبه رزق خير ضيف سيف اسد ايه روح حبيب لطف عون شكر حمد جاد خلف سعد نعمه عبيد فرج عنايه وعبد',
)

/** True for a word that joins two parts of a name, and is none of its own. */
export const isLink = ({ text, joined }: TextWord): boolean => LINKS.has(text) && joined

export const mayBegin = ({ facts, text }: TextWord): boolean =>
  BEGINNINGS.has(text) || (!LINKS.has(text) && !(facts.small && facts.given === 0))

/** What the word at this place adds to a run as part of a person's name; null where no name goes on with it. */
export function personWorth(run: Run, at: number): Worth | null {
  const word = run.words[at] as TextWord
  const { facts, text } = word
  const first = at === run.from
  const next = word.joined ? run.words[at + 1]?.text : undefined
  if (isLink(word)) return linkWorth(text, first)
  if (first && facts.demonym) return null
  const afterLink = !first && LINKS.has(run.words[at - 1]?.text ?? '')
  if (!first && !afterLink && endsName(word)) return null
  if (!first && ORDINALS.has(text) && (run.words[at - 1]?.facts.given ?? 0) > 0) return { score: 0.8 }
  const compound = compoundWorth(run, at, next)
  if (compound) return compound
  if (run.listed.has(at)) return { score: 2, reason: 'listed' }
  const remembered = run.memory.personWorth(text, first, facts.ordinary)
  if (remembered > 0 && (!facts.small || afterLink)) return { score: remembered, reason: 'seen-before' }
  if (facts.given > 0) return { score: known(facts.given, facts.office, first), reason: 'given-name' }
  if (facts.family > 0) return { score: known(facts.family, facts.office, first), reason: 'family-name' }
  if (facts.small || /\d/.test(text)) return afterLink ? { score: 0 } : null
  if (afterLink) return { score: 1.2 }
  // Whoever is somebody's son bears a name: جارية بن قدامة.
  if (next !== undefined && next !== 'ابن' && SONS.has(next)) return { score: 0.8 }
  if (facts.demonym) return first ? null : /ي$/.test(text) && facts.article ? { score: -0.3 } : null
  if (facts.title || facts.office || facts.speech || facts.modifier || facts.placeHead) return null
  return facts.ordinary ? ordinaryWorth(run, at) : foreignWorth(word, first)
}

function linkWorth(text: string, first: boolean): Worth | null {
  if (first) return BEGINNINGS.has(text) ? { score: 0.5 } : null
  return { score: SONS.has(text) && text !== 'ابن' ? 1 : 0.4 }
}

/** A name that is in doubt by itself is less in doubt behind another. */
const known = (strength: number, office: boolean, first: boolean): number =>
  strength >= 0.8 ? 2 : strength + (first ? (office ? -0.6 : 0.1) : 0.4)

function compoundWorth({ words, from }: Run, at: number, next: string | undefined): Worth | null {
  const { text } = words[at] as TextWord
  const before = words[at - 1]
  if (next !== undefined && SECOND_HALVES.has(next) && BEFORE_DIN.has(text.replace(/^و/, ''))) return { score: 1 }
  if (next === 'الله' && BEFORE_ALLAH.has(text)) return { score: 1 }
  if (at > from && before?.joined && (SECOND_HALVES.has(text) || (text === 'الله' && BEFORE_ALLAH.has(before.text))))
    return { score: 0.9 }
  return null
}

/** A particle in front ends the name before it: جاك شيراك وتوني, محمد للصحيفة. */
function endsName({ text, shown, facts }: TextWord): boolean {
  if (text.length < 2 || text === 'لـ') return true
  if (facts.given + facts.family > 0) return facts.particle > 0 && !text.startsWith('ال')
  if (/^و[أإآ]/.test(shown)) return true
  if (text.startsWith('و')) return text.length > 3 && isOrdinaryWord(text.slice(1)) && !isRadicalWaw(text)
  return /^[فبل]/.test(text) && text.length > 3 && isOrdinaryWord(text.slice(1)) && !isOrdinaryByItself(text)
}

/** Names of Arab families are words too: أمين فارس, محمد الشربيني. */
function ordinaryWorth({ words, from, introduction }: Run, at: number): Worth | null {
  const { text, shown, facts } = words[at] as TextWord
  if (at === from) {
    if (introduction.honorific) return { score: facts.article ? -0.5 : -0.25 }
    return { score: introduction.score >= 1.2 && !facts.article ? -0.6 : -1.5 }
  }
  if (isVerbLike(text)) return null
  const before = words[at - 1] as TextWord
  const beforeThat = words[at - 2]
  const afterName =
    before.facts.given > 0 ||
    (at - from === 1 && introduction.honorific) ||
    (at - from >= 2 && beforeThat !== undefined && LINKS.has(beforeThat.text))
  if (facts.article && /(?:ات|ون|ين)$/.test(text)) return null
  if (facts.article) return { score: afterName ? (text.endsWith('ي') ? 0.7 : 0.1) : text.endsWith('ي') ? 0 : -0.7 }
  const afterForeign = at - from === 1 && introduction.score >= 0.9 && !before.facts.ordinary
  if (afterForeign && shown.endsWith('يه')) return { score: 0.5, reason: 'foreign-letters' }
  // Endings of a sentence going on: اجتماعا, حديثه, قضت.
  if (/[اه]$|(?:ها|هم|وا|ات|ون|ين|تا|ت)$/.test(text) && !shown.endsWith('ة')) return null
  return { score: afterName && at - from === 1 ? 0.15 : afterForeign ? 0.05 : -0.9 }
}

/** Letters that names of other tongues are hardly written with. */
const DEEP = /[حعصضظذثق]/

function foreignWorth({ text, facts }: TextWord, first: boolean): Worth | null {
  if (facts.article) return { score: first ? (text.endsWith('ي') ? 0.3 : -0.6) : text.endsWith('ي') ? 0.7 : 0.1 }
  if (!first && /^و[^اويهل].{4}/.test(text)) return null
  if (!first && /^و[^اويل]/.test(text)) return { score: -0.8 }
  if (/(?:ات|ون|ين|يه|ها|هم|ه)$/.test(text) && DEEP.test(text)) return { score: -1 }
  if (isVerbLike(text)) return { score: -1 }
  // و or ل and a consonant are rather a particle: لضفاف, وانتشال.
  if (first && /^(?:ل[^اويه]|و[^اويهلر]|وا[^نرت])/.test(text)) return { score: 0.1 }
  const score = DEEP.test(text) ? 0.2 : text.length >= 4 ? 1.05 : text.length === 3 ? 0.7 : 0.3
  if (text.length > 4 && FAMILY_ENDING.test(text)) return { score: 1.5, reason: 'foreign-letters' }
  return { score, reason: 'foreign-letters' }
}

/** Endings of families' names in languages of Europe. */
const FAMILY_ENDING = /(?:سكي|[وي]ف|[وي]فا|يتش|سون|شفيلي|شتاين|ستاين|برغر|اوغلو|زاده|ويتز|مان|ينهو|ينيو|يني|يلي|يرو)$/

/** يكدس, ستعلن: a prefix of the imperfect and a consonant; تش begins names. */
const isVerbLike = (text: string): boolean => /^[وف]?س?(?:ي[^اوي]|ت[^اويش])/.test(text) && text.length >= 4
