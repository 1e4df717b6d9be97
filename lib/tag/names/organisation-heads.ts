import { foldText } from '#lib/text/fold.ts'

const list = (text: string): Set<string> => new Set(text.trim().split(/\s+/).map(foldText))

/** The head is part of the name: حزب البعث, جامعة القاهرة. */
export const HEADS_INSIDE = list(`
  حزب منظمة جامعة مجلس اتحاد لجنة جبهة هيئة محكمة معهد مركز أكاديمية بنك مصرف صندوق رابطة نقابة جمعية تنظيم جماعة كتائب سرايا ائتلاف
  تحالف كتلة تيار منتخب مجمع كلية غرفة بورصة حركة مؤسسة مفوضية وكالة برلمان جيش ميليشيا لواء ألوية فيلق عصبة مكتب مستشفى مدرسة
  مجموعة إذاعة متحف`)

/** Of these, words of every day as well: حركة الطائرات. More than one word with the article must follow. */
export const HEADS_WEAK = list(`
  حركة تنظيم مكتب مجموعة مدرسة كلية متحف مركز لواء جيش مؤسسة لجنة كتلة تيار هيئة جماعة الحركة المؤسسة الصندوق المركز المنظمة اللجنة
  التيار المحاكم الجماعة الجبهة المنتدى الوكالة الرابطة`)

/** The head stands before the name and is none of it: صحيفة النهار, شركة شل. */
export const HEADS_BEFORE = list(`
  صحيفة جريدة مجلة شركة نادي فريق قناة فضائية تلفزيون موقع شبكة محطة وكالة إذاعة مؤسسة مجموعة بنك حركة تنظيم جماعة منظمة
  ناديي شركتي صحيفتي فريقي منتخبي لاعب مهاجم مدافع مدرب حارس لاعبي نجم هداف صفوف مرمى`)

/** Behind these an everyday word with the article is a name as well: صحيفة النهار, نادي الزمالك. */
export const HEADS_OF_WORDS = list('صحيفة جريدة مجلة قناة فضائية نادي ناديي صحيفتي')

/** With the article the head and an adjective are a name: المجلس الدستوري, المحكمة العليا. */
export const HEADS_DEFINITE = list(`
  المجلس اللجنة المحكمة الهيئة المنظمة الجمعية الحركة الحزب الجبهة الاتحاد البنك الجامعة المركز المعهد المنتخب الجماعة الوكالة الرابطة
  المؤسسة الصندوق التيار البرلمان الكونغرس الكونجرس الأكاديمية المفوضية الكنيست الائتلاف الخارجية المنتدى الإذاعة`)
