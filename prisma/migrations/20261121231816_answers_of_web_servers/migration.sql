-- AlterTable
ALTER TABLE "batch_file" ADD COLUMN     "answer" JSONB;
