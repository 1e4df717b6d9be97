/**
 * Words that sites print around articles, for lines that their shape alone does not give away. Patterns run on folded
 * text (see lib/text/fold.ts): no hamza, ة as ه, ى as ي, lower case, no marks.
 */
export type Furniture =
  | 'end-heading'
  | 'reply'
  | 'related'
  | 'advert'
  | 'share'
  | 'counter'
  | 'caption'
  | 'notice'
  | 'marker'

/** A short line that opens what comes after the article: comments, related lists, tags. */
const END_HEADING =
  /^[\s\p{P}\p{S}\d]*(?:(?:ال)?تعليقات?|اترك (?:تعليق\S*|ردا?)|اضف تعليق\S*|كتابه تعليق|شارك(?:نا)? (?:ب)?رايك|(?:اخبار|مواضيع|مقالات|موضوعات) (?:ذات صله|متعلقه|مشابهه|مرتبطه|اخري)|ذات صله|نفس (?:الموضوع|الفئه|المولف|القسم)|(?:ال)?اكثر (?:قراءه|مشاهده|تداولا|شيوعا)|قد (?:يهمك|يعجبك)(?: ايضا)?|اخترنا ل(?:ك|كم)|المزيد (?:من|في|حول).{0,30}|كلمات (?:مفتاحيه|دلاليه)|الكلمات المفتاحيه|وسوم|الوسوم|comments?|(?:leave|write) a (?:reply|comment)|kommentare?|mehr (?:zum thema|zu diesem thema|von|aus).{0,40}|(?:weitere|ahnliche|verwandte) (?:artikel|beitrage|themen|informationen|links)|das (?:konnte|thema konnte) (?:sie|dich) (?:auch )?interessieren|share this(?: (?:article|post|story))?|(?:diesen )?(?:artikel|beitrag) teilen|related (?:articles?|stories|news|posts)|more (?:from|on|stories|news).{0,30}|most (?:read|popular)|read (?:more|next)|you may also like|recommended|tags|commentaires?|laissez un commentaire|a lire egalement|articles? (?:lies|similaires)|sur le meme sujet|les plus lus|a lire aussi|دیدگاه(?:ها)?|نظرات|مطالب مرتبط|binh luan|tin lien quan|cung chu de|yorumlar|ilgili haberler)[\s\p{P}\p{S}\d]*$/u
/** What stands under each comment of readers: the thread has begun. */
const REPLY =
  /^[\s\p{P}\p{S}\d]*(?:رد|الرد|اضف ردا|رد علي التعليق|ابلاغ عن (?:ال)?تعليق|reply|report (?:this )?comment|repondre|signaler(?: ce commentaire)?|antworten|پاسخ|tra loi|yanitla)[\s\p{P}\p{S}\d]*$/u
/** A pointer to another article; it may stand inside the text and carry that article's headline. */
const RELATED =
  /^[\s\p{P}\p{S}]*(?:(?:ا?قرا(?:وا)?|طالع(?:وا)?|شاهد(?:وا)?|تابع(?:وا)?|انظر) (?:ايضا|كذلك|المزيد)|شاهد(?: الان)?\s*:|للمزيد|اقرا عن|لقراءه المزيد|read (?:also|more)|also read|see also|lire aussi|a lire|voir aussi|بیشتر بخوانید|xem them|doc them)(?![\p{L}])/u
/** The same in languages of sites that Arabic ones quote; on pages only, where a link follows. */
const READ_ALSO =
  /^[\s\p{P}\p{S}]*(?:lesen sie (?:auch|mehr|hier)|auch (?:lesen|interessant)|mehr (?:lesen|dazu)|siehe auch|zobacz (?:takze|tez|rowniez)|czytaj (?:takze|tez|wiecej)|baca juga|(?:te|le) puede interesar|lee (?:tambien|mas)|mira tambien|(?:veja|leia) (?:tambem|mais)|leggi anche|lees ook|las ocksa|les ogsa|citeste si)(?!\p{L})/u
const ADVERT =
  /^[\s\p{P}\p{S}]*(?:اعلان(?:ات)?|اعلان ممول|محتوي ممول|مساحه اعلانيه|advertisements?|sponsored|publicite|anzeige|ad|ads|reklam|quang cao)[\s\p{P}\p{S}\d]*$/u
const SHARE =
  /^[\s\p{P}\p{S}\d]*(?:تم نسخ الرابط.{0,12}|شارك(?:ها|ه|وا)?(?: (?:المقال|الخبر|هذا|عبر|علي).{0,30})?|مشاركه|نسخ الرابط|انسخ الرابط|طباعه|ارسال|حفظ|استمع(?: للمقال| الي.{0,15})?|(?:facebook|twitter|whatsapp|telegram|linkedin|instagram|youtube|tiktok|x|فيسبوك|فيس بوك|تويتر|واتساب|واتس اب|تلغرام|تيليجرام|لينكد ان|انستغرام|يوتيوب|email|print|share|tweet|copy link|partager|imprimer)(?:[\s\p{P}\p{S}]+|$))+[\s\p{P}\p{S}\d]*$/u
