import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { parse } from "yaml"
import { type DocumentedTable, DocumentedTables } from "../documented-table"

/** Relative to where the app was started, as the pack is. */
const folder = () => join(process.cwd(), "lib", "platform", "facts", "documented")
let loaded: readonly DocumentedTable[] | null = null

/** Every system table whose documented columns are kept, read from disk once. */
export function documentedTables(): readonly DocumentedTable[] {
  loaded ??= readdirSync(folder())
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .flatMap((name) => DocumentedTables.parse(parse(readFileSync(join(folder(), name), "utf8"))))
  return loaded
}
