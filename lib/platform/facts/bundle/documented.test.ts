import { describe, expect, test } from "vitest"
import { listReleases, loadRelease } from "@/lib/pack/server/releases"
import { columnsRead } from "@/tests/support/columns-read"
import { documentedTables } from "../server/documented-tables"
import { bundleOf } from "./bundle"

const documented = documentedTables()

describe("the catalogue of documented columns", () => {
  test("tells of every table once, where and when it was read", () => {
    const names = documented.map(({ table }) => table)
    expect(new Set(names).size).toBe(names.length)
    for (const { page } of documented) expect(page).toMatch(/^https:\/\/docs\.databricks\.com\/aws\/en\//)
  })
  test("names what masks and filters stand on as their pages do", () => {
    for (const view of ["column_masks", "row_filters"]) {
      const found = documented.find(({ table }) => table === `system.information_schema.${view}`)
      expect(Object.keys(found?.columns ?? {}).slice(0, 3)).toEqual(["catalog_name", "schema_name", "table_name"])
    }
  })
})

describe.each(listReleases())("of release %s", (key) => {
  test.each(bundleOf(loadRelease(key)).statements.map((each) => [each.measure, each] as const))(
    "%s reads documented columns only",
    (_, { sql, reads }) => {
      const { read, unknown } = columnsRead(sql, documented)
      expect(unknown).toEqual([])
      expect(new Set([...read].map((path) => path.split(".").slice(0, 3).join(".")))).toEqual(new Set(reads))
    },
  )
})

describe("a column that is not documented is seen", () => {
  const unknown = (sql: string) => columnsRead(sql, documented).unknown
  test("in a select, a condition, a join, an aggregate, a window, a sub-query and an inner one", () => {
    expect(unknown("SELECT nonsense FROM system.lakeflow.jobs")).toEqual(["unknown column nonsense"])
    expect(unknown("SELECT job_id FROM system.lakeflow.jobs WHERE nonsense > 1")).toEqual(["unknown column nonsense"])
    expect(unknown("SELECT MAX(nonsense) FROM system.lakeflow.jobs")).toEqual(["unknown column nonsense"])
    expect(unknown("SELECT COUNT(DISTINCT nonsense) AS n FROM system.lakeflow.jobs")).toHaveLength(1)
    expect(unknown("SELECT COUNT(*) FILTER (WHERE nonsense = 1) AS n FROM system.lakeflow.jobs")).toHaveLength(1)
    expect(
      unknown("SELECT ROW_NUMBER() OVER (PARTITION BY job_id ORDER BY nonsense) AS n FROM system.lakeflow.jobs"),
    ).toHaveLength(1)
    expect(
      unknown("SELECT a.job_id FROM system.lakeflow.jobs AS a JOIN system.lakeflow.jobs AS b ON a.job_id = b.nonsense"),
    ).toHaveLength(1)
    expect(unknown("SELECT job_id FROM (SELECT name FROM system.lakeflow.jobs) AS named")).toHaveLength(1)
    expect(unknown("WITH J AS (SELECT job_id FROM system.lakeflow.jobs) SELECT J.name FROM J")).toHaveLength(1)
    expect(unknown("SELECT job_id FROM system.lakeflow.jobs GROUP BY job_id HAVING MAX(nonsense) > 1")).toHaveLength(1)
    expect(
      unknown(
        "SELECT job_id FROM system.lakeflow.jobs AS j WHERE EXISTS (SELECT 1 FROM system.lakeflow.pipelines AS p WHERE p.job_id = j.job_id)",
      ),
    ).toHaveLength(1)
  })
  test("as a field of a struct, through a fragment too", () => {
    expect(unknown("SELECT j.deployment.nonsense AS n FROM system.lakeflow.jobs AS j")).toEqual([
      "undocumented field deployment.nonsense",
    ])
    expect(unknown("SELECT j.trigger.schedule AS n FROM system.lakeflow.jobs AS j")).toHaveLength(1)
    expect(
      unknown("WITH J AS (SELECT deployment FROM system.lakeflow.jobs) SELECT J.deployment.nonsense AS n FROM J"),
    ).toHaveLength(1)
    expect(
      unknown(
        "WITH T AS (SELECT explode(compute) AS used FROM system.lakeflow.job_task_run_timeline) SELECT T.used.size AS n FROM T",
      ),
    ).toHaveLength(1)
  })
  test("as a table", () => {
    expect(unknown("SELECT 1 AS one FROM system.lakeflow.nonsense")).toEqual([
      "undocumented table system.lakeflow.nonsense",
    ])
  })
  test("and what is there is found, in an enclosing query too", () => {
    expect(
      unknown(
        "SELECT j.deployment.kind AS n FROM system.lakeflow.jobs AS j WHERE EXISTS (SELECT 1 FROM system.lakeflow.job_run_timeline AS r WHERE r.job_id = j.job_id AND name > '')",
      ),
    ).toEqual([])
  })
})
