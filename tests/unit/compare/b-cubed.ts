/** B-cubed precision, recall and F1 (Bagga & Baldwin 1998) of stories found against the stories meant, by article. */
export function bCubed(found: readonly unknown[], meant: readonly unknown[]) {
  let precision = 0
  let recall = 0
  for (let i = 0; i < meant.length; i++) {
    let together = 0
    let inFound = 0
    let inMeant = 0
    for (let j = 0; j < meant.length; j++) {
      const sameFound = found[i] === found[j]
      const sameMeant = meant[i] === meant[j]
      if (sameFound) inFound++
      if (sameMeant) inMeant++
      if (sameFound && sameMeant) together++
    }
    precision += together / inFound / meant.length
    recall += together / inMeant / meant.length
  }
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) }
}
