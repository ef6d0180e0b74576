export const objectKinds = {
  ...{ job: "Job", pipeline: "Pipeline", warehouse: "SQL warehouse", cluster: "Cluster", dashboard: "Dashboard" },
  ...{ genie: "Genie agent", endpoint: "Serving endpoint", app: "App", table: "Table" },
} as const
export type ObjectKind = keyof typeof objectKinds

/** Something in a workspace that a use case runs on. */
export type BoundObject = {
  readonly kind: ObjectKind
  readonly id: string
  /** Of its workspace, if the address says it. */
  readonly workspaceId: string | null
  readonly host: string | null
}

/** Paths of the workspace's pages, as the address bar shows them; older ones stand behind `#`. */
const paths: readonly (readonly [ObjectKind, RegExp])[] = [
  ["job", /^\/?(?:jobs|job)\/(\d+)/],
  ["pipeline", /^\/?pipelines\/([0-9a-f-]{36})/i],
  ["warehouse", /^\/?sql\/warehouses\/([0-9a-f]{16})/i],
  ["cluster", /^\/?(?:compute\/(?:clusters|interactive)|setting\/clusters)\/([0-9a-z-]+)/i],
  ["dashboard", /^\/?(?:sql\/)?dashboards(?:v3)?\/([0-9a-f-]{32,36})/i],
  ["genie", /^\/?genie\/rooms\/([0-9a-f]{32})/i],
  ["endpoint", /^\/?ml\/endpoints\/([\w.-]+)/],
  ["app", /^\/?(?:compute\/)?apps\/([\w-]+)/],
  ["table", /^\/?explore\/data\/([^/]+\/[^/]+\/[^/?#]+)/],
]

/**
 * What a pasted address of a workspace, a table's full name or `job 123` means; null where it cannot be told. The
 * workspace is the `o=` of the address, or the number in an Azure host (`adb-<id>.<n>.azuredatabricks.net`).
 */
export function boundObjectIn(text: string): BoundObject | null {
  const plain = text.trim()
  const [, kindName = "", named = ""] = /^([a-z]+)\s+(\S+)$/i.exec(plain) ?? []
  const kind = kindName.toLowerCase()
  if (isKind(kind) && !named.includes("/")) return { kind, id: named, workspaceId: null, host: null }
  if (/^[\w-]+\.[\w-]+\.[\w-]+$/.test(plain)) return { kind: "table", id: plain, workspaceId: null, host: null }
  const url = URL.canParse(plain) ? new URL(plain) : null
  if (url?.protocol !== "https:") return null
  const path = url.hash.length > 1 && url.pathname === "/" ? url.hash.slice(1) : url.pathname
  for (const [each, pattern] of paths) {
    const id = pattern.exec(path)?.[1]
    if (!id) continue
    const workspaceId = url.searchParams.get("o") ?? /^adb-(\d+)\./.exec(url.host)?.[1] ?? null
    return {
      kind: each,
      id: each === "table" ? decodeURIComponent(id).replaceAll("/", ".") : id,
      workspaceId,
      host: url.host,
    }
  }
  return null
}

const isKind = (key: string): key is ObjectKind => Object.hasOwn(objectKinds, key)
