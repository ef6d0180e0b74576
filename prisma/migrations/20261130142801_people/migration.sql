-- CreateTable
CREATE TABLE "allocation" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "person_id" UUID,
    "role_key" TEXT,
    "workstream_id" UUID,
    "start_day" DATE NOT NULL,
    "finish_day" DATE NOT NULL,
    "share" DOUBLE PRECISION NOT NULL DEFAULT 1,
    "certainty" TEXT NOT NULL DEFAULT 'confirmed',
    "key" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "own" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "allocation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "time_off" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "start_day" DATE NOT NULL,
    "finish_day" DATE NOT NULL,
    "share" DOUBLE PRECISION NOT NULL DEFAULT 1,
    "key" TEXT,
    "own" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "time_off_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "work_schedule" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "start_day" DATE NOT NULL,
    "share" DOUBLE PRECISION NOT NULL DEFAULT 1,
    "key" TEXT,
    "own" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "work_schedule_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "allocation_person_id_idx" ON "allocation"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "allocation_programme_id_number_key" ON "allocation"("programme_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "time_off_programme_id_number_key" ON "time_off"("programme_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "work_schedule_programme_id_number_key" ON "work_schedule"("programme_id", "number");

-- AddForeignKey
ALTER TABLE "allocation" ADD CONSTRAINT "allocation_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "allocation" ADD CONSTRAINT "allocation_programme_id_person_id_fkey" FOREIGN KEY ("programme_id", "person_id") REFERENCES "person"("programme_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "allocation" ADD CONSTRAINT "allocation_programme_id_workstream_id_fkey" FOREIGN KEY ("programme_id", "workstream_id") REFERENCES "workstream"("programme_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "time_off" ADD CONSTRAINT "time_off_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "time_off" ADD CONSTRAINT "time_off_programme_id_person_id_fkey" FOREIGN KEY ("programme_id", "person_id") REFERENCES "person"("programme_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_schedule" ADD CONSTRAINT "work_schedule_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_schedule" ADD CONSTRAINT "work_schedule_programme_id_person_id_fkey" FOREIGN KEY ("programme_id", "person_id") REFERENCES "person"("programme_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

