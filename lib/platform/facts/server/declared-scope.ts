import type { Transaction } from "@/lib/base/db/client"
import type { Id } from "@/lib/base/kernel/id"
import { type DeclaredWorkspace, plainWorkspace } from "../scope/scope"

type Reader = Pick<Transaction, "$queryRaw">

/** The metrics by which the tables of the account name its workspaces, one fact each with the id as its dimension; usage where there is no list. */
const LISTED = "workspaces-known"
const WITH_USAGE = "workspaces-with-usage"

export type ScopeRow = DeclaredWorkspace & { readonly id: Id }
/** What a programme has said of its scope. Changes with the register of environments and with what two people exclude. */
export type SaidScope = {
  readonly declared: readonly ScopeRow[]
  readonly excluded: readonly string[]
  /** Workspaces that once stood in the register: they stay known until they are excluded. */
  readonly removed: readonly string[]
}

type Row = Omit<ScopeRow, "workspaceId"> & { readonly workspaceId: string | null; readonly removed: boolean }

/** The environments that must report, and the workspaces that two people have excluded. */
export async function findSaidScope(reader: Reader, programmeId: Id): Promise<SaidScope> {
  const rows = await reader.$queryRaw<Row[]>`
    SELECT id, name, workspace_id::bigint::text AS "workspaceId", workspace_host AS host, region, removed_at IS NOT NULL AS removed
    FROM environment WHERE programme_id = ${programmeId}::uuid ORDER BY number`
  const changes = await reader.$queryRaw<{ workspace: string; excluded: boolean }[]>`
    SELECT DISTINCT ON (workspace) workspace, excluded FROM scope_change
    WHERE programme_id = ${programmeId}::uuid AND confirmed ORDER BY workspace, decided_at DESC, id DESC`
  const names = ({ host, workspaceId }: Row) => [(host && plainWorkspace(host)) || workspaceId || ""]
  return {
    declared: rows.flatMap(({ removed, ...row }) => (removed ? [] : [row])),
    excluded: changes.flatMap(({ workspace, excluded }) => (excluded ? [workspace] : [])),
    removed: rows.flatMap((row) => (row.removed ? names(row).filter((name) => name !== "") : [])),
  }
}

/** Workspaces that facts name: those that they came from, and those that the account's newest list has. */
export async function findKnownWorkspaces(
  reader: Reader,
  programmeId: Id,
  silent: readonly Id[],
): Promise<{ readonly workspace: string; readonly listed: boolean; readonly newest: Date }[]> {
  return reader.$queryRaw`
    SELECT f.workspace, false AS listed, max(f.as_of) AS newest FROM fact f
    WHERE f.programme_id = ${programmeId}::uuid AND f.workspace <> '' AND NOT f.fact_set_id = ANY(${[...silent]}::uuid[])
    GROUP BY f.workspace
    UNION ALL
    SELECT f.dimension, true, f.as_of FROM fact f
    JOIN (
      SELECT l.fact_set_id, l.metric FROM fact l JOIN fact_set s ON s.id = l.fact_set_id
      WHERE l.programme_id = ${programmeId}::uuid AND l.metric IN (${LISTED}, ${WITH_USAGE}) AND l.value > 0
        AND NOT s.id = ANY(${[...silent]}::uuid[])
      ORDER BY s.taken_at DESC, s.id DESC, l.metric = ${LISTED} DESC LIMIT 1
    ) AS newest ON newest.fact_set_id = f.fact_set_id AND newest.metric = f.metric
    WHERE f.programme_id = ${programmeId}::uuid AND f.dimension <> '' AND f.value > 0`
}
