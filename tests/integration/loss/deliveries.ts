import type { Random } from '#tests/integration/loss/random.ts'
import { aZip } from '#tests/support/a-zip.ts'

export type Delivery = { name: string; files: { path: string; bytes: Buffer }[] }

/** One article of the imagined region, as it goes into a file of any format. */
type News = { title: string; paragraphs: string[]; source: string; address: string; date: string }

const SOURCES = [
  'صدى نيامي',
  'قافلة الأخبار',
  'الأفق العربي',
  'منارة طرابلس',
  'القيروان الجديدة',
  'جريدة لا يعرفها أحد',
]
const WORDS = `
السوق المدينة الوادي الجسر القافلة المطر المدرسة الطريق البئر المستشفى الحدود الميناء القطيع الحصاد السد القرية
الوالي المهندس التاجر الراعي المعلمة الطبيب السائق المزارع الحارس القاضي الصياد البناء الخباز الشاعر
تيلابيري أغاديز غاو كيدال سبها غات تمنراست إليزي نواذيبو زندر موبتي مرادي تاوة ديفا
أعلن افتتح زار ناقش رفض اقترح أكد سلم رمم حفر زرع باع نقل جمع وزع فحص
جديد قديم بعيد واسع صغير كبير سريع بطيء قريب عميق جاف خصب مشترك سنوي محلي
صباحا مساء أمس سابقا لاحقا مجددا رسميا تدريجيا فورا سرا علنا جماعيا
بعد قبل خلال أثناء رغم دون مع عند حول تحت فوق بين خلف أمام
القمح الذرة الماشية الملح التمر الخشب الوقود الدواء الكتب الخيام الحبال الأسماك الصوف الجلود الفخار الشاي
ميزانية خطة لجنة حملة بعثة دورة ورشة ندوة مسابقة معرض قافلة اتفاقية دراسة خريطة`
  .trim()
  .split(/\s+/)
const MONTHS = ['سبتمبر', 'أكتوبر', 'نوفمبر']

/** Deliveries of about fifty articles each in every kind of file: the same ones for the same seed. */
export function deliveries(random: Random, count: number): Delivery[] {
  const wires: News[] = []
  return Array.from({ length: count }, (_, number) => {
    const some = (n: number) =>
      Array.from({ length: n }, (_, i) => news(random, wires, `${number}-${i}-${random.below(1e6)}`))
    return { name: `تسليم ${number + 1}`, files: random.shuffled(filesOf(some, number)) }
  })
}

/** Every fourth article repeats an earlier one under another name, word for word or with a sentence more. */
function news(random: Random, wires: News[], id: string): News {
  const date = `2026-${9 + random.below(3)}-${1 + random.below(20)}`.replace(/-(\d)(?=-|$)/g, '-0$1')
  const source = random.of(SOURCES)
  const address = `https://akhbar.example/${id}`
  const copied = wires.length > 0 && random.below(4) === 0 ? random.of(wires) : undefined
  if (copied) {
    const paragraphs = random.below(2) ? copied.paragraphs : [...copied.paragraphs, sentence(random)]
    return { ...copied, paragraphs, source, address }
  }
  const paragraphs = Array.from({ length: 5 }, () => `${sentence(random)} ${sentence(random)}`)
  const title = (paragraphs[0] as string).split(' ').slice(0, 8).join(' ')
  const article = { title, paragraphs, source, address, date }
  wires.push(article)
  return article
}

/** Words in any order: two sentences have nothing in common but by intention. */
const sentence = (random: Random): string =>
  `${Array.from({ length: 12 + random.below(8) }, () => random.of(WORDS)).join(' ')}.`

const textOf = ({ paragraphs }: News): string => paragraphs.join('\n\n')

function filesOf(some: (n: number) => News[], number: number): { path: string; bytes: Buffer }[] {
  const record = (n: News) => ({
    title: n.title,
    text: textOf(n),
    source: n.source,
    url: n.address,
    published_at: n.date,
  })
  const named: [string, string | Buffer][] = [
    [
      'export.jsonl',
      some(12)
        .map((n) => JSON.stringify(record(n)))
        .join('\n'),
    ],
    ['export.json', JSON.stringify({ articles: some(8).map(record) })],
    ['table.csv', csv(some(8))],
    ['feed.rss', rss(some(6))],
    ['pages.zip', aZip(some(5).map((n, i) => ({ name: `صفحة-${i}.html`, bytes: html(n) })))],
    ['texts.zip', aZip(some(5).map((n, i) => ({ name: `نص-${i}.txt`, bytes: plain(n) })))],
    ...some(4).map((n, i): [string, string] => [`page-${i}.html`, html(n)]),
    ...some(4).map((n, i): [string, string] => [`text-${i}.txt`, plain(n)]),
    ['broken.json', '{"title": "بلا نهاية", '],
    ['empty.txt', ''],
  ]
  return named.map(([path, bytes]) => ({ path: `${number}/${path}`, bytes: Buffer.from(bytes) }))
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`
const csv = (all: News[]): string =>
  [
    'العنوان,النص,المصدر,الرابط,التاريخ',
    ...all.map((n) => [n.title, textOf(n), n.source, n.address, n.date].map(quoted).join(',')),
  ].join('\r\n')

const rss = (all: News[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>${SOURCES[1]}</title>${all
    .map(
      (n) =>
        `<item><title>${n.title}</title><link>${n.address}</link><guid>${n.address}</guid><pubDate>${new Date(n.date).toUTCString()}</pubDate><description><![CDATA[${n.paragraphs.map((p) => `<p>${p}</p>`).join('')}]]></description></item>`,
    )
    .join('\n')}</channel></rss>`

const html = (n: News): string =>
  `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>${n.title} | ${n.source}</title><meta property="og:site_name" content="${n.source}"><meta property="article:published_time" content="${n.date}T08:00:00+01:00"><link rel="canonical" href="${n.address}"></head><body><nav>الرئيسية | سياسة | اقتصاد</nav><article><h1>${n.title}</h1>${n.paragraphs.map((p) => `<p>${p}</p>`).join('')}</article><footer>جميع الحقوق محفوظة</footer></body></html>`

function plain(n: News): string {
  const [year, month, day] = n.date.split('-').map(Number) as [number, number, number]
  return `${n.title}\n${n.source} - ${day} ${MONTHS[month - 9]} ${year}\n\n${textOf(n)}\n`
}
