/** A command of `mirqab`: a file of its own in this folder, listed in mirqab.ts. */
export type Command = {
  /** One line for `mirqab --help`. */
  summary: string
  /** What `mirqab NAME --help` prints: usage line, options, examples. */
  help: string
  /** @returns the exit code: 0 done, 1 failed, 2 used wrongly. */
  run: (args: string[]) => Promise<number>
}

/** Thrown for a wrong call: prints the sentence and the way to the help, exits with 2. */
export class UsageError extends Error {}

/** Writes one JSON line, waiting where the reader of a pipe is slower than we are. */
export const printLine = (value: unknown): Promise<void> => printLines([value])

/** Writes a JSON line for each value, all at once: a system call for each of many lines would take longer than the lines. */
export async function printLines(values: readonly unknown[]): Promise<void> {
  if (!process.stdout.write(values.map((value) => `${JSON.stringify(value)}\n`).join(''))) {
    await new Promise((resolve) => process.stdout.once('drain', resolve))
  }
}
