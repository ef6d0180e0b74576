-- CreateEnum
CREATE TYPE "programme_role" AS ENUM ('lead', 'architect', 'contributor', 'executive', 'auditor');

-- CreateEnum
CREATE TYPE "token_scope" AS ENUM ('read', 'write');

-- CreateEnum
CREATE TYPE "invitation_kind" AS ENUM ('invitation', 'password_reset');

-- CreateEnum
CREATE TYPE "work_status" AS ENUM ('not_started', 'in_progress', 'blocked', 'done', 'dropped');

-- CreateEnum
CREATE TYPE "link_type" AS ENUM ('FS', 'SS', 'FF', 'SF');

-- CreateEnum
CREATE TYPE "check_kind" AS ENUM ('fact', 'attested', 'record');

-- CreateEnum
CREATE TYPE "adoption_state" AS ENUM ('not_considered', 'planned', 'piloting', 'in_production', 'retiring', 'not_applicable');

-- CreateEnum
CREATE TYPE "cloud_provider" AS ENUM ('azure', 'aws', 'gcp');

-- CreateTable
CREATE TABLE "app_user" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT,
    "admin" BOOLEAN NOT NULL DEFAULT false,
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "app_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity" (
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "user_id" UUID NOT NULL,

    CONSTRAINT "identity_pkey" PRIMARY KEY ("issuer","subject")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "secret_hash" BYTEA NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "authenticated_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "user_agent" TEXT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_token" (
    "id" UUID NOT NULL,
    "secret_hash" BYTEA NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "scope" "token_scope" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "kind" "invitation_kind" NOT NULL,
    "secret_hash" BYTEA NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "programme_id" UUID,
    "role" "programme_role",
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attempt" (
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "attempt_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "user_id" UUID NOT NULL,
    "operation" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "body_hash" BYTEA NOT NULL,
    "receipt" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("user_id","operation","key")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "role_key" TEXT,
    "user_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "member" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "programme_role" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "visit" (
    "user_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "previous_seq" INTEGER,
    "previous_at" TIMESTAMPTZ(3),

    CONSTRAINT "visit_pkey" PRIMARY KEY ("user_id","programme_id")
);

-- CreateTable
CREATE TABLE "check_line" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "sentence" TEXT NOT NULL,
    "kind" "check_kind" NOT NULL,
    "workstream_id" UUID,
    "gate_id" UUID,
    "due_gate_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "check_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "criterion" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "signer_roles" TEXT[],
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "criterion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "criterion_check" (
    "programme_id" UUID NOT NULL,
    "criterion_id" UUID NOT NULL,
    "check_id" UUID NOT NULL,

    CONSTRAINT "criterion_check_pkey" PRIMARY KEY ("criterion_id","check_id")
);

-- CreateTable
CREATE TABLE "component_adoption" (
    "programme_id" UUID NOT NULL,
    "component_key" TEXT NOT NULL,
    "state" "adoption_state" NOT NULL,
    "note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "component_adoption_pkey" PRIMARY KEY ("programme_id","component_key")
);

-- CreateTable
CREATE TABLE "audit_chain" (
    "id" UUID NOT NULL,
    "seq" INTEGER NOT NULL DEFAULT 0,
    "head" BYTEA NOT NULL,

    CONSTRAINT "audit_chain_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "chain_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "type" TEXT NOT NULL,
    "subject_id" UUID,
    "data" JSONB NOT NULL,
    "texts" JSONB NOT NULL,
    "digest" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("chain_id","seq")
);

-- CreateTable
CREATE TABLE "audit_text" (
    "chain_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "field" TEXT NOT NULL,
    "salt" BYTEA NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "audit_text_pkey" PRIMARY KEY ("chain_id","seq","field")
);

-- CreateTable
CREATE TABLE "programme" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "organisation" TEXT NOT NULL,
    "sponsor" TEXT,
    "clouds" "cloud_provider"[],
    "start_day" DATE NOT NULL,
    "time_zone" TEXT NOT NULL,
    "weekend" INTEGER[],
    "currency" TEXT NOT NULL,
    "pack_release" TEXT NOT NULL,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "last_number" INTEGER NOT NULL DEFAULT 0,
    "archived_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "programme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "holiday" (
    "programme_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "holiday_pkey" PRIMARY KEY ("programme_id","day")
);

