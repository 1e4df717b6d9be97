-- AlterTable
ALTER TABLE "article" ADD COLUMN     "terms_counted" BOOLEAN NOT NULL DEFAULT true;

-- CreateTable
CREATE TABLE "story_link" (
    "story_id" UUID NOT NULL,
    "earlier_id" UUID NOT NULL,
    "score" DOUBLE PRECISION NOT NULL,
    "because" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "story_link_pkey" PRIMARY KEY ("story_id","earlier_id")
);

-- CreateIndex
CREATE INDEX "story_link_earlier_id_idx" ON "story_link"("earlier_id");

-- AddForeignKey
ALTER TABLE "story_link" ADD CONSTRAINT "story_link_story_id_fkey" FOREIGN KEY ("story_id") REFERENCES "story"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "story_link" ADD CONSTRAINT "story_link_earlier_id_fkey" FOREIGN KEY ("earlier_id") REFERENCES "story"("id") ON DELETE CASCADE ON UPDATE CASCADE;
