/** What was decided about a suggestion that a model made before it had seen the decision. */
export type Outcome = { score: number; right: boolean }

export type Calibration = { slope: number; shift: number; sureFrom: number | null }

/** "Accept all" is to be right nine times in ten; a threshold chosen among many is a little worse on what comes next. */
const WANTED = 0.92
/** Below so many of either kind a curve is a guess: scores are taken as they are. */
const LEAST = 5

/** From raw scores to likelihoods, and the score from which nine of ten were right. Pure. */
export function calibrate(outcomes: readonly Outcome[]): Calibration {
  return { ...plattCurve(outcomes), sureFrom: sureFrom(outcomes) }
}

/**
 * The lowest score from which on nine of ten were right. One more wrong one is imagined, so that it takes nine right
 * ones without a wrong one to say so.
 */
function sureFrom(outcomes: readonly Outcome[]): number | null {
  const sorted = [...outcomes].sort((a, b) => b.score - a.score)
  let right = 0
  let from: number | null = null
  sorted.forEach((outcome, i) => {
    if (outcome.right) right++
    const isLastOfItsScore = sorted[i + 1]?.score !== outcome.score
    if (isLastOfItsScore && right / (i + 2) >= WANTED) from = outcome.score
  })
  return from
}

/**
 * Platt's sigmoid with his smoothed targets, fitted by Newton's method (Lin, Lin & Weng 2007). The slope stays positive:
 * a higher score never becomes less likely.
 */
function plattCurve(outcomes: readonly Outcome[]): { slope: number; shift: number } {
  const yes = outcomes.reduce((n, { right }) => n + (right ? 1 : 0), 0)
  const no = outcomes.length - yes
  if (yes < LEAST || no < LEAST) return { slope: 1, shift: 0 }
  const [high, low] = [(yes + 1) / (yes + 2), 1 / (no + 2)]
  let [slope, shift] = [1, 0]
  for (let step = 0; step < 30; step++) {
    let [g1, g0, h11, h10, h00] = [0, 0, 1e-6, 0, 1e-6]
    for (const { score, right } of outcomes) {
      const p = 1 / (1 + Math.exp(-(slope * score + shift)))
      const wrong = p - (right ? high : low)
      const curve = p * (1 - p)
      g1 += wrong * score
      g0 += wrong
      h11 += curve * score * score
      h10 += curve * score
      h00 += curve
    }
    const area = h11 * h00 - h10 * h10
    const [bySlope, byShift] = [(h00 * g1 - h10 * g0) / area, (h11 * g0 - h10 * g1) / area]
    // Half steps at most one wide: far from the answer Newton leaps over it.
    const width = Math.max(1, Math.abs(bySlope), Math.abs(byShift))
    slope = Math.max(0.05, slope - bySlope / width)
    shift -= byShift / width
    if (Math.abs(bySlope) + Math.abs(byShift) < 1e-6) break
  }
  return { slope, shift }
}
