import { z } from 'zod'

/** The environment, parsed once. Secrets come from here and from nowhere else. */
const Environment = z.object({
  NODE_ENV: z.string().default('development'),
  /** PostgreSQL 14 or newer. Where absent, `npm start` and the command line run the embedded one. */
  DATABASE_URL: z.string().url().optional(),
  /** Signs sessions; at least 32 characters. */
  NEXTAUTH_SECRET: z.string().min(32).optional(),
  NEXTAUTH_URL: z.string().url().optional(),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  /** The desk's own IANA time zone: days on dashboards begin at its midnight. */
  DESK_TIME_ZONE: z.string().default('Africa/Algiers'),
  /** The language of somebody who has not chosen one. */
  DESK_LOCALE: z.enum(['ar', 'en']).default('ar'),
  /** `1` loads the demo newsroom into the database named by DATABASE_URL. */
  MIRQAB_DEMO: z.enum(['0', '1']).default('0'),
  /** A folder whose files the worker takes as they arrive; none where absent. */
  MIRQAB_WATCH_FOLDER: z.string().optional(),
  /** `1` behind a proxy that sets X-Forwarded-For itself. */
  TRUST_PROXY: z.enum(['0', '1']).default('0'),
  /** How mail is sent: `smtps://user:password@host:465`; and by whom it says it is. Without both, none is sent. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().optional(),
  /** What may be fetched beside the public internet: host names, addresses and ranges, with commas between them. */
  MIRQAB_FETCH_ALLOW: z.string().default(''),
  /**
   * An embedding provider: the full address of an endpoint of the OpenAI-compatible shape, the model that is asked for,
   * and a key where one is needed. Without the first two, none is asked.
   */
  MIRQAB_EMBEDDINGS_URL: z.url({ protocol: /^https?$/ }).optional(),
  MIRQAB_EMBEDDINGS_MODEL: z.string().optional(),
  MIRQAB_EMBEDDINGS_KEY: z.string().optional(),
})

export type Environment = z.infer<typeof Environment>

let parsed: Environment | undefined

/** @throws where a variable has a wrong form, naming it. */
export function env(): Environment {
  if (!parsed) {
    const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''))
    const result = Environment.safeParse(given)
    if (!result.success) {
      const [issue] = result.error.issues
      throw new Error(`the environment variable ${issue?.path.join('.')} is not right: ${issue?.message}`)
    }
    parsed = result.data
  }
  return parsed
}
