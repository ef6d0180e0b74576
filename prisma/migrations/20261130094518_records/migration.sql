-- CreateTable
CREATE TABLE "environment" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "cloud" "cloud_provider" NOT NULL,
    "region" TEXT,
    "account_id" TEXT,
    "workspace_id" BIGINT,
    "workspace_host" TEXT,
    "metastore" TEXT,
    "catalogs" TEXT[],
    "layer_schemas" TEXT[],
    "production" BOOLEAN NOT NULL DEFAULT false,
    "owner_id" UUID,
    "note" TEXT NOT NULL DEFAULT '',
    "own" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "environment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "own_field" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "record_type" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "options" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "own_field_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "search_entry" (
    "programme_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "record_id" UUID NOT NULL,
    "number" INTEGER,
    "title" TEXT NOT NULL,
    "folded" TEXT NOT NULL,

    CONSTRAINT "search_entry_pkey" PRIMARY KEY ("programme_id","type","record_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "environment_programme_id_number_key" ON "environment"("programme_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "own_field_programme_id_record_type_key_key" ON "own_field"("programme_id", "record_type", "key");

-- AddForeignKey
ALTER TABLE "environment" ADD CONSTRAINT "environment_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "environment" ADD CONSTRAINT "environment_programme_id_owner_id_fkey" FOREIGN KEY ("programme_id", "owner_id") REFERENCES "person"("programme_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "own_field" ADD CONSTRAINT "own_field_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "search_entry" ADD CONSTRAINT "search_entry_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

