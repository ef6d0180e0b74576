-- CreateTable
CREATE TABLE "pack_adoption" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "from_release" TEXT NOT NULL,
    "to_release" TEXT NOT NULL,
    "taken" TEXT[],
    "steps" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "pack_adoption_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "pack_adoption_programme_id_at_idx" ON "pack_adoption"("programme_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "pack_adoption_programme_id_id_key" ON "pack_adoption"("programme_id", "id");

-- AddForeignKey
ALTER TABLE "pack_adoption" ADD CONSTRAINT "pack_adoption_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

