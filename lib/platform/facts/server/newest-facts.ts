import * as z from "zod"
import type { Transaction } from "@/lib/base/db/client"
import type { Id } from "@/lib/base/kernel/id"
import type { Fact } from "../fact"
import type { Standing } from "./standing-sets"

type Reader = Pick<Transaction, "$queryRaw">
/** About as many facts are in memory at a time, unless one metric alone has more. */
const AT_ONCE = 5_000

/** The newest facts of these metrics, some metrics at a time; every metric is in one of the parts, with facts or without. */
export async function* findNewestFacts(
  reader: Reader,
  programmeId: Id,
  metrics: readonly string[],
  standing: Standing,
): AsyncGenerator<{ readonly metrics: readonly string[]; readonly facts: readonly Fact[] }> {
  const counts = await reader.$queryRaw<{ metric: string; count: number }[]>`
    SELECT metric, count(*)::int AS count FROM fact
    WHERE programme_id = ${programmeId}::uuid AND metric = ANY(${metrics}) GROUP BY metric`
  const countOf = new Map(counts.map(({ metric, count }) => [metric, count]))
  for (const part of partsOf(metrics, countOf)) {
    const isEmpty = part.every((metric) => !countOf.has(metric))
    yield { metrics: part, facts: isEmpty ? [] : await newestOf(reader, programmeId, part, standing) }
  }
}

function partsOf(metrics: readonly string[], countOf: ReadonlyMap<string, number>): string[][] {
  const parts: string[][] = [[]]
  let size = 0
  for (const metric of metrics) {
    const count = countOf.get(metric) ?? 0
    if (size > 0 && size + count > AT_ONCE) {
      parts.push([])
      size = 0
    }
    parts.at(-1)?.push(metric)
    size += count
  }
  return parts
}

const Facts = z.array(
  z.object({
    metric: z.string(),
    dimension: z.string(),
    value: z.number().nullable(),
    n: z.number().nullable(),
    asOf: z.string(),
    region: z.string(),
    reason: z.string().nullable(),
    workspace: z.string(),
    statement: z.string().nullable(),
    factSetId: z.string(),
    takenAt: z.string(),
  }),
)
const INSTANT = 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'

/** The same choice as `newestFacts` makes, where the facts are. They come as one text, which takes a third of the memory. */
async function newestOf(
  reader: Reader,
  programmeId: Id,
  metrics: readonly string[],
  { silent, statements, bundleVersion }: Standing,
): Promise<Fact[]> {
  const [row] = await reader.$queryRaw<{ facts: string | null }[]>`
    SELECT json_agg(json_build_object('metric', metric, 'dimension', dimension, 'value', value, 'n', n,
      'asOf', to_char(as_of AT TIME ZONE 'UTC', ${INSTANT}), 'region', region, 'reason', reason,
      'workspace', workspace, 'statement', statement,
      'factSetId', fact_set_id, 'takenAt', to_char(taken_at AT TIME ZONE 'UTC', ${INSTANT})))::text AS facts
    FROM (
      SELECT f.*, s.taken_at,
        rank() OVER (PARTITION BY f.metric, f.workspace, f.dimension,
          CASE WHEN f.workspace = '' THEN f.region ELSE '' END ORDER BY f.as_of DESC, s.taken_at DESC) AS place
      FROM fact f JOIN fact_set s ON s.id = f.fact_set_id
      LEFT JOIN json_each_text(${JSON.stringify(statements)}::json) AS current (metric, hash) ON current.metric = f.metric
      WHERE f.programme_id = ${programmeId}::uuid AND f.metric = ANY(${metrics})
        AND NOT s.id = ANY(${[...silent]}::uuid[])
        AND (current.hash IS NULL OR f.statement = current.hash
          OR (f.statement IS NULL AND (s.bundle_version IS NULL OR s.bundle_version = ${bundleVersion})))
    ) AS placed WHERE place = 1`
  return Facts.parse(JSON.parse(row?.facts ?? "[]"))
}
