-- CreateTable
CREATE TABLE "raci_mark" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "workstream_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "part" TEXT NOT NULL,

    CONSTRAINT "raci_mark_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "raci_mark_programme_id_workstream_id_person_id_key" ON "raci_mark"("programme_id", "workstream_id", "person_id");

-- AddForeignKey
ALTER TABLE "raci_mark" ADD CONSTRAINT "raci_mark_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "raci_mark" ADD CONSTRAINT "raci_mark_programme_id_workstream_id_fkey" FOREIGN KEY ("programme_id", "workstream_id") REFERENCES "workstream"("programme_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "raci_mark" ADD CONSTRAINT "raci_mark_programme_id_person_id_fkey" FOREIGN KEY ("programme_id", "person_id") REFERENCES "person"("programme_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

