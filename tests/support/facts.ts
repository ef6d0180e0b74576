import { loadRelease } from "@/lib/pack/server/releases"
import { bundleVersion } from "@/lib/platform/facts/bundle/bundle"
import { ask, type Reply, type Someone, type World } from "./world"

/** A row of what the bundle answers; what is left out is as usual. */
export type BundleRow = {
  readonly metric: string
  readonly dimension?: string
  readonly value?: number | string
  readonly n?: number | string
  readonly asOf?: string
  readonly region?: string
  readonly version?: string
}
const HEAD = "metric,dimension,value,n,as_of,region,bundle_version"

/** A result of the bundle as CSV. */
export function bundleCsv(rows: readonly BundleRow[]): string {
  const usual = bundleVersion(loadRelease("2026.1"))
  const lines = rows.map(({ metric, dimension = "", value = "", n = "", asOf, region = "westeurope", version }) =>
    [metric, dimension, value, n, asOf ?? daysAgo(0), region, version ?? usual].join(","),
  )
  return `${[HEAD, ...lines].join("\n")}\n`
}

/** An instant so many days before the present. */
export const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString()

type Sent = {
  readonly body: string | Uint8Array<ArrayBuffer>
  readonly source?: string
  readonly query?: Record<string, string>
}

/** Brings a file of facts to the door. */
export function sendFacts(
  { programmeId }: Pick<World, "programmeId">,
  who: Someone,
  { body, source = "bundle", query = {} }: Sent,
  preview = false,
): Promise<Reply> {
  const path = `/programmes/${programmeId}/fact-sets${preview ? "/preview" : ""}/file`
  const headers = { "content-type": "application/octet-stream" }
  return ask(who, "POST", `${path}?${new URLSearchParams({ source, ...query })}`, undefined, { raw: body, headers })
}
