/**
 * Words that news uses whatever the event, by how large a share of articles has them: what a document frequency knows
 * before it has read an archive, and what keeps five articles from being compared by their "said" and "minister".
 * Written for Mirqab from the trade's own phrases; extend it freely, order means nothing.
 */
export const COMMON_WORDS: { share: number; words: string }[] = [
  {
    share: 0.5,
    words: `
من في على الى عن مع هذا هذه ذلك تلك التي الذي الذين اللذين كان كانت كانوا يكون تكون ان انه انها انهم قد لم لن لا ما هو هي هم
هناك حيث بعد قبل بين عند عندما منذ حتى خلال كما لكن غير كل بعض اي او ثم ايضا فيما لدى وقد وقال قال قالت واضاف اضاف اضافت
اكد اكدت واكد اوضح واوضح اشار واشار اعلن اعلنت ذكر ذكرت بحسب وفق وفقا اليوم امس غدا الماضي المقبل الجاري عام العام سنه يوم
شهر اسبوع عبر ضد حول نحو اكثر اقل اول الاول الاولى ثاني جديد جديده عدد عده احد احدى نفسه نفسها ضمن تحت فوق دون سوى بشكل
كبير كبيره مثل اذا الا اما انما بان بها به له لها لهم منه منها فيه فيها عليه عليها عليهم اليه اليها ليس ليست الان بسبب اثر
the a an of to in on at by for with from as is are was were be been being has have had do does did will would could should can may
might must not no nor but or and if then than that this these those there here it its he him his she her they them their we our us
you your i my me who whom whose which what when where why how all any both each few more most other some such only own same so too
very just also into over after before between under again about against during through said says say told according new one two
first last year day week month time people mr mrs ms which while out up down off now even still because like many much well
le la les un une des du de d l et en au aux par pour sur dans avec sans sous ce cette ces cet il elle ils elles on nous vous je se sa
son ses leur leurs qui que quoi dont ou est sont etait etaient sera ont a avait avoir etre ete fait faire plus moins tres aussi mais
donc ne pas comme apres avant entre selon depuis lors alors tout tous toute toutes autre autres meme dit declare annonce an annee
jour mois`,
  },
  {
    share: 0.2,
    words: `
رئيس الرئيس الرئاسه وزير الوزير وزاره الوزراء حكومه الحكومه مجلس المجلس دوله الدول دولي الدوليه بلاد البلاد بيان البيان تصريح
تصريحات عمل العمل امن الامن الامنيه قوات القوات عسكري العسكري العسكريه جيش الجيش منطقه المنطقه مدينه العاصمه سياسي السياسيه
اقتصادي الاقتصاديه لجنه هيئه منظمه اجتماع الاجتماع لقاء اتفاق الاتفاق تعاون التعاون علاقات العلاقات ثنائي الثنائيه مشترك
المشتركه قضيه القضايا وضع الاوضاع ازمه الازمه عمليه عمليات هجوم قتل مقتل قتلى جرحى اصابه شخص اشخاص مواطن المواطنين شعب حق
حقوق مصدر مصادر وكاله الانباء صحيفه اعلام وسائل تقرير معلومات مسؤول مسؤولين مدير عام الامين نائب عضو اعضاء ممثل وفد زياره
محمد احمد عبد الله علي حسن ابن ملك الامير سمو السيد الجنرال مليون مليار الف مئه دولار نسبه المئه سعر سوق شركه مشروع برنامج
نظام قانون قرار تنفيذ دعم تعزيز تحقيق تقديم استمرار مواجهه اتخاذ ضروره اهميه جانب الجانبين طرف الطرفين اطار مجال مختلف خاص
الخاصه عربي العربيه وطني الوطنيه محلي المحلي شمال جنوب شرق غرب وسط صباح مساء الاحد الاثنين الثلاثاء الاربعاء الخميس الجمعه
السبت يناير فبراير مارس ابريل مايو يونيو يوليو اغسطس سبتمبر اكتوبر نوفمبر ديسمبر كانون شباط اذار نيسان ايار حزيران تموز اب
ايلول تشرين
president minister ministry government state states country countries national international official officials statement police
military army forces security public party leader leaders member members group meeting talks deal agreement law court house
senate republican republicans democrat democrats campaign election vote political white washington news report reports reported
media press interview spokesman spokeswoman asked called made make take took come came go going get think know want need
million billion percent number part place world american united city north south east west monday tuesday wednesday thursday
friday saturday sunday january february march april june july august september october november december work support issue
right left back long way three four five several including against since around later earlier
president ministre ministere gouvernement etat etats pays national nationale international officiel securite armee militaire
militaires forces police chef accord reunion cooperation ville region politique presse agence communique source lundi mardi
mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre
millions milliards deux trois premier premiere general nouveau nouvelle`,
  },
  {
    share: 0.06,
    words: `
انقلاب معارضه متمردين مسلح مسلحين ارهاب ارهابي الارهابيه متطرفين متشددين تنظيم جماعه حركه حزب انتخابات تظاهره احتجاج قصف
غاره صاروخ طائره حدود الحدود سفير سفاره خارجيه الخارجيه الدفاع الداخليه انسحاب عقوبات مفاوضات محادثات مباحثات وساطه هدنه
سلام حرب قاعده تدريب اسلحه سلاح شراكه استراتيجي الاستراتيجيه تبادل تهديد تنسيق استقرار سياده زعيم اركان قائد ضابط جندي
جنود مهمه بعثه اتحاد الاتحاد الامم المتحده افريقيا الافريقي اوروبا الاوروبي غربي الشرق الاوسط مستشفى صحه تعليم جامعه
طالب مدرسه محكمه تهمه اعتقال سجن حادث حريق زلزال نفط غاز طاقه بنك استثمار تجاره ميزانيه مباراه فريق لاعب مدرب دوري هدف
coup opposition rebel militant terror terrorist attack bomb strike rocket war peace troops soldier defense foreign sanction
withdraw negotiation border embassy ambassador hospital health school university judge lawyer charge arrest prison fire
earthquake oil gas energy bank trade budget tax bill congress senator governor mayor candidate poll voter debate speech
match team player coach league goal company market price
rebelles terroristes attaque guerre paix troupes soldats defense etrangeres sanctions retrait frontiere ambassade hopital
sante ecole universite tribunal prison seisme petrole gaz energie banque commerce match equipe joueur junte putsch`,
  },
]
