import { sayText, type ToldEvent, type WordTable } from "@/lib/door/audit/wording"
import { wordsOf } from "@/lib/records/wording"
import { budget } from "./cost/budget"
import { kpi } from "./kpi"
import { objective } from "./objective"

const sentenceOf = ({ texts }: ToldEvent) => ("sentence" in texts ? `: ${sayText(texts.sentence)}` : "")
const sayValue = (value: unknown) => (typeof value === "number" ? String(value) : "no value")

/** The words for what happens to objectives and KPIs. */
export const valueWords: WordTable = {
  ...wordsOf(objective),
  ...wordsOf(kpi),
  "kpi.checked-in": (event) =>
    `checked in ${sayValue(event.data.value)}, confidence ${event.data.confidence} of 10${sentenceOf(event)}`,
  "kpi.check-in-corrected": (event) =>
    `corrected a check-in from ${sayValue(event.data.before)} to ${sayValue(event.data.value)}${sentenceOf(event)}`,
  ...wordsOf(budget),
  "usage.imported": ({ data }) => `imported ${data.rows} rows of usage, ${data.from} to ${data.to}`,
  "list-prices.imported": ({ data }) => `imported ${data.rows} list prices`,
  "kpi.values-imported": ({ data }) => `imported ${data.rows} ${data.rows === 1 ? "value" : "values"} of KPIs`,
}
