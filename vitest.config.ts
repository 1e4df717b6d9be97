import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Hundreds of strange texts change what words weigh in the one newsroom that all browser tests share: they come last. */
class HostileLast extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isHostile = ({ moduleId }: TestSpecification) => Number(moduleId.endsWith('/e2e/hostile.test.ts'))
    return (await super.sort(files)).sort((a, b) => isHostile(a) - isHostile(b))
  }
}

/** Three kinds of tests: nothing outside the process; a real PostgreSQL; the built app in a real browser. */
export default defineConfig({
  test: {
    sequence: { sequencer: HostileLast },
    projects: [
      { test: { name: 'unit', include: ['tests/unit/**/*.test.ts', 'tests/*.test.ts'] } },
      {
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: ['tests/support/global-database.ts'],
          env: { LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent' },
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/support/global-app.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
