-- CreateEnum
CREATE TYPE "landscape_kind" AS ENUM ('data_source', 'pipeline', 'store', 'analytics_tool', 'persona', 'security_need');

-- CreateEnum
CREATE TYPE "sensitivity" AS ENUM ('public', 'internal', 'confidential', 'restricted');

-- CreateEnum
CREATE TYPE "complexity" AS ENUM ('low', 'medium', 'high');

-- CreateEnum
CREATE TYPE "board_lane" AS ENUM ('sources', 'ingestion', 'raw', 'curated', 'consumer', 'serving', 'ai_ml', 'governance');

-- CreateEnum
CREATE TYPE "disposition" AS ENUM ('retain', 'migrate', 'replace', 'retire', 'new', 'undecided');

-- CreateTable
CREATE TABLE "landscape_item" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "landscape_kind" NOT NULL,
    "parent_id" UUID,
    "owner_id" UUID,
    "size_bytes" BIGINT,
    "quantity_amount" DOUBLE PRECISION,
    "quantity_unit" TEXT,
    "bytes_per_day" BIGINT,
    "sensitivity" "sensitivity",
    "regulations" TEXT[],
    "complexity" "complexity",
    "disposition" "disposition" NOT NULL DEFAULT 'undecided',
    "component_key" TEXT,
    "phase_id" UUID,
    "layer" "board_lane",
    "as_is_name" TEXT,
    "to_be_name" TEXT,
    "replaces_ids" UUID[],
    "feeds_as_is_ids" UUID[],
    "feeds_to_be_ids" UUID[],
    "targets" TEXT[],
    "planned" INTEGER,
    "migrated" INTEGER,
    "note" TEXT NOT NULL DEFAULT '',
    "own" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "landscape_item_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "landscape_item_programme_id_owner_id_idx" ON "landscape_item"("programme_id", "owner_id");

-- CreateIndex
CREATE INDEX "landscape_item_programme_id_parent_id_idx" ON "landscape_item"("programme_id", "parent_id");

-- CreateIndex
CREATE INDEX "landscape_item_programme_id_phase_id_idx" ON "landscape_item"("programme_id", "phase_id");

-- CreateIndex
CREATE UNIQUE INDEX "landscape_item_programme_id_id_key" ON "landscape_item"("programme_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "landscape_item_programme_id_number_key" ON "landscape_item"("programme_id", "number");

-- AddForeignKey
ALTER TABLE "landscape_item" ADD CONSTRAINT "landscape_item_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "landscape_item" ADD CONSTRAINT "landscape_item_programme_id_owner_id_fkey" FOREIGN KEY ("programme_id", "owner_id") REFERENCES "person"("programme_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "landscape_item" ADD CONSTRAINT "landscape_item_programme_id_phase_id_fkey" FOREIGN KEY ("programme_id", "phase_id") REFERENCES "phase"("programme_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "landscape_item" ADD CONSTRAINT "landscape_item_programme_id_parent_id_fkey" FOREIGN KEY ("programme_id", "parent_id") REFERENCES "landscape_item"("programme_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

