import { describe, expect, test } from 'vitest'
import { ArchiveComparison } from '#lib/compare/archive-comparison.ts'
import { DocumentFrequency } from '#lib/compare/document-frequency.ts'
import { prepareArticle } from '#lib/compare/prepare-article.ts'
import { publishedSpan } from '#lib/compare/published-span.ts'
import { type EventReason, sameEvent } from '#lib/compare/same-event.ts'
import { beginStory } from '#lib/compare/story-centroid.ts'
import { storyKeys } from '#lib/compare/story-keys.ts'
import { type StoryVector, storyVector } from '#lib/compare/story-vector.ts'

type Report = { title: string; text: string; on: string }
const MONDAY = '2026-03-02'
const TUESDAY = '2026-03-03'
const THURSDAY = '2026-03-05'

/** Whether two reports, alone in an archive, lie in one story. */
function together(a: Report, b: Report): boolean {
  const comparison = new ArchiveComparison()
  for (const report of [a, b]) comparison.add(prepareArticle(report), publishedSpan(report.on), '')
  const [first, second] = comparison.place()
  return first?.story !== null && first?.story === second?.story
}
const report = (title: string, text: string, on = MONDAY): Report => ({ title, text, on })

describe('two events in nearly the same words stay two where', () => {
  test.each<[string, Report, Report]>([
    [
      'the countries differ, and the dead',
      report(
        'مقتل 15 شخصا في هجوم مسلح في مالي',
        'قتل 15 شخصا على الأقل في هجوم شنه مسلحون على قرية في مالي، بحسب مصادر أمنية ومحلية. وقال مسؤول محلي إن المهاجمين وصلوا على دراجات نارية.',
      ),
      report(
        'مقتل 23 شخصا في هجوم مسلح في بوركينا فاسو',
        'قتل 23 شخصا على الأقل في هجوم شنه مسلحون على موقع للجيش في بوركينا فاسو، بحسب مصادر أمنية. وأضاف مسؤول محلي أن المهاجمين وصلوا على دراجات نارية وانسحبوا قبل الفجر.',
      ),
    ],
    [
      'the towns of one country differ, and the dead',
      report(
        'مقتل 15 في هجوم على قرية في وسط مالي',
        'قتل 15 شخصا في هجوم شنه مسلحون يوم السبت على قرية في منطقة موبتي وسط مالي، بحسب مصادر محلية. وقال مسؤول إن المهاجمين وصلوا على دراجات نارية وأحرقوا المنازل.',
      ),
      report(
        'مقتل 23 في هجوم على حافلة في شمال مالي',
        'قتل 23 شخصا في هجوم شنه مسلحون يوم الأحد على حافلة في منطقة تمبكتو شمال مالي، بحسب مصادر محلية. وقال مسؤول إن المهاجمين وصلوا على دراجات نارية وأطلقوا النار.',
      ),
    ],
    [
      'the weekdays differ',
      report(
        'مجلس الوزراء يبحث الموسم الفلاحي',
        'عقد مجلس الوزراء اليوم الاثنين اجتماعه الأسبوعي برئاسة رئيس الحكومة، وناقش عددا من مشاريع القوانين والمراسيم، ثم اطلع على عرض حول تقدم الموسم الفلاحي.',
      ),
      report(
        'مجلس الوزراء يبحث أسعار المواد',
        'برئاسة رئيس الحكومة عقد اليوم الخميس مجلس الوزراء اجتماعه الأسبوعي، واطلع على عرض حول أسعار المواد، ثم ناقش مشاريع عدد من القوانين ومن المراسيم.',
        THURSDAY,
      ),
    ],
    [
      'one president receives two guests',
      report(
        'رئيس الجمهورية يستقبل وزير خارجية تركيا',
        'استقبل الرئيس إسماعيل ولد الداه صباح اليوم في القصر الرئاسي وزير الخارجية التركي كمال أرسلان. وجرى خلال اللقاء بحث العلاقات الثنائية وسبل تعزيزها، وتطرق الجانبان إلى توسعة الموانئ.',
      ),
      report(
        'رئيس الجمهورية يستقبل سفير اليابان',
        'استقبل الرئيس إسماعيل ولد الداه صباح اليوم في القصر الرئاسي السفير الياباني هيروشي تاناكا. وجرى خلال اللقاء بحث العلاقات الثنائية وسبل تعزيزها، وشكر السفير الحكومة على تسهيل برامج الصيد.',
      ),
    ],
    [
      'two officers are appointed by one decree’s form',
      report(
        'تعيين العقيد عثمان ديالو قائدا للحرس',
        'أصدر الرئيس الانتقالي مرسوما يقضي بتعيين العقيد عثمان ديالو قائدا للحرس الوطني خلفا للعقيد موسى كوناتي، ويبدأ العمل بالمرسوم من تاريخ نشره.',
      ),
      report(
        'تعيين الجنرال سليمان باري مديرا للأمن',
        'أصدر الرئيس الانتقالي مرسوما يقضي بتعيين الجنرال سليمان باري مديرا للأمن الوطني خلفا للجنرال أداما سانوغو، ويبدأ العمل بالمرسوم من تاريخ نشره.',
      ),
    ],
  ])('%s', (_, a, b) => expect(together(a, b)).toBe(false))
})

