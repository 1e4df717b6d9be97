import { prisma } from '#lib/db/client.ts'

/** For load balancers and compose: the web process answers and reaches its database. */
export async function GET(): Promise<Response> {
  try {
    await prisma().$queryRaw`SELECT 1`
    return Response.json({ status: 'ok' })
  } catch {
    return Response.json({ status: 'no database' }, { status: 503 })
  }
}
