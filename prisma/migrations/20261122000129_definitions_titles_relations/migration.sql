-- CreateEnum
CREATE TYPE "entity_relation_kind" AS ENUM ('holdsOfficeIn', 'partOf');

-- AlterTable
ALTER TABLE "entity" ADD COLUMN     "titles" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "topic" ADD COLUMN     "definition_ar" TEXT;

-- CreateTable
CREATE TABLE "entity_relation" (
    "id" UUID NOT NULL,
    "entity_id" TEXT NOT NULL,
    "kind" "entity_relation_kind" NOT NULL,
    "target_id" TEXT,
    "country" CHAR(2),
    "office" TEXT,
    "until" INTEGER,

    CONSTRAINT "entity_relation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "entity_relation_target_id_idx" ON "entity_relation"("target_id");

-- CreateIndex
CREATE UNIQUE INDEX "entity_relation_entity_id_kind_target_id_key" ON "entity_relation"("entity_id", "kind", "target_id");

-- CreateIndex
CREATE UNIQUE INDEX "entity_relation_entity_id_kind_country_key" ON "entity_relation"("entity_id", "kind", "country");

-- AddForeignKey
ALTER TABLE "entity_relation" ADD CONSTRAINT "entity_relation_entity_id_fkey" FOREIGN KEY ("entity_id") REFERENCES "entity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entity_relation" ADD CONSTRAINT "entity_relation_target_id_fkey" FOREIGN KEY ("target_id") REFERENCES "entity"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- A relation leads to exactly one thing, and only an office has a name and an end.
ALTER TABLE "entity_relation" ADD CONSTRAINT "entity_relation_target_check"
  CHECK (num_nonnulls("target_id", "country") = 1);
ALTER TABLE "entity_relation" ADD CONSTRAINT "entity_relation_office_check"
  CHECK (("kind" = 'holdsOfficeIn') = ("office" IS NOT NULL));
