import type { FactRow } from "../fact"
import {
  Asides,
  faultAt,
  type Outcome,
  type ReadContext,
  type Reader,
  type TableRow,
  wholeFault,
  withoutWorkspace,
} from "./reader"

/** What the tiles together say of one object; null where none of them says it. */
type Seen = { unread: boolean | null; explained: boolean; upgraded: boolean | null }
/** Names are held until the end, so that an object in two tiles counts once. */
const MOST_OBJECTS = 300_000

/**
 * Reads an assessment of UCX, one tile or all of them, as an export of CSV files or of sheets. Of tables that name where
 * they were upgraded to, it tells the share that is in Unity Catalog (E17); of all objects listed with their format, how
 * many could not be read and have no finding that explains it, tables that the crawl failed at among them (E02). Tiles
 * of counts list no objects. Names of tables, jobs and people stay outside.
 */
export function ucxReader(context: ReadContext): Reader {
  const objects = new Map<string, Seen>()
  const asides = new Asides()
  const take = (row: TableRow): Outcome[] => {
    const { cells } = row
    const failed = cells.get("error_entity")
    const says = failed === undefined ? whatIsSaid(cells) : { unread: true, explained: false, upgraded: null }
    if (says === null) return aside(`${row.table || "The file"}: no check asks for what it tells`)
    const name = failed === undefined ? identityOf(row) : nameOf([failed])
    if (name === null) return aside(`${row.table || "The file"}: counts and totals, which list no objects`)
    if (name === "") return aside(`${row.table || "The file"}: rows without the name of an object`)
    const known = objects.get(name)
    if (!known && objects.size >= MOST_OBJECTS) return [{ fault: faultAt(row, null, TOO_MANY) }]
    objects.set(name, known ? together(known, says) : says)
    return [known ? { same: 1 } : { taken: 1 }]
  }
  const aside = (reason: string): Outcome[] => {
    asides.add(reason)
    return []
  }
  const end = (): Outcome[] => {
    const { takenAt: asOf, region } = context
    if (asOf === null)
      return [{ fault: { ...wholeFault("This file doesn't include the date it was taken."), column: "takenAt" } }]
    const fact = (metric: string, value: number, n: number): Outcome[] =>
      n === 0
        ? []
        : [
            {
              fact: {
                metric,
                dimension: "",
                value,
                n,
                asOf,
                region,
                reason: null,
                workspace: context.workspace,
                statement: null,
              } satisfies FactRow,
            },
          ]
    const all = [...objects.values()]
    const [tables, listed] = [all.filter((each) => each.upgraded !== null), all.filter((each) => each.unread !== null)]
    const upgraded = tables.filter((each) => each.upgraded).length
    const unexplained = listed.filter((each) => each.unread && !each.explained).length
    return [
      ...withoutWorkspace(context),
      ...fact("tables-in-unity-catalog", tables.length === 0 ? 0 : upgraded / tables.length, tables.length),
      ...fact("unexplained-unreadable-objects", unexplained, listed.length),
      ...asides.outcomes(),
    ]
  }
  return { take, end }
}

const TOO_MANY = `More than ${MOST_OBJECTS} objects stand in this file. Bring the tiles of fewer workspaces.`

type Cells = TableRow["cells"]
const filled = (text: string | undefined): boolean => text !== undefined && !/^(|null|none|\[\])$/i.test(text.trim())

function whatIsSaid(cells: Cells): Seen | null {
  const format = cells.get("table_format") ?? cells.get("format")
  const isUpgrade = cells.has("upgraded_to")
  if (format === undefined && !isUpgrade) return null
  return {
    unread: format === undefined ? null : isUnread(cells, format),
    explained: isExplained(cells),
    upgraded: isUpgrade ? filled(cells.get("upgraded_to")) : null,
  }
}

/** Of two tiles the worse counts, except that one finding explains what the other leaves open. */
const together = (a: Seen, b: Seen): Seen => ({
  unread: a.unread === null ? b.unread : b.unread === null ? a.unread : a.unread || b.unread,
  explained: a.explained || b.explained,
  upgraded: a.upgraded === null ? b.upgraded : b.upgraded === null ? a.upgraded : a.upgraded && b.upgraded,
})

const NAMES = ["table_name", "full_name", "name", "table", "view_name", "object_id"] as const

/** The name of the object of a row: empty when it is left out, null in a tile that counts. Without columns that name or count anything, every row is an object. */
function identityOf({ cells, table, line }: TableRow): string | null {
  const column = NAMES.find((name) => cells.has(name))
  if (column) {
    const [own, catalog] = [cells.get(column) ?? "", cells.get("catalog") ?? cells.get("catalog_name") ?? ""]
    const schema = cells.get("database") ?? cells.get("schema") ?? cells.get("schema_name") ?? ""
    if (!filled(own)) return ""
    return own.includes(".") ? nameOf([own]) : nameOf([catalog, schema, own])
  }
  return [...cells.keys()].some((name) => COUNTS.test(name)) ? null : `\n${table}\n${line}`
}
const COUNTS = /^(count.*|.*_count|total.*|.*_total|num.*|tables|objects|views)$/

/** Some tiles write the legacy catalog before a table and some do not. */
const nameOf = (parts: readonly string[]): string =>
  parts
    .filter(filled)
    .join(".")
    .replaceAll("`", "")
    .trim()
    .toLowerCase()
    .replace(/^hive_metastore\./, "")

/** UCX writes the format of what it could not look into as unknown, or leaves it empty; views have none. */
const isUnread = (cells: Cells, format: string): boolean =>
  !/view/i.test(cells.get("object_type") ?? cells.get("type") ?? "") && /^(|unknown|null|none)$/i.test(format.trim())

const isExplained = (cells: Cells): boolean =>
  ["failures", "finding", "problem", "explanation"].some((name) => filled(cells.get(name)))
