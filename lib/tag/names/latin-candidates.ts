import type { NameCandidate, NameReason } from '#lib/tag/names/name-candidate.ts'
import type { NameMemory } from '#lib/tag/names/name-memory.ts'
import type { TextWord } from '#lib/tag/names/text-words.ts'

const words = (text: string): Set<string> => new Set(text.trim().split(/\s+/))

/** Before the name of a person, English and French, folded. */
const TITLES = words(`
  president minister general colonel captain major commander prince princess king queen sheikh imam pope mr mrs ms dr sir lord professor
  spokesman spokeswoman senator governor ambassador judge leader coach director chairman secretary chief analyst
  ministre presidente capitaine commandant roi reine prince princesse mme m docteur professeur porte-parole parole depute senateur
  gouverneur ambassadeur juge maire directeur directrice secretaire premier avocat journaliste`)
const SPEECH = words('said says told added according dit affirme declare selon annonce')
const IN_PLACE = words('in at near from to de a au en vers depuis pres')
/** In the name of an organisation. */
const BODIES = words(`
  ministry university bank party council union agency court committee commission company group front movement army force forces league
  association federation fund institute office parliament assembly club
  universite banque parti conseil agence cour comite compagnie groupe mouvement armee force forces ligue federation fonds institut assemblee
  ministere societe cellule`)
/** Small words inside a name. */
const LINKS = words('de la du des van von der bin ben al el ould of the and et d l pour for')
/** Capitalised, and no names: days, months, what sentences begin with. */
const ORDINARY = words(`
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november
  december the a an in on at but and he she it they we i this that these those there according after before when while if as for from his
  her their its our more most no not some many one two three le la les un une des du de et mais il elle ils elles nous ce cette ces selon
  apres avant quand si pour dans sur en au aux plus ne pas on l d c s qu lundi mardi mercredi jeudi vendredi samedi dimanche`)

const isCapital = ({ shown }: TextWord): boolean => /^\p{Lu}/u.test(shown)
const isAcronym = ({ shown }: TextWord): boolean => /^\p{Lu}{2,6}$/u.test(shown)

/** Names in Latin letters: by their capitals, and by the words around them. */
export function latinCandidates(all: readonly TextWord[], memory: NameMemory): NameCandidate[] {
  const found: NameCandidate[] = []
  for (let from = 0; from < all.length; from++) {
    const first = all[from] as TextWord
    if (first.arabic || !isCapital(first) || ORDINARY.has(first.text) || TITLES.has(first.text)) continue
    if (from > 0 && isCapital(all[from - 1] as TextWord) && all[from - 1]?.joined && !opens(all[from - 1] as TextWord))
      continue
    const to = endOf(all, from)
    const candidate = rated(all, from, to, memory)
    if (candidate) found.push(candidate)
  }
  return found
}

/** A capitalised word that a name does not begin with: title, or first word of a sentence. */
const opens = ({ text }: TextWord): boolean => TITLES.has(text) || ORDINARY.has(text)

function endOf(all: readonly TextWord[], from: number): number {
  let end = from + 1
  for (let at = from + 1; at < all.length && all[at - 1]?.joined; at++) {
    const word = all[at] as TextWord
    if (isCapital(word)) end = at + 1
    else if (!LINKS.has(word.text)) break
  }
  return end
}

function rated(all: readonly TextWord[], from: number, to: number, memory: NameMemory): NameCandidate | null {
  const inside = all.slice(from, to)
  const first = inside[0] as TextWord
  const before = all[from - 1]
  const near = before && (before.joined || /^[.\s]*$/.test(before.after)) ? before.text : ''
  const as = (kind: NameCandidate['kind'], score: number, ...because: NameReason[]): NameCandidate => ({
    from,
    to,
    kind,
    score,
    particle: 0,
    because: [...because, 'capitals'],
  })
  if (TITLES.has(near)) return as('person', 2.5, 'title')
  if (inside.some(({ text }) => BODIES.has(text))) return inside.length > 1 ? as('organisation', 1.5, 'head') : null
  if (inside.length === 1 && isAcronym(first)) return as('organisation', 0.8)
  const seen = memory.personWorth(first.text, true, false)
  if (inside.length === 1 && seen > 0) return as('person', seen, 'seen-before')
  const startsSentence = !before || /[.!?:\n]/.test(before.after)
  if (inside.length >= 2 && inside.length <= 4) return as('person', startsSentence ? 0.7 : 1)
  if (SPEECH.has(all[to]?.text ?? '') && !startsSentence) return as('person', 0.5, 'verb')
  return inside.length === 1 && IN_PLACE.has(near) ? as('place', 0.4, 'preposition') : null
}
