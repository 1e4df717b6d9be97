import { constants, existsSync } from 'node:fs'
import { access, statfs } from 'node:fs/promises'
import { type Finding, fine, wrong } from '#lib/cli/doctor/finding.ts'
import { env } from '#lib/core/env.ts'
import { DATA_FOLDER } from '#lib/db/database-url.ts'
import { ROOT } from '#lib/db/schema-engine.ts'

/** The first Node with UUID version 7; it runs TypeScript and zstd without flags too. */
const LEAST_NODE = 26
/** Below this a batch of 200 MB and its indexes may not fit. */
const LEAST_FREE_BYTES = 2e9

/** What can be seen without a database. */
export async function checkMachine(): Promise<Finding[]> {
  return [checkNode(), await checkDisk(), checkSecret(), ...(await checkWatchedFolder())]
}

function checkNode(): Finding {
  const { node } = process.versions
  if (Number.parseInt(node, 10) >= LEAST_NODE) return fine('Node', node)
  return wrong(
    'Node',
    `${node} is too old, ${LEAST_NODE} is needed`,
    'run it as `npm run mirqab -- …`, which brings its own',
  )
}

async function checkDisk(): Promise<Finding> {
  const { bavail, bsize } = await statfs(existsSync(DATA_FOLDER) ? DATA_FOLDER : ROOT)
  const free = bavail * bsize
  const seen = `${(free / 1e9).toFixed(1)} GB free for .data`
  return free >= LEAST_FREE_BYTES ? fine('disk', seen) : wrong('disk', seen, 'make room: 2 GB at least')
}

function checkSecret(): Finding {
  const { DATABASE_URL, NEXTAUTH_SECRET, NEXTAUTH_URL } = env()
  if (NEXTAUTH_SECRET) return fine('secret', `NEXTAUTH_SECRET is set${NEXTAUTH_URL ? '' : ', NEXTAUTH_URL is not'}`)
  if (!DATABASE_URL) return fine('secret', 'NEXTAUTH_SECRET is not set; npm start makes one for this machine')
  return wrong('secret', 'NEXTAUTH_SECRET is not set', 'set it to 32 characters or more: openssl rand -base64 32')
}

async function checkWatchedFolder(): Promise<Finding[]> {
  const folder = env().MIRQAB_WATCH_FOLDER
  if (!folder) return []
  const { R_OK, W_OK, X_OK } = constants
  const isOurs = await access(folder, R_OK | W_OK | X_OK).then(
    () => true,
    () => false,
  )
  if (isOurs) return [fine('folder', `${folder} is watched`)]
  return [
    wrong(
      'folder',
      `${folder} is not there, or not ours to write`,
      'correct MIRQAB_WATCH_FOLDER, or the folder’s rights',
    ),
  ]
}
