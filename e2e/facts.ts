import { expect, type Page } from "@playwright/test"
import type { FactFile } from "@/lib/platform/facts/contract"
import { workbook } from "@/tests/support/workbook"
import type { Programme } from "./fixtures"

/** A row of what the bundle answers. */
export type Measured = { readonly metric: string; readonly value: number; readonly n: number; readonly asOf: string }
/** A file as a file input takes it. */
export type GivenFile = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }

export const hoursAgo = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString()
const dayOf = (instant: string): string => instant.slice(0, 10)
const lines = (...rows: readonly string[]): string => [...rows, ""].join("\n")

export const csvFile = (name: string, text: string): GivenFile => ({
  ...{ name, mimeType: "text/csv", buffer: Buffer.from(text) },
})
export const jsonFile = (name: string, value: unknown): GivenFile => ({
  ...{ name, mimeType: "application/json", buffer: Buffer.from(JSON.stringify(value, null, 2)) },
})

/** Declares the workspaces that must report, by their ids or hosts, all in the region of the bundle's results here. */
export async function declareWorkspaces({ api, id }: Programme, ...hosts: readonly string[]): Promise<void> {
  for (const workspaceHost of hosts)
    await api("POST", `/programmes/${id}/environments`, {
      ...{ name: workspaceHost, cloud: "azure", region: "westeurope", workspaceHost },
    })
}

/** A result of the programme's bundle as the platform exports it. */
export async function bundleResult({ api, id }: Programme, rows: readonly Measured[], version?: string) {
  const bundle = await api("GET", `/programmes/${id}/fact-bundle`)
  const measured = rows.map(({ metric, value, n, asOf }) =>
    [metric, "", value, n, asOf, "westeurope", version ?? bundle.version].join(","),
  )
  return lines("metric,dimension,value,n,as_of,region,bundle_version", ...measured)
}

/** The day that files are from which do not say it themselves. */
export const exportDay = (): string => dayOf(hoursAgo(72))

/**
 * The columns that the security analysis tool exports, under the name that the platform gives to a downloaded table: of
 * one workspace an old run that failed, and of two the newest, which found nothing high.
 */
export const satExport = (status = "PASS"): GivenFile => {
  const day = dayOf(hoursAgo(30))
  return csvFile(
    "export.csv",
    lines(
      "workspace_id,check_id,severity,status,RunDate,recommendation,doc_url,logic,api,additional_details",
      'finance,GOV-3,High,FAIL,2026-01-05,"Turn it on, please",https://docs.example.test,,,"{""jobs"":""2""}"',
      `finance,GOV-3,High,${status},${day},,,,,`,
      `finance,GOV-5,Medium,FAIL,${day},,,,,`,
      `marketing,GOV-3,High,PASS,${day},,,,,`,
    ),
  )
}

/** One tile of an assessment, named as the tool names it: two tables, both upgraded and both read. */
export const ucxTables = (): GivenFile =>
  csvFile(
    "10_1_all_tables.csv",
    lines(
      "name,table_format,object_type,upgraded_to",
      "hive_metastore.sales.orders,DELTA,MANAGED,main.sales.orders",
      "hive_metastore.sales.customers,DELTA,MANAGED,main.sales.customers",
    ),
  )

/** The whole assessment as a workbook: half of its tables upgraded, one of them never read; one sheet that nobody asks for. */
export const ucxWorkbook = (): GivenFile => ({
  name: "ucx_assessment_main.xlsx",
  mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  buffer: Buffer.from(
    workbook({
      "00_3_count_total_tables": [["count_total_tables"], ["=1+1"]],
      "10_1_all_tables": [
        ["name", "format", "type", "upgraded_to"],
        ["hive_metastore.sales.orders", "DELTA", "TABLE", "main.sales.orders"],
        ["hive_metastore.sales.returns", "UNKNOWN", "TABLE", null],
      ],
    }),
  ),
})

/** A quality summary of two tables; of one an older run, in which hardly a row passed. */
export const dqxSummary = (): GivenFile =>
  csvFile(
    "dqx_summary.csv",
    lines(
      "run_id,run_time,input_location,input_row_count,valid_row_count,error_row_count",
      `1,${hoursAgo(40)},sales,1000,10,990`,
      `2,${hoursAgo(20)},sales,1000,995,5`,
      `2,${hoursAgo(20)},stock,1000,1000,0`,
    ),
  )

const ownFacts = [
  { metric: "tokens-beyond-ninety-days", value: 0, n: 12 },
  { metric: "most-admins-in-a-workspace", value: null, reason: "Not permitted" },
  { metric: "coffees-drunk", value: 3, n: 1 },
] as const

/** Facts of one's own: one that a check asks for, one that could not be measured, one that nobody asks for. */
export const restFacts = (): GivenFile =>
  jsonFile("rest-facts.json", {
    format: "lakeward-facts",
    version: 1,
    takenAt: hoursAgo(2),
    facts: ownFacts,
  })

/** The same without what must stand around them. */
export const bareFacts = (): GivenFile => jsonFile("rest-facts.json", ownFacts)

type Brought = {
  readonly source?: FactFile["source"]
  readonly fileName?: string
  readonly takenAt?: string
  readonly workspace?: string
}

/** Brings a file of facts to the door as somebody who is signed in on a page; a result of the bundle unless it says otherwise. */
export async function bring(
  page: Page,
  { id }: Programme,
  file: string | Buffer,
  { source = "bundle", fileName = "result.csv", ...more }: Brought = {},
): Promise<void> {
  const query = new URLSearchParams({ source, fileName, ...more })
  const reply = await page.request.post(`/api/v1/programmes/${id}/fact-sets/file?${query}`, {
    data: Buffer.from(file),
    headers: { "content-type": "application/octet-stream", origin: new URL(page.url()).origin },
  })
  expect(reply.ok(), await reply.text()).toBe(true)
}
