-- Imitates, for tests, what the statements of the fact bundle use of Databricks: the documented columns of the system
-- tables (structs as composite types, maps as JSON) and the functions that PostgreSQL lacks or calls otherwise.
CREATE SCHEMA system_access; CREATE SCHEMA system_billing; CREATE SCHEMA system_compute; CREATE SCHEMA system_lakeflow;
CREATE SCHEMA system_query; CREATE SCHEMA system_serving; CREATE SCHEMA system_mlflow; CREATE SCHEMA system_storage;
CREATE SCHEMA system_information_schema; CREATE SCHEMA system_data_quality_monitoring; CREATE SCHEMA system_data_classification;

CREATE FUNCTION try_divide(double precision, double precision) RETURNS double precision LANGUAGE sql AS 'SELECT $1 / NULLIF($2, 0)';
CREATE FUNCTION split(text, text) RETURNS text[] LANGUAGE sql AS
  $$ SELECT CASE WHEN $1 = '' THEN ARRAY[''] ELSE string_to_array($1, $2) END $$;
CREATE FUNCTION explode(anyarray) RETURNS SETOF anyelement LANGUAGE sql AS 'SELECT unnest($1)';
CREATE FUNCTION size(anyarray) RETURNS int LANGUAGE sql AS 'SELECT COALESCE(cardinality($1), -1)';
CREATE FUNCTION sequence(date, date) RETURNS date[] LANGUAGE sql AS
  $$ SELECT array_agg($1 + step) FROM generate_series(0, $2 - $1) AS step $$;
CREATE FUNCTION sha2(text, int) RETURNS text LANGUAGE sql AS $$ SELECT encode(sha256($1::bytea), 'hex') $$;
CREATE FUNCTION map_contains_key(jsonb, text) RETURNS boolean LANGUAGE sql AS 'SELECT $1 ? $2';
CREATE FUNCTION unix_timestamp(timestamptz) RETURNS bigint LANGUAGE sql AS 'SELECT floor(extract(epoch FROM $1))::bigint';
CREATE FUNCTION current_timezone() RETURNS text LANGUAGE sql AS $$ SELECT current_setting('TimeZone') $$;
CREATE FUNCTION to_utc_timestamp(timestamptz, text) RETURNS timestamp LANGUAGE sql AS $$ SELECT $1 AT TIME ZONE 'UTC' $$;
CREATE FUNCTION date_format(timestamp, text) RETURNS text LANGUAGE sql AS
  $$ SELECT to_char($1, replace(replace(replace($2, 'yyyy-MM-dd', 'YYYY-MM-DD'), 'HH:mm', 'HH24:MI'), 'ss', 'SS')) $$;

CREATE TYPE deployment AS (kind text, metadata_file_path text);
CREATE TABLE system_lakeflow.jobs (
  account_id text, workspace_id text, job_id text, name text, description text, creator_id text, tags jsonb,
  change_time timestamptz, delete_time timestamptz, run_as text, trigger_type text, run_as_user_name text,
  creator_user_name text, paused boolean, timeout_seconds bigint, health_rules text[], deployment deployment,
  create_time timestamptz);
CREATE TABLE system_lakeflow.job_run_timeline (
  account_id text, workspace_id text, job_id text, run_id text, period_start_time timestamptz, period_end_time timestamptz,
  trigger_type text, run_type text, run_name text, compute_ids text[], result_state text, termination_code text);
CREATE TYPE task_compute AS (type text, cluster_id text, warehouse_id text);
CREATE TABLE system_lakeflow.job_task_run_timeline (
  account_id text, workspace_id text, job_id text, run_id text, job_run_id text, parent_run_id text,
  period_start_time timestamptz, period_end_time timestamptz, task_key text, compute_ids text[], compute task_compute[],
  result_state text, termination_code text);
CREATE TABLE system_lakeflow.pipeline_update_timeline (
  account_id text, workspace_id text, pipeline_id text, update_id text, update_type text, request_id text,
  run_as_user_name text, trigger_type text, result_state text, period_start_time timestamptz, period_end_time timestamptz);

CREATE TABLE system_compute.clusters (
  account_id text, workspace_id text, cluster_id text, cluster_name text, owned_by text, create_time timestamptz,
  delete_time timestamptz, worker_count bigint, auto_termination_minutes bigint, tags jsonb, cluster_source text,
  init_scripts text[], dbr_version text, change_time timestamptz, change_date date, data_security_mode text, policy_id text);
CREATE TABLE system_compute.warehouses (
  account_id text, workspace_id text, warehouse_id text, warehouse_name text, warehouse_type text, warehouse_channel text,
  warehouse_size text, min_clusters int, max_clusters int, auto_stop_minutes int, tags jsonb, change_time timestamptz,
  delete_time timestamptz);
