-- CreateEnum
CREATE TYPE "bulk_run_state" AS ENUM ('waiting', 'running', 'done', 'failed', 'undoing', 'undone');

-- CreateEnum
CREATE TYPE "watch_pace" AS ENUM ('atOnce', 'hourly', 'daily');

-- CreateEnum
CREATE TYPE "notice_kind" AS ENUM ('mention', 'reply', 'assigned', 'watch', 'rule');

-- CreateEnum
CREATE TYPE "seen_name_decision" AS ENUM ('added', 'merged', 'ignored');

-- AlterTable
ALTER TABLE "annotation" ADD COLUMN     "label_id" UUID;

-- AlterTable
ALTER TABLE "entity" ADD COLUMN     "merged_into_id" TEXT;

-- AlterTable
ALTER TABLE "topic" ADD COLUMN     "merged_into_id" TEXT;

-- AlterTable
ALTER TABLE "watch" DROP COLUMN "seen_at",
ADD COLUMN     "by_email" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "failures" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "in_desk" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "pace" "watch_pace" NOT NULL DEFAULT 'atOnce',
ADD COLUMN     "paused_at" TIMESTAMPTZ(3),
ADD COLUMN     "problem" JSONB,
ADD COLUMN     "quiet_from" INTEGER,
ADD COLUMN     "quiet_until" INTEGER,
ADD COLUMN     "secret_version" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "sent_at" TIMESTAMPTZ(3),
ADD COLUMN     "time_zone" TEXT NOT NULL DEFAULT 'UTC',
ADD COLUMN     "webhook" TEXT;

-- CreateTable
CREATE TABLE "article_embedding" (
    "article_id" UUID NOT NULL,
    "model" TEXT NOT NULL,
    "vector" BYTEA NOT NULL,

    CONSTRAINT "article_embedding_pkey" PRIMARY KEY ("article_id")
);

-- CreateTable
CREATE TABLE "desk_rule" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "filter" JSONB NOT NULL,
    "actions" JSONB NOT NULL,
    "paused_at" TIMESTAMPTZ(3),
    "deleted_at" TIMESTAMPTZ(3),
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "matched" INTEGER NOT NULL DEFAULT 0,
    "matched_at" TIMESTAMPTZ(3),

    CONSTRAINT "desk_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bulk_run" (
    "id" UUID NOT NULL,
    "user_id" UUID,
    "command" TEXT NOT NULL,
    "input" JSONB NOT NULL,
    "filter" JSONB NOT NULL,
    "rule_id" UUID,
    "state" "bulk_run_state" NOT NULL DEFAULT 'waiting',
    "after" UUID,
    "total" INTEGER NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "changed" INTEGER NOT NULL DEFAULT 0,
    "problem" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "bulk_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "watch_hit" (
    "watch_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "found_at" TIMESTAMPTZ(3) NOT NULL,
    "emailed_at" TIMESTAMPTZ(3),
    "posted_at" TIMESTAMPTZ(3),

    CONSTRAINT "watch_hit_pkey" PRIMARY KEY ("watch_id","article_id")
);

-- CreateTable
CREATE TABLE "notice" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" "notice_kind" NOT NULL,
    "by_id" UUID,
    "article_id" UUID,
    "annotation_id" UUID,
    "watch_id" UUID,
    "articles" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seen_at" TIMESTAMPTZ(3),

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "presence" (
    "article_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "editing" BOOLEAN NOT NULL DEFAULT false,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "presence_pkey" PRIMARY KEY ("article_id","user_id")
);

-- CreateTable
CREATE TABLE "annotation_label" (
    "id" UUID NOT NULL,
    "name_ar" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "colour" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "retired_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "annotation_label_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "seen_name" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" "entity_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "evidence" JSONB NOT NULL DEFAULT '{}',
    "articles" INTEGER NOT NULL DEFAULT 0,
    "first_at" TIMESTAMPTZ(3) NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,
    "decision" "seen_name_decision",
    "entity_id" TEXT,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "seen_name_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "seen_name_article" (
    "name_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,

    CONSTRAINT "seen_name_article_pkey" PRIMARY KEY ("name_id","article_id")
);

-- CreateIndex
CREATE INDEX "bulk_run_user_id_created_at_idx" ON "bulk_run"("user_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "watch_hit_watch_id_found_at_idx" ON "watch_hit"("watch_id", "found_at" DESC);

-- CreateIndex
CREATE INDEX "watch_hit_article_id_idx" ON "watch_hit"("article_id");

-- CreateIndex
CREATE INDEX "notice_user_id_seen_at_created_at_idx" ON "notice"("user_id", "seen_at", "created_at" DESC);

-- CreateIndex
CREATE INDEX "notice_article_id_idx" ON "notice"("article_id");

-- CreateIndex
CREATE INDEX "notice_annotation_id_idx" ON "notice"("annotation_id");

-- CreateIndex
CREATE INDEX "presence_seen_at_idx" ON "presence"("seen_at");

-- CreateIndex
CREATE UNIQUE INDEX "seen_name_key_key" ON "seen_name"("key");

-- CreateIndex
CREATE INDEX "seen_name_decision_articles_id_idx" ON "seen_name"("decision", "articles" DESC, "id");

-- CreateIndex
CREATE INDEX "seen_name_article_article_id_idx" ON "seen_name_article"("article_id");

-- CreateIndex
CREATE INDEX "annotation_label_id_idx" ON "annotation"("label_id");

-- AddForeignKey
ALTER TABLE "article_embedding" ADD CONSTRAINT "article_embedding_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "desk_rule" ADD CONSTRAINT "desk_rule_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulk_run" ADD CONSTRAINT "bulk_run_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulk_run" ADD CONSTRAINT "bulk_run_rule_id_fkey" FOREIGN KEY ("rule_id") REFERENCES "desk_rule"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "watch_hit" ADD CONSTRAINT "watch_hit_watch_id_fkey" FOREIGN KEY ("watch_id") REFERENCES "watch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "watch_hit" ADD CONSTRAINT "watch_hit_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_annotation_id_fkey" FOREIGN KEY ("annotation_id") REFERENCES "annotation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_watch_id_fkey" FOREIGN KEY ("watch_id") REFERENCES "watch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "presence" ADD CONSTRAINT "presence_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "presence" ADD CONSTRAINT "presence_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topic" ADD CONSTRAINT "topic_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "topic"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entity" ADD CONSTRAINT "entity_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "entity"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annotation" ADD CONSTRAINT "annotation_label_id_fkey" FOREIGN KEY ("label_id") REFERENCES "annotation_label"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seen_name" ADD CONSTRAINT "seen_name_entity_id_fkey" FOREIGN KEY ("entity_id") REFERENCES "entity"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seen_name" ADD CONSTRAINT "seen_name_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seen_name_article" ADD CONSTRAINT "seen_name_article_name_id_fkey" FOREIGN KEY ("name_id") REFERENCES "seen_name"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seen_name_article" ADD CONSTRAINT "seen_name_article_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;
