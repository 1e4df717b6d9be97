import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

/**
 * "What may import what" in executable form. Imports point down; folders on one floor do not import each other, but
 * for the few pairs written here. A failure names the import and where the code belongs.
 */

/** Who a folder may import besides itself, lowest floor first. What is not listed here has no place in lib. */
const MAY_IMPORT: Record<string, string[]> = {
  'lib/text': [],
  'lib/core': ['lib/text'],
  'lib/db': ['lib/text', 'lib/core'],
}
const FLOOR_1 = ['lib/text', 'lib/core', 'lib/db']
const FLOOR_2 = ['lib/access', 'lib/auth', 'lib/audit', 'lib/i18n', 'lib/jobs/queue']
const FLOOR_3 =
  'receive read compare tag annotate search dashboards articles stories batches sources users briefs tokens notices'
    .split(' ')
    .map((name) => `lib/${name}`)
const FLOOR_4 = [
  'lib/pipeline',
  'lib/undo',
  'lib/undo-run',
  'lib/bulk',
  'lib/rules',
  'lib/watches',
  'lib/vocabulary',
  'lib/attention',
  'lib/correct',
  'lib/columns',
  'lib/reread',
  'lib/api',
  'lib/web',
  'lib/jobs/handlers',
]
const FLOOR_5 = ['app', 'lib/cli', 'lib/jobs/worker', 'seeds']
const COMPONENTS = ['components/article', 'components/layout', 'components/charts', 'components/ui']

for (const place of FLOOR_2) MAY_IMPORT[place] = FLOOR_1
// Reading the log is a right like any other.
MAY_IMPORT['lib/audit'] = [...FLOOR_1, 'lib/access']
for (const place of FLOOR_3) MAY_IMPORT[place] = [...FLOOR_1, ...FLOOR_2]
for (const place of FLOOR_4) MAY_IMPORT[place] = [...FLOOR_1, ...FLOOR_2, ...FLOOR_3, ...FLOOR_4]
MAY_IMPORT['components/ui'] = []
MAY_IMPORT['components/charts'] = ['components/ui']
// From floor 3 they take types and pure files only (see the test below).
for (const place of ['components/article', 'components/layout'])
  MAY_IMPORT[place] = [...FLOOR_1, ...FLOOR_2, ...FLOOR_3, 'lib/web', ...COMPONENTS]
for (const place of FLOOR_5)
  MAY_IMPORT[place] = [...FLOOR_1, ...FLOOR_2, ...FLOOR_3, ...FLOOR_4, ...FLOOR_5, ...COMPONENTS]

/** Data that code carries with it: of seeds/reference, JSON only; and which version it is. */
const isData = (target: string) =>
  target === 'package.json' || (target.startsWith('seeds/reference/') && target.endsWith('.json'))

/** Frameworks of the web: a command of the shell or a worker never loads them. */
const WEB_PACKAGES = /^(?:next|react|react-dom|next-auth|use-intl|server-only)(?:\/|$)/
const WEB_PLACES = ['app', 'components/', 'lib/web', 'lib/auth', 'lib/i18n']

/** The folders whose files are values in, values out, but for those that take a database. */
const PURE = ['lib/text', 'lib/read', 'lib/compare', 'lib/tag', 'lib/annotate', 'lib/search']
/** Files of these folders that read the vocabulary from disk, for commands that have no database. */
const READS_FILES = ['lib/read/load-vocabulary.ts']

const OUTSIDE =
  /^(?:node:(?:fs|net|http|https|http2|dns|dgram|tls|child_process|worker_threads)(?:\/.*)?|pg|@prisma\/.*)$/
