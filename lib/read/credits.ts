/**
 * Words by which a text says where it comes from. Patterns run on folded text, on the words just before or after a name.
 */
/** «وفق», «نقلا عن», according to, selon: the text that follows is theirs. */
export const ATTRIBUTION_BEFORE =
  /(?:وفقا?(?:\s+ل\S*|\s+ما\s+\S+)?|بحسب(?:\s+ما\s+\S+)?|حسب(?:\s+ما\s+\S+)?|نقلا\s+عن|نقلت(?:ه)?(?:\s+عنه)?|نقل(?:ه)?|according\s+to|citing|avec|with|selon|d'apres|via|المصدر\s*:?|source\s*:?|after|theo)\s*(?:وكاله|صحيفه|قناه|the|l')?\s*[«"(]?\s*$/u
/** «ذكرت», «قالت», reported: their news, our text perhaps. */
export const REPORT_BEFORE = /(?:ذكرت|افادت|اوردت|قالت|نشرت|كشفت|بثت|reported\s+by|rapporte\s+par)\s*[«"(]?\s*$/u
export const REPORT_AFTER = /^[»")]?\s*(?:ان\s|انه|انها|reported|reports|said|a\s+rapporte|rapporte)/u
/** A picture's credit is no text's credit. */
export const PICTURE = /(?:صوره|الصوره|تصوير|عدسه|photo|image|picture|foto|getty|archives?|ارشيف)/u