const COUNTER =
  /^[\s\p{P}\p{S}]*(?:[\d.,]+\s*[kم]?\s*(?:تعليق(?:ات)?|مشاركه|مشاركات|مشاهده|مشاهدات|زياره|قراءه|اعجاب|دقيقه|دقائق|دقيقه قراءه|دقائق للقراءه|comments?|shares?|views?|likes?|min(?:ute)?s?(?: read)?|vues?)|(?:تعليق(?:ات)?|مشاهدات|المشاهدات|عدد المشاهدات|عدد القراء|مشاركات|زمن القراءه|مده القراءه|comments?|views?|shares?)[\s:(]*[\d.,]+.{0,12})[\s\p{P}\p{S}]*$/u
const NOTICE =
  /(?:جميع الحقوق محفوظه|حقوق (?:النشر|الطبع) محفوظه|سياسه الخصوصيه|شروط الاستخدام|ملفات تعريف الارتباط|all rights reserved|tous droits reserves|privacy policy|terms of (?:use|service)|نشرتنا البريديه|النشره البريديه|subscribe to our|sign up (?:for|to)|inscrivez-vous|حمل(?:وا)? (?:ال)?تطبيق|تابعونا علي|تابعنا علي|لمتابعه اخبارنا|انضم(?:وا)? (?:الي|ل)\s*(?:قناتنا|قناه|قناتنا علي)|follow us|suivez-nous|اشترك(?:وا)? (?:في|ب)\s*(?:قناتنا|قناه|نشرتنا|خدمه)|لن يتم نشر (?:عنوان )?بريدك|(?:المواد|المقالات|الاراء|التعليقات) (?:المنشوره|الوارده).{0,60}(?:تعبر|لا تعبر|يعبر)|لا تعبر بالضروره|(?:views|opinions) expressed (?:in|by|here|are)|not necessarily reflect|n'engagent? que (?:son|leurs|les) auteurs?|your email address will not|©)/u
const CAPTION =
  /(?:\((?:صوره|الصوره|photo|image|anh)\s*\d*\)\s*$)|(?:(?:^|[\s.،(])(?:ال)?(?:صوره|تصوير)\s*[:/©-])|(?:(?:^|[.!?»”]\s)(?:photo(?:graph|graphie)?s?(?: by)?|image|picture|credit|foto|bild|anh)\s*[:/©])|(?:\(?(?:صوره )?ارشيفيه\)?[\s.]*$)|(?:^صوره (?:ارشيفيه|متداوله|تعبيريه|توضيحيه)(?!\p{L}))|(?:^(?:صوره|لقطه|مشهد|جانب من) .{3,120}\([^()]{2,40}\)$)|(?:\b(?:getty images|photo\s*:|file photo))/u
/** A word or two in brackets, or site words that no article contains alone on a line. */
const MARKER =
  /^(?:[[<{(]\s*[^\])>}.]{1,24}\s*[\])>}]|logo|top|menu|home|search|close|skip to .*|no data|loading\.*|next|previous|back to top|الرئيسيه|القائمه|بحث|اغلاق|تخطي الي المحتوي|اعلي|عوده الي الاعلي|التالي|السابق|مصدر|المصدر|عاجل|البث المباشر|اتصل بنا|من نحن|تسجيل الدخول|listen live|watch live|download our app|contact us|about us|sign in|accueil|s'abonner|contact|rechercher|fermer)$/u

/** No line of furniture is longer (UTF-16 units); the patterns above must not search back and forth in a megabyte. */
const LONGEST = 600

/** What kind of furniture a line is by its words, or null; `words` keeps sentences that only mention such words. */
export function furnitureOf(text: string, folded: string, words: number): Furniture | null {
  if (folded.length > LONGEST) return /\p{L}|\p{N}/u.test(text) ? null : 'marker'
  if (words <= 6 && COUNTER.test(folded))
    return /^[\s\p{P}\p{S}]*(?:تعليق|comments?)/u.test(folded) ? 'end-heading' : 'counter'
  if (words <= 8 && END_HEADING.test(folded)) return 'end-heading'
  if (words <= 3 && REPLY.test(folded)) return 'reply'
  if (words <= 30 && RELATED.test(folded)) return 'related'
  if (words <= 4 && ADVERT.test(folded)) return 'advert'
  if (words <= 12 && SHARE.test(folded)) return 'share'
  if (words <= 5 && MARKER.test(folded)) return 'marker'
  if (words <= 45 && CAPTION.test(folded)) return 'caption'
  if (words <= 40 && NOTICE.test(folded)) return 'notice'
  return /\p{L}|\p{N}/u.test(text) ? null : 'marker'
}

/** Whether a short line of a page points to another article in one of the languages that {@link furnitureOf} leaves alone. */
export const isReadAlso = (folded: string): boolean => READ_ALSO.test(folded)
