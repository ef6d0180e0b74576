-- Questions that came from a review checklist keep the item that they came from.
ALTER TABLE "assessment_question" ADD COLUMN "import_key" TEXT,
ADD COLUMN "source" JSONB;

-- CreateIndex
CREATE UNIQUE INDEX "assessment_question_programme_id_import_key_key" ON "assessment_question"("programme_id", "import_key");
