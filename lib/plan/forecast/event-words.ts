import {
  changesOf,
  type FieldWords,
  joined,
  sayOneChange,
  sayPlain,
  sayText,
  type WordTable,
} from "@/lib/door/audit/wording"

const shapes: Readonly<Record<string, string>> = { beta_pert: "Beta-PERT", triangular: "triangular" }
const settings: Readonly<Record<string, FieldWords>> = {
  shape: { word: "the estimate distribution", say: (value) => shapes[String(value)] ?? String(value) },
  correlation: { word: "correlation", say: sayPlain },
  trials: { word: "trials", say: sayPlain },
  seed: { word: "the seed", say: (value) => (value === null ? "the programme's own" : String(value)) },
  automatic: { word: "running after changes", say: (value) => (value === true ? "on" : "off") },
}

/** The words for what happens to forecasts and what-if copies. */
export const forecastWords: WordTable = {
  "forecast.made": ({ data }, naming) => {
    const finish =
      typeof data.finishP80 === "string" ? `: finish 80% likely by ${sayPlain(data.finishP80, naming)}` : ""
    return typeof data.reason === "string"
      ? `ran a forecast by itself (${data.reason.toLowerCase()})${finish}`
      : `ran a forecast${finish}`
  },
  "forecast-settings.updated": (event, naming) => {
    const parts = changesOf(event, settings, naming).filter(({ from, to }) => from !== to)
    return parts.length > 0 ? `changed ${joined(parts.map(sayOneChange))} of forecasts` : "saved it without changes"
  },
  "scenario.added": ({ texts }) => `saved the what-if ${sayText(texts.name)}`,
  "scenario.updated": ({ texts }) =>
    texts.name === undefined ? "changed a what-if" : `renamed a what-if to ${sayText(texts.name)}`,
  "scenario.applied": () => "applied a what-if to the plan",
  "scenario.removed": () => "deleted a what-if",
  "scenario.restored": () => "restored a what-if",
}
