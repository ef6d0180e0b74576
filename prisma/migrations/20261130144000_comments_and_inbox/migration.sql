-- DropForeignKey
ALTER TABLE "comment" DROP CONSTRAINT "comment_programme_id_work_item_id_fkey";

-- DropIndex
DROP INDEX "comment_programme_id_work_item_id_created_at_idx";

-- AlterTable
ALTER TABLE "comment" ADD COLUMN "record_type" TEXT, ADD COLUMN "record_id" UUID;
UPDATE "comment" SET "record_type" = 'work-item', "record_id" = "work_item_id";
ALTER TABLE "comment" DROP COLUMN "work_item_id", ALTER COLUMN "record_type" SET NOT NULL, ALTER COLUMN "record_id" SET NOT NULL;

-- CreateTable
CREATE TABLE "notification" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "record_type" TEXT NOT NULL,
    "record_id" UUID NOT NULL,
    "actor_id" UUID,
    "key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),
    "snoozed_until" TIMESTAMPTZ(3),
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inbox_cursor" (
    "programme_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,

    CONSTRAINT "inbox_cursor_pkey" PRIMARY KEY ("programme_id")
);

-- CreateTable
CREATE TABLE "watch" (
    "programme_id" UUID NOT NULL,
    "record_type" TEXT NOT NULL,
    "record_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "watch_pkey" PRIMARY KEY ("programme_id","record_type","record_id","person_id")
);

-- CreateIndex
CREATE INDEX "notification_programme_id_person_id_at_idx" ON "notification"("programme_id", "person_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "notification_programme_id_person_id_key_key" ON "notification"("programme_id", "person_id", "key");

-- CreateIndex
CREATE INDEX "comment_programme_id_record_type_record_id_created_at_idx" ON "comment"("programme_id", "record_type", "record_id", "created_at");

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_programme_id_person_id_fkey" FOREIGN KEY ("programme_id", "person_id") REFERENCES "person"("programme_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inbox_cursor" ADD CONSTRAINT "inbox_cursor_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "watch" ADD CONSTRAINT "watch_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "watch" ADD CONSTRAINT "watch_programme_id_person_id_fkey" FOREIGN KEY ("programme_id", "person_id") REFERENCES "person"("programme_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Whatever happened before has been seen: the inboxes begin empty.
INSERT INTO "inbox_cursor" ("programme_id", "seq")
  SELECT p."id", COALESCE((SELECT max(e."seq") FROM "audit_event" e WHERE e."chain_id" = p."id"), 0) FROM "programme" p;
