-- DropIndex
DROP INDEX "story_lookups_idx";

-- AlterTable
ALTER TABLE "story" DROP COLUMN "lookups";

-- CreateTable
CREATE TABLE "story_lookup" (
    "key" INTEGER NOT NULL,
    "day" INTEGER NOT NULL,
    "story_id" UUID NOT NULL,

    CONSTRAINT "story_lookup_pkey" PRIMARY KEY ("key","day","story_id")
);

-- A GIN index keeps new rows in a list that every search reads through: with an article looked up for each one stored,
-- that list is never empty (measured: 2.3 ms a look-up with it, 0.2 without).
ALTER INDEX "article_bands_idx" SET (fastupdate = off);
