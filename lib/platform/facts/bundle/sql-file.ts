import type { Bundle } from "./bundle"
import { quiet } from "./compose"

/**
 * The bundle as one read-only query: every statement in brackets under its comment, put together by UNION ALL, so that an
 * editor shows one table to download. A part can also be run alone: mark what stands in its brackets.
 */
export function sqlFile(bundle: Bundle): string {
  const parts = bundle.statements.map(({ measure, evidence, comment, sql }) =>
    [`-- ${evidence} ${measure}`, ...folded(comment), `SELECT * FROM (\n${sql}\n) AS part`].join("\n"),
  )
  return `${heading(bundle)}\n\n${parts.join("\n\nUNION ALL\n\n")}\n;\n`
}

function heading({ version, parameters, statements }: Bundle): string {
  const tables = [...new Set(statements.flatMap(({ reads }) => reads))].sort()
  return [
    `-- Lakeward fact bundle ${version}`,
    "--",
    ...folded(
      "What it does: one query that reads and changes nothing. Run it with a SQL warehouse, once in each region.",
    ),
    ...folded(
      "What leaves the platform: only the table that you download. Each row is a figure with the columns metric, dimension, " +
        "value, n, as_of, region and bundle_version. A dimension is empty, the id of a workspace, the name of a production " +
        "catalog or a name that you gave a use case. No name of a person, no text of a statement and no row of your data is in it. " +
        "People are counted by hashes that stay inside of the query.",
    ),
    ...folded(
      "If a table may not be read the whole query fails. Use the notebook then, which loses that measure alone, or take the " +
        "part out together with one UNION ALL.",
    ),
    "--",
    ...folded("Parameters. Where an editor insists on a value, - stands for an empty one."),
    ...parameters.flatMap(({ name, type, fallback, meaning }) =>
      folded(`${name} (${type}, ${fallback === "" ? "empty" : fallback} unless you set it): ${meaning}`, "--   "),
    ),
    "--",
    "-- Tables it reads:",
    ...tables.map((table) => `--   ${table}`),
  ].join("\n")
}

/** A comment in lines of at most 110 letters. */
export function folded(text: string, start = "-- "): string[] {
  const lines: string[] = []
  for (const word of quiet(text).split(" ")) {
    const last = lines.at(-1)
    if (last === undefined || `${last} ${word}`.length > 110) lines.push(start + word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines
}
