-- What lists and counts of a large archive are read from. All are partial: Prisma's schema does not know such indexes
-- and leaves them alone.

-- Newest first, with what the facets count: read without a look at the rows.
CREATE INDEX "article_desk_idx" ON "article" ("sort_at" DESC, "id" DESC)
  INCLUDE ("story_id", "duplicate_group_id", "source_id", "assignee_id", "state", "language") WHERE "withdrawn_at" IS NULL;

-- The tags of many articles at once, and the articles of a tag, both without a look at the rows: evidence makes these long.
CREATE INDEX "article_tag_held_idx" ON "article_tag" ("article_id") INCLUDE ("topic_id", "entity_id", "country", "state")
  WHERE "state" <> 'rejected';
CREATE INDEX "article_tag_topic_held_idx" ON "article_tag" ("topic_id", "article_id")
  WHERE "topic_id" IS NOT NULL AND "state" <> 'rejected';
CREATE INDEX "article_tag_entity_held_idx" ON "article_tag" ("entity_id", "article_id")
  WHERE "entity_id" IS NOT NULL AND "state" <> 'rejected';
CREATE INDEX "article_tag_country_held_idx" ON "article_tag" ("country", "article_id")
  WHERE "country" IS NOT NULL AND "state" <> 'rejected';
CREATE INDEX "article_flag_held_idx" ON "article_flag" ("kind", "article_id") WHERE "dismissed_at" IS NULL;

-- Reading from an index alone needs pages that are known to be seen by everybody, which vacuum notes: it comes after so
-- many new rows, not after a fifth of the table.
ALTER TABLE "article" SET (autovacuum_vacuum_insert_threshold = 5000, autovacuum_vacuum_insert_scale_factor = 0);
ALTER TABLE "article_tag" SET (autovacuum_vacuum_insert_threshold = 20000, autovacuum_vacuum_insert_scale_factor = 0);

-- Topics, what they were merged into, and all below in the tree. PostgreSQL calls a stable function of known values when
-- it plans: a rare topic is looked up by its tags, a common one met by walking back in time.
CREATE FUNCTION "topics_under"("topics" text[]) RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
  WITH RECURSIVE below AS (
    SELECT id, merged_into_id FROM topic WHERE id = ANY(topics)
    UNION SELECT next.id, next.merged_into_id FROM topic next
      JOIN below ON next.parent_id = below.id OR next.id = below.merged_into_id
  ) SELECT coalesce(array_agg(DISTINCT id), '{}') FROM below
$$;
