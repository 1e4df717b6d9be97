import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import type { PoolConfig, QueryResult } from 'pg'
import { parseIntoClientConfig } from 'pg-connection-string'

/**
 * Prisma's own schema engine, in WebAssembly: the same code as `prisma migrate`, which would download a native one
 * from its own host. It keeps the same `_prisma_migrations` table, so either may be used on one database.
 */
export type SchemaEngine = import('@prisma/schema-engine-wasm').SchemaEngine

type MigrationList = Parameters<SchemaEngine['applyMigrations']>[0]['migrationsList']
type SchemaFiles = { files: { path: string; content: string }[] }

export const ROOT = path.resolve(import.meta.dirname, '../..')
export const MIGRATIONS = path.join(ROOT, 'prisma/migrations')
const SCHEMA = path.join(ROOT, 'prisma/schema')

/** Tables of others in the same database (the queue's own schema) are not ours to compare. */
export const FILTERS = { externalTables: [], externalEnums: [] }

/** The schema's files as the engine wants them. */
export async function schemaFiles(): Promise<SchemaFiles> {
  const names = (await readdir(SCHEMA)).filter((name) => name.endsWith('.prisma')).sort()
  return {
    files: await Promise.all(
      names.map(async (name) => ({
        path: path.join(SCHEMA, name),
        content: await readFile(path.join(SCHEMA, name), 'utf8'),
      })),
    ),
  }
}

/** The migrations folder as the engine wants it. */
export async function migrationList(): Promise<MigrationList> {
  const names = (await readdir(MIGRATIONS, { withFileTypes: true })).filter((e) => e.isDirectory()).map((e) => e.name)
  return {
    baseDir: MIGRATIONS,
    lockfile: {
      path: 'migration_lock.toml',
      content: await readFile(path.join(MIGRATIONS, 'migration_lock.toml'), 'utf8').catch(() => null),
    },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(
      names.sort().map(async (name) => ({
        path: name,
        migrationFile: {
          path: 'migration.sql',
          content: { tag: 'ok' as const, value: await readFile(path.join(MIGRATIONS, name, 'migration.sql'), 'utf8') },
        },
      })),
    ),
  }
}

/** Opens the engine on a database and runs `use`. Once a thread: see schema-engine-thread.ts, the one place to call it. */
export async function withSchemaEngine<T>(url: string, use: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  const { SchemaEngine } = await instantiate()
  const { files } = await schemaFiles()
  const connections: Connection[] = []
  // Not as a connection string: one would win over the shadow database's name, and `db check` would touch the real one.
  const factory = bindMigrationAwareSqlAdapterFactory(new MigrationPg(parseIntoClientConfig(url), connections))
  const engine = await SchemaEngine.new({ datamodels: files.map((f) => [f.path, f.content]) }, () => {}, factory)
  try {
    return await use(engine)
  } finally {
    // The engine leaves connections open, last opened first: a shadow database goes before the pool that made it.
    for (const connection of connections.reverse()) await connection.dispose().catch(() => undefined)
  }
}

/**
 * The package's own entry imports the .wasm as a module, which Node does only behind a flag: this loads it by hand. Once
 * a thread: a second instance would leave the glue pointing into the first one's memory.
 */
async function instantiate(): Promise<typeof import('@prisma/schema-engine-wasm')> {
  const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm')
  // The engine reports a panic here before it aborts.
  const panics = { set_message: (message: string) => process.stderr.write(`schema engine: ${message}\n`) }
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: panics })
  const glue = (await import(
    '@prisma/schema-engine-wasm/schema_engine_bg'
  )) as typeof import('@prisma/schema-engine-wasm') & {
    __wbg_set_wasm: (exports: WebAssembly.Exports) => void
  }
  const bytes = await readFile(path.join(path.dirname(entry), 'schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(bytes, {
    './schema_engine_bg.js': glue as unknown as WebAssembly.ModuleImports,
  })
  glue.__wbg_set_wasm(instance.exports)
  ;(instance.exports.__wbindgen_start as () => void)()
  return glue
}

type Connection = Awaited<ReturnType<PrismaPg['connect']>>

/** OIDs of `text` and of `"char"`, the one-byte type of PostgreSQL's own catalogue. */
const TEXT = 25
const CHAR = 18

/**
 * Two gaps of the adapter, closed: it splits a script at every `;`, which breaks function bodies (ours goes to the
 * server whole), and it does not know the type `"char"` that the engine reads from the catalogue.
 */
class MigrationPg extends PrismaPg {
  readonly #config: PoolConfig
  readonly #opened: Connection[]

  constructor(config: PoolConfig, opened: Connection[]) {
    super(config)
    this.#config = config
    this.#opened = opened
  }

  override async connect() {
    return this.#adapt(await super.connect())
  }

  /** A database of its own for replaying migrations, dropped when the engine is done with it. */
  override async connectToShadowDb() {
    const name = `mirqab_shadow_${crypto.randomUUID().replaceAll('-', '')}`
    const admin = await this.connect()
    await admin.executeScript(`CREATE DATABASE ${name}`)
    const shadow = this.#adapt(await new PrismaPg({ ...this.#config, database: name }).connect())
    const dispose = shadow.dispose.bind(shadow)
    shadow.dispose = async () => {
      await dispose()
      await admin.executeScript(`DROP DATABASE IF EXISTS ${name}`)
    }
    return shadow
  }

  #adapt(connection: Connection): Connection {
    const pool = connection.underlyingDriver()
    const query = pool.query.bind(pool) as (...args: unknown[]) => Promise<QueryResult>
    const charColumns = new Map<unknown, number[]>()
    Object.assign(pool, {
      query: async (asked: { text?: string }, ...rest: unknown[]) => {
        const result = await query(asked, ...rest)
        const columns = (result.fields ?? []).flatMap((field, i) => (field.dataTypeID === CHAR ? [i] : []))
        for (const i of columns) Object.assign(result.fields[i] ?? {}, { dataTypeID: TEXT })
        if (columns.length) charColumns.set(asked.text, columns)
        return result
      },
    })
    const queryRaw = connection.queryRaw.bind(connection)
    connection.queryRaw = async (asked) => {
      const result = await queryRaw(asked)
      for (const i of charColumns.get(asked.sql) ?? []) result.columnTypes[i] = ColumnTypeEnum.Character
      return result
    }
    connection.executeScript = async (script: string) => {
      await query(script)
    }
    this.#opened.push(connection)
    return connection
  }
}
