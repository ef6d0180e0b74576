-- CreateTable
CREATE TABLE "usage_row" (
    "programme_id" UUID NOT NULL,
    "account_id" TEXT NOT NULL,
    "record_id" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "end_at" TIMESTAMPTZ(3) NOT NULL,
    "sku" TEXT NOT NULL,
    "cloud" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "product" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "tags" JSONB NOT NULL,
    "quantity" DECIMAL(38,18) NOT NULL,

    CONSTRAINT "usage_row_pkey" PRIMARY KEY ("programme_id","account_id","record_id")
);

-- CreateTable
CREATE TABLE "list_price" (
    "programme_id" UUID NOT NULL,
    "sku" TEXT NOT NULL,
    "cloud" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "start_at" TIMESTAMPTZ(3) NOT NULL,
    "end_at" TIMESTAMPTZ(3),
    "price" DECIMAL(38,18) NOT NULL,

    CONSTRAINT "list_price_pkey" PRIMARY KEY ("programme_id","sku","cloud","unit","currency","start_at")
);

-- CreateTable
CREATE TABLE "budget" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "month_day" DATE NOT NULL,
    "amount" DECIMAL(38,18) NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "own" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "budget_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "usage_row_programme_id_day_idx" ON "usage_row"("programme_id", "day");

-- CreateIndex
CREATE UNIQUE INDEX "budget_programme_id_id_key" ON "budget"("programme_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "budget_programme_id_number_key" ON "budget"("programme_id", "number");

-- AddForeignKey
ALTER TABLE "usage_row" ADD CONSTRAINT "usage_row_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "list_price" ADD CONSTRAINT "list_price_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget" ADD CONSTRAINT "budget_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;