/** What speaks for and against one event, of two reports alone in an archive. */
function reasons(a: Report, b: Report): EventReason['kind'][] {
  const keys = [a, b].map(storyKeys)
  const frequency = new DocumentFrequency()
  for (const one of keys) frequency.add(one)
  const [first, second] = keys.map((one) => storyVector(one, frequency.idf)) as [StoryVector, StoryVector]
  return sameEvent(second, beginStory(first, publishedSpan(a.on)), publishedSpan(b.on)).because.map(({ kind }) => kind)
}

/** A report, another of the same event with one fact open, that fact as it is, and as it would be of another event. */
type Case = [
  kind: EventReason['kind'],
  first: Report,
  other: (fact: string) => Report,
  same: string,
  conflicting: string,
]

describe('one fact alone makes of one event two, and is told:', () => {
  test.each<Case>([
    [
      'other-place',
      report(
        'اختطاف موظف إغاثة أجنبي في مالي',
        'خطف مجهولون موظف إغاثة أجنبيا في مالي ليلا، وقالت المنظمة التي يعمل لديها إنها على اتصال بعائلته وبالسلطات.',
      ),
      (country) =>
        report(
          'منظمة إنسانية تعلق عملها بعد خطف أحد أفرادها',
          `علقت منظمة إنسانية عملها في ${country} بعد أن اقتحم رجال بيت موظف لديها وساقوه إلى جهة غير معروفة.`,
        ),
      'مالي',
      'النيجر',
    ],
    [
      'other-deaths',
      report(
        'مقتل 14 جنديا بانفجار لغم في بوركينا فاسو',
        'قتل 14 جنديا بانفجار لغم تحت مركبتهم في بوركينا فاسو، بحسب الجيش الذي قال إنهم كانوا في دورية.',
      ),
      (dead) =>
        report(
          'تشييع الجنود في واغادوغو',
          `شيعت بوركينا فاسو جنودها الذين قتلوا في الدورية وعددهم ${dead} قتيلا، وقال قائد الجيش إن التحقيق في الانفجار بدأ.`,
        ),
      '14',
      '31',
    ],
    [
      'other-town',
      report(
        'احتجاج على انقطاع الكهرباء في موبتي',
        'خرج سكان موبتي إلى الشوارع مساء احتجاجا على انقطاع الكهرباء، ووعدت الشركة بإصلاح المولد خلال أيام.',
      ),
      (town) =>
        report(
          'تجار يغلقون متاجرهم غضبا من الظلام',
          `أقفلت متاجر ${town} أبوابها منذ الصباح لأن الكهرباء غابت، وقال بائع إن ثلاجاته فسدت وإن أحدا لا يجيب.`,
        ),
      'موبتي',
      'غاو',
    ],
    [
      'other-weekday',
      report(
        'مجلس الوزراء يبحث الموسم الفلاحي',
        'عقد مجلس الوزراء اليوم الاثنين اجتماعه الأسبوعي برئاسة رئيس الحكومة، وناقش عددا من مشاريع القوانين والمراسيم، ثم اطلع على عرض حول تقدم الموسم الفلاحي.',
      ),
      (day) =>
        report(
          'مجلس الوزراء يبحث أسعار المواد',
          `برئاسة رئيس الحكومة عقد اليوم ${day} مجلس الوزراء اجتماعه الأسبوعي، واطلع على عرض حول أسعار المواد، ثم ناقش مشاريع عدد من القوانين ومن المراسيم.`,
        ),
      'الاثنين',
      'الخميس',
    ],
    [
      'other-actors',
      report(
        'والي الشرقية يدشن محطة مياه',
        'دشن الوالي عثمان كيدا محطة لتصفية المياه تخدم عشرين قرية، وقال إن العمل استغرق عامين.',
      ),
      (holder) =>
        report('ماء نقي في بيوت الضفة', `حضر الوالي ${holder} وصول الماء إلى الضفة، وتحدث عن محطة ثانية تخدم الرعاة.`),
      'عثمان كيدا',
      'سليمان باري',
    ],
    [
      'other-actors',
      report(
        'رئيس الجمهورية يبحث تدريب القوات مع وزير الدفاع',
        'استقبل الرئيس في القصر وزير الدفاع باولو ريناتو، وبحث معه تدريب القوات ومراقبة الحدود.',
      ),
      (guest) =>
        report(
          'محادثات في القصر عن الحدود والتدريب',
          `جرت في القصر محادثات مع ${guest} عن تدريب الجيش وحراسة الحدود، وحضرها قائد الأركان.`,
        ),
      'الوزير باولو ريناتو',
      'السفير هيروشي تاناكا',
    ],
  ])('%s', (kind, first, other, same, conflicting) => {
    expect(together(first, other(same))).toBe(true)
    expect(reasons(first, other(conflicting))).toContain(kind)
    expect(together(first, other(conflicting))).toBe(false)
  })
})

