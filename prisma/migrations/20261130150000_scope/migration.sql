-- CreateTable
CREATE TABLE "scope_change" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "workspace" TEXT NOT NULL,
    "excluded" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,
    "confirmed" BOOLEAN,

    CONSTRAINT "scope_change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "scope_change_programme_id_workspace_idx" ON "scope_change"("programme_id", "workspace");

-- AddForeignKey
ALTER TABLE "scope_change" ADD CONSTRAINT "scope_change_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scope_change" ADD CONSTRAINT "scope_change_programme_id_asked_by_id_fkey" FOREIGN KEY ("programme_id", "asked_by_id") REFERENCES "person"("programme_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scope_change" ADD CONSTRAINT "scope_change_programme_id_decided_by_id_fkey" FOREIGN KEY ("programme_id", "decided_by_id") REFERENCES "person"("programme_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;


-- What the schema language cannot say.
ALTER TABLE "scope_change" ADD CONSTRAINT "scope_change_has_a_reason" CHECK ("reason" <> '' AND "workspace" <> '');
ALTER TABLE "scope_change" ADD CONSTRAINT "scope_change_is_decided_whole" CHECK (num_nonnulls("decided_at", "decided_by_id", "confirmed") IN (0, 3));
ALTER TABLE "scope_change" ADD CONSTRAINT "scope_change_two_people" CHECK (NOT "confirmed" OR "asked_by_id" <> "decided_by_id");
-- A workspace has at most one change that waits.
CREATE UNIQUE INDEX "scope_change_one_at_a_time" ON "scope_change" ("programme_id", "workspace") WHERE "decided_at" IS NULL;
