-- The words of headlines, to be found by what is spelt nearly so. Their trigrams are made by Mirqab: those of pg_trgm
-- hold no Arabic letter where LC_CTYPE is C.
CREATE TABLE "title_word" (
    "word" TEXT NOT NULL,
    "written" TEXT NOT NULL,
    "trigrams" TEXT[],

    CONSTRAINT "title_word_pkey" PRIMARY KEY ("word")
);

CREATE INDEX "title_word_trigrams_idx" ON "title_word" USING GIN ("trigrams");