-- CreateTable
CREATE TABLE "phase" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "weeks_from" INTEGER,
    "weeks_to" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "phase_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "gate" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "phase_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "target_day" DATE,
    "passed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "gate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stage" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "stage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "workstream" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "stage_id" UUID NOT NULL,
    "phase_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "rank" TEXT NOT NULL,
    "role_key" TEXT,
    "owner_id" UUID,
    "optimistic" DOUBLE PRECISION,
    "likely" DOUBLE PRECISION,
    "pessimistic" DOUBLE PRECISION,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "workstream_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "work_item" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "workstream_id" UUID NOT NULL,
    "phase_id" UUID,
    "pack_key" TEXT,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "status" "work_status" NOT NULL DEFAULT 'not_started',
    "reason" TEXT,
    "owner_id" UUID,
    "role_key" TEXT,
    "rank" TEXT NOT NULL,
    "points" DOUBLE PRECISION,
    "optimistic" DOUBLE PRECISION,
    "likely" DOUBLE PRECISION,
    "pessimistic" DOUBLE PRECISION,
    "effort_days" DOUBLE PRECISION,
    "percent" INTEGER NOT NULL DEFAULT 0,
    "start_no_earlier_than" DATE,
    "deadline" DATE,
    "actual_start" DATE,
    "actual_finish" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "work_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dependency" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "from_item_id" UUID,
    "from_workstream_id" UUID,
    "from_gate_id" UUID,
    "to_item_id" UUID,
    "to_workstream_id" UUID,
    "to_gate_id" UUID,
    "type" "link_type" NOT NULL,
    "lag" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "dependency_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "comment" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "work_item_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "edited_at" TIMESTAMPTZ(3),
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "comment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "app_user_email_key" ON "app_user"("email");

-- CreateIndex
CREATE INDEX "identity_user_id_idx" ON "identity"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "session_secret_hash_key" ON "session"("secret_hash");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_token_secret_hash_key" ON "api_token"("secret_hash");

-- CreateIndex
CREATE INDEX "api_token_user_id_idx" ON "api_token"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_secret_hash_key" ON "invitation"("secret_hash");

-- CreateIndex
CREATE INDEX "invitation_email_idx" ON "invitation"("email");

-- CreateIndex
CREATE INDEX "invitation_programme_id_idx" ON "invitation"("programme_id");

