import { expect, test } from 'vitest'
import { knownColumns, signatureOf } from '#lib/receive/columns.ts'
import { opened } from '#tests/unit/receive/opened.ts'

/** The header of an export, and the columns that hold title, text, date, source and address in it; `-` for none. */
const EXPORTS: [string, string, string][] = [
  [
    'WordPress, its table',
    'ID|post_author|post_date|post_content|post_title|post_excerpt|guid',
    'post_title|post_content|post_date|-|guid',
  ],
  [
    'WordPress, an export plugin',
    'Title|Content|Excerpt|Date|Post Type|Permalink|Author Username',
    'Title|Content|Date|-|Permalink',
  ],
  ['Drupal, a view', 'nid|title|body|created|changed|langcode', 'title|body|created|-|-'],
  [
    'Media Cloud',
    'id|indexed_date|language|media_name|media_url|publish_date|title|url|text',
    'title|text|publish_date|media_name|url',
  ],
  ['Factiva', 'AN|HD|BY|PD|SN|LA|LP|TD', 'HD|TD|PD|SN|-'],
  [
    'LexisNexis',
    'Headline|Publication|Published date|Byline|Section|Length|Body',
    'Headline|Body|Published date|Publication|-',
  ],
  [
    'CrowdTangle',
    'Page Name|User Name|Post Created|Type|URL|Message|Link Text',
    'Link Text|Message|Post Created|Page Name|URL',
  ],
  [
    'Meltwater',
    'Date|Headline|URL|Opening Text|Hit Sentence|Source Name|Author Name|Language',
    'Headline|Opening Text|Date|Source Name|URL',
  ],
  ['Brandwatch', 'Date|Title|Snippet|Full Text|Url|Domain|Author', 'Title|Full Text|Date|Domain|Url'],
  ['newspaper', 'url|source_url|title|text|authors|publish_date|top_image|meta_lang', 'title|text|publish_date|-|url'],
  [
    'news-please',
    'authors|date_download|date_publish|maintext|source_domain|title|title_page|url|filename',
    'title|maintext|date_publish|source_domain|url',
  ],
  [
    'trafilatura',
    'title|author|hostname|date|categories|fingerprint|raw_text|text|language|source-hostname',
    'title|text|date|source-hostname|-',
  ],
  [
    'a spider',
    'url|headline|article_body|published_time|scraped_at|site',
    'headline|article_body|published_time|site|url',
  ],
  ['an event registry', 'uri|lang|date|dateTimePub|url|title|body|source', 'title|body|dateTimePub|source|url'],
  ['a newspaper corpus', 'url|head_line|date|text', 'head_line|text|date|-|url'],
  ['a collection of summaries', 'id|url|title|summary|text', 'title|text|-|-|url'],
  [
    'a desk in Arabic',
    'م|عنوان الخبر|نص الخبر|تاريخ النشر|اسم الصحيفة|رابط الخبر|اسم الكاتب',
    'عنوان الخبر|نص الخبر|تاريخ النشر|اسم الصحيفة|رابط الخبر',
  ],
  ['an archive in Arabic', 'العُنوان|المضمون|التاريخ|المصدر|الرابط', 'العُنوان|المضمون|التاريخ|المصدر|الرابط'],
  [
    'a monitor in Arabic',
    'عنوان_المادة|نص_المادة|تاريخ_ووقت_النشر|وسيلة الإعلام|الرابط الأصلي',
    'عنوان_المادة|نص_المادة|تاريخ_ووقت_النشر|وسيلة الإعلام|الرابط الأصلي',
  ],
  [
    'a desk in French',
    'Titre|Contenu|Date de publication|Journal|Lien|Auteur',
    'Titre|Contenu|Date de publication|Journal|Lien',
  ],
  ['a desk in Persian', 'تیتر|متن خبر|تاریخ انتشار|منبع|لینک|نویسنده', 'تیتر|متن خبر|تاریخ انتشار|منبع|لینک'],
]

test.each(EXPORTS)('the columns of %s are known', (_, header, expected) => {
  const columns = knownColumns(header.split('|'))
  const { title, text, html, body, publishedAt, source, address } = columns
  expect([title, html ?? text ?? body, publishedAt, source, address].map((name) => name ?? '-').join('|')).toBe(
    expected,
  )
})

test.each([
  [
    'The moment a machine saw it is no date of publication',
    'title|text|seendate|scraped_at|date_download|indexed_date|modified',
  ],
])('%s', (_, header) => {
  expect(knownColumns(header.split('|')).publishedAt).toBeUndefined()
})

test('signs that turn the direction of a name neither hide it nor make another of it', () => {
  expect(knownColumns(['\u202eالعنوان\u202c', '\ufeffالنص', 'التاريخ\u200f'])).toMatchObject({
    title: '\u202eالعنوان\u202c',
    text: '\ufeffالنص',
    publishedAt: 'التاريخ\u200f',
  })
})

test('the same export has the same signature, in any order and spelling of its names; another has another', () => {
  const signature = signatureOf(['العنوان', 'publishedAt', 'Text']).toString('hex')
  expect(signatureOf(['text', 'العُنوان', 'published_at']).toString('hex')).toBe(signature)
  expect(signatureOf(['العنوان', 'Text']).toString('hex')).not.toBe(signature)
})

const first = async (name: string, content: unknown) => {
  const [item] = await opened(name, typeof content === 'string' ? content : JSON.stringify(content))
  return item && 'stated' in item ? item.stated : undefined
}

test.each([
  [
    'WordPress',
    [
      {
        date: '2026-11-12T08:00:00',
        title: { rendered: 'عنوان' },
        content: { rendered: '<p>نص.</p>' },
        link: 'https://a.example/1',
        author: 7,
      },
    ],
    { title: 'عنوان', html: '<p>نص.</p>', publishedAt: '2026-11-12T08:00:00', address: 'https://a.example/1' },
  ],
  [
    'Blogger',
    { items: [{ title: 'عنوان', content: 'نص.', published: '2026-11-12', author: { displayName: 'هند' } }] },
    { title: 'عنوان', text: 'نص.', publishedAt: '2026-11-12', author: 'هند' },
  ],
  [
    'Drupal',
    { data: [{ type: 'node', attributes: { title: 'عنوان', created: '2026-11-12', body: { value: '<p>نص.</p>' } } }] },
    { title: 'عنوان', html: '<p>نص.</p>', publishedAt: '2026-11-12' },
  ],
  [
    'an interface that keeps the text apart',
    {
      results: [
        {
          webTitle: 'Title',
          webUrl: 'https://a.example/2',
          webPublicationDate: '2026-11-12',
          fields: { bodyText: 'Text.' },
        },
      ],
    },
    { title: 'Title', text: 'Text.', publishedAt: '2026-11-12', address: 'https://a.example/2' },
  ],
])('records as %s gives them are known', async (_, content, stated) => {
  expect(await first('export.json', content)).toEqual(stated)
})

test('an address in the column of the source is that of the page, or names the site', async () => {
  expect(await first('a.csv', 'title,text,source\nخبر,نص الخبر.,https://www.a.example/news/1\n')).toEqual({
    title: 'خبر',
    text: 'نص الخبر.',
    address: 'https://www.a.example/news/1',
  })
  expect(await first('a.csv', 'title,text,source\nخبر,نص الخبر.,https://www.a.example\n')).toMatchObject({
    source: 'a.example',
  })
})