/** The clock comes in as a value (`ctx.now()`); only those who serve a request or run a process look at it. */
const CLOCK = /\bDate\.now\(\)|\bnew Date\(\)|(?<![.\w])fetch\(/
const OWN_CLOCK = ['lib/web', 'lib/auth', 'lib/i18n', 'lib/cli', 'lib/jobs/worker', 'lib/jobs/handlers']
/** Asks the one address that the operator has set, which may be a private one. */
const OWN_NETWORK = ['lib/pipeline/embeddings-provider.ts']

const TOP_LEVEL =
  `app components lib prisma seeds tests package.json package-lock.json tsconfig.json next.config.js instrumentation.ts proxy.ts
  docker-compose.yml Dockerfile README.md LICENSE biome.json knip.json vitest.config.ts postcss.config.mjs
  prisma.config.ts`.split(/\s+/)
/** Made by tools; git ignores them. */
const MADE = ['node_modules', 'next-env.d.ts', 'coverage']

const ROOT = path.resolve(import.meta.dirname, '..')
type Import = { target: string; isType: boolean; line: number }
type Source = { file: string; place: string; text: string; imports: Import[] }

/** `import … from 'x'`, `export … from 'x'`, `import 'x'`, `import('x')`, over several lines too. */
const IMPORT = /^[ \t]*(?:import|export)\s+(type\s)?(?:[^'"();]*?\sfrom\s+)?'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/gm

const sources = ['app', 'components', 'lib', 'seeds'].flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => path.posix.join(folder, name.split(path.sep).join('/')))
    .filter((file) => /\.(?:tsx?|mjs)$/.test(file) && !file.startsWith('lib/db/generated/'))
    .map(read),
)
const byFile = new Map(sources.map((source) => [source.file, source]))

function read(file: string): Source {
  const text = readFileSync(path.join(ROOT, file), 'utf8')
  const imports = [...text.matchAll(IMPORT)].map((match) => ({
    target: match[2] ?? match[3] ?? '',
    isType: match[1] !== undefined || namesTypesOnly(match[0]),
    line: text.slice(0, match.index).split('\n').length,
  }))
  return { file, place: placeOf(file), text, imports }
}

/** `import { type A, type B } from …` */
function namesTypesOnly(statement: string): boolean {
  const names =
    /\{([^}]*)\}/
      .exec(statement)?.[1]
      ?.split(',')
      .filter((name) => name.trim()) ?? []
  return names.length > 0 && names.every((name) => name.trim().startsWith('type '))
}

/** The folder that the table speaks of. */
function placeOf(file: string): string {
  const [top = '', second = '', third = ''] = file.split('/')
  if (top === 'app' || top === 'seeds' || top === 'tests') return top
  const name = second.replace(/\.tsx?$/, '')
  if (name !== 'jobs') return `${top}/${name}`
  if (/^(?:payloads|queue)\.ts$/.test(third)) return 'lib/jobs/queue'
  return third.startsWith('worker') ? 'lib/jobs/worker' : 'lib/jobs/handlers'
}

const own = (target: string) => (target.startsWith('#') ? target.slice(1) : null)
const at = ({ file }: Source, { line }: Import) => `${file}:${line}`

/** Takes a database: says so by importing it, or the driver's types. */
const isDatabaseFile = ({ imports }: Source) =>
  imports.some(({ target }) => target === 'pg' || target.startsWith('#lib/db/'))
const isPure = (source: Source) => PURE.includes(source.place) && !isDatabaseFile(source)

/** Where code belongs that wants both sides of a forbidden import. */
function advice(from: string, to: string): string {
  if (!MAY_IMPORT[to]) return `${to} has no place in the house: give it one in this table and in the README`
  if (FLOOR_3.includes(from) && FLOOR_3.includes(to))
    return `they meet in a page, in lib/pipeline.ts or lib/correct; or what they share moves down to lib/core or lib/text`
  if (FLOOR_1.includes(from) || FLOOR_2.includes(from)) return `it belongs in ${to}, or higher`
  if (from.startsWith('components/')) return `the page passes it in as a prop`
  return `it belongs in app, lib/cli or lib/web`
}

test('every file of lib and components has a place in the house', () => {
  const strangers = sources.filter(({ place }) => !MAY_IMPORT[place])
  expect(strangers.map(({ file, place }) => `${file}: ${advice('', place)}`)).toEqual([])
})

