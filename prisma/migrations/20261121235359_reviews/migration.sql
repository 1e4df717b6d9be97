-- CreateTable
CREATE TABLE "review_item" (
    "article_id" UUID NOT NULL,
    "about" TEXT NOT NULL,
    "other_id" UUID NOT NULL,
    "joined" BOOLEAN NOT NULL,
    "score" DOUBLE PRECISION NOT NULL,
    "threshold" DOUBLE PRECISION NOT NULL,
    "runner_up" DOUBLE PRECISION,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "review_item_pkey" PRIMARY KEY ("article_id","about")
);

-- CreateIndex
CREATE INDEX "review_item_other_id_idx" ON "review_item"("other_id");

-- What was found before: the pairs that were near the threshold, one an article, as comparing stores them from now on.
INSERT INTO "review_item" (article_id, about, other_id, joined, score, threshold)
SELECT DISTINCT ON (b_id) b_id, 'text', a_id, kind <> 'contains', jaccard, 0.5
FROM "duplicate_pair" WHERE jaccard >= 0.35 AND jaccard < 0.6
ORDER BY b_id, jaccard DESC;
