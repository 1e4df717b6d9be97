import { hash, verify } from '@node-rs/argon2'

export const MIN_PASSWORD_LENGTH = 12

/** argon2id with OWASP's first recommendation (19 MiB, 2 passes, 1 lane); algorithm 2 is argon2id. */
const OPTIONS = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** PHC string of a password. */
export const hashPassword = (password: string): Promise<string> => hash(password, OPTIONS)

/** A hash nobody knows the password of: an unknown account takes as long to refuse as a known one. */
const DECOY = hashPassword(crypto.randomUUID())

/** Whether the password is the one that was hashed; false, in the same time, where there is none. */
export async function verifyPassword(password: string, phc: string | null | undefined): Promise<boolean> {
  const right = await verify(phc ?? (await DECOY), password)
  return right && phc != null
}
