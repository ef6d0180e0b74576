-- What an entry touches stands in its own row, as in every record of the kit.
ALTER TABLE "register_entry"
  ADD COLUMN "workstream_ids" UUID[],
  ADD COLUMN "gate_ids" UUID[],
  ADD COLUMN "own" JSONB NOT NULL DEFAULT '{}';
UPDATE "register_entry" e SET
  "workstream_ids" = ARRAY(SELECT w."workstream_id" FROM "entry_workstream" w WHERE w."entry_id" = e."id" ORDER BY 1),
  "gate_ids" = ARRAY(SELECT g."gate_id" FROM "entry_gate" g WHERE g."entry_id" = e."id" ORDER BY 1);

-- DropTable
DROP TABLE "entry_gate";
DROP TABLE "entry_workstream";

-- What was written before is found as what is written from now on.
INSERT INTO "search_entry" ("programme_id", "type", "record_id", "number", "title", "folded")
SELECT "programme_id", 'register-entry', "id", "number", "title", lower("title" || ' ' || "description")
FROM "register_entry" WHERE "removed_at" IS NULL;
