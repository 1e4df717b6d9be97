-- CreateTable
CREATE TABLE "learned_model" (
    "id" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "sha256" BYTEA NOT NULL,
    "articles" INTEGER NOT NULL,
    "decisions" INTEGER NOT NULL,
    "learnt_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "learned_model_pkey" PRIMARY KEY ("id")
);
