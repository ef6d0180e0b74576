-- CreateEnum
CREATE TYPE "ConstraintType" AS ENUM ('ALAP', 'SNLT', 'FNET', 'FNLT', 'MSO', 'MFO');

-- CreateEnum
CREATE TYPE "LagUnit" AS ENUM ('days', 'hours', 'percent', 'elapsed_days');

-- AlterTable
ALTER TABLE "dependency" ADD COLUMN     "lag_unit" "LagUnit" NOT NULL DEFAULT 'days';

-- AlterTable
ALTER TABLE "work_item" ADD COLUMN     "constraint_day" DATE,
ADD COLUMN     "constraint_type" "ConstraintType",
ADD COLUMN     "remaining_days" DOUBLE PRECISION;

-- AlterTable
ALTER TABLE "workstream" ADD COLUMN     "holds_gate" BOOLEAN NOT NULL DEFAULT true;

-- Milestones take no time; a constraint has its day, and only one that has none lacks it.
ALTER TABLE "work_item"
    DROP CONSTRAINT "work_item_estimate",
    ADD CONSTRAINT "work_item_estimate" CHECK (("optimistic" IS NULL AND "likely" IS NULL AND "pessimistic" IS NULL) OR (0 <= "optimistic" AND "optimistic" <= "likely" AND "likely" <= "pessimistic" AND "pessimistic" <= 2000)),
    ADD CONSTRAINT "work_item_constraint" CHECK (("constraint_day" IS NULL) = ("constraint_type" IS NULL OR "constraint_type" = 'ALAP')),
    ADD CONSTRAINT "work_item_remaining" CHECK ("remaining_days" BETWEEN 0 AND 2000);
