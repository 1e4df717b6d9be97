import { foldText } from '#lib/text/fold.ts'
import { type Tokens, tokensOf, WordMemo } from '#lib/text/lexicon.ts'
import { stem } from '#lib/text/stem.ts'

/**
 * Words that say nothing about which story a text tells: function words, and the words that stand in news of any
 * subject (said, president, new, during, million). Two texts that share only these share no subject.
 */
const COMMON = `
في من الى على عن مع بين بعد قبل منذ حتى خلال حول دون ضد عند لدى تحت فوق امام وراء ضمن عبر نحو رغم بسبب وفق حسب بحسب وفقا
ان انه انها انهم لان اذا لكن بل او ام ثم كما حيث حين عندما بينما لا لم لن ما ليس ليست غير سوى كل بعض جميع اي هذا هذه ذلك تلك هؤلاء
الذي التي الذين اللذين اللتين هو هي هم نحن كان كانت يكون تكون كانوا قد سوف لقد هناك هنا ايضا فقط مثل وذلك وهو وهي وان وكان وقد ولا ولم
قال قالت اكد اكدت يؤكد تؤكد اضاف اضافت اعلن اعلنت يعلن تعلن اشار اشارت يشير اوضح اوضحت يوضح ذكر ذكرت كشف كشفت يكشف تكشف افاد افادت اعتبر طالب يطالب تطالب
دعا يدعو تدعو دعوه بحث يبحث تبحث تبحثان مباحثات التقى يلتقي لقاء اجتماع يجتمع زيارة يزور تزور استقبل يستقبل تلقى وصل يصل شهد تشهد جدد يجدد وجه يوجه
رئيس رئيسه الرئيس رئاسه وزير الوزير وزراء وزاره مدير عضو امين عام العام عامه الامه ملك امير مسؤول مسؤولون متحدث ناطق باسم بيان تصريح تصريحات مصدر مصادر
دوله دول الدولي دوليه حكومه حكومات حكومي بلد بلاد بلدان مدينه منطقه مناطق محافظه عاصمه وطني وطنيه محلي شعب عالم عالمي قطاع مجال
يوم اليوم امس غدا الليله مساء صباح الاحد الاثنين الثلاثاء الاربعاء الخميس الجمعه السبت شهر الشهر اسبوع سنه عام عاما اعوام سنوات ايام اشهر ساعه ساعات
الماضي الماضيه الجاري الحالي المقبل القادم الاخير الاخيره الان حاليا مؤخرا جديد جديده اول اولى ثاني ثانيه ثالث اخر اخرى كبير كبيره اكبر اكثر اقل كثير عدد عده
مليون مليار الف مئه نسبه بالمئه نحو حوالي اثنين ثلاثه اربعه خمسه سته سبعه ثمانيه تسعه عشره عشرين واحد واحده مره
قام تقوم يقوم تم يتم تمت عمل يعمل تعمل عملي عمليه عمليات جاء ياتي تاتي يمكن يجب ضروره اجل تقديم تحقيق تعزيز دعم موقف قرار قضيه قضايا امر شان جانب جهود مستوى اطار خطه برنامج مشروع
فيديو صور بالصور بالفيديو شاهد تفاصيل عاجل خاص تقرير حوار مقال راي هل كيف لماذا ماذا متى
the a an of in on at to for from by with as and or but not no is are was were be been has have had will would can could may that this these those it its he she his her they their we our you who what how why when where which after before over under about into more new says said say first last year years day week month time people government president minister official officials country state world news report video watch
le la les un une des du de au aux et ou mais en dans sur pour par avec sans est sont a ont ete qui que quoi comment pourquoi apres avant plus nouveau nouvelle dit ans jour mois president ministre pays monde gouvernement ce cette ces son sa ses leur il elle se ne pas
`
/** Words that many stories share without being about one thing: half a sign. */
const FREQUENT = `
دور داخل خارج بدء شخص اشخاص موعد مركز اهل اهالي حادث احداث اتفاق مقابل واقع تواصل يواصل جامعه معرض اتحاد نقل شرق غرب شمال جنوب وسط قديم
مشاركه مشارك يشارك موسم توقع توقعات وصول ابناء ابن مؤشر اوضاع متحده باسم حدود اجراء اجراءات اطلاق اعاده اعادت خروج سوق اسواق هجوم مال ماليه علاقه علاقات
قائم بناء نتائج عرض عروض تعد طلب عاد عوده يعود موقع مواقع حفل زياده شؤون لجنه اقامه قبول مجلس منظمه تعامل هيئه دخول مستمر مشكله مشاكل راس تنظيم تطبيق رجل رجال
تاريخ اداره اقتصاد سياسه سياسي امن امني قوات قوه جيش عسكري دفاع حرب سلام مقتل اصابه قتلى جرحى مواطن مواطنين شركه شركات نظام حزب انتخابات برلمان نواب
طريق طرق خدمه خدمات مساعدات تعاون شراكه تطوير تنميه استثمار اتفاقيه توقيع يوقع افتتاح اسعار سعر مدير مسيره تعليم مدرسه صحه مستشفى طبي علاج
حقوق انسان قانون محكمه حكم قضاء شرطه سجن اعتقال توقيف ضبط متهم مواجهه ازمه ملف حل مفاوضات محادثات وفد سفير سفاره خارجيه داخليه دوره جوله مباراه فريق لاعب
family home house work city local market price company bank service plan deal talks party group power war attack army police court law rights health school team game
ville local marche prix accord groupe guerre attaque armee police justice droits sante equipe
`
const FREQUENT_STEMS = new Set(
  FREQUENT.trim()
    .split(/\s+/)
    .flatMap((word) => [foldText(word), stem(foldText(word))]),
)

