import type { Fact } from "../fact"

/** A workspace of the register of environments, as far as it must report. */
export type DeclaredWorkspace = {
  readonly name: string
  readonly workspaceId: string | null
  readonly host: string | null
  readonly region: string | null
}
/** What a programme has declared: the workspaces that must report, those that two people have excluded, and others that are known. */
export type Scope = {
  readonly declared: readonly DeclaredWorkspace[]
  readonly excluded: readonly string[]
  /** By the tables of the account, by facts, or since they once were declared. */
  readonly known: readonly string[]
}

/**
 * What a metric is a figure of, and so who must have reported for it to be told of all.
 * - workspace: every workspace in scope
 * - region: every region that a workspace in scope lies in
 * - somewhere: one workspace in scope, such as that of a team's quality rules
 * - account: nobody in particular
 */
export const breadths = ["workspace", "region", "somewhere", "account"] as const
export type Breadth = (typeof breadths)[number]

/** Facts within the scope, and what keeps them from telling of all of it. */
export type Scoped = {
  readonly facts: readonly Fact[]
  readonly isDeclared: boolean
  /** Names of what is in scope and has not reported. */
  readonly unreported: readonly string[]
  /** Workspaces that are neither declared nor excluded. */
  readonly undeclared: readonly string[]
  /** Whether facts were dropped since they came from elsewhere. */
  readonly outside: boolean
}

/** `https://ADB-12.3.azuredatabricks.net/` and `adb-12.3.azuredatabricks.net` are one host. */
export const plainWorkspace = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, "")
    .replace(/[/?#].*$/, "")

/** The names that a workspace goes by: an Azure host carries the id. */
export function namesOfWorkspace(text: string): string[] {
  const plain = plainWorkspace(text)
  const id = /^adb-(\d+)\./.exec(plain)?.[1]
  return plain === "" ? [] : id === undefined ? [plain] : [plain, id]
}

/** `West Europe` and `westeurope` are one region. */
export const plainRegion = (text: string): string => text.toLowerCase().replaceAll(/[\s_]/g, "")

/** How a declared workspace is named in facts: by its host, else by its id; null while it has neither. */
export const keyOfDeclared = ({ workspaceId, host }: DeclaredWorkspace): string | null =>
  (host === null ? "" : plainWorkspace(host)) || workspaceId || null

/**
 * The facts of a metric as the scope sees them. Those of one declared workspace carry one name, whether they came with its
 * id or its host; those of others are dropped, and the others are named. Without any declared workspace all facts stay, and nothing
 * can be told of all.
 */
export function scopedFacts(facts: readonly Fact[], breadth: Breadth, scope: Scope): Scoped {
  const isDeclared = scope.declared.length > 0
  if (breadth === "account" || !isDeclared)
    return { facts, isDeclared: isDeclared || breadth === "account", unreported: [], undeclared: [], outside: false }
  const find = finderOf(scope)
  const undeclared = new Set(undeclaredOf(scope))
  const inside: Fact[] = []
  const reported = new Set<DeclaredWorkspace>()
  for (const fact of facts) {
    const place = fact.workspace === "" ? null : find(fact.workspace)
    if (place === "undeclared") undeclared.add(plainWorkspace(fact.workspace))
    if (place === "undeclared" || place === "excluded") continue
    if (place === null) {
      // a figure of a workspace that does not say which stands for none, unless it speaks against the rule
      inside.push(fact)
      continue
    }
    reported.add(place)
    inside.push({
      ...fact,
      workspace: keyOfDeclared(place) ?? fact.workspace,
      region: breadth === "region" && fact.region === "" ? (place.region ?? "") : fact.region,
    })
  }
  return {
    ...{ facts: inside, isDeclared, outside: inside.length < facts.length },
    unreported: missingOf(breadth, inside, reported, scope),
    undeclared: [...undeclared].sort(),
  }
}

/** Workspaces that are known and neither declared nor excluded. */
export function undeclaredOf(scope: Scope): string[] {
  const find = finderOf(scope)
  return [...new Set(scope.known.filter((name) => find(name) === "undeclared").map(plainWorkspace))].sort()
}

/** A declared workspace, or that it is excluded, or neither. What is declared is in scope, whatever was excluded before. */
export function finderOf(scope: Scope): (name: string) => DeclaredWorkspace | "excluded" | "undeclared" {
  const byName = new Map<string, DeclaredWorkspace | "excluded">()
  for (const name of scope.excluded.flatMap(namesOfWorkspace)) byName.set(name, "excluded")
  for (const each of scope.declared)
    for (const name of [each.host ?? "", each.workspaceId ?? ""].flatMap(namesOfWorkspace)) byName.set(name, each)
  return (name) =>
    namesOfWorkspace(name)
      .map((each) => byName.get(each))
      .find((each) => each !== undefined) ?? "undeclared"
}

function missingOf(
  breadth: Breadth,
  facts: readonly Fact[],
  reported: ReadonlySet<DeclaredWorkspace>,
  { declared }: Scope,
): string[] {
  if (breadth === "somewhere") return reported.size > 0 ? [] : declared.map(({ name }) => name)
  if (breadth === "workspace") return declared.flatMap((each) => (reported.has(each) ? [] : [unreportedName(each)]))
  const regions = new Set(facts.map(({ region }) => plainRegion(region)))
  const asked = new Map<string, string>()
  for (const { name, region } of declared)
    if (region === null || plainRegion(region) === "") asked.set(`?${name}`, `${name} (no region in Environments)`)
    else asked.set(plainRegion(region), region)
  return [...asked].flatMap(([key, name]) => (regions.has(key) ? [] : [name]))
}

const unreportedName = (each: DeclaredWorkspace): string =>
  keyOfDeclared(each) === null ? `${each.name} (no workspace ID or host in Environments)` : each.name
