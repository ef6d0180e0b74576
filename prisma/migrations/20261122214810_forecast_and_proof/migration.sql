-- CreateEnum
CREATE TYPE "evidence_kind" AS ENUM ('link', 'file', 'note');

-- CreateEnum
CREATE TYPE "fact_source" AS ENUM ('bundle', 'connection', 'sat', 'ucx', 'dqx', 'rest');

-- CreateEnum
CREATE TYPE "check_verdict" AS ENUM ('met', 'not_met', 'could_not_tell');

-- CreateEnum
CREATE TYPE "connection_auth" AS ENUM ('oauth_m2m', 'token');

-- CreateEnum
CREATE TYPE "run_state" AS ENUM ('running', 'done', 'failed', 'cancelled');

-- CreateEnum
CREATE TYPE "plan_part" AS ENUM ('item', 'workstream', 'phase', 'gate');

-- CreateEnum
CREATE TYPE "estimate_shape" AS ENUM ('beta_pert', 'triangular');

-- CreateEnum
CREATE TYPE "register_kind" AS ENUM ('risk', 'assumption', 'issue', 'dependency');

-- CreateEnum
CREATE TYPE "register_state" AS ENUM ('open', 'came_true', 'closed');

-- CreateEnum
CREATE TYPE "risk_response" AS ENUM ('avoid', 'reduce', 'transfer', 'accept');

-- AlterTable
ALTER TABLE "check_line" ADD COLUMN     "owner_id" UUID,
ADD COLUMN     "removed_at" TIMESTAMPTZ(3),
ADD COLUMN     "rule" JSONB;

-- AlterTable
ALTER TABLE "criterion" ADD COLUMN     "due_day" DATE,
ADD COLUMN     "removed_at" TIMESTAMPTZ(3),
ADD COLUMN     "round" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "signed_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "gate" ADD COLUMN     "round" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "programme" ADD COLUMN     "last_entry" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "work_item" ADD COLUMN     "estimate_confirmed_at" TIMESTAMPTZ(3),
ADD COLUMN     "import_key" TEXT;

-- CreateTable
CREATE TABLE "stored_file" (
    "programme_id" UUID NOT NULL,
    "sha256" BYTEA NOT NULL,
    "size" INTEGER NOT NULL,
    "content" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("programme_id","sha256")
);

-- CreateTable
CREATE TABLE "evidence" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "check_id" UUID NOT NULL,
    "kind" "evidence_kind" NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "file_name" TEXT,
    "file_sha256" BYTEA,
    "valid_until" DATE,
    "digest" BYTEA NOT NULL,
    "written_by_id" UUID NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,
    "judged_by_id" UUID,
    "judged_at" TIMESTAMPTZ(3),
    "accepted" BOOLEAN,
    "judged_reason" TEXT,
    "withdrawn_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "responsibility" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "deputy" BOOLEAN NOT NULL DEFAULT false,
    "from_day" DATE NOT NULL,
    "until_day" DATE,
    "ended_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "responsibility_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "signature" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "criterion_id" UUID,
    "gate_id" UUID,
    "round" INTEGER NOT NULL,
    "statement" TEXT NOT NULL,
    "statement_hash" BYTEA NOT NULL,
    "person_id" UUID NOT NULL,
    "responsibility" TEXT NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "signature_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revocation" (
    "signature_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "revocation_pkey" PRIMARY KEY ("signature_id")
);

-- CreateTable
CREATE TABLE "waiver" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "check_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "requested_by_id" UUID NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "approved_by_id" UUID,
    "approved_at" TIMESTAMPTZ(3),
    "expires_on" DATE NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "waiver_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fact_set" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "source" "fact_source" NOT NULL,
    "bundle_version" TEXT,
    "region" TEXT,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,
    "imported_at" TIMESTAMPTZ(3) NOT NULL,
    "imported_by_id" UUID,
    "file_name" TEXT,
    "sha256" BYTEA NOT NULL,
    "rows" INTEGER NOT NULL,

    CONSTRAINT "fact_set_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fact" (
    "programme_id" UUID NOT NULL,
    "fact_set_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "metric" TEXT NOT NULL,
    "dimension" TEXT NOT NULL,
    "value" DOUBLE PRECISION,
    "n" DOUBLE PRECISION,
    "as_of" TIMESTAMPTZ(3) NOT NULL,
    "region" TEXT NOT NULL,
    "reason" TEXT,

    CONSTRAINT "fact_pkey" PRIMARY KEY ("fact_set_id","seq")
);

