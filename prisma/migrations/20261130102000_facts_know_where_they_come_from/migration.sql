-- DropIndex
DROP INDEX "fact_set_programme_id_sha256_key";

-- AlterTable
ALTER TABLE "fact" ADD COLUMN     "statement" TEXT,
ADD COLUMN     "workspace" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "fact_set" ADD COLUMN     "counts" JSONB,
ADD COLUMN     "ran_with" JSONB,
ADD COLUMN     "workspace" TEXT;

-- CreateTable
CREATE TABLE "fact_set_withdrawal" (
    "fact_set_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID NOT NULL,

    CONSTRAINT "fact_set_withdrawal_pkey" PRIMARY KEY ("fact_set_id")
);

-- CreateTable
CREATE TABLE "fact_file" (
    "programme_id" UUID NOT NULL,
    "sha256" BYTEA NOT NULL,
    "content" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "fact_file_pkey" PRIMARY KEY ("programme_id","sha256")
);

-- CreateTable
CREATE TABLE "parameter_change" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,
    "confirmed" BOOLEAN,

    CONSTRAINT "parameter_change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "fact_set_withdrawal_programme_id_fact_set_id_key" ON "fact_set_withdrawal"("programme_id", "fact_set_id");

-- CreateIndex
CREATE INDEX "parameter_change_programme_id_name_idx" ON "parameter_change"("programme_id", "name");

-- CreateIndex
CREATE INDEX "fact_set_programme_id_sha256_idx" ON "fact_set"("programme_id", "sha256");

-- AddForeignKey
ALTER TABLE "fact_set_withdrawal" ADD CONSTRAINT "fact_set_withdrawal_programme_id_fact_set_id_fkey" FOREIGN KEY ("programme_id", "fact_set_id") REFERENCES "fact_set"("programme_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fact_set_withdrawal" ADD CONSTRAINT "fact_set_withdrawal_programme_id_by_id_fkey" FOREIGN KEY ("programme_id", "by_id") REFERENCES "person"("programme_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fact_file" ADD CONSTRAINT "fact_file_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "parameter_change" ADD CONSTRAINT "parameter_change_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "parameter_change" ADD CONSTRAINT "parameter_change_programme_id_asked_by_id_fkey" FOREIGN KEY ("programme_id", "asked_by_id") REFERENCES "person"("programme_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "parameter_change" ADD CONSTRAINT "parameter_change_programme_id_decided_by_id_fkey" FOREIGN KEY ("programme_id", "decided_by_id") REFERENCES "person"("programme_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;


-- What the schema language cannot say.

-- Facts of the security analysis tool name their workspace as their dimension.
ALTER TABLE "fact" DISABLE TRIGGER "fact_stays";
UPDATE "fact" SET "workspace" = "dimension" FROM "fact_set"
    WHERE "fact_set"."id" = "fact"."fact_set_id" AND "fact_set"."source" = 'sat' AND "fact"."dimension" <> '';
ALTER TABLE "fact" ENABLE TRIGGER "fact_stays";

ALTER TABLE "fact_set_withdrawal" ADD CONSTRAINT "fact_set_withdrawal_has_a_reason" CHECK ("reason" <> '');
CREATE TRIGGER "fact_set_withdrawal_stays" BEFORE UPDATE OR DELETE ON "fact_set_withdrawal" FOR EACH ROW EXECUTE FUNCTION "stays_as_it_is"();

ALTER TABLE "parameter_change" ADD CONSTRAINT "parameter_change_is_decided_whole" CHECK (num_nonnulls("decided_at", "decided_by_id", "confirmed") IN (0, 3));
ALTER TABLE "parameter_change" ADD CONSTRAINT "parameter_change_two_people" CHECK (NOT "confirmed" OR "asked_by_id" <> "decided_by_id");
-- A parameter has at most one change that waits.
CREATE UNIQUE INDEX "parameter_change_one_at_a_time" ON "parameter_change" ("programme_id", "name") WHERE "decided_at" IS NULL;