describe('one event stays one where', () => {
  test.each<[string, Report, Report]>([
    [
      'the toll rises',
      report(
        'مقتل 15 في هجوم على قرية سوفارا في مالي',
        'قتل 15 شخصا في هجوم شنه مسلحون يوم السبت على قرية سوفارا في منطقة موبتي وسط مالي، بحسب مصادر محلية. وقال العمدة أداما تراوري إن المهاجمين وصلوا على دراجات نارية وأحرقوا السوق.',
      ),
      report(
        'ارتفاع حصيلة هجوم سوفارا إلى 19 قتيلا',
        'ارتفعت حصيلة الهجوم على قرية سوفارا وسط مالي إلى 19 قتيلا بعد وفاة أربعة جرحى في مستشفى موبتي، وفق ما أعلن العمدة أداما تراوري، الذي طالب بنشر الجيش بعد إحراق السوق.',
        TUESDAY,
      ),
    ],
    [
      'the guest tells it himself',
      report(
        'رئيس الجمهورية يستقبل وزير خارجية تركيا',
        'استقبل الرئيس إسماعيل ولد الداه صباح الاثنين في القصر الرئاسي وزير الخارجية التركي كمال أرسلان. وجرى خلال اللقاء بحث العلاقات الثنائية وسبل تعزيزها، وتطرق الجانبان إلى توسعة الموانئ.',
      ),
      report(
        'أرسلان في القصر: أنقرة تعرض شراكة في الموانئ',
        'عرض وزير الخارجية التركي كمال ارسلان على الرئيس ولد الداه شراكة في توسعة الموانئ، وذلك خلال لقاء في القصر الرئاسي الاثنين. وقالت مصادر إن العلاقات الثنائية تشهد زخما.',
      ),
    ],
    [
      'two papers give one day’s prices',
      report(
        'خام برنت يغلق عند 82.14 دولارا',
        'أغلقت العقود الآجلة لخام برنت الاثنين عند 82.14 دولارا للبرميل بارتفاع 0.6 بالمئة، وبلغ الخام الأميركي 78.02 دولارا، وسط ترقب بيانات المخزونات الأميركية.',
      ),
      report(
        'النفط يرتفع إلى 82.14 دولارا للبرميل',
        'ارتفع خام برنت عند الإغلاق الاثنين إلى 82.14 دولارا للبرميل، فيما صعد الخام الأميركي إلى 78.02 دولارا، مع ترقب المستثمرين بيانات المخزونات في الولايات المتحدة.',
      ),
    ],
  ])('%s', (_, a, b) => expect(together(a, b)).toBe(true))
})

