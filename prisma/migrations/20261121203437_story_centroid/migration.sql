-- DropIndex
DROP INDEX "story_terms_idx";

-- AlterTable
ALTER TABLE "duplicate_group" ADD COLUMN     "primary_set_by_id" UUID;

-- AlterTable
ALTER TABLE "story" DROP COLUMN "terms",
DROP COLUMN "weights",
ADD COLUMN     "centroid" BYTEA NOT NULL,
ADD COLUMN     "dated" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "lookups" INTEGER[];

-- AlterTable
ALTER TABLE "term_count" DROP CONSTRAINT "term_count_pkey",
DROP COLUMN "term",
ADD COLUMN     "key" INTEGER NOT NULL,
ADD CONSTRAINT "term_count_pkey" PRIMARY KEY ("key");

-- AlterTable
ALTER TABLE "topic" ADD COLUMN     "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- CreateIndex
CREATE INDEX "story_lookups_idx" ON "story" USING GIN ("lookups");
