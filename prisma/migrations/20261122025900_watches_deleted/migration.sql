-- AlterTable
ALTER TABLE "watch" ADD COLUMN     "deleted_at" TIMESTAMPTZ(3);
