-- Near copies are looked up in a table with the newest articles of a key at hand, no longer by a GIN index on an array:
-- that one reads all articles of a key, which for what a paper prints under every text grows with the archive.
CREATE TABLE "band_lookup" (
    "key" INTEGER NOT NULL,
    "article_id" UUID NOT NULL,

    CONSTRAINT "band_lookup_pkey" PRIMARY KEY ("key","article_id")
);
INSERT INTO "band_lookup" ("key", "article_id")
SELECT DISTINCT band.key, article.id FROM "article", unnest(article.bands) AS band(key)
WHERE article.withdrawn_at IS NULL ORDER BY 1;

-- DropIndex
DROP INDEX "article_bands_idx";

-- AlterTable
ALTER TABLE "article" DROP COLUMN "bands";

-- What is compressed already, or dense numbers, gets no smaller: PostgreSQL need not try for each row.
ALTER TABLE "document" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;
ALTER TABLE "batch_file_chunk" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;
ALTER TABLE "story" ALTER COLUMN "centroid" SET STORAGE EXTERNAL;
ALTER TABLE "article" ALTER COLUMN "search_vector" SET STORAGE EXTERNAL;
