/** Progress on one line of a terminal; nothing where standard error is a file. */
export function showProgress(sentence: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${sentence}`)
}
