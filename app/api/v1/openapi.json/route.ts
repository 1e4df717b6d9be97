import { openApi } from '#lib/api/openapi.ts'

/** The description of the interface for programs. It tells nothing of this desk, so everybody may read it. */
export const GET = (): Response => Response.json(openApi())
