import { type ChildProcess, spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ROOT } from '#lib/db/schema-engine.ts'

/** The two processes of a desk, each with its own log file. They stop when told, the worker after its current jobs. */
export type Running = { child: ChildProcess; stop: () => Promise<void> }

type Options = { env: Record<string, string>; logFile: string; onExit?: (code: number | null) => void }

/** The web server, on this machine's loopback address unless HOST says otherwise. */
export const startWeb = (port: number, options: Options): Running =>
  start(
    ['node_modules/next/dist/bin/next', 'start', '-p', String(port), '-H', options.env.HOST ?? '127.0.0.1'],
    options,
  )

export const startWorker = (options: Options): Running => start(['lib/cli/mirqab.ts', 'worker'], options)

function start([file = '', ...args]: string[], { env, logFile, onExit }: Options): Running {
  const child = spawn(process.execPath, [path.join(ROOT, file), ...args], {
    cwd: ROOT,
    // Its own process group: a Ctrl-C in the terminal reaches us first, and we stop things in order.
    detached: true,
    // Threads that share two arenas give memory back to the system sooner than threads with arenas of their own.
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', MALLOC_ARENA_MAX: '2', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const log = createWriteStream(logFile, { flags: 'a', mode: 0o600 })
  child.stdout?.pipe(log)
  child.stderr?.pipe(log)
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  let stopping = false
  child.once('exit', (code) => !stopping && onExit?.(code))
  return {
    child,
    async stop() {
      stopping = true
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
      if ((await Promise.race([gone.then(() => true), sleep(20_000, false, { ref: false })])) === false)
        child.kill('SIGKILL')
    },
  }
}

/** Waits until the address answers well. @throws where the process ends first or a minute passes */
export async function untilHealthy(url: string, running: Running): Promise<void> {
  for (let waited = 0; waited < 60_000; waited += 50) {
    const response = await fetch(`${url}/api/health`).catch(() => null)
    if (response?.ok) return
    if (running.child.exitCode !== null) throw new Error('the web server ended while starting')
    await sleep(50)
  }
  throw new Error('the web server did not answer within a minute')
}

/** Whether somebody listens on the port already. */
export const portInUse = (port: number, host: string): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(true))
    probe.listen(port, host, () => probe.close(() => resolve(false)))
  })
