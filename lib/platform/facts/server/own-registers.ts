import type { Transaction } from "@/lib/base/db/client"
import type { Id } from "@/lib/base/kernel/id"

type Reader = Pick<Transaction, "$queryRaw">
/** How many of a register are as a check asks, and how many there are. */
export type Counted = { readonly some: number; readonly all: number }

/**
 * What the programme's own registers say, by metric. Objectives, data sources, tools and gaps are shares of those that are
 * there, so that an empty register tells nothing; dimensions are counted.
 */
export async function countRegisters(
  reader: Reader,
  programmeId: Id,
): Promise<{ readonly shares: Readonly<Record<string, Counted>>; readonly dimensions: Counted }> {
  const [objectives] = await reader.$queryRaw<{ all: number; problem: number; measured: number }[]>`
    SELECT count(*)::int AS all, count(*) FILTER (WHERE btrim(problem) <> '')::int AS problem,
      count(*) FILTER (WHERE EXISTS (
        SELECT 1 FROM kpi WHERE kpi.programme_id = o.programme_id AND kpi.objective_id = o.id AND kpi.removed_at IS NULL
          AND kpi.baseline IS NOT NULL AND kpi.target IS NOT NULL AND kpi.owner_id IS NOT NULL))::int AS measured
    FROM objective AS o WHERE programme_id = ${programmeId}::uuid AND removed_at IS NULL`
  const [landscape] = await reader.$queryRaw<
    { sources: number; sized: number; owned: number; tools: number; disposed: number }[]
  >`
    SELECT count(*) FILTER (WHERE kind = 'data_source')::int AS sources,
      count(*) FILTER (WHERE kind = 'data_source' AND size_bytes IS NOT NULL AND sensitivity IS NOT NULL)::int AS sized,
      count(*) FILTER (WHERE kind = 'data_source' AND owner_id IS NOT NULL AND sensitivity IS NOT NULL)::int AS owned,
      count(*) FILTER (WHERE kind IN ('analytics_tool', 'pipeline'))::int AS tools,
      count(*) FILTER (WHERE kind IN ('analytics_tool', 'pipeline') AND disposition <> 'undecided')::int AS disposed
    FROM landscape_item WHERE programme_id = ${programmeId}::uuid AND removed_at IS NULL`
  const [gaps] = await reader.$queryRaw<{ dimensions: number; scored: number; large: number; worked: number }[]>`
    WITH asked AS (
      SELECT q.dimension, q.as_is, q.to_be,
        EXISTS (SELECT 1 FROM work_item i WHERE i.programme_id = q.programme_id AND i.id = q.work_item_id
          AND i.status <> 'dropped' AND i.removed_at IS NULL) AS has_work
      FROM assessment_question AS q
      WHERE q.programme_id = ${programmeId}::uuid AND q.removed_at IS NULL AND NOT q.left_out AND NOT q.not_applicable
    ), by_dimension AS (SELECT dimension, bool_and(as_is IS NOT NULL) AS scored FROM asked GROUP BY dimension)
    SELECT (SELECT count(*) FROM by_dimension)::int AS dimensions,
      (SELECT count(*) FROM by_dimension WHERE scored)::int AS scored,
      (SELECT count(*) FROM asked WHERE to_be - as_is >= 2)::int AS large,
      (SELECT count(*) FROM asked WHERE to_be - as_is >= 2 AND has_work)::int AS worked`
  const of = (some: number | undefined, all: number | undefined): Counted => ({ some: some ?? 0, all: all ?? 0 })
  return {
    shares: {
      "objectives-with-problem": of(objectives?.problem, objectives?.all),
      "objectives-with-complete-kpi": of(objectives?.measured, objectives?.all),
      "sources-with-volume-and-sensitivity": of(landscape?.sized, landscape?.sources),
      "sources-owned-and-classified": of(landscape?.owned, landscape?.sources),
      "items-with-disposition": of(landscape?.disposed, landscape?.tools),
      "large-gaps-with-work-or-reason": of(gaps?.worked, gaps?.large),
    },
    dimensions: of(gaps?.scored, gaps?.dimensions),
  }
}
