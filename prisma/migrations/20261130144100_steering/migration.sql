-- CreateEnum
CREATE TYPE "ActionState" AS ENUM ('open', 'done', 'dropped');

-- CreateEnum
CREATE TYPE "ChangeRequestKind" AS ENUM ('scope', 'date', 'budget');

-- CreateEnum
CREATE TYPE "ChangeRequestState" AS ENUM ('draft', 'assessed', 'approved', 'refused');

-- CreateEnum
CREATE TYPE "RagDimension" AS ENUM ('schedule', 'cost', 'scope', 'risk', 'benefits');

-- CreateEnum
CREATE TYPE "RagColour" AS ENUM ('green', 'amber', 'red');

-- CreateTable
CREATE TABLE "ask" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "decider_id" UUID,
    "due_day" DATE,
    "options" TEXT[],
    "recommended" INTEGER,
    "work_item_ids" UUID[],
    "delay_cost" DECIMAL(38,18),
    "background" TEXT NOT NULL DEFAULT '',
    "chosen" TEXT,
    "conditions" TEXT,
    "decided_on" DATE,
    "decided_by_id" UUID,
    "own" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ask_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "steering_action" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "owner_id" UUID,
    "due_day" DATE,
    "state" "ActionState" NOT NULL DEFAULT 'open',
    "meeting" TEXT,
    "ask_id" UUID,
    "note" TEXT NOT NULL DEFAULT '',
    "own" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "steering_action_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "change_request" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "kind" "ChangeRequestKind" NOT NULL,
    "state" "ChangeRequestState" NOT NULL DEFAULT 'draft',
    "gate_id" UUID,
    "days" DOUBLE PRECISION,
    "money" DECIMAL(38,18),
    "owner_id" UUID,
    "reason" TEXT NOT NULL DEFAULT '',
    "decided_on" DATE,
    "decided_by_id" UUID,
    "decision_note" TEXT,
    "baseline" TEXT,
    "own" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "change_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rag_override" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "dimension" "RagDimension" NOT NULL,
    "colour" "RagColour" NOT NULL,
    "until_day" DATE NOT NULL,
    "own" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "rag_override_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "steering_rules" (
    "programme_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "schedule_grace" INTEGER NOT NULL,
    "cost_green" DOUBLE PRECISION NOT NULL,
    "cost_amber" DOUBLE PRECISION NOT NULL,
    "scope_green" DOUBLE PRECISION NOT NULL,
    "scope_amber" DOUBLE PRECISION NOT NULL,
    "risk_green" DOUBLE PRECISION NOT NULL,
    "risk_amber" DOUBLE PRECISION NOT NULL,
    "benefits_green" DOUBLE PRECISION NOT NULL,
    "benefits_amber" DOUBLE PRECISION NOT NULL,
    "tolerance_days" DOUBLE PRECISION NOT NULL,
    "tolerance_money" DECIMAL(38,18) NOT NULL,

    CONSTRAINT "steering_rules_pkey" PRIMARY KEY ("programme_id")
);

-- CreateTable
CREATE TABLE "steering_pack" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "frozen_at" TIMESTAMPTZ(3) NOT NULL,
    "frozen_by_id" UUID NOT NULL,
    "content" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,

    CONSTRAINT "steering_pack_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ask_programme_id_decider_id_idx" ON "ask"("programme_id", "decider_id");

-- CreateIndex
CREATE INDEX "ask_programme_id_decided_by_id_idx" ON "ask"("programme_id", "decided_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "ask_programme_id_id_key" ON "ask"("programme_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ask_programme_id_number_key" ON "ask"("programme_id", "number");

-- CreateIndex
CREATE INDEX "steering_action_programme_id_owner_id_idx" ON "steering_action"("programme_id", "owner_id");

-- CreateIndex
CREATE INDEX "steering_action_programme_id_ask_id_idx" ON "steering_action"("programme_id", "ask_id");

-- CreateIndex
CREATE UNIQUE INDEX "steering_action_programme_id_id_key" ON "steering_action"("programme_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "steering_action_programme_id_number_key" ON "steering_action"("programme_id", "number");

-- CreateIndex
CREATE INDEX "change_request_gate_id_idx" ON "change_request"("gate_id");

-- CreateIndex
CREATE INDEX "change_request_programme_id_owner_id_idx" ON "change_request"("programme_id", "owner_id");

-- CreateIndex
CREATE INDEX "change_request_programme_id_decided_by_id_idx" ON "change_request"("programme_id", "decided_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "change_request_programme_id_id_key" ON "change_request"("programme_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "change_request_programme_id_number_key" ON "change_request"("programme_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "rag_override_programme_id_id_key" ON "rag_override"("programme_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "rag_override_programme_id_number_key" ON "rag_override"("programme_id", "number");

-- CreateIndex
CREATE INDEX "steering_pack_programme_id_frozen_by_id_idx" ON "steering_pack"("programme_id", "frozen_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "steering_pack_programme_id_id_key" ON "steering_pack"("programme_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "steering_pack_programme_id_number_key" ON "steering_pack"("programme_id", "number");

-- AddForeignKey
ALTER TABLE "ask" ADD CONSTRAINT "ask_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ask" ADD CONSTRAINT "ask_programme_id_decider_id_fkey" FOREIGN KEY ("programme_id", "decider_id") REFERENCES "person"("programme_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ask" ADD CONSTRAINT "ask_programme_id_decided_by_id_fkey" FOREIGN KEY ("programme_id", "decided_by_id") REFERENCES "person"("programme_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "steering_action" ADD CONSTRAINT "steering_action_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "steering_action" ADD CONSTRAINT "steering_action_programme_id_owner_id_fkey" FOREIGN KEY ("programme_id", "owner_id") REFERENCES "person"("programme_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "steering_action" ADD CONSTRAINT "steering_action_programme_id_ask_id_fkey" FOREIGN KEY ("programme_id", "ask_id") REFERENCES "ask"("programme_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change_request" ADD CONSTRAINT "change_request_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change_request" ADD CONSTRAINT "change_request_gate_id_fkey" FOREIGN KEY ("gate_id") REFERENCES "gate"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change_request" ADD CONSTRAINT "change_request_programme_id_owner_id_fkey" FOREIGN KEY ("programme_id", "owner_id") REFERENCES "person"("programme_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change_request" ADD CONSTRAINT "change_request_programme_id_decided_by_id_fkey" FOREIGN KEY ("programme_id", "decided_by_id") REFERENCES "person"("programme_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rag_override" ADD CONSTRAINT "rag_override_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "steering_rules" ADD CONSTRAINT "steering_rules_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "steering_pack" ADD CONSTRAINT "steering_pack_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "steering_pack" ADD CONSTRAINT "steering_pack_programme_id_frozen_by_id_fkey" FOREIGN KEY ("programme_id", "frozen_by_id") REFERENCES "person"("programme_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

