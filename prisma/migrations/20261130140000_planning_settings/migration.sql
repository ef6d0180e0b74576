-- AlterTable
ALTER TABLE "forecast_run" ADD COLUMN     "reason" TEXT;

-- AlterTable
ALTER TABLE "forecast_setting" ADD COLUMN     "automatic" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "seed" BIGINT,
ALTER COLUMN "correlation" SET DEFAULT 0.3;

-- AlterTable
ALTER TABLE "programme" ADD COLUMN     "near_critical_days" INTEGER NOT NULL DEFAULT 5,
ADD COLUMN     "progress_override" BOOLEAN NOT NULL DEFAULT false;

