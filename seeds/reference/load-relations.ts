import type { Context } from '#lib/db/context.ts'

/** Who holds which office where, and what is part of what: to an entity (`of`) or to a country, never to both. */
export type RelationSeed =
  | ({ kind: 'holdsOfficeIn'; office: string; until?: number } & Target)
  | ({ kind: 'partOf' } & Target)
type Target = { of: string; country?: never } | { country: string; of?: never }

/**
 * Makes the relations of the entities what the file says. Those of an entity that the audit log has an event about are
 * a person's, and left alone. Load the entities first: a relation leads from one to another.
 * @returns how many relations were added, changed or taken out
 */
export async function loadRelations(
  { db }: Context,
  entities: { id: string; relations?: RelationSeed[] }[],
): Promise<number> {
  const ids = entities.map(({ id }) => id)
  const rows = JSON.stringify(
    entities.flatMap(({ id, relations = [] }) =>
      relations.map(({ of, ...rest }) => ({ entity: id, target: of, ...rest })),
    ),
  )
  const gone = await db.$executeRaw`
    DELETE FROM entity_relation t
    WHERE t.entity_id = ANY(${ids})
      AND NOT EXISTS (
        SELECT FROM jsonb_to_recordset(${rows}::jsonb) AS r(entity text, kind text, target text, country text)
        WHERE r.entity = t.entity_id AND r.kind = t.kind::text
          AND r.target IS NOT DISTINCT FROM t.target_id AND r.country IS NOT DISTINCT FROM t.country::text)
      AND NOT EXISTS (SELECT FROM audit_event e WHERE e.subject_type = 'entity' AND e.subject_id = t.entity_id)`
  const changed = await db.$executeRaw`
    UPDATE entity_relation t SET office = r.office, until = r.until
    FROM jsonb_to_recordset(${rows}::jsonb)
      AS r(entity text, kind text, target text, country text, office text, until int)
    WHERE r.entity = t.entity_id AND r.kind = t.kind::text
      AND r.target IS NOT DISTINCT FROM t.target_id AND r.country IS NOT DISTINCT FROM t.country::text
      AND (r.office, r.until) IS DISTINCT FROM (t.office, t.until)
      AND NOT EXISTS (SELECT FROM audit_event e WHERE e.subject_type = 'entity' AND e.subject_id = t.entity_id)`
  const added = await db.$executeRaw`
    INSERT INTO entity_relation (id, entity_id, kind, target_id, country, office, until)
    SELECT gen_random_uuid(), entity, kind::entity_relation_kind, target, country, office, until
    FROM jsonb_to_recordset(${rows}::jsonb)
      AS r(entity text, kind text, target text, country char(2), office text, until int)
    WHERE NOT EXISTS (SELECT FROM audit_event e WHERE e.subject_type = 'entity' AND e.subject_id = r.entity)
    ON CONFLICT DO NOTHING`
  return gone + changed + added
}