test('imports point down, and folders of one floor do not import each other', () => {
  const wrong = sources.flatMap((source) =>
    source.imports.flatMap((found) => {
      const target = own(found.target)
      if (!target || isData(target)) return []
      const to = placeOf(target)
      // Types of the floor itself may be named both ways: nothing is loaded.
      const isSharedType = found.isType && FLOOR_1.includes(source.place) && FLOOR_1.includes(to)
      if (to === source.place || isSharedType || MAY_IMPORT[source.place]?.includes(to)) return []
      return [`${at(source, found)} imports ${found.target}: ${advice(source.place, to)}`]
    }),
  )
  expect(wrong).toEqual([])
})

test('what is shared by screens takes types and pure files from the parts of the product, never a query', () => {
  const wrong = sources
    .filter(({ place }) => place.startsWith('components/'))
    .flatMap((source) =>
      source.imports.flatMap((found) => {
        const target = byFile.get(own(found.target) ?? '')
        const isAllowed = found.isType || !target || !FLOOR_3.includes(target.place) || !isDatabaseFile(target)
        return isAllowed ? [] : [`${at(source, found)} imports ${found.target}: the page asks, and passes rows in`]
      }),
    )
  expect(wrong).toEqual([])
})

test('next and react stay in app, components, lib/web, lib/auth and lib/i18n', () => {
  const wrong = sources
    .filter(({ place }) => !WEB_PLACES.some((web) => place.startsWith(web)))
    .flatMap((source) =>
      source.imports
        .filter(({ target }) => WEB_PACKAGES.test(target))
        .map((found) => `${at(source, found)} imports ${found.target}: it belongs in lib/web or app`),
    )
  expect(wrong).toEqual([])
})

test('pure files touch neither network nor disk nor database, and take nothing from files that do', () => {
  const wrong = sources.filter(isPure).flatMap((source) =>
    source.imports.flatMap((found) => {
      if (OUTSIDE.test(found.target) && !READS_FILES.includes(source.file))
        return [`${at(source, found)} imports ${found.target}: a file that needs it takes a Context or Db, and says so`]
      const target = byFile.get(own(found.target) ?? '')
      if (!found.isType && target?.place === source.place && isDatabaseFile(target))
        return [`${at(source, found)} imports ${found.target}, which takes a database: it belongs beside it`]
      return []
    }),
  )
  expect(wrong).toEqual([])
})

test('nobody below the web, the worker and the command line looks at the clock or the network by himself', () => {
  const wrong = sources
    .filter(({ file, place }) => place.startsWith('lib/') && !OWN_CLOCK.includes(place) && !OWN_NETWORK.includes(file))
    .flatMap(({ file, text }) =>
      text
        .split('\n')
        .flatMap((line, i) =>
          CLOCK.test(line) && !/^\s*(?:\/\/|\/?\*)/.test(line) ? [`${file}:${i + 1}: take ctx.now() or a value`] : [],
        ),
    )
  expect(wrong).toEqual([])
})

test('imports name the file itself, by #lib, #components or #app', () => {
  const wrong = sources.flatMap((source) =>
    source.imports
      .filter(
        ({ target }) => /^\.|^#.*\/index\.tsx?$/.test(target) || (target.startsWith('#') && !/\.\w+$/.test(target)),
      )
      .map((found) => `${at(source, found)} imports ${found.target}`),
  )
  expect(wrong).toEqual([])
})

test('a file does one thing: none is longer than 350 lines, sentences of the interface aside', () => {
  const long = sources.filter(
    ({ file, text }) => text.split('\n').length > 350 && !file.startsWith('lib/i18n/messages/'),
  )
  expect(long.map(({ file }) => `${file}: take something out of it`)).toEqual([])
})

test('the top level holds what a newcomer expects there, and nothing else', () => {
  const names = readdirSync(ROOT).filter((name) => !name.startsWith('.') && !MADE.includes(name))
  expect(names.filter((name) => !TOP_LEVEL.includes(name))).toEqual([])
})
