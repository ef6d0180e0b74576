-- The functions of Spark SQL that the statements of the fact bundle use and PostgreSQL lacks or calls otherwise.
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
CREATE FUNCTION try_element_at(jsonb, text) RETURNS text LANGUAGE sql AS 'SELECT $1 ->> $2';
CREATE FUNCTION get_json_object(text, text) RETURNS text LANGUAGE sql AS
  $$ SELECT $1::jsonb #>> string_to_array(substr($2, 3), '.') $$;
CREATE FUNCTION array_join(text[], text) RETURNS text LANGUAGE sql AS 'SELECT array_to_string($1, $2)';
CREATE FUNCTION array_contains(text[], text) RETURNS boolean LANGUAGE sql AS 'SELECT $2 = ANY ($1)';
CREATE FUNCTION dayofweek(date) RETURNS int LANGUAGE sql AS 'SELECT extract(dow FROM $1)::int + 1';
CREATE FUNCTION datediff(date, date) RETURNS int LANGUAGE sql AS 'SELECT $1 - $2';
-- Whoever asks in the tests is a member of these groups.
CREATE FUNCTION is_account_group_member(text) RETURNS boolean LANGUAGE sql AS $$ SELECT $1 IN ('account users', 'my group') $$;
