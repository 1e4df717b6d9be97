import { foldText } from '#lib/text/fold.ts'
import { hash32 } from '#lib/text/shingles.ts'
import { stem } from '#lib/text/stem.ts'

/**
 * What events are made of, in Arabic, English and French: one line, one thing. It lets a report in one language be
 * compared with one in another. Written for Mirqab; extend it freely, order means nothing, endings and the article may
 * be left out.
 */
const THINGS = `
هجوم هجمات مهاجم مهاجمين هاجم استهدف اعتداء attack attacker assault raid attaque assaillants attaqué
مسلح مسلحون مسلحين gunman gunmen armed fighters armé hommes-armés jihadistes jihadist
قتل قتيل قتلى مقتل مصرع لقي حتف جثة جثث ضحايا killed dead died deaths bodies body toll morts mort tués tué tuées décès corps cadavres bilan
جريح جرحى إصابة مصاب wounded injured blessés blessé
كمين ambush embuscade
قافلة رتل convoy convoi
وقود بنزين صهريج صهاريج محروقات fuel tanker petrol carburant citerne citernes
حريق نيران التهم إطفاء blaze fire firefighters burned incendie feu pompiers flammes
فيضان فيضانات سيول أمطار floods flood flooding rains crues crue inondations inondation pluies
زلزال هزة earthquake quake tremor séisme tremblement
جفاف drought sécheresse
انفجار تفجير عبوة explosion blast bomb bombing bombe attentat
تحطم طائرة مروحية aircraft plane helicopter avion hélicoptère
مسيرة مسيرات درون drone drones
قارب قوارب زورق زوارق مركب غرق boat boats vessel capsized drowned shipwreck bateau embarcation pirogue naufrage noyés chavire
مهاجر مهاجرين هجرة migrants migrant migration migrantes
لاجئ لاجئين نزوح نازح نازحين refugees refugee displaced réfugiés réfugié déplacés
مخيم مخيمات camp camps
حدود معبر border crossing frontière poste-frontière frontalier
شاحنة شاحنات truck trucks lorry camion camions
خطف اختطاف خاطفين مخطوفين رهائن رهينة kidnapped kidnap abducted abduction hostages kidnappers enlèvement enlevés otages ravisseurs
فدية ransom rançon
إفراج أفرج تحرير أطلق freed released release libérés libération
طالب طلاب طالبات تلاميذ students student pupils étudiants élèves étudiant
جامعة كلية مدرسة university college school école université collège lycée
لقاح تطعيم تلقيح جرعة جرعات vaccine vaccination doses dose vaccin
كوليرا cholera choléra
ملاريا حصبة ضنك إيبولا malaria measles dengue ebola paludisme rougeole
وباء تفشي outbreak epidemic épidémie
مستشفى hospital hôpital
إضراب strike strikers grève grévistes
نقابة عمال union workers syndicat travailleurs dockers
ميناء مرفأ port harbour docks
سفينة سفن باخرة ship ships navire navires cargo
احتجاج تظاهرة مظاهرة محتجين protest protesters demonstration manifestation manifestants
انتخابات اقتراع ناخبين election elections vote polls scrutin élection électeurs
رئيس رئاسة president presidency président présidence présidentielle
وزير وزراء minister ministers ministre ministres
قائد قيادة commander command commandant commandement
جنرال لواء فريق general général
عين تعيين appointed named appointment nommé nomination
استقالة استقال resigned resignation démission
انقلاب coup putsch
سفير سفراء سفارة ambassador ambassadors embassy ambassadeur ambassadeurs ambassade
مفاوضات محادثات مباحثات حوار talks negotiations dialogue pourparlers négociations discussions
اتفاق اتفاقية معاهدة agreement accord deal treaty pact
توقيع وقع signed sign signature signé signent
قمة summit sommet
وساطة وسيط mediation mediator médiation médiateur
عقوبات sanctions sanction
هدنة ceasefire truce cessez-le-feu trêve
انسحاب withdrawal retrait
ميزانية موازنة budget
دعم إعانة subsidy subsidies subvention subventions
قمح حبوب شعير wheat cereals grain cereal blé céréales
غاز gas gaz
نفط بترول oil crude pétrole brut
أنبوب أنابيب خط-أنابيب pipeline gazoduc oléoduc
يورانيوم uranium
ذهب gold or-métal orpaillage
منجم مناجم تعدين mine mining miners mines minière miniers
كهرباء electricity power électricité courant
سد سدود dam barrage
مياه ماء water eau
سعر أسعار price prices prix
سوق أسواق market markets marché marchés
بنك مصرف bank banque
تضخم inflation
عملة currency monnaie
قرض ديون دين loan debt prêt dette
صادرات تصدير export exports exportations
واردات استيراد import imports importations
زيتون olive olives oléicole
قطن cotton coton
ماشية مواشي livestock cattle bétail
رعاة راعي herders herdsmen éleveurs bergers
مزارع مزارعين farmers farming agriculteurs paysans
صياد صيادين صيد fishermen fishing pêcheurs pêche
جزيرة جزر island islands île îles
بحيرة lake lac
نهر river fleuve rivière
محكمة قاضي محاكمة court trial judge tribunal procès juge
حكم سجن مدان sentenced jail prison jailed condamné
اعتقال توقيف أوقف arrested arrest detained arrêté arrestation interpellé
اتهام متهم تهمة accused charged charges accusé inculpé
فساد رشوة corruption bribery
قانون مشروع-قانون law bill loi projet-de-loi
دستور constitution constitutional constitutionnel
برلمان نواب parliament lawmakers parlement députés assemblée
صحفي صحافي صحفيين journalist journalists journaliste journalistes
مهرجان festival
كأس بطولة cup championship tournament coupe championnat tournoi
مباراة match game
منتخب national-team sélection équipe
هدف goal goals but buts
رياضة sport sports
قوة force
جيش جندي جنود army soldiers soldier troops armée soldats militaires
شرطة police
درك gendarmes gendarmerie
قرية قرى village villages
مدينة city town ville
مطار airport aéroport
طريق road route highway
جسر bridge pont
سكك قطار railway train rail chemin-de-fer
حادث حافلة bus crash accident autocar collision
استثمار investment investissement
شركة company firm société entreprise
أقمار قمر-صناعي satellite
إنترنت internet
اكتشاف آثار archaeologists discovery archéologues découverte
حج حجاج pilgrims pilgrimage hajj pèlerins pèlerinage
كنيسة church église
مسجد mosque mosquée
مقبرة جماعية mass-grave fosse charnier
تهريب مهربين smuggling smugglers trafficking trafic trafiquants contrebande
مخدرات كوكايين حشيش drugs cocaine drogue cocaïne
سلاح أسلحة ذخائر weapons arms ammunition armes munitions
قنصلية consulate consulat
تأشيرة تأشيرات visa visas
مساعدات إغاثة aid relief humanitarian aide secours humanitaire
مجاعة جوع famine hunger faim
أطفال طفل children child enfants enfant
نساء امرأة women woman femmes femme
`

const KEYS = new Map<string, number>()
for (const line of THINGS.trim().split('\n')) {
  const words = foldText(line).split(' ')
  const key = hash32(`thing ${words[0]}`) & ~3
  for (const word of words) KEYS.set(stem(word), key)
}

/** Keys of all things; their last two bits are those that {@link eventAnchors} gives to what is no number. */
export const thingKeys = (): Iterable<number> => new Set(KEYS.values())

/** The key of the thing that a stemmed word names, whatever the language. */
export const thingKey = (stemmed: string): number | undefined => KEYS.get(stemmed)
