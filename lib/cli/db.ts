import { type Command, UsageError } from '#lib/cli/command.ts'
import { withDatabaseUrl } from '#lib/db/database-url.ts'

export const command: Command = {
  summary: 'migrations: migrate, new-migration NAME, check',
  help: `Usage: mirqab db migrate [--reference]  apply the migrations the database has not seen; with --reference also bring
                                       topics, entities and sources up to date
       mirqab db new-migration NAME      write the migration that the changed schema needs
       mirqab db check                   exit with 1 where schema and migrations differ

The database is the one DATABASE_URL names, or the embedded one. Nothing is downloaded.
`,
  async run([what, name]) {
    const { migrate, newMigration, schemaDrift } = await import('#lib/db/migrate.ts')
    if (what === 'migrate') {
      const applied = await withDatabaseUrl(migrate)
      console.log(applied.length ? `applied ${applied.join(', ')}` : 'the database is up to date')
      if (name === '--reference') {
        const { withContext } = await import('#lib/cli/with-context.ts')
        const { loadReference } = await import('#seeds/reference/load-reference.ts')
        console.log(`reference data: ${await withContext(loadReference)} rows added or changed`)
      }
      return 0
    }
    if (what === 'new-migration') {
      if (!name) throw new UsageError('name the migration: mirqab db new-migration add-watches')
      const file = await withDatabaseUrl((url) => newMigration(url, name, new Date()))
      console.log(file ? `wrote ${file}` : 'the schema has not changed')
      return 0
    }
    if (what === 'check') {
      const drift = await withDatabaseUrl(schemaDrift)
      console.log(
        drift
          ? `the schema and the migrations differ; this is missing:\n${drift}`
          : 'the schema and the migrations agree',
      )
      return drift ? 1 : 0
    }
    throw new UsageError('say migrate, new-migration or check')
  },
}
