import type { MeasureParameter } from "@/lib/pack/measures"
import type { Bundle } from "./bundle"
import { regionless, resultColumns, type Statement } from "./compose"
import { costOf, sayCost } from "./cost"
import { folded, quiet } from "./folded"
import { RAN_WITH } from "./sql-file"

/** What a notebook's result has beside the columns of the statements: why a measure gave nothing. */
export const reasonColumn = "reason"

const kinds: Record<MeasureParameter["type"], string> = { INT: "int", DOUBLE: "float", STRING: "str" }
const cell = "\n\n# COMMAND ----------\n\n"

/**
 * The bundle as a Databricks notebook in source format (Python around SQL). Every measure runs on its own: one that fails
 * leaves a row for each of its metrics, without a value, whose reason is the measure and the error's class, never its text.
 */
export function notebook(bundle: Bundle): string {
  const cells = [
    `# Databricks notebook source\n${prose(bundle)}`,
    bundle.parameters.map(widget).join("\n"),
    machinery(bundle),
    ...bundle.statements.map(measured),
    `display(spark.createDataFrame(rows, schema))`,
  ]
  return `${cells.join(cell)}\n`
}

function prose(bundle: Bundle): string {
  const { version } = bundle
  return [
    "%md",
    `## Lakeward fact bundle ${version}`,
    "Attach it to serverless compute or to a cluster in standard or dedicated access mode, fill in the fields above and run all cells.",
    "Download the table of the last cell as CSV and import it. Run it once in each region.",
    "",
    "It reads system tables and changes nothing. Only that table leaves the platform: figures, with no name of a person, no text of a",
    "statement and no row of your data. A measure that may not be read is told as such and the others go on.",
    "",
    ...folded(sayCost(costOf(bundle)), ""),
  ]
    .map((line) => `# MAGIC ${line}`.trimEnd())
    .join("\n")
}

const widget = ({ name, fallback, meaning }: MeasureParameter): string =>
  `${folded(meaning, "# ").join("\n")}\ndbutils.widgets.text("${name}", ${quoted(fallback)})`

function machinery({ version, parameters, unused }: Bundle): string {
  return `from datetime import datetime, timezone

types = {${parameters.map(({ name, type }) => `"${name}": ${kinds[type]}`).join(", ")}}
empty = {int: "0", float: "0", str: ""}


def field(name, kind):
    text = dbutils.widgets.get(name).strip()
    return kind(empty[kind] if text in ("", "-") else text)


unused = {${unused.map(({ name, fallback }) => `"${name}": ${quoted(fallback)}`).join(", ")}}
given = {name: field(name, kind) for name, kind in types.items()}
schema = "${columnsOfSchema()}"



def now():
    return datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


rows = [
    ("${RAN_WITH}", f"{name}={value}", None, 0.0, now(), given.get("region", ""), "${version}", None)
    for name, value in {**given, **unused}.items()
]


def measure(name, metrics, regional, parameters, query):
    try:
        found = spark.sql(query, args={name: given[name] for name in parameters}).collect()
        rows.extend(tuple(row) + (None,) for row in found)
    except Exception as error:
        told = getattr(error, "getErrorClass", None) or getattr(error, "getCondition", None)
        reason = name + ": " + ((told() if told else None) or type(error).__name__)
        region = given.get("region", "") if regional else ""
        rows.extend((metric, "", None, 0.0, now(), region, "${version}", reason) for metric in metrics)`
}

const columnsOfSchema = () =>
  [...resultColumns, reasonColumn]
    .map((name) => `${name} ${name === "value" || name === "n" ? "DOUBLE" : "STRING"}`)
    .join(", ")

function measured({ measure, evidence, comment, metrics, parameters, sql }: Statement): string {
  const regional = !regionless({ sql })
  const names = parameters.map(({ name }) => name)
  const call = `"${measure}", ${JSON.stringify([...new Set(metrics)])}, ${regional ? "True" : "False"}, ${JSON.stringify(names)}`
  return `# ${evidence} ${quiet(measure)}\n${folded(comment, "# ").join("\n")}\nmeasure(${call}, """\n${sql}\n""")`
}

const quoted = (text: string): string => JSON.stringify(text)