/** Each form with what changes from one day to the next. */
const BULLETINS: [string, (day: string, ...figures: string[]) => [string, string], string[], string[]][] = [
  [
    'the exchange rates',
    (day, a, b, c, d) => [
      'أسعار الصرف',
      `بلغ سعر الدولار في السوق الموازية ${day} ${a} دينار للبيع و${b} للشراء، وسعر اليورو ${c}، وسعر الدينار التونسي ${d}.`,
    ],
    ['7.42', '7.39', '8.41', '2.36'],
    ['7.55', '7.51', '8.53', '2.41'],
  ],
  [
    'the price of gold',
    (_, a, b, c, d) => [
      'أسعار الذهب اليوم في مصر',
      `سجل سعر غرام الذهب عيار 21 اليوم ${a} جنيها، وعيار 18 نحو ${b} جنيها، وعيار 24 نحو ${c} جنيها، وبلغ سعر الجنيه الذهب ${d} جنيها.`,
    ],
    ['3140', '2691', '3588', '25120'],
    ['3165', '2713', '3617', '25320'],
  ],
  [
    'the price of oil',
    (day, a, b) => [
      `خام برنت يغلق عند ${a} دولارا`,
      `أغلقت العقود الآجلة لخام برنت ${day} عند ${a} دولارا للبرميل، وبلغ الخام الأميركي ${b} دولارا، وسط ترقب بيانات المخزونات الأميركية.`,
    ],
    ['82.14', '78.02'],
    ['81.37', '77.20'],
  ],
  [
    'the weather',
    (day, a, b, c, d) => [
      'حالة الطقس اليوم',
      `تتوقع مصالح الأرصاد الجوية أن تكون درجات الحرارة العليا ${day} ${a} في العاصمة و${b} في الجنوب و${c} في المرتفعات، مع رياح سرعتها ${d} كيلومترا في الساعة.`,
    ],
    ['24', '31', '19', '35'],
    ['27', '34', '22', '20'],
  ],
  [
    'the times of prayer',
    (day, a, b, c, d) => [
      'مواقيت الصلاة في العاصمة',
      `مواقيت الصلاة ليوم ${day}: الفجر ${a}، الشروق ${b}، الظهر 12:41، العصر ${c}، المغرب ${d}، العشاء 20:05.`,
    ],
    ['5:12', '6:38', '15:52', '18:43'],
    ['5:11', '6:37', '15:53', '18:44'],
  ],
  [
    'the level of a river',
    (_, a, b, c) => [
      'منسوب نهر النيل في الخرطوم',
      `سجل منسوب النيل الأزرق في الخرطوم اليوم ${a} مترا، وبلغ في شندي ${b} مترا وفي عطبرة ${c} مترا، بحسب لجنة الفيضان.`,
    ],
    ['16.42', '17.05', '15.88'],
    ['16.57', '17.21', '16.02'],
  ],
  [
    'the count of an epidemic',
    (_, a, b, c) => [
      `الصحة: ${a} إصابة جديدة بالكوليرا`,
      `أعلنت وزارة الصحة تسجيل ${a} إصابة جديدة بالكوليرا خلال 24 ساعة، ليرتفع إجمالي الإصابات إلى ${b}، فيما تعافى ${c} مريضا.`,
    ],
    ['412', '8321', '377'],
    ['388', '8709', '401'],
  ],
  [
    'the weather in French',
    (day, a, b, c, d) => [
      'Météo du jour',
      `Les températures maximales prévues ${day === 'الاثنين' ? 'lundi' : 'mardi'} par la météorologie nationale sont de ${a} degrés à Tunis, ${b} à Tozeur et ${c} à Thala, avec un vent de ${d} km/h.`,
    ],
    ['24', '31', '19', '35'],
    ['26', '33', '21', '20'],
  ],
]

