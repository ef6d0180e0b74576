-- CreateTable
CREATE TABLE "assessment_question" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "key" TEXT,
    "name" TEXT NOT NULL,
    "dimension" TEXT NOT NULL,
    "gap_kind" TEXT NOT NULL,
    "stage_id" UUID,
    "workstream_id" UUID,
    "wording" TEXT NOT NULL DEFAULT '',
    "left_out" BOOLEAN NOT NULL DEFAULT false,
    "as_is" INTEGER,
    "to_be" INTEGER NOT NULL DEFAULT 3,
    "not_applicable" BOOLEAN NOT NULL DEFAULT false,
    "weight" INTEGER NOT NULL DEFAULT 2,
    "confidence" TEXT,
    "owner_id" UUID,
    "target_day" DATE,
    "work_item_id" UUID,
    "note" TEXT NOT NULL DEFAULT '',
    "own" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "assessment_question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assessment_snapshot" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "taken_by_id" UUID NOT NULL,
    "lines" JSONB NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "assessment_snapshot_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "assessment_question_programme_id_work_item_id_idx" ON "assessment_question"("programme_id", "work_item_id");

-- CreateIndex
CREATE UNIQUE INDEX "assessment_question_programme_id_number_key" ON "assessment_question"("programme_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "assessment_question_programme_id_key_key" ON "assessment_question"("programme_id", "key");

-- CreateIndex
CREATE INDEX "assessment_snapshot_programme_id_taken_at_idx" ON "assessment_snapshot"("programme_id", "taken_at");

-- AddForeignKey
ALTER TABLE "assessment_question" ADD CONSTRAINT "assessment_question_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment_question" ADD CONSTRAINT "assessment_question_programme_id_stage_id_fkey" FOREIGN KEY ("programme_id", "stage_id") REFERENCES "stage"("programme_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment_question" ADD CONSTRAINT "assessment_question_programme_id_workstream_id_fkey" FOREIGN KEY ("programme_id", "workstream_id") REFERENCES "workstream"("programme_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment_question" ADD CONSTRAINT "assessment_question_programme_id_owner_id_fkey" FOREIGN KEY ("programme_id", "owner_id") REFERENCES "person"("programme_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment_question" ADD CONSTRAINT "assessment_question_programme_id_work_item_id_fkey" FOREIGN KEY ("programme_id", "work_item_id") REFERENCES "work_item"("programme_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment_snapshot" ADD CONSTRAINT "assessment_snapshot_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment_snapshot" ADD CONSTRAINT "assessment_snapshot_programme_id_taken_by_id_fkey" FOREIGN KEY ("programme_id", "taken_by_id") REFERENCES "person"("programme_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;


-- Levels and weights are on their scales, kinds and confidences are known words.
ALTER TABLE "assessment_question"
  ADD CONSTRAINT "assessment_question_levels" CHECK ("as_is" BETWEEN 0 AND 4 AND "to_be" BETWEEN 0 AND 4 AND "weight" BETWEEN 1 AND 3),
  ADD CONSTRAINT "assessment_question_words" CHECK (
    "gap_kind" IN ('skills', 'infrastructure', 'process', 'data', 'governance') AND "confidence" IN ('low', 'medium', 'high'));
