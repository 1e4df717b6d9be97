import { newId } from '#lib/core/id.ts'
import type { Context } from '#lib/db/context.ts'

/** What the demo desk marks passages as. */
const LABELS = [
  { nameAr: 'ادعاء', nameEn: 'Claim', colour: 'doubt' },
  { nameAr: 'رقم يُراجَع', nameEn: 'Figure to check', colour: 'bad' },
  { nameAr: 'اقتباس', nameEn: 'Quotation', colour: 'note' },
  { nameAr: 'مصدر مجهول', nameEn: 'Unnamed source', colour: 'mark' },
  { nameAr: 'مؤكَّد', nameEn: 'Confirmed', colour: 'good' },
] as const

/** The labels of the demo desk, where it has none. */
export async function loadDemoLabels({ db }: Context): Promise<void> {
  if ((await db.annotationLabel.count()) > 0) return
  await db.annotationLabel.createMany({ data: LABELS.map((label, i) => ({ ...label, id: newId(), position: i + 1 })) })
}
