import type { Flag } from '#lib/core/article.ts'
import { foldText } from '#lib/text/fold.ts'

/** What stands where a text was cut: an ellipsis, "read more", a count of missing characters. Folded. */
const CUT =
  /(?:…|\.{3}|\[\s*(?:…|\.\.\.)\s*\]|\[\+?\d+ chars?\]|(?:اقرا|قراءه|لقراءه|تابع|متابعه) (?:المزيد|بقيه|باقي|القراءه|كامل).{0,20}|المزيد|(?:read|continue|see) (?:more|reading|full).{0,30}|lire la suite|lire plus|suite)[\s»"”.\])←→>]*$/u
/** Characters of a text's end that are looked at for it. */
const END = 400
/** What a publisher says before it lets one read on. Folded. */
const PAYWALL =
  /(?:(?:هذا المحتوي|هذا المقال|القراءه|المتابعه) (?:مخصص|متاح|حصري).{0,20}(?:للمشتركين|مشتركين)|(?:اشترك|سجل)(?:ي|وا)? (?:ل|الان ل)(?:متابعه|قراءه|مواصله)|للمشتركين فقط|(?:subscribe|sign in|log in|register) to (?:continue|read|keep|unlock)|subscribers? only|for subscribers|already a subscriber|article reserve aux abonnes|reserve aux abonnes|pour lire la suite|abonnez-vous pour|il vous reste \d+)/u
/** No sentence ends with these. */
const DANGLING =
  /(?:^|\s)(?:في|من|الي|علي|عن|مع|ان|التي|الذي|و|او|بين|خلال|the|of|and|to|in|a|that|with|de|la|le|les|et|des|du|à|que)$/u
const ENDED = /[.!?؟…:»”"'’)\]۔]$/

/**
 * A text that somebody cut: an ellipsis or a "read more" after it, a paywall, or a last paragraph that stops in the
 * middle of a sentence while the others end as sentences do.
 * @param paragraphs the article's blocks; `cuts` the lines right around its end
 */
export function truncatedFlag(paragraphs: string[], cuts: string[]): Flag | null {
  const last = paragraphs.at(-1)?.trim() ?? ''
  const paywall = [...new Set([...cuts, last])].find((line) => PAYWALL.test(foldText(line)))
  if (paywall) return flag('truncated.paywall', paywall, 0.85)
  const words = last.split(/\s+/).length
  if (words >= 5 && CUT.test(foldText(last.slice(-END)))) return flag('truncated.ellipsis', last.slice(-120), 0.75)
  if (ENDED.test(last) || words < 8) return null
  if (DANGLING.test(foldText(last))) return flag('truncated.mid-sentence', last.slice(-120), 0.8)
  // A way to reach the author or the publisher ends without a stop too.
  if (/(?:www\.|https?:|@|\d{4,}|للتواصل|للمزيد|الرابط\s*$)/u.test(last.slice(-90)) || /^[*•\-–>]/.test(last))
    return null
  const others = paragraphs.slice(0, -1).filter((p) => p.split(/\s+/).length >= 8)
  const ended = others.filter((p) => ENDED.test(p.trim())).length
  return others.length >= 3 && ended >= others.length * 0.9
    ? flag('truncated.no-full-stop', last.slice(-120), 0.5)
    : null
}

const flag = (rule: string, quote: string, confidence: number): Flag => ({
  kind: 'truncated',
  evidence: { rule, quote },
  confidence,
})
