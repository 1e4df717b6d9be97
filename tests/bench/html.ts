/**
 * Milliseconds of CPU a page, reading it whole (encoding, metadata, dates, main text, flags) against Readability on
 * jsdom, which finds the main text only, on the same pages in the same run: `node tests/bench/html.ts [PAGES]`.
 *
 * The pages are the texts of the demo deliveries in four shapes of sites, each among some hundred links, teasers,
 * comments and scripts; what both found is compared with the text that was put in (word 4-grams, as benchmarks of
 * extraction do).
 */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Readability } from '@mozilla/readability'
import { JSDOM, VirtualConsole } from 'jsdom'
import { loadVocabulary } from '#lib/read/load-vocabulary.ts'
import { read } from '#lib/read/read.ts'

const PAGES = Number(process.argv[2] ?? 200)
/** Rounds that warm the compiler up are not counted. */
const WARM_UP = 20

type Text = { title: string; paragraphs: string[] }

const vocabulary = loadVocabulary('.')

function texts(): Text[] {
  const folder = 'seeds/demo'
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => read({ bytes: readFileSync(path.join(folder, name)), mediaType: 'text/plain' }, vocabulary))
    .map(({ title, text }) => ({ title: title?.value ?? '', paragraphs: text.split('\n\n') }))
    .filter(({ paragraphs }) => paragraphs.length >= 4)
}

const links = (all: Text[], count: number, from: number) =>
  Array.from({ length: count }, (_, i) => all[(from + i) % all.length] as Text)

const menu = (all: Text[], at: number) =>
  `<nav class="menu"><ul>${links(all, 120, at)
    .map(
      ({ title }, i) =>
        `<li class="menu-item item-${i}"><a href="/s/${i}">${title.split(' ').slice(0, 2).join(' ')}</a></li>`,
    )
    .join('')}</ul></nav>`
const teasers = (all: Text[], at: number) =>
  `<section class="grid"><h2>المزيد من الأخبار</h2>${links(all, 24, at)
    .map(
      ({ title, paragraphs }, i) =>
        `<div class="card"><div class="card-media"><a href="/n/${i}"><img data-src="/i/${i}.jpg" alt=""></a></div><h3 class="card-title"><a href="/n/${i}">${title}</a></h3><p class="card-text">${(paragraphs[0] ?? '').slice(0, 120)}...</p></div>`,
    )
    .join('')}</section>`
const comments = (all: Text[], at: number) =>
  `<div id="comments" class="comments-area"><h3>التعليقات</h3>${links(all, 12, at)
    .map(({ paragraphs }) => `<div class="comment"><b>زائر</b><p>${(paragraphs[1] ?? '').slice(0, 140)}</p></div>`)
    .join('')}</div>`
const script = `<script>window.settings=${JSON.stringify(Object.fromEntries(Array.from({ length: 400 }, (_, i) => [`slot-${i}`, { size: [300, 250], targeting: { page: i } }])))}</script>`

const SHAPES: ((text: Text, all: Text[], at: number) => string)[] = [
  ({ title, paragraphs }, all, at) =>
    `${menu(all, at)}<main><article class="post"><header><h1 class="entry-title">${title}</h1></header><div class="entry-content">${paragraphs.map((p) => `<p>${p}</p>`).join('<div class="ad-slot"></div>')}<div class="sharedaddy"><a>فيسبوك</a><a>تويتر</a></div></div></article>${comments(all, at + 3)}</main><aside class="sidebar">${teasers(all, at + 5)}</aside>`,
  ({ title, paragraphs }, all, at) =>
    `${menu(all, at)}<div id="content"><h1>${title}</h1><div class="story-text">${paragraphs.join('<br><br>')}</div></div>${teasers(all, at + 2)}`,
  ({ title, paragraphs }, all, at) =>
    `<table width="100%"><tr><td>${menu(all, at)}</td><td><font size="5"><b>${title}</b></font>${paragraphs.map((p) => `<p align="justify"><font>${p}</font></p>`).join('')}</td><td>${teasers(all, at + 7)}</td></tr></table>`,
  ({ title, paragraphs }, all, at) =>
    `${menu(all, at)}<div class="css-1x"><h1 class="css-2h">${title}</h1>${paragraphs.map((p) => `<div class="css-a"><div class="css-b"><p>${p}</p></div></div>`).join(`<div class="css-c"><a href="/x">${all[at % all.length]?.title ?? ''}</a></div>`)}</div><div class="css-d">${teasers(all, at + 4)}</div>`,
]

const grams = (text: string): Map<string, number> => {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? []
  const bag = new Map<string, number>()
  for (let i = 0; i + 4 <= words.length; i++) {
    const gram = words.slice(i, i + 4).join(' ')
    bag.set(gram, (bag.get(gram) ?? 0) + 1)
  }
  return bag
}

function agreement(wanted: string, got: string): number {
  const [want, have] = [grams(wanted), grams(got)]
  const sum = (bag: Map<string, number>) => [...bag.values()].reduce((a, b) => a + b, 0)
  let shared = 0
  for (const [gram, count] of want) shared += Math.min(count, have.get(gram) ?? 0)
  return (2 * shared) / Math.max(1, sum(want) + sum(have))
}

const all = texts()
const pages = Array.from({ length: PAGES }, (_, i) => {
  const text = all[i % all.length] as Text
  const body = (SHAPES[i % SHAPES.length] as (typeof SHAPES)[number])(text, all, i + 1)
  const html = `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>${text.title}</title>${script}</head><body>${body}<footer>جميع الحقوق محفوظة</footer></body></html>`
  return { bytes: new TextEncoder().encode(html), html, wanted: text.paragraphs.join('\n') }
})

const ours = ({ bytes }: (typeof pages)[number]) => read({ bytes, mediaType: 'text/html' }, vocabulary).text
const quiet = new VirtualConsole()
const theirs = ({ html }: (typeof pages)[number]) => {
  const { document } = new JSDOM(html, { virtualConsole: quiet }).window
  return new Readability(document).parse()?.textContent ?? ''
}

function measure(reader: (page: (typeof pages)[number]) => string): { ms: number; f1: number } {
  for (const page of pages.slice(0, WARM_UP)) reader(page)
  const started = process.cpuUsage()
  const found = pages.map(reader)
  const { user, system } = process.cpuUsage(started)
  const f1 = pages.reduce((sum, { wanted }, i) => sum + agreement(wanted, found[i] ?? ''), 0) / pages.length
  return { ms: (user + system) / 1000 / pages.length, f1 }
}

const [own, peer] = [measure(ours), measure(theirs)]
const say = (name: string, value: string) => console.log(`${name.padEnd(52)}${value}`)
const size = pages.reduce((sum, { bytes }) => sum + bytes.length, 0) / pages.length / 1024
say('pages, and their size', `${pages.length} of ${size.toFixed(0)} kB`)
say('reading a page whole (ms of CPU)', own.ms.toFixed(1))
say('Readability on jsdom, main text only (ms of CPU)', peer.ms.toFixed(1))
say('ratio', `${(peer.ms / own.ms).toFixed(1)} times`)
say('agreement with the text put in, ours', own.f1.toFixed(4))
say('agreement with the text put in, Readability', peer.f1.toFixed(4))
