-- CreateTable
CREATE TABLE "stamped_work" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "template_key" TEXT NOT NULL,
    "step_key" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "work_item_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stamped_work_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "stamped_work_programme_id_idx" ON "stamped_work"("programme_id");

-- CreateIndex
CREATE INDEX "stamped_work_programme_id_work_item_id_idx" ON "stamped_work"("programme_id", "work_item_id");

-- CreateIndex
CREATE UNIQUE INDEX "stamped_work_subject_id_template_key_step_key_key" ON "stamped_work"("subject_id", "template_key", "step_key");

-- AddForeignKey
ALTER TABLE "stamped_work" ADD CONSTRAINT "stamped_work_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stamped_work" ADD CONSTRAINT "stamped_work_programme_id_work_item_id_fkey" FOREIGN KEY ("programme_id", "work_item_id") REFERENCES "work_item"("programme_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
