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

type Environment = {
  readonly name: string
  readonly region?: string
  readonly workspaceHost?: string
  readonly workspaceId?: number
}

/** Declares workspaces that must report; left out, the one that the bundle's results here are of. */
export async function declareScope(
  { programmeId, members }: Pick<World, "programmeId" | "members">,
  environments: readonly Environment[] = [{ name: "ONE", region: "westeurope", workspaceHost: "ws-1" }],
): Promise<string[]> {
  const ids: string[] = []
  for (const environment of environments) {
    const body = { cloud: "azure", ...environment }
    const {
      status,
      body: made,
      text,
    } = await ask(members.lead, "POST", `/programmes/${programmeId}/environments`, body)
    if (status !== 200) throw new Error(`no environment: ${text}`)
    ids.push(made.id)
  }
  return ids
}

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
