-- CreateEnum
CREATE TYPE "decision_status" AS ENUM ('draft', 'in_review', 'accepted', 'superseded', 'refused');

-- CreateEnum
CREATE TYPE "use_case_status" AS ENUM ('idea', 'assessed', 'planned', 'in_build', 'live', 'retired');

-- CreateEnum
CREATE TYPE "use_case_place" AS ENUM ('mvp', 'quick_win', 'strategic', 'fill_in', 'later');

-- CreateEnum
CREATE TYPE "score_side" AS ENUM ('value', 'effort');

-- CreateTable
CREATE TABLE "decision" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "status" "decision_status" NOT NULL DEFAULT 'draft',
    "owner_id" UUID,
    "day" DATE,
    "choice" TEXT,
    "reviewer_ids" UUID[],
    "signers" TEXT[],
    "supersedes_ids" UUID[],
    "workstream_ids" UUID[],
    "gap_ids" UUID[],
    "landscape_ids" UUID[],
    "environment_ids" UUID[],
    "context" TEXT NOT NULL DEFAULT '',
    "options" TEXT NOT NULL DEFAULT '',
    "consequences" TEXT NOT NULL DEFAULT '',
    "own" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision_signature" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "statement" TEXT NOT NULL,
    "statement_hash" BYTEA NOT NULL,
    "person_id" UUID NOT NULL,
    "responsibility" TEXT NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_by_id" UUID,

    CONSTRAINT "decision_signature_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision_review" (
    "programme_id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "agreed" BOOLEAN NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "decision_review_pkey" PRIMARY KEY ("decision_id","person_id")
);

-- CreateTable
CREATE TABLE "use_case" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "status" "use_case_status" NOT NULL DEFAULT 'idea',
    "owner_id" UUID,
    "domain" TEXT,
    "objective_id" UUID,
    "kpi_ids" UUID[],
    "component_keys" TEXT[],
    "landscape_ids" UUID[],
    "gate_ids" UUID[],
    "gap_ids" UUID[],
    "needs_ids" UUID[],
    "stage_ids" UUID[],
    "own_days" INTEGER,
    "place" "use_case_place",
    "place_reason" TEXT,
    "bound_objects" TEXT[],
    "work_item_ids" UUID[],
    "note" TEXT NOT NULL DEFAULT '',
    "own" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "use_case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "use_case_criterion" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "side" "score_side" NOT NULL,
    "weight" DOUBLE PRECISION NOT NULL DEFAULT 1,
    "meaning" TEXT NOT NULL DEFAULT '',
    "own" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "use_case_criterion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "use_case_score" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "use_case_id" UUID NOT NULL,
    "criterion_id" UUID NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "use_case_score_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "decision_programme_id_owner_id_idx" ON "decision"("programme_id", "owner_id");

-- CreateIndex
CREATE UNIQUE INDEX "decision_programme_id_id_key" ON "decision"("programme_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "decision_programme_id_number_key" ON "decision"("programme_id", "number");

-- CreateIndex
CREATE INDEX "decision_signature_programme_id_decision_id_idx" ON "decision_signature"("programme_id", "decision_id");

-- CreateIndex
CREATE INDEX "decision_signature_programme_id_person_id_idx" ON "decision_signature"("programme_id", "person_id");

-- CreateIndex
CREATE INDEX "decision_signature_programme_id_revoked_by_id_idx" ON "decision_signature"("programme_id", "revoked_by_id");

-- CreateIndex
CREATE INDEX "decision_review_programme_id_decision_id_idx" ON "decision_review"("programme_id", "decision_id");

-- CreateIndex
CREATE INDEX "decision_review_programme_id_person_id_idx" ON "decision_review"("programme_id", "person_id");

-- CreateIndex
CREATE INDEX "use_case_programme_id_owner_id_idx" ON "use_case"("programme_id", "owner_id");

-- CreateIndex
CREATE UNIQUE INDEX "use_case_programme_id_id_key" ON "use_case"("programme_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "use_case_programme_id_number_key" ON "use_case"("programme_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "use_case_criterion_programme_id_id_key" ON "use_case_criterion"("programme_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "use_case_criterion_programme_id_number_key" ON "use_case_criterion"("programme_id", "number");

-- CreateIndex
CREATE INDEX "use_case_score_programme_id_use_case_id_criterion_id_idx" ON "use_case_score"("programme_id", "use_case_id", "criterion_id");

-- CreateIndex
CREATE INDEX "use_case_score_programme_id_criterion_id_idx" ON "use_case_score"("programme_id", "criterion_id");

-- CreateIndex
CREATE INDEX "use_case_score_programme_id_person_id_idx" ON "use_case_score"("programme_id", "person_id");

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_programme_id_owner_id_fkey" FOREIGN KEY ("programme_id", "owner_id") REFERENCES "person"("programme_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_signature" ADD CONSTRAINT "decision_signature_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_signature" ADD CONSTRAINT "decision_signature_programme_id_decision_id_fkey" FOREIGN KEY ("programme_id", "decision_id") REFERENCES "decision"("programme_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_signature" ADD CONSTRAINT "decision_signature_programme_id_person_id_fkey" FOREIGN KEY ("programme_id", "person_id") REFERENCES "person"("programme_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_signature" ADD CONSTRAINT "decision_signature_programme_id_revoked_by_id_fkey" FOREIGN KEY ("programme_id", "revoked_by_id") REFERENCES "person"("programme_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_review" ADD CONSTRAINT "decision_review_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_review" ADD CONSTRAINT "decision_review_programme_id_decision_id_fkey" FOREIGN KEY ("programme_id", "decision_id") REFERENCES "decision"("programme_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_review" ADD CONSTRAINT "decision_review_programme_id_person_id_fkey" FOREIGN KEY ("programme_id", "person_id") REFERENCES "person"("programme_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "use_case" ADD CONSTRAINT "use_case_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "use_case" ADD CONSTRAINT "use_case_programme_id_owner_id_fkey" FOREIGN KEY ("programme_id", "owner_id") REFERENCES "person"("programme_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "use_case_criterion" ADD CONSTRAINT "use_case_criterion_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "use_case_score" ADD CONSTRAINT "use_case_score_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "use_case_score" ADD CONSTRAINT "use_case_score_programme_id_use_case_id_fkey" FOREIGN KEY ("programme_id", "use_case_id") REFERENCES "use_case"("programme_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "use_case_score" ADD CONSTRAINT "use_case_score_programme_id_criterion_id_fkey" FOREIGN KEY ("programme_id", "criterion_id") REFERENCES "use_case_criterion"("programme_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "use_case_score" ADD CONSTRAINT "use_case_score_programme_id_person_id_fkey" FOREIGN KEY ("programme_id", "person_id") REFERENCES "person"("programme_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;


-- One signature of a decision that stands for each responsibility, and one for each person.
CREATE UNIQUE INDEX "decision_signature_one_each" ON "decision_signature"("decision_id", "responsibility") WHERE "revoked_at" IS NULL;
CREATE UNIQUE INDEX "decision_signature_one_person" ON "decision_signature"("decision_id", "person_id") WHERE "revoked_at" IS NULL;
ALTER TABLE "use_case_score" ADD CONSTRAINT "use_case_score_range" CHECK ("value" >= 1 AND "value" <= 5);
