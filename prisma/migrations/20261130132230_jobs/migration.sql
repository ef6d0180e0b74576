-- CreateEnum
CREATE TYPE "job_state" AS ENUM ('waiting', 'running', 'done', 'failed', 'cancelled');

-- A run of the version before has nobody who goes on with it.
UPDATE "connection_run" SET "state" = 'failed', "finished_at" = now(), "reason" = 'Lakeward stopped during this run. Start it again.'
  WHERE "state" = 'running';

-- AlterTable
ALTER TABLE "connection_run" DROP COLUMN "beat_at",
DROP COLUMN "cancel_asked_at",
ADD COLUMN     "job_id" UUID;

-- CreateTable
CREATE TABLE "job" (
    "id" UUID NOT NULL,
    "programme_id" UUID,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "key" TEXT,
    "input" JSONB NOT NULL,
    "state" "job_state" NOT NULL DEFAULT 'waiting',
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "most_attempts" INTEGER NOT NULL DEFAULT 1,
    "run_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "heartbeat_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "cancel_asked_at" TIMESTAMPTZ(3),
    "done_steps" INTEGER,
    "all_steps" INTEGER,
    "reason" TEXT,

    CONSTRAINT "job_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "job_state_run_at_idx" ON "job"("state", "run_at");

-- CreateIndex
CREATE INDEX "job_programme_id_created_at_idx" ON "job"("programme_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "connection_run_job_id_key" ON "connection_run"("job_id");

-- AddForeignKey
ALTER TABLE "connection_run" ADD CONSTRAINT "connection_run_job_id_fkey" FOREIGN KEY ("job_id") REFERENCES "job"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job" ADD CONSTRAINT "job_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Of a kind and key, one job waits or runs.
CREATE UNIQUE INDEX "job_one_of_a_key" ON "job" ("kind", "key") WHERE "state" IN ('waiting', 'running');
