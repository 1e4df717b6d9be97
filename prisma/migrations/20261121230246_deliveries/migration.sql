-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "batch_origin" ADD VALUE 'address';
ALTER TYPE "batch_origin" ADD VALUE 'folder';

-- AlterTable
ALTER TABLE "batch" ADD COLUMN     "gathers" TEXT;

-- AlterTable
ALTER TABLE "batch_file" ADD COLUMN     "mapping" JSONB,
ADD COLUMN     "source_id" UUID;

-- AlterTable
ALTER TABLE "feed" ADD COLUMN     "last_success_at" TIMESTAMPTZ(3),
ADD COLUMN     "pace_minutes" INTEGER,
ADD COLUMN     "title" TEXT,
ADD COLUMN     "usual_minutes" INTEGER;

-- CreateTable
CREATE TABLE "feed_item" (
    "feed_id" UUID NOT NULL,
    "key" BYTEA NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "feed_item_pkey" PRIMARY KEY ("feed_id","key")
);

-- CreateTable
CREATE TABLE "column_mapping" (
    "id" UUID NOT NULL,
    "signature" BYTEA NOT NULL,
    "source_id" UUID,
    "fields" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "column_mapping_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_token" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "hint" TEXT NOT NULL,
    "documents_per_minute" INTEGER NOT NULL DEFAULT 600,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_request" (
    "token_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "body_hash" BYTEA NOT NULL,
    "status" INTEGER NOT NULL,
    "response" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "api_request_pkey" PRIMARY KEY ("token_id","key")
);

-- CreateTable
CREATE TABLE "api_use" (
    "token_id" UUID NOT NULL,
    "minute" TIMESTAMPTZ(3) NOT NULL,
    "documents" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "api_use_pkey" PRIMARY KEY ("token_id","minute")
);

-- CreateIndex
CREATE INDEX "feed_item_feed_id_seen_at_idx" ON "feed_item"("feed_id", "seen_at");

-- CreateIndex
CREATE INDEX "column_mapping_signature_idx" ON "column_mapping"("signature");

-- CreateIndex
CREATE UNIQUE INDEX "api_token_token_hash_key" ON "api_token"("token_hash");

-- CreateIndex
CREATE INDEX "api_request_created_at_idx" ON "api_request"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "batch_gathers_key" ON "batch"("gathers");

-- CreateIndex
CREATE INDEX "feed_source_id_idx" ON "feed"("source_id");

-- AddForeignKey
ALTER TABLE "feed_item" ADD CONSTRAINT "feed_item_feed_id_fkey" FOREIGN KEY ("feed_id") REFERENCES "feed"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "column_mapping" ADD CONSTRAINT "column_mapping_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_request" ADD CONSTRAINT "api_request_token_id_fkey" FOREIGN KEY ("token_id") REFERENCES "api_token"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_use" ADD CONSTRAINT "api_use_token_id_fkey" FOREIGN KEY ("token_id") REFERENCES "api_token"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "batch_file" ADD CONSTRAINT "batch_file_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE SET NULL ON UPDATE CASCADE;
