import { expect, type Page } from "@playwright/test"
import type { Programme } from "./fixtures"

/** A row of what the bundle answers. */
export type Measured = { readonly metric: string; readonly value: number; readonly n: number; readonly asOf: string }

export const hoursAgo = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString()

/** A result of the programme's bundle as the platform exports it. */
export async function bundleResult({ api, id }: Programme, rows: readonly Measured[], version?: string) {
  const bundle = await api("GET", `/programmes/${id}/fact-bundle`)
  const lines = rows.map(({ metric, value, n, asOf }) =>
    [metric, "", value, n, asOf, "westeurope", version ?? bundle.version].join(","),
  )
  return ["metric,dimension,value,n,as_of,region,bundle_version", ...lines, ""].join("\n")
}

/** Brings a result to the door as somebody who is signed in on a page. */
export async function bring(page: Page, { id }: Programme, csv: string): Promise<void> {
  const reply = await page.request.post(`/api/v1/programmes/${id}/fact-sets/file?source=bundle&fileName=result.csv`, {
    data: Buffer.from(csv),
    headers: { "content-type": "application/octet-stream", origin: new URL(page.url()).origin },
  })
  expect(reply.ok(), await reply.text()).toBe(true)
}
