import { foldedWords } from '#lib/text/words.ts'

/**
 * Words that join or ask and say nothing about the subject. They are indexed, for phrases need them; a query of loose
 * words leaves them out, unless it has no others.
 */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  foldedWords(`
    في من على إلى عن مع هذا هذه ذلك تلك هؤلاء التي الذي الذين اللذين اللتين اللواتي ما ماذا متى أين كيف كم هل أي أية لماذا
    هو هي هم هما نحن أنا كان كانت كانوا يكون تكون أن إن أو أم ثم لا لم لن قد بعد قبل بين كل كما عند حتى منذ لدى حيث إذا
    إذ لكن بل سوى غير بعض وقد وفي وهو وهي وهم ومن وما ولا ولم وأن وإن وكان وكانت ومع وعن وعلى وإلى فيها فيه بها به لها له
    لهم عليها عليه منها منه عنها عنه إليه إليها أنه أنها بأن لأن فإن و ف ب ل ك س
    the a an of in on at to for from by with and or is are was were be been being as that this these those it its his her
    their they he she we you i what which who whom whose when where why how do does did has have had not but if than then
    le la les un une des du de d l et ou en dans sur au aux par pour avec sans sous est sont était ont a ce cet cette ces
    que qui quoi dont où quand comment pourquoi il elle ils elles on se s ne pas plus son sa ses leur leurs n c j qu
  `),
)