-- CreateIndex
CREATE INDEX "idempotency_key_created_at_idx" ON "idempotency_key"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "person_programme_id_id_key" ON "person"("programme_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "person_programme_id_user_id_key" ON "person"("programme_id", "user_id");

-- CreateIndex
CREATE INDEX "member_user_id_idx" ON "member"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "member_programme_id_user_id_key" ON "member"("programme_id", "user_id");

-- CreateIndex
CREATE INDEX "visit_programme_id_idx" ON "visit"("programme_id");

-- CreateIndex
CREATE INDEX "check_line_programme_id_workstream_id_idx" ON "check_line"("programme_id", "workstream_id");

-- CreateIndex
CREATE UNIQUE INDEX "check_line_programme_id_id_key" ON "check_line"("programme_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "check_line_programme_id_key_key" ON "check_line"("programme_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "criterion_programme_id_id_key" ON "criterion"("programme_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "criterion_programme_id_key_key" ON "criterion"("programme_id", "key");

-- CreateIndex
CREATE INDEX "criterion_check_programme_id_idx" ON "criterion_check"("programme_id");

-- CreateIndex
CREATE INDEX "audit_event_chain_id_subject_id_seq_idx" ON "audit_event"("chain_id", "subject_id", "seq");

-- CreateIndex
CREATE INDEX "audit_event_chain_id_at_idx" ON "audit_event"("chain_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "phase_programme_id_id_key" ON "phase"("programme_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "phase_programme_id_key_key" ON "phase"("programme_id", "key");

-- CreateIndex
CREATE INDEX "gate_programme_id_phase_id_idx" ON "gate"("programme_id", "phase_id");

-- CreateIndex
CREATE UNIQUE INDEX "gate_programme_id_id_key" ON "gate"("programme_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "gate_programme_id_key_key" ON "gate"("programme_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "stage_programme_id_id_key" ON "stage"("programme_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "stage_programme_id_key_key" ON "stage"("programme_id", "key");

-- CreateIndex
CREATE INDEX "workstream_programme_id_stage_id_idx" ON "workstream"("programme_id", "stage_id");

-- CreateIndex
CREATE INDEX "workstream_programme_id_phase_id_idx" ON "workstream"("programme_id", "phase_id");

-- CreateIndex
CREATE INDEX "workstream_programme_id_owner_id_idx" ON "workstream"("programme_id", "owner_id");

-- CreateIndex
CREATE UNIQUE INDEX "workstream_programme_id_id_key" ON "workstream"("programme_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "workstream_programme_id_key_key" ON "workstream"("programme_id", "key");

-- CreateIndex
CREATE INDEX "work_item_programme_id_workstream_id_rank_idx" ON "work_item"("programme_id", "workstream_id", "rank");

-- CreateIndex
CREATE INDEX "work_item_programme_id_phase_id_idx" ON "work_item"("programme_id", "phase_id");

-- CreateIndex
CREATE INDEX "work_item_programme_id_owner_id_idx" ON "work_item"("programme_id", "owner_id");

-- CreateIndex
CREATE UNIQUE INDEX "work_item_programme_id_id_key" ON "work_item"("programme_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "work_item_programme_id_number_key" ON "work_item"("programme_id", "number");

-- CreateIndex
CREATE INDEX "dependency_programme_id_idx" ON "dependency"("programme_id");

-- CreateIndex
CREATE INDEX "comment_programme_id_work_item_id_created_at_idx" ON "comment"("programme_id", "work_item_id", "created_at");

-- AddForeignKey
ALTER TABLE "identity" ADD CONSTRAINT "identity_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit" ADD CONSTRAINT "visit_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit" ADD CONSTRAINT "visit_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_line" ADD CONSTRAINT "check_line_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_line" ADD CONSTRAINT "check_line_programme_id_workstream_id_fkey" FOREIGN KEY ("programme_id", "workstream_id") REFERENCES "workstream"("programme_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_line" ADD CONSTRAINT "check_line_programme_id_gate_id_fkey" FOREIGN KEY ("programme_id", "gate_id") REFERENCES "gate"("programme_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_line" ADD CONSTRAINT "check_line_programme_id_due_gate_id_fkey" FOREIGN KEY ("programme_id", "due_gate_id") REFERENCES "gate"("programme_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "criterion" ADD CONSTRAINT "criterion_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "criterion_check" ADD CONSTRAINT "criterion_check_programme_id_criterion_id_fkey" FOREIGN KEY ("programme_id", "criterion_id") REFERENCES "criterion"("programme_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "criterion_check" ADD CONSTRAINT "criterion_check_programme_id_check_id_fkey" FOREIGN KEY ("programme_id", "check_id") REFERENCES "check_line"("programme_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "component_adoption" ADD CONSTRAINT "component_adoption_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_event" ADD CONSTRAINT "audit_event_chain_id_fkey" FOREIGN KEY ("chain_id") REFERENCES "audit_chain"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "holiday" ADD CONSTRAINT "holiday_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "phase" ADD CONSTRAINT "phase_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gate" ADD CONSTRAINT "gate_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gate" ADD CONSTRAINT "gate_programme_id_phase_id_fkey" FOREIGN KEY ("programme_id", "phase_id") REFERENCES "phase"("programme_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stage" ADD CONSTRAINT "stage_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workstream" ADD CONSTRAINT "workstream_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workstream" ADD CONSTRAINT "workstream_programme_id_stage_id_fkey" FOREIGN KEY ("programme_id", "stage_id") REFERENCES "stage"("programme_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workstream" ADD CONSTRAINT "workstream_programme_id_phase_id_fkey" FOREIGN KEY ("programme_id", "phase_id") REFERENCES "phase"("programme_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workstream" ADD CONSTRAINT "workstream_programme_id_owner_id_fkey" FOREIGN KEY ("programme_id", "owner_id") REFERENCES "person"("programme_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_item" ADD CONSTRAINT "work_item_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_item" ADD CONSTRAINT "work_item_programme_id_workstream_id_fkey" FOREIGN KEY ("programme_id", "workstream_id") REFERENCES "workstream"("programme_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_item" ADD CONSTRAINT "work_item_programme_id_phase_id_fkey" FOREIGN KEY ("programme_id", "phase_id") REFERENCES "phase"("programme_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_item" ADD CONSTRAINT "work_item_programme_id_owner_id_fkey" FOREIGN KEY ("programme_id", "owner_id") REFERENCES "person"("programme_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dependency" ADD CONSTRAINT "dependency_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dependency" ADD CONSTRAINT "dependency_programme_id_from_item_id_fkey" FOREIGN KEY ("programme_id", "from_item_id") REFERENCES "work_item"("programme_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dependency" ADD CONSTRAINT "dependency_programme_id_from_workstream_id_fkey" FOREIGN KEY ("programme_id", "from_workstream_id") REFERENCES "workstream"("programme_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dependency" ADD CONSTRAINT "dependency_programme_id_from_gate_id_fkey" FOREIGN KEY ("programme_id", "from_gate_id") REFERENCES "gate"("programme_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dependency" ADD CONSTRAINT "dependency_programme_id_to_item_id_fkey" FOREIGN KEY ("programme_id", "to_item_id") REFERENCES "work_item"("programme_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dependency" ADD CONSTRAINT "dependency_programme_id_to_workstream_id_fkey" FOREIGN KEY ("programme_id", "to_workstream_id") REFERENCES "workstream"("programme_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dependency" ADD CONSTRAINT "dependency_programme_id_to_gate_id_fkey" FOREIGN KEY ("programme_id", "to_gate_id") REFERENCES "gate"("programme_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_programme_id_work_item_id_fkey" FOREIGN KEY ("programme_id", "work_item_id") REFERENCES "work_item"("programme_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_programme_id_author_id_fkey" FOREIGN KEY ("programme_id", "author_id") REFERENCES "person"("programme_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;



-- One end each.
ALTER TABLE "dependency"
    ADD CONSTRAINT "dependency_one_start" CHECK (num_nonnulls("from_item_id", "from_workstream_id", "from_gate_id") = 1),
    ADD CONSTRAINT "dependency_one_end" CHECK (num_nonnulls("to_item_id", "to_workstream_id", "to_gate_id") = 1),
    ADD CONSTRAINT "dependency_lag_range" CHECK ("lag" BETWEEN -1000 AND 1000);
CREATE UNIQUE INDEX "dependency_ends" ON "dependency" ("programme_id", (coalesce("from_item_id", "from_workstream_id", "from_gate_id")), (coalesce("to_item_id", "to_workstream_id", "to_gate_id")), "type");

-- Ranks are compared byte by byte, whatever the language of the database.
ALTER TABLE "work_item" ALTER COLUMN "rank" TYPE TEXT COLLATE "C";
ALTER TABLE "workstream" ALTER COLUMN "rank" TYPE TEXT COLLATE "C";

ALTER TABLE "work_item"
    ADD CONSTRAINT "work_item_percent" CHECK ("percent" BETWEEN 0 AND 100),
    ADD CONSTRAINT "work_item_estimate" CHECK (("optimistic" IS NULL AND "likely" IS NULL AND "pessimistic" IS NULL) OR (0 < "optimistic" AND "optimistic" <= "likely" AND "likely" <= "pessimistic" AND "pessimistic" <= 2000)),
    ADD CONSTRAINT "work_item_actual_order" CHECK ("actual_finish" IS NULL OR "actual_start" IS NULL OR "actual_start" <= "actual_finish"),
    ADD CONSTRAINT "work_item_reason" CHECK ("status" NOT IN ('blocked', 'dropped') OR length(trim("reason")) > 0);

-- A programme always has a lead. Checked at commit, one transaction at a time.
CREATE FUNCTION "member_keep_a_lead"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM "programme" WHERE "id" = OLD."programme_id" FOR NO KEY UPDATE;
    IF FOUND AND NOT EXISTS (SELECT 1 FROM "member" WHERE "programme_id" = OLD."programme_id" AND "role" = 'lead') THEN
        RAISE EXCEPTION 'a programme needs a lead' USING ERRCODE = 'check_violation', CONSTRAINT = 'member_keep_a_lead';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "member_keep_a_lead" AFTER UPDATE OR DELETE ON "member"
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."role" = 'lead') EXECUTE FUNCTION "member_keep_a_lead"();

-- The installation always has an admin who can come in.
CREATE FUNCTION "app_user_keep_an_admin"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM "audit_chain" WHERE "id" = '00000000-0000-0000-0000-000000000000' FOR NO KEY UPDATE;
    IF NOT EXISTS (SELECT 1 FROM "app_user" WHERE "admin" AND "disabled_at" IS NULL) THEN
        RAISE EXCEPTION 'an installation needs an admin' USING ERRCODE = 'check_violation', CONSTRAINT = 'app_user_keep_an_admin';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "app_user_keep_an_admin" AFTER UPDATE OR DELETE ON "app_user"
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."admin" AND OLD."disabled_at" IS NULL) EXECUTE FUNCTION "app_user_keep_an_admin"();

-- A programme is a demo from its first day or never.
CREATE FUNCTION "programme_demo_is_fixed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a programme cannot become or stop being a demo' USING ERRCODE = 'check_violation', CONSTRAINT = 'programme_demo_is_fixed';
END $$;
CREATE TRIGGER "programme_demo_is_fixed" BEFORE UPDATE ON "programme"
    FOR EACH ROW WHEN (OLD."demo" IS DISTINCT FROM NEW."demo") EXECUTE FUNCTION "programme_demo_is_fixed"();

-- The trail only grows. The one exception is a demo programme that is being removed, named in the transaction.
CREATE FUNCTION "audit_event_only_grows"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND current_setting('lakeward.removing_demo', true) = OLD."chain_id"::text
        AND EXISTS (SELECT 1 FROM "programme" WHERE "id" = OLD."chain_id" AND "demo") THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'audit events are never changed or removed' USING ERRCODE = 'check_violation', CONSTRAINT = 'audit_event_only_grows';
END $$;
CREATE TRIGGER "audit_event_only_grows" BEFORE UPDATE OR DELETE ON "audit_event"
    FOR EACH ROW EXECUTE FUNCTION "audit_event_only_grows"();
CREATE FUNCTION "audit_event_never_emptied"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'audit events are never changed or removed' USING ERRCODE = 'check_violation', CONSTRAINT = 'audit_event_only_grows';
END $$;
CREATE TRIGGER "audit_event_never_emptied" BEFORE TRUNCATE ON "audit_event"
    FOR EACH STATEMENT EXECUTE FUNCTION "audit_event_never_emptied"();

-- Appends events to a chain: takes the head's lock, links each digest to the hash before it, returns the new seq.
-- events: [{at, actor, type, subject, data, texts, digest (hex), plain: [{field, salt (hex), text}]}]
CREATE FUNCTION "audit_append"("chain" uuid, "events" jsonb) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
    "last" "audit_chain"%ROWTYPE;
    "event" jsonb;
BEGIN
    SELECT * INTO "last" FROM "audit_chain" WHERE "id" = "chain" FOR UPDATE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'no audit chain %', "chain" USING ERRCODE = 'foreign_key_violation';
    END IF;
    FOR "event" IN SELECT "value" FROM jsonb_array_elements("events") LOOP
        "last"."seq" := "last"."seq" + 1;
        "last"."head" := sha256("last"."head" || decode("event" ->> 'digest', 'hex'));
        INSERT INTO "audit_event" ("chain_id", "seq", "at", "actor_id", "type", "subject_id", "data", "texts", "digest", "hash")
        VALUES ("chain", "last"."seq", ("event" ->> 'at')::timestamptz, ("event" ->> 'actor')::uuid, "event" ->> 'type',
            ("event" ->> 'subject')::uuid, "event" -> 'data', "event" -> 'texts', decode("event" ->> 'digest', 'hex'), "last"."head");
        INSERT INTO "audit_text" ("chain_id", "seq", "field", "salt", "text")
        SELECT "chain", "last"."seq", "plain" ->> 'field', decode("plain" ->> 'salt', 'hex'), "plain" ->> 'text'
        FROM jsonb_array_elements("event" -> 'plain') AS "plain";
    END LOOP;
    UPDATE "audit_chain" SET "seq" = "last"."seq", "head" = "last"."head" WHERE "id" = "chain";
    RETURN "last"."seq";
END $$;

INSERT INTO "audit_chain" ("id", "seq", "head") VALUES ('00000000-0000-0000-0000-000000000000', 0, sha256('lakeward:00000000-0000-0000-0000-000000000000'::bytea));
