import type { NameCandidate } from '#lib/tag/names/name-candidate.ts'
import type { TextWord } from '#lib/tag/names/text-words.ts'
import { foldText } from '#lib/text/fold.ts'

const list = (text: string): Set<string> => new Set(text.trim().split(/\s+/).map(foldText))

/** Words that say: this is about sport. */
const SPORT = list(`
  مباراة المباراة مباريات المباريات مباراته مباراتهم منتخب المنتخب منتخبنا نادي النادي فريق الفريق لاعب اللاعب لاعبي اللاعبين لاعبا مدرب المدرب
  الدوري دوري بطولة البطولة كأس الكأس هدف هدفا هدفين أهداف الهدف المهاجم مهاجم مدافع المدافع حارس المونديال مونديال الشوط شوط ملعب استاد
  المرمى مرماه الجولة جولة التأهل نهائي النهائي تعادل التعادل ركلة ركلات الكرة كرة التصفيات تصفيات الاتحاد المجموعة`)

/** Behind these a country or a town is its team: فوز البرازيل, أمام تايلاند, على هامبورغ. */
const CUES = list(`
  أمام امام على علي مع فوز بفوز فاز خسارة بخسارة هزيمة هزم تعادل تغلب مباراة لقاء مضيفه ضيفه مضيفته ضيفته ضد خروج تأهل تأهلت فازت بين هدف مرمى
  نتيجة صفوف صفر ملاقاة مواجهة يلتقي التقى يواجه واجه نظيره وصيف مضيفة سقط تعادلت لصالح يلعب تلعب حساب شباك`)

const NEEDED = 2

/** Places that stand for a team, where a text speaks of sport; and clubs whose names are other things as well. */
export function sportCandidates(words: readonly TextWord[], listed: readonly NameCandidate[]): NameCandidate[] {
  const spoken = words.reduce((sum, { text }) => sum + (SPORT.has(text.replace(/^[وفبل](?=...)/, '')) ? 1 : 0), 0)
  if (spoken < NEEDED) return []
  return listed.flatMap((name): NameCandidate[] => {
    if (name.kind === 'person') return []
    const word = words[name.from] as TextWord
    if (/^[وف]?ب/.test(word.text) && name.particle > 0) return []
    const before = words[name.from - 1]
    const cued = before !== undefined && CUES.has(before.text.replace(/^[وف](?=...)/, ''))
    // A club among clubs: 1 - 0 and brackets say so too.
    const played = /^\s*[(-]?\s*\d/.test(word.after) || /\d\s*[-)]?\s*$/.test(before?.after ?? '')
    const isInPlace =
      before !== undefined && /^[وف]?(?:في|الي|إلى|من|مدينه|بطوله|مونديال|جنوب|شمال|غرب|شرق)$/.test(before.text)
    if (name.kind === 'place' ? !cued && !played : isInPlace) return []
    return [{ ...name, kind: 'organisation', score: Math.max(name.score, 0.6) + 0.3, because: ['listed', 'sport'] }]
  })
}
