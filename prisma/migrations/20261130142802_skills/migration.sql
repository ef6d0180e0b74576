-- CreateTable
CREATE TABLE "person_skill" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "skill_key" TEXT NOT NULL,
    "level" INTEGER NOT NULL,

    CONSTRAINT "person_skill_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "person_skill_programme_id_person_id_skill_key_key" ON "person_skill"("programme_id", "person_id", "skill_key");

-- AddForeignKey
ALTER TABLE "person_skill" ADD CONSTRAINT "person_skill_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_skill" ADD CONSTRAINT "person_skill_programme_id_person_id_fkey" FOREIGN KEY ("programme_id", "person_id") REFERENCES "person"("programme_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
