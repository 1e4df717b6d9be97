import { readFileSync } from 'node:fs'
import { loadVocabulary } from '#lib/read/load-vocabulary.ts'
import { read } from '#lib/read/read.ts'

/** An article and paragraphs of others of its language that tell of something else. */
export type DemoArticle = { text: string; language: string; elsewhere: string[] }

/** The articles of the demo newsroom that came as pages and texts, as the product reads them. */
export function demoArticles(): DemoArticle[] {
  const { articles } = JSON.parse(readFileSync('seeds/demo/expected.json', 'utf8')) as {
    articles: Record<string, { event: string }>
  }
  const vocabulary = loadVocabulary('.', { demo: true })
  const all = Object.entries(articles)
    .map(([key, { event }]) => ({ file: key.split('#')[0] as string, event }))
    .filter(({ file }) => /\.(?:txt|html)$/.test(file))
    .map(({ file, event }) => {
      const mediaType = file.endsWith('.html') ? 'text/html' : 'text/plain'
      const { text, language } = read({ bytes: readFileSync(`seeds/demo/${file}`), mediaType }, vocabulary)
      return { event, text, language: language.value }
    })
  return all.map(({ text, language, event }) => {
    const others = all.filter((other) => other.event !== event && other.language === language)
    return { text, language, elsewhere: others.flatMap((other) => other.text.split('\n\n')) }
  })
}
