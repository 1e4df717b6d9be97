import { MIN_PASSWORD_LENGTH } from '#lib/auth/password.ts'
import { AppError } from '#lib/core/errors.ts'

/** Long, and not the address that everybody knows. @throws AppError('weakPassword') */
export function requireStrongPassword(password: string, email: string): void {
  if ([...password].length < MIN_PASSWORD_LENGTH || password.trim().toLowerCase() === email)
    throw new AppError('weakPassword')
}
