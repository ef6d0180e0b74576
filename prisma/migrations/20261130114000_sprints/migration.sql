-- AlterTable
ALTER TABLE "work_item" ADD COLUMN     "backlog_rank" TEXT,
ADD COLUMN     "remaining_effort" DOUBLE PRECISION,
ADD COLUMN     "sprint_id" UUID,
ADD COLUMN     "sprint_start" DATE;

-- CreateTable
CREATE TABLE "team" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "member_ids" UUID[],
    "progress_limit" INTEGER,
    "note" TEXT NOT NULL DEFAULT '',
    "own" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sprint" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "goal" TEXT NOT NULL DEFAULT '',
    "start_day" DATE NOT NULL,
    "finish_day" DATE NOT NULL,
    "team_id" UUID,
    "started_on" DATE,
    "closed_on" DATE,
    "own" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "sprint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sprint_line" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "sprint_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "item_number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "committed" BOOLEAN NOT NULL,
    "effort" DOUBLE PRECISION,
    "closing_effort" DOUBLE PRECISION,
    "remaining" DOUBLE PRECISION,
    "done_before" BOOLEAN NOT NULL DEFAULT false,
    "outcome" TEXT,
    "reason" TEXT,
    "goes_to_id" UUID,

    CONSTRAINT "sprint_line_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "team_programme_id_id_key" ON "team"("programme_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "team_programme_id_number_key" ON "team"("programme_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "sprint_programme_id_id_key" ON "sprint"("programme_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "sprint_programme_id_number_key" ON "sprint"("programme_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "sprint_line_programme_id_sprint_id_item_id_key" ON "sprint_line"("programme_id", "sprint_id", "item_id");

-- CreateIndex
CREATE INDEX "work_item_programme_id_sprint_id_idx" ON "work_item"("programme_id", "sprint_id");

-- AddForeignKey
ALTER TABLE "work_item" ADD CONSTRAINT "work_item_programme_id_sprint_id_fkey" FOREIGN KEY ("programme_id", "sprint_id") REFERENCES "sprint"("programme_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team" ADD CONSTRAINT "team_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sprint" ADD CONSTRAINT "sprint_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sprint" ADD CONSTRAINT "sprint_programme_id_team_id_fkey" FOREIGN KEY ("programme_id", "team_id") REFERENCES "team"("programme_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sprint_line" ADD CONSTRAINT "sprint_line_programme_id_sprint_id_fkey" FOREIGN KEY ("programme_id", "sprint_id") REFERENCES "sprint"("programme_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

