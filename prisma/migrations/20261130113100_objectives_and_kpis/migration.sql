-- CreateEnum
CREATE TYPE "KpiDirection" AS ENUM ('up', 'down', 'range');

-- CreateEnum
CREATE TYPE "KpiCadence" AS ENUM ('weekly', 'monthly', 'quarterly');

-- CreateEnum
CREATE TYPE "KpiSource" AS ENUM ('typed', 'imported', 'fact', 'formula');

-- CreateTable
CREATE TABLE "objective" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "problem" TEXT NOT NULL DEFAULT '',
    "outcome" TEXT NOT NULL DEFAULT '',
    "horizon_day" DATE,
    "owner_id" UUID,
    "pack_key" TEXT,
    "own" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "objective_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "kpi" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "objective_id" UUID,
    "stage_id" UUID,
    "owner_id" UUID,
    "unit" TEXT NOT NULL,
    "direction" "KpiDirection" NOT NULL,
    "baseline" DOUBLE PRECISION,
    "baseline_day" DATE,
    "target" DOUBLE PRECISION,
    "target_to" DOUBLE PRECISION,
    "target_day" DATE,
    "milestones" TEXT[],
    "cadence" "KpiCadence" NOT NULL,
    "source" "KpiSource" NOT NULL,
    "metric" TEXT,
    "factor" DOUBLE PRECISION NOT NULL DEFAULT 1,
    "formula" TEXT,
    "calculation" TEXT NOT NULL DEFAULT '',
    "definition" TEXT NOT NULL DEFAULT '',
    "pack_key" TEXT,
    "own" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "kpi_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "check_in" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "kpi_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "value" DOUBLE PRECISION,
    "confidence" INTEGER,
    "sentence" TEXT NOT NULL DEFAULT '',
    "source" "KpiSource" NOT NULL,
    "person_id" UUID,
    "corrects_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "check_in_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "objective_programme_id_owner_id_idx" ON "objective"("programme_id", "owner_id");

-- CreateIndex
CREATE UNIQUE INDEX "objective_programme_id_id_key" ON "objective"("programme_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "objective_programme_id_number_key" ON "objective"("programme_id", "number");

-- CreateIndex
CREATE INDEX "kpi_programme_id_owner_id_idx" ON "kpi"("programme_id", "owner_id");

-- CreateIndex
CREATE INDEX "kpi_programme_id_objective_id_idx" ON "kpi"("programme_id", "objective_id");

-- CreateIndex
CREATE INDEX "kpi_stage_id_idx" ON "kpi"("stage_id");

-- CreateIndex
CREATE UNIQUE INDEX "kpi_programme_id_id_key" ON "kpi"("programme_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "kpi_programme_id_number_key" ON "kpi"("programme_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "check_in_corrects_id_key" ON "check_in"("corrects_id");

-- CreateIndex
CREATE INDEX "check_in_programme_id_kpi_id_day_idx" ON "check_in"("programme_id", "kpi_id", "day");

-- CreateIndex
CREATE INDEX "check_in_programme_id_person_id_idx" ON "check_in"("programme_id", "person_id");

-- AddForeignKey
ALTER TABLE "objective" ADD CONSTRAINT "objective_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objective" ADD CONSTRAINT "objective_programme_id_owner_id_fkey" FOREIGN KEY ("programme_id", "owner_id") REFERENCES "person"("programme_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kpi" ADD CONSTRAINT "kpi_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kpi" ADD CONSTRAINT "kpi_programme_id_owner_id_fkey" FOREIGN KEY ("programme_id", "owner_id") REFERENCES "person"("programme_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kpi" ADD CONSTRAINT "kpi_programme_id_objective_id_fkey" FOREIGN KEY ("programme_id", "objective_id") REFERENCES "objective"("programme_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kpi" ADD CONSTRAINT "kpi_stage_id_fkey" FOREIGN KEY ("stage_id") REFERENCES "stage"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_in" ADD CONSTRAINT "check_in_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_in" ADD CONSTRAINT "check_in_programme_id_kpi_id_fkey" FOREIGN KEY ("programme_id", "kpi_id") REFERENCES "kpi"("programme_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_in" ADD CONSTRAINT "check_in_programme_id_person_id_fkey" FOREIGN KEY ("programme_id", "person_id") REFERENCES "person"("programme_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_in" ADD CONSTRAINT "check_in_corrects_id_fkey" FOREIGN KEY ("corrects_id") REFERENCES "check_in"("id") ON DELETE CASCADE ON UPDATE CASCADE;