/** How much a stem says, 0.3 to 1: short stems and frequent ones meet by chance. */
export function weightOf(stemmed: string): number {
  const byLength = stemmed.length <= 2 ? 0.35 : stemmed.length === 3 ? 0.7 : 1
  return FREQUENT_STEMS.has(stemmed) ? byLength * 0.45 : byLength
}

const COMMON_STEMS = new Set(
  COMMON.trim()
    .split(/\s+/)
    .flatMap((word) => [foldText(word), stem(foldText(word))]),
)

/** A stem that says something, with its consonants (see {@link skeletonOf}). */
export type TellingStem = { stem: string; skeleton: string }

const TELLING = new WordMemo((word): TellingStem | null => {
  const stemmed = stem(word)
  const isCommon = word.length < 3 || COMMON_STEMS.has(word) || COMMON_STEMS.has(stemmed) || stemmed.length < 2
  return isCommon ? null : { stem: stemmed, skeleton: skeletonOf(stemmed) }
})

/**
 * The consonants of a stem: مباحث, بحث and باحث meet in بحث; Latin words in their first five letters. A coarse key,
 * good for saying that two words may be one, never that they are.
 */
export function skeletonOf(stem: string): string {
  if (!/[\u0620-\u06ff]/.test(stem)) return stem.length > 5 ? `~${stem.slice(0, 5)}` : `~${stem}`
  let rest = stem.replace(/^(?:است|مست|يست|تست|[ويتنمباسل](?=..))/u, '').replace(/[اويءه]/g, '')
  if (rest.length < 2) rest = stem.replace(/[اويء]/g, '')
  return `~${rest.length >= 2 ? rest : stem}`
}

/**
 * Stems of a folded text that say something about its subject, in order and with repetitions.
 * @param most look at no more characters than this; a subject shows in a text's beginning
 */
export function informativeStems(folded: string, most = Number.POSITIVE_INFINITY): string[] {
  return tellingStems(tokensOf(folded.length > most ? folded.slice(0, most) : folded)).map(({ stem }) => stem)
}

/** The same with the consonants of each. */
export const tellingStems = (text: Tokens): TellingStem[] => TELLING.found(text)