-- CreateTable
CREATE TABLE "verdict" (
    "programme_id" UUID NOT NULL,
    "check_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "verdict" "check_verdict" NOT NULL,
    "reason" TEXT NOT NULL,
    "basis" JSONB NOT NULL,
    "judged_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "verdict_pkey" PRIMARY KEY ("check_id","seq")
);

-- CreateTable
CREATE TABLE "connection" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "auth" "connection_auth" NOT NULL,
    "client_id" TEXT,
    "warehouse_id" TEXT,
    "account_id" TEXT,
    "secret" BYTEA NOT NULL,
    "parameters" JSONB NOT NULL,
    "every_hours" INTEGER,
    "next_run_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "connection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "connection_run" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "connection_id" UUID NOT NULL,
    "state" "run_state" NOT NULL DEFAULT 'running',
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "started_by_id" UUID,
    "beat_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "cancel_asked_at" TIMESTAMPTZ(3),
    "progress" JSONB NOT NULL,
    "fact_set_id" UUID,
    "reason" TEXT,

    CONSTRAINT "connection_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "baseline" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "status_day" DATE NOT NULL,
    "taken_by_id" UUID NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "baseline_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "baseline_line" (
    "programme_id" UUID NOT NULL,
    "baseline_id" UUID NOT NULL,
    "part" "plan_part" NOT NULL,
    "part_id" UUID NOT NULL,
    "start" DATE,
    "finish" DATE NOT NULL,
    "likely" DOUBLE PRECISION,

    CONSTRAINT "baseline_line_pkey" PRIMARY KEY ("baseline_id","part","part_id")
);

-- CreateTable
CREATE TABLE "register_entry" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "register_kind" NOT NULL,
    "state" "register_state" NOT NULL DEFAULT 'open',
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "probability" DOUBLE PRECISION,
    "impact" INTEGER,
    "delay_optimistic" DOUBLE PRECISION,
    "delay_likely" DOUBLE PRECISION,
    "delay_pessimistic" DOUBLE PRECISION,
    "owner_id" UUID,
    "response" "risk_response",
    "response_note" TEXT NOT NULL DEFAULT '',
    "due_day" DATE,
    "from_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "register_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "entry_workstream" (
    "programme_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "workstream_id" UUID NOT NULL,

    CONSTRAINT "entry_workstream_pkey" PRIMARY KEY ("entry_id","workstream_id")
);

-- CreateTable
CREATE TABLE "entry_gate" (
    "programme_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "gate_id" UUID NOT NULL,

    CONSTRAINT "entry_gate_pkey" PRIMARY KEY ("entry_id","gate_id")
);

-- CreateTable
CREATE TABLE "forecast_setting" (
    "programme_id" UUID NOT NULL,
    "shape" "estimate_shape" NOT NULL DEFAULT 'beta_pert',
    "correlation" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "trials" INTEGER NOT NULL DEFAULT 10000,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "forecast_setting_pkey" PRIMARY KEY ("programme_id")
);

-- CreateTable
CREATE TABLE "forecast_run" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID,
    "status_day" DATE NOT NULL,
    "seed" BIGINT NOT NULL,
    "trials" INTEGER NOT NULL,
    "engine" TEXT NOT NULL,
    "inputs_hash" BYTEA NOT NULL,
    "inputs" JSONB NOT NULL,
    "results" JSONB NOT NULL,
    "moved" JSONB,

    CONSTRAINT "forecast_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "forecast_gate" (
    "programme_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "gate_id" UUID NOT NULL,
    "p10" DATE NOT NULL,
    "p50" DATE NOT NULL,
    "p80" DATE NOT NULL,
    "p90" DATE NOT NULL,

    CONSTRAINT "forecast_gate_pkey" PRIMARY KEY ("run_id","gate_id")
);

