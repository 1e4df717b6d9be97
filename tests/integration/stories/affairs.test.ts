import '#tests/support/database.ts'

import { beforeAll, expect, test } from 'vitest'
import { inCompareTurn } from '#lib/compare/compare-turn.ts'
import { recentreStories } from '#lib/compare/recentre-stories.ts'
import { pool } from '#lib/db/client.ts'
import { linkAffairs } from '#lib/jobs/handlers/link-affairs.ts'
import { listAffair } from '#lib/stories/list-affair.ts'
import { anArticle } from '#seeds/builders/an-article.ts'
import { contextOf, systemContext } from '#tests/support/context.ts'

const MINE = {
  title: 'انهيار منجم ذهب في أغاديز',
  text: 'قتل ثمانية منقبين في انهيار منجم للذهب قرب تاباراكاتن في منطقة أغاديز شمال النيجر، وقال الوالي إبرا بولاما إن الموقع غير مرخص، وإن فرق الإنقاذ تبحث عن آخرين تحت الأنقاض.',
}
const MINE_TAX = {
  title: 'أغاديز تغلق مناجم تاباراكاتن غير المرخصة',
  text: 'أمر والي أغاديز إبرا بولاما بإغلاق مناجم الذهب غير المرخصة في تاباراكاتن شمال النيجر، بعد انهيار المنجم الذي قتل فيه ثمانية منقبين، وطالب المنقبين بالتسجيل لدى مديرية المناجم.',
}
const STRIKE = {
  title: 'إضراب عمال الميناء في نواذيبو',
  text: 'بدأ عمال ميناء نواذيبو في موريتانيا إضرابا عن العمل احتجاجا على تأخر رواتبهم، وقال نقيبهم إن تفريغ السفن توقف إلى أن تصرف المستحقات.',
}

const machine = systemContext()
const stories: Record<string, string> = {}
const nameOf = (id: string) => Object.entries(stories).find(([, storyId]) => storyId === id)?.[0]

beforeAll(async () => {
  const on = (day: string) => ({ publishedAt: new Date(`${day}T00:00:00Z`) })
  stories.mine = (await anArticle(machine, { ...MINE, ...on('2026-10-05') })).storyId as string
  stories.tax = (await anArticle(machine, { ...MINE_TAX, ...on('2026-11-10') })).storyId as string
  stories.strike = (await anArticle(machine, { ...STRIKE, ...on('2026-11-08') })).storyId as string
  stories.longAgo = (await anArticle(machine, { ...MINE, title: 'انهيار منجم', ...on('2026-05-01') })).storyId as string
  await inCompareTurn(pool(), (client) => recentreStories(client, Object.values(stories)))
})

test('a story is linked to the earlier one of its affair, not to another affair nor to one of half a year ago', async () => {
  await linkAffairs({ ...machine, now: () => new Date() })
  await linkAffairs({ ...machine, now: () => new Date() })
  const links = await machine.db.storyLink.findMany()
  expect(links.map(({ storyId, earlierId }) => [nameOf(storyId), nameOf(earlierId)])).toEqual([['tax', 'mine']])
  expect(links[0]?.because).toMatchObject({ days: 36 })
})

test('the story’s page knows what came before, and that of the earlier one what came after', async () => {
  const ctx = await contextOf('editor')
  const before = await listAffair(ctx, stories.tax as string)
  expect(before).toMatchObject([{ id: stories.mine, when: 'earlier', headline: MINE.title, articleCount: 1 }])
  const after = await listAffair(ctx, stories.mine as string)
  expect(after).toMatchObject([{ id: stories.tax, when: 'later', headline: MINE_TAX.title }])
  expect(await listAffair(ctx, stories.strike as string)).toEqual([])
})
