-- CreateTable
CREATE TABLE "upload" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "sha256" BYTEA NOT NULL,
    "bytes" BYTEA NOT NULL,
    "added_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "upload_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sheet_mapping" (
    "programme_id" UUID NOT NULL,
    "record_type" TEXT NOT NULL,
    "columns" JSONB NOT NULL,

    CONSTRAINT "sheet_mapping_pkey" PRIMARY KEY ("programme_id","record_type")
);

-- CreateIndex
CREATE INDEX "upload_expires_at_idx" ON "upload"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "upload_programme_id_sha256_key" ON "upload"("programme_id", "sha256");

-- AddForeignKey
ALTER TABLE "upload" ADD CONSTRAINT "upload_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sheet_mapping" ADD CONSTRAINT "sheet_mapping_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

