-- What waits beyond its time: few of a large archive have a time at all, and the settled ones leave the index.
CREATE INDEX "article_overdue_idx" ON "article" ("due_at")
  WHERE "due_at" IS NOT NULL AND "state" IN ('new', 'working');