CREATE TABLE system_compute.node_timeline (
  account_id text, workspace_id text, cluster_id text, instance_id text, start_time timestamptz, end_time timestamptz,
  driver boolean, cpu_user_percent double precision, cpu_system_percent double precision, cpu_wait_percent double precision,
  mem_used_percent double precision, node_type text);

CREATE TYPE effective_list AS ("default" numeric);
CREATE TYPE pricing AS ("default" numeric, effective_list effective_list);
CREATE TABLE system_billing.list_prices (
  price_start_time timestamptz, price_end_time timestamptz, account_id text, sku_name text, cloud text, currency_code text,
  usage_unit text, pricing pricing);
CREATE TYPE usage_metadata AS (cluster_id text, job_id text, warehouse_id text, job_run_id text, dlt_pipeline_id text);
CREATE TABLE system_billing.usage (
  record_id text, account_id text, workspace_id text, sku_name text, cloud text, usage_start_time timestamptz,
  usage_end_time timestamptz, usage_date date, custom_tags jsonb, usage_unit text, usage_quantity numeric,
  usage_metadata usage_metadata, record_type text, billing_origin_product text);

CREATE TABLE system_access.table_lineage (
  account_id text, metastore_id text, workspace_id text, entity_type text, entity_id text, entity_run_id text,
  source_table_full_name text, source_table_catalog text, source_table_schema text, source_table_name text, source_type text,
  target_table_full_name text, target_table_catalog text, target_table_schema text, target_table_name text,
  target_type text, created_by text, event_time timestamptz, event_date date);
CREATE TYPE user_identity AS (email text, subject_name text);
CREATE TABLE system_access.audit (
  account_id text, workspace_id text, event_time timestamptz, event_date date, service_name text, action_name text,
  user_identity user_identity, request_params jsonb);

CREATE TYPE statement_compute AS (type text, cluster_id text, warehouse_id text);
CREATE TYPE query_source AS (dashboard_id text, genie_space_id text, notebook_id text);
CREATE TABLE system_query.history (
  account_id text, workspace_id text, statement_id text, session_id text, execution_status text, compute statement_compute,
  executed_by_user_id text, executed_by text, statement_text text, statement_type text, client_application text,
  total_duration_ms bigint, waiting_at_capacity_duration_ms bigint, start_time timestamptz, end_time timestamptz,
  query_source query_source);

CREATE TABLE system_serving.served_entities (
  served_entity_id text, account_id text, workspace_id text, created_by text, endpoint_name text, endpoint_id text,
  entity_name text, change_time timestamptz, endpoint_delete_time timestamptz);
CREATE TABLE system_serving.endpoint_usage (
  account_id text, workspace_id text, databricks_request_id text, requester text, status_code int, request_time timestamptz,
  served_entity_id text);
CREATE TABLE system_mlflow.runs_latest (
  account_id text, workspace_id text, run_id text, experiment_id text, created_by text, run_name text, status text,
  start_time timestamptz, end_time timestamptz, delete_time timestamptz);
CREATE TABLE system_storage.predictive_optimization_operations_history (
  account_id text, workspace_id text, start_time timestamptz, end_time timestamptz, catalog_name text, schema_name text,
  table_name text, operation_type text, operation_status text, usage_unit text, usage_quantity numeric);
CREATE TABLE system_data_quality_monitoring.table_results (
  event_time timestamptz, catalog_name text, schema_name text, table_name text, status text);
CREATE TABLE system_data_classification.results (
  latest_detected_time timestamptz, catalog_name text, schema_name text, table_name text, column_name text, data_type text,
  class_tag text, samples text[], confidence text);

CREATE TABLE system_information_schema.catalogs (catalog_name text, catalog_owner text, comment text, created timestamptz);
CREATE TABLE system_information_schema.tables (
  table_catalog text, table_schema text, table_name text, table_type text, table_owner text, comment text,
  created timestamptz, created_by text, last_altered timestamptz, data_source_format text);
CREATE TABLE system_information_schema.connections (connection_name text, connection_type text, connection_owner text);
CREATE TABLE system_information_schema.external_locations (external_location_name text, external_location_owner text);
CREATE TABLE system_information_schema.table_privileges (
  grantor text, grantee text, table_catalog text, table_schema text, table_name text, privilege_type text, inherited_from text);
CREATE TABLE system_information_schema.column_tags (
  catalog_name text, schema_name text, table_name text, column_name text, tag_name text, tag_value text);
CREATE TABLE system_information_schema.column_masks (
  table_catalog text, table_schema text, table_name text, column_name text, mask_name text);
CREATE TABLE system_information_schema.row_filters (
  table_catalog text, table_schema text, table_name text, filter_name text);