describe('bulletins', () => {
  test.each(BULLETINS)('of two days, two stories: %s', (_, form, first, second) => {
    const [a, b] = [form('الاثنين', ...first), form('الثلاثاء', ...second)]
    expect(together(report(...a), report(...b, TUESDAY))).toBe(false)
  })

  test('the results of two rounds are two stories', () => {
    const round = (day: string, results: string, on: string) =>
      report('نتائج مباريات الجولة', `نتائج مباريات ${day} من بطولة الدوري: ${results}.`, on)
    expect(
      together(
        round('الاثنين', 'الهلال والنجم 2-1، الاتحاد والوحدة 0-0، الشباب والرائد 3-1، الفتح والتعاون 1-1', MONDAY),
        round('الثلاثاء', 'النصر والخليج 1-0، الأهلي وضمك 2-2، الفيحاء والرياض 0-1، الحزم وأبها 4-2', TUESDAY),
      ),
    ).toBe(false)
  })
})

describe('names of the entity list', () => {
  const fine = (name: string) =>
    report(
      'غرامة على توغو بعد حكم المحكمة',
      `فرضت ${name} غرامة قدرها 45 مليون فرنك على توغو بعد تأخرها في تنفيذ حكم قضائي، وقال المتحدث إن أمام لومي ستين يوما للدفع.`,
    )
  const others: Report[] = [
    report(
      'Togo: une amende',
      'La CEDEAO inflige une amende de 45 millions de francs au Togo pour un jugement resté sans suite. Lomé a soixante jours pour payer.',
    ),
    report(
      'Togo fined',
      'ECOWAS has fined Togo 45 million francs over a court ruling it did not carry out. Lome has sixty days to pay.',
    ),
    report(
      'عقوبة مالية',
      'أمهلت إكواس لومي ستين يوما لدفع غرامة من 45 مليون فرنك، لأن توغو لم تنفذ حكم القضاء، بحسب بيان رسمي.',
    ),
  ]
  test.each(others)('are one, acronym or full name, whatever the tongue: $title', (other) => {
    expect(together(fine('المجموعة الاقتصادية لدول غرب أفريقيا'), other)).toBe(true)
  })

  test('leave the longer name its own: the commission is not the community', async () => {
    const { entityNames, longestName } = await import('#lib/compare/entity-names.ts')
    const { foldedWords } = await import('#lib/text/words.ts')
    const idOf = (text: string) => {
      const words = foldedWords(text)
      return longestName(entityNames(words[0] as string) ?? [], (place) => words[place + 1])?.id
    }
    expect(idOf('إيكواس تدعو')).toBe('ecowas')
    expect(idOf('وإكواس تدعو')).toBe('ecowas')
    expect(idOf('للمجموعة الاقتصادية لدول غرب إفريقيا')).toBe('ecowas')
    expect(idOf('CEDEAO')).toBe('ecowas')
    expect(idOf('مفوضية إيكواس تدعو')).toBe('ecowas-commission')
    expect(idOf('المجموعة الشمسية')).toBeUndefined()
  })
})
