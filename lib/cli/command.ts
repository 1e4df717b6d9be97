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
export async function printLine(value: unknown): Promise<void> {
  if (!process.stdout.write(`${JSON.stringify(value)}\n`)) {
    await new Promise((resolve) => process.stdout.once('drain', resolve))
  }
}