-- CreateTable
CREATE TABLE "scenario" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "changes" JSONB NOT NULL,
    "owner_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "applied_at" TIMESTAMPTZ(3),
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "scenario_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "evidence_programme_id_check_id_idx" ON "evidence"("programme_id", "check_id");

-- CreateIndex
CREATE UNIQUE INDEX "evidence_programme_id_id_key" ON "evidence"("programme_id", "id");

-- CreateIndex
CREATE INDEX "responsibility_programme_id_key_idx" ON "responsibility"("programme_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "responsibility_programme_id_id_key" ON "responsibility"("programme_id", "id");

-- CreateIndex
CREATE INDEX "signature_programme_id_idx" ON "signature"("programme_id");

-- CreateIndex
CREATE UNIQUE INDEX "signature_programme_id_id_key" ON "signature"("programme_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "signature_criterion_id_round_person_id_key" ON "signature"("criterion_id", "round", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "signature_gate_id_round_person_id_key" ON "signature"("gate_id", "round", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "revocation_programme_id_signature_id_key" ON "revocation"("programme_id", "signature_id");

-- CreateIndex
CREATE INDEX "waiver_programme_id_check_id_idx" ON "waiver"("programme_id", "check_id");

-- CreateIndex
CREATE UNIQUE INDEX "waiver_programme_id_id_key" ON "waiver"("programme_id", "id");

-- CreateIndex
CREATE INDEX "fact_set_programme_id_taken_at_idx" ON "fact_set"("programme_id", "taken_at");

-- CreateIndex
CREATE UNIQUE INDEX "fact_set_programme_id_id_key" ON "fact_set"("programme_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "fact_set_programme_id_sha256_key" ON "fact_set"("programme_id", "sha256");

-- CreateIndex
CREATE INDEX "fact_programme_id_metric_as_of_idx" ON "fact"("programme_id", "metric", "as_of");

-- CreateIndex
CREATE INDEX "verdict_programme_id_judged_at_idx" ON "verdict"("programme_id", "judged_at");

-- CreateIndex
CREATE INDEX "connection_next_run_at_idx" ON "connection"("next_run_at");

-- CreateIndex
CREATE UNIQUE INDEX "connection_programme_id_id_key" ON "connection"("programme_id", "id");

-- CreateIndex
CREATE INDEX "connection_run_programme_id_connection_id_started_at_idx" ON "connection_run"("programme_id", "connection_id", "started_at");

-- CreateIndex
CREATE UNIQUE INDEX "connection_run_programme_id_id_key" ON "connection_run"("programme_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "baseline_programme_id_id_key" ON "baseline"("programme_id", "id");

-- CreateIndex
CREATE INDEX "baseline_line_programme_id_baseline_id_idx" ON "baseline_line"("programme_id", "baseline_id");

-- CreateIndex
CREATE INDEX "register_entry_programme_id_owner_id_idx" ON "register_entry"("programme_id", "owner_id");

-- CreateIndex
CREATE INDEX "register_entry_programme_id_from_id_idx" ON "register_entry"("programme_id", "from_id");

-- CreateIndex
CREATE UNIQUE INDEX "register_entry_programme_id_id_key" ON "register_entry"("programme_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "register_entry_programme_id_number_key" ON "register_entry"("programme_id", "number");

-- CreateIndex
CREATE INDEX "entry_workstream_programme_id_workstream_id_idx" ON "entry_workstream"("programme_id", "workstream_id");

-- CreateIndex
CREATE INDEX "entry_gate_programme_id_gate_id_idx" ON "entry_gate"("programme_id", "gate_id");

-- CreateIndex
CREATE INDEX "forecast_run_programme_id_at_idx" ON "forecast_run"("programme_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "forecast_run_programme_id_id_key" ON "forecast_run"("programme_id", "id");

-- CreateIndex
CREATE INDEX "forecast_gate_programme_id_gate_id_idx" ON "forecast_gate"("programme_id", "gate_id");

-- CreateIndex
CREATE INDEX "scenario_programme_id_idx" ON "scenario"("programme_id");

-- AddForeignKey
ALTER TABLE "check_line" ADD CONSTRAINT "check_line_programme_id_owner_id_fkey" FOREIGN KEY ("programme_id", "owner_id") REFERENCES "person"("programme_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stored_file" ADD CONSTRAINT "stored_file_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_programme_id_check_id_fkey" FOREIGN KEY ("programme_id", "check_id") REFERENCES "check_line"("programme_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_programme_id_file_sha256_fkey" FOREIGN KEY ("programme_id", "file_sha256") REFERENCES "stored_file"("programme_id", "sha256") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_programme_id_written_by_id_fkey" FOREIGN KEY ("programme_id", "written_by_id") REFERENCES "person"("programme_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_programme_id_judged_by_id_fkey" FOREIGN KEY ("programme_id", "judged_by_id") REFERENCES "person"("programme_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "responsibility" ADD CONSTRAINT "responsibility_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "responsibility" ADD CONSTRAINT "responsibility_programme_id_person_id_fkey" FOREIGN KEY ("programme_id", "person_id") REFERENCES "person"("programme_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signature" ADD CONSTRAINT "signature_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signature" ADD CONSTRAINT "signature_programme_id_criterion_id_fkey" FOREIGN KEY ("programme_id", "criterion_id") REFERENCES "criterion"("programme_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signature" ADD CONSTRAINT "signature_programme_id_gate_id_fkey" FOREIGN KEY ("programme_id", "gate_id") REFERENCES "gate"("programme_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signature" ADD CONSTRAINT "signature_programme_id_person_id_fkey" FOREIGN KEY ("programme_id", "person_id") REFERENCES "person"("programme_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revocation" ADD CONSTRAINT "revocation_programme_id_signature_id_fkey" FOREIGN KEY ("programme_id", "signature_id") REFERENCES "signature"("programme_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revocation" ADD CONSTRAINT "revocation_programme_id_person_id_fkey" FOREIGN KEY ("programme_id", "person_id") REFERENCES "person"("programme_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "waiver" ADD CONSTRAINT "waiver_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "waiver" ADD CONSTRAINT "waiver_programme_id_check_id_fkey" FOREIGN KEY ("programme_id", "check_id") REFERENCES "check_line"("programme_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "waiver" ADD CONSTRAINT "waiver_programme_id_requested_by_id_fkey" FOREIGN KEY ("programme_id", "requested_by_id") REFERENCES "person"("programme_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "waiver" ADD CONSTRAINT "waiver_programme_id_approved_by_id_fkey" FOREIGN KEY ("programme_id", "approved_by_id") REFERENCES "person"("programme_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fact_set" ADD CONSTRAINT "fact_set_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fact_set" ADD CONSTRAINT "fact_set_programme_id_imported_by_id_fkey" FOREIGN KEY ("programme_id", "imported_by_id") REFERENCES "person"("programme_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fact" ADD CONSTRAINT "fact_programme_id_fact_set_id_fkey" FOREIGN KEY ("programme_id", "fact_set_id") REFERENCES "fact_set"("programme_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdict" ADD CONSTRAINT "verdict_programme_id_check_id_fkey" FOREIGN KEY ("programme_id", "check_id") REFERENCES "check_line"("programme_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "connection" ADD CONSTRAINT "connection_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "connection_run" ADD CONSTRAINT "connection_run_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "connection_run" ADD CONSTRAINT "connection_run_programme_id_connection_id_fkey" FOREIGN KEY ("programme_id", "connection_id") REFERENCES "connection"("programme_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "connection_run" ADD CONSTRAINT "connection_run_programme_id_started_by_id_fkey" FOREIGN KEY ("programme_id", "started_by_id") REFERENCES "person"("programme_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "connection_run" ADD CONSTRAINT "connection_run_programme_id_fact_set_id_fkey" FOREIGN KEY ("programme_id", "fact_set_id") REFERENCES "fact_set"("programme_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "baseline" ADD CONSTRAINT "baseline_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "baseline" ADD CONSTRAINT "baseline_programme_id_taken_by_id_fkey" FOREIGN KEY ("programme_id", "taken_by_id") REFERENCES "person"("programme_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "baseline_line" ADD CONSTRAINT "baseline_line_programme_id_baseline_id_fkey" FOREIGN KEY ("programme_id", "baseline_id") REFERENCES "baseline"("programme_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "register_entry" ADD CONSTRAINT "register_entry_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "register_entry" ADD CONSTRAINT "register_entry_programme_id_owner_id_fkey" FOREIGN KEY ("programme_id", "owner_id") REFERENCES "person"("programme_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "register_entry" ADD CONSTRAINT "register_entry_programme_id_from_id_fkey" FOREIGN KEY ("programme_id", "from_id") REFERENCES "register_entry"("programme_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry_workstream" ADD CONSTRAINT "entry_workstream_programme_id_entry_id_fkey" FOREIGN KEY ("programme_id", "entry_id") REFERENCES "register_entry"("programme_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry_workstream" ADD CONSTRAINT "entry_workstream_programme_id_workstream_id_fkey" FOREIGN KEY ("programme_id", "workstream_id") REFERENCES "workstream"("programme_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry_gate" ADD CONSTRAINT "entry_gate_programme_id_entry_id_fkey" FOREIGN KEY ("programme_id", "entry_id") REFERENCES "register_entry"("programme_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry_gate" ADD CONSTRAINT "entry_gate_programme_id_gate_id_fkey" FOREIGN KEY ("programme_id", "gate_id") REFERENCES "gate"("programme_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "forecast_setting" ADD CONSTRAINT "forecast_setting_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "forecast_run" ADD CONSTRAINT "forecast_run_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "forecast_run" ADD CONSTRAINT "forecast_run_programme_id_by_id_fkey" FOREIGN KEY ("programme_id", "by_id") REFERENCES "person"("programme_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "forecast_gate" ADD CONSTRAINT "forecast_gate_programme_id_run_id_fkey" FOREIGN KEY ("programme_id", "run_id") REFERENCES "forecast_run"("programme_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scenario" ADD CONSTRAINT "scenario_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scenario" ADD CONSTRAINT "scenario_programme_id_owner_id_fkey" FOREIGN KEY ("programme_id", "owner_id") REFERENCES "person"("programme_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;


-- What the schema language cannot say.

ALTER TABLE "register_entry" ADD CONSTRAINT "register_entry_probability" CHECK ("probability" >= 0 AND "probability" <= 1);
ALTER TABLE "register_entry" ADD CONSTRAINT "register_entry_impact" CHECK ("impact" BETWEEN 1 AND 5);
ALTER TABLE "register_entry" ADD CONSTRAINT "register_entry_delay" CHECK (
    num_nonnulls("delay_optimistic", "delay_likely", "delay_pessimistic") IN (0, 3)
    AND ("delay_optimistic" IS NULL OR (0 <= "delay_optimistic" AND "delay_optimistic" <= "delay_likely" AND "delay_likely" <= "delay_pessimistic" AND "delay_pessimistic" <= 2600)));
ALTER TABLE "forecast_setting" ADD CONSTRAINT "forecast_setting_correlation" CHECK ("correlation" >= 0 AND "correlation" <= 1);
ALTER TABLE "forecast_setting" ADD CONSTRAINT "forecast_setting_trials" CHECK ("trials" >= 100);
ALTER TABLE "fact" ADD CONSTRAINT "fact_value_is_a_number" CHECK ("value" > '-Infinity' AND "value" < 'Infinity');
ALTER TABLE "fact" ADD CONSTRAINT "fact_n_is_a_number" CHECK ("n" >= 0 AND "n" < 'Infinity');
ALTER TABLE "connection" ADD CONSTRAINT "connection_every_hours" CHECK ("every_hours" BETWEEN 1 AND 8760);
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_two_people" CHECK ("judged_by_id" IS NULL OR "judged_by_id" <> "written_by_id");
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_is_judged_whole" CHECK (num_nonnulls("judged_by_id", "judged_at", "accepted") IN (0, 3));
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_holds_its_kind" CHECK (
    ("kind" = 'link' AND "url" IS NOT NULL) OR ("kind" = 'file' AND "file_sha256" IS NOT NULL AND "file_name" IS NOT NULL) OR ("kind" = 'note' AND "note" <> ''));
ALTER TABLE "responsibility" ADD CONSTRAINT "responsibility_days" CHECK ("until_day" IS NULL OR "until_day" >= "from_day");
ALTER TABLE "signature" ADD CONSTRAINT "signature_under_one_thing" CHECK (num_nonnulls("criterion_id", "gate_id") = 1);
ALTER TABLE "waiver" ADD CONSTRAINT "waiver_two_people" CHECK ("approved_by_id" IS NULL OR "approved_by_id" <> "requested_by_id");
ALTER TABLE "waiver" ADD CONSTRAINT "waiver_is_approved_whole" CHECK (num_nonnulls("approved_by_id", "approved_at") IN (0, 2));

-- At most one connection run of a programme's connection is under way.
CREATE UNIQUE INDEX "connection_run_one_at_a_time" ON "connection_run" ("connection_id") WHERE "state" = 'running';
-- A check has at most one waiver that is asked for or stands.
CREATE UNIQUE INDEX "waiver_one_at_a_time" ON "waiver" ("check_id") WHERE "ended_at" IS NULL;

-- What was measured, judged, forecast or signed stays as it is. The one exception is a demo programme that is being
-- removed with all that belongs to it, named in the transaction.
CREATE FUNCTION "stays_as_it_is"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND current_setting('lakeward.removing_demo', true) = OLD."programme_id"::text THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'rows of % are never changed or removed', TG_TABLE_NAME USING ERRCODE = 'check_violation', CONSTRAINT = 'stays_as_it_is';
END $$;
CREATE TRIGGER "fact_set_stays" BEFORE UPDATE OR DELETE ON "fact_set" FOR EACH ROW EXECUTE FUNCTION "stays_as_it_is"();
CREATE TRIGGER "fact_stays" BEFORE UPDATE OR DELETE ON "fact" FOR EACH ROW EXECUTE FUNCTION "stays_as_it_is"();
CREATE TRIGGER "verdict_stays" BEFORE UPDATE OR DELETE ON "verdict" FOR EACH ROW EXECUTE FUNCTION "stays_as_it_is"();
CREATE TRIGGER "stored_file_stays" BEFORE UPDATE OR DELETE ON "stored_file" FOR EACH ROW EXECUTE FUNCTION "stays_as_it_is"();
CREATE TRIGGER "signature_stays" BEFORE UPDATE OR DELETE ON "signature" FOR EACH ROW EXECUTE FUNCTION "stays_as_it_is"();
CREATE TRIGGER "revocation_stays" BEFORE UPDATE OR DELETE ON "revocation" FOR EACH ROW EXECUTE FUNCTION "stays_as_it_is"();
CREATE TRIGGER "forecast_run_stays" BEFORE UPDATE OR DELETE ON "forecast_run" FOR EACH ROW EXECUTE FUNCTION "stays_as_it_is"();
CREATE TRIGGER "forecast_gate_stays" BEFORE UPDATE OR DELETE ON "forecast_gate" FOR EACH ROW EXECUTE FUNCTION "stays_as_it_is"();
CREATE TRIGGER "baseline_line_stays" BEFORE UPDATE OR DELETE ON "baseline_line" FOR EACH ROW EXECUTE FUNCTION "stays_as_it_is"();
