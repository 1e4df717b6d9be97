import type { ReadArticle } from '#lib/core/article.ts'
import { type DocumentInput, read } from '#lib/read/read.ts'
import type { ReadVocabulary } from '#lib/read/vocabulary.ts'

/** A small vocabulary of real agencies and invented outlets; tests show in their own text what matters. */
export const vocabulary: ReadVocabulary = {
  agencies: [
    {
      id: 'AFP',
      names: { ar: 'وكالة الصحافة الفرنسية', en: 'Agence France-Presse' },
      aliases: ['أ ف ب', 'فرانس برس', 'AFP'],
      domains: ['afp.com'],
    },
    { id: 'Reuters', names: { ar: 'رويترز', en: 'Reuters' }, aliases: ['وكالة رويترز'] },
    { id: 'AP', names: { ar: 'أسوشيتد برس', en: 'Associated Press' }, aliases: ['وكالة أسوشيتد برس', 'AP'] },
    { id: 'BNA', names: { ar: 'وكالة أنباء البحرين' }, aliases: ['بنا'] },
  ],
  sources: [
    {
      slug: 'marsa',
      kind: 'newspaper',
      names: { ar: 'المرسى', en: 'Al Marsa' },
      aliases: ['جريدة المرسى'],
      domains: ['almarsa.example'],
      language: 'ar',
      timeZone: 'Asia/Baghdad',
    },
    {
      slug: 'wadi',
      kind: 'broadcaster',
      names: { ar: 'قناة الوادي', en: 'Wadi TV' },
      domains: ['wadi.example'],
      language: 'ar',
    },
    { slug: 'sahra-sozu', kind: 'aggregator', names: { ar: 'صحراء سوزو', en: 'Sahra Sözü' }, language: 'tr' },
  ],
}

const encoder = new TextEncoder()

/** Reads a plain text as the product would. */
export const readText = (text: string, more: Partial<DocumentInput> = {}): ReadArticle =>
  read({ bytes: encoder.encode(text), mediaType: 'text/plain', ...more }, vocabulary)

/** Reads a page as the product would. */
export const readHtml = (html: string, more: Partial<DocumentInput> = {}): ReadArticle =>
  read({ bytes: encoder.encode(html), mediaType: 'text/html', ...more }, vocabulary)

export const flagsOf = (article: ReadArticle): string[] => article.flags.map((flag) => flag.kind).sort()

/** Three paragraphs of an invented article about a bridge in Mosul, for tests that are about what stands around it. */
export const BRIDGE = `أعلنت بلدية الموصل بدء العمل في ترميم الجسر العتيق الذي يصل ضفتي نهر دجلة، بعد توقف دام عامين بسبب نقص التمويل.
وقال المهندس المشرف إن الجسر سيحتاج إلى دعامات جديدة قبل موسم الفيضانات، وإن العمال بدؤوا إزالة الركام من الضفة اليمنى.
ويأمل تجار السوق القديم أن يعيد الجسر الزبائن إلى محالهم التي أغلق نصفها منذ توقف المرور عليه.`
export const BRIDGE_TITLE = 'بلدية الموصل تبدأ ترميم الجسر العتيق على نهر دجلة'
