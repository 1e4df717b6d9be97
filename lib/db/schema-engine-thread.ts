import { parentPort, workerData } from 'node:worker_threads'
import { FILTERS, migrationList, schemaFiles, withSchemaEngine } from '#lib/db/schema-engine.ts'

/**
 * What the schema engine is asked to do, in a thread of its own: it keeps a timer of ten seconds after its work, which
 * would hold the process, and which ends it with an exception once a second engine has been loaded.
 */
const TASKS = {
  async apply(url: string): Promise<string[]> {
    const migrationsList = await migrationList()
    const { appliedMigrationNames } = await withSchemaEngine(url, (engine) =>
      engine.applyMigrations({ migrationsList, filters: FILTERS }),
    )
    return appliedMigrationNames
  },
  async drift(url: string): Promise<string> {
    const [migrations, schema] = await Promise.all([migrationList(), schemaFiles()])
    const { stdout } = await withSchemaEngine(url, (engine) =>
      engine.diff({
        from: { tag: 'migrations', ...migrations },
        to: { tag: 'schemaDatamodel', ...schema },
        script: true,
        exitCode: null,
        filters: FILTERS,
      }),
    )
    return stdout?.trim() ?? ''
  },
}

export type EngineTasks = typeof TASKS
export type EngineAnswer = { done: unknown } | { failed: { message: string; code?: string | undefined } }

const { task, url } = workerData as { task: keyof EngineTasks; url: string }
TASKS[task](url).then(
  (done) => parentPort?.postMessage({ done } satisfies EngineAnswer),
  (error: NodeJS.ErrnoException) =>
    parentPort?.postMessage({ failed: { message: error.message, code: error.code } } satisfies EngineAnswer),
)
