import {
  changesOf,
  type FieldWords,
  joined,
  type Naming,
  NOTHING,
  sayOneChange,
  sayPlain,
  sayText,
  type ToldEvent,
  type WordTable,
} from "@/lib/door/audit/wording"

const plain = (word: string): FieldWords => ({ word, say: sayPlain })
const ruleFields: Readonly<Record<string, FieldWords>> = {
  comparison: { word: "comparison", say: (value) => String(value).replaceAll("-", " ") },
  threshold: plain("threshold"),
  leastN: plain("minimum observations"),
  freshnessDays: { word: "freshness", say: (value) => (typeof value === "number" ? `${value} d` : NOTHING) },
}
const owner: Readonly<Record<string, FieldWords>> = {
  ownerId: {
    word: "owner",
    say: (value, { name }) => (typeof value === "string" ? (name(value) ?? "a removed person") : "no one"),
  },
}

const sourceNames: Readonly<Record<string, string>> = {
  ...{ bundle: "the fact bundle", connection: "the live connection", sat: "a SAT export", ucx: "a UCX assessment" },
  ...{ dqx: "a DQX summary", rest: "a JSON file" },
}

function imported({ data, texts }: ToldEvent): string {
  const source = sourceNames[String(data.source)] ?? "a file"
  const file = typeof texts.fileName === "string" ? ` (${sayText(texts.fileName)})` : ""
  return `imported ${data.rows} facts of ${source}${file}${sayVerdicts(data.changed)}`
}

const sayVerdicts = (changed: unknown): string =>
  typeof changed === "number" && changed > 0 ? `; ${changed} ${changed === 1 ? "verdict" : "verdicts"} changed` : ""

function ruleChanged(event: ToldEvent, naming: Naming): string {
  const changes = joined(changesOf(event, ruleFields, naming).map(sayOneChange))
  const what = event.data.packs === true ? "reset the rule to the release" : "changed the rule"
  return `${what}${changes ? `: ${changes}` : ""}${sayVerdicts(event.data.changed)}`
}

/** The words for what happens to facts, to the rules of checks and to their verdicts. */
export const factsWords: WordTable = {
  "facts.imported": imported,
  "facts.withdrawn": ({ data, texts }) =>
    `took back a set of facts: ${sayText(texts.reason)}${sayVerdicts(data.changed)}`,
  "facts.corrected": ({ data, texts }) =>
    `corrected where or when a set of facts was taken: ${sayText(texts.reason)}${sayVerdicts(data.changed)}`,
  "facts.file-erased": () => "erased the file of a set of facts; its hash and its facts stay",
  "parameter.asked": ({ data, texts }) => `asked to set the parameter ${data.name} to ${sayText(texts.value)}`,
  "parameter.confirmed": ({ data, texts }) =>
    `confirmed the parameter ${data.name} as ${sayText(texts.value)}${sayVerdicts(data.changed)}`,
  "parameter.declined": ({ data }) => `left the parameter ${data.name} as it was`,
  "scope.asked": ({ data, texts }) =>
    `asked to ${data.excluded ? "exclude" : "include"} workspace ${sayText(texts.workspace)}: ${sayText(texts.reason)}`,
  "scope.confirmed": ({ data, texts }) =>
    `${data.excluded ? "excluded" : "included"} workspace ${sayText(texts.workspace)}${sayVerdicts(data.changed)}`,
  "scope.declined": ({ texts }) => `declined a change of scope for workspace ${sayText(texts.workspace)}`,
  "check.rule-changed": ruleChanged,
  "check.rule-confirmed": ({ data }) => `confirmed the edited rule: ${data.rule}${sayVerdicts(data.changed)}`,
  "check.owned": (event, naming) =>
    `changed ${joined(changesOf(event, owner, naming).map(sayOneChange)) || "the owner of a check"}`,
  "verdicts.changed": ({ data }) =>
    `re-evaluated the checks${sayVerdicts(data.changed)}: ${data.met} met, ${data.notMet} not met, ${data.unknown} unknown`,
}
