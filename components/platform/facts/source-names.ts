import type { FactFile, FactSetView } from "@/lib/platform/facts/contract"

/** Where facts came from, as every page says it. */
export const sourceNames: Record<FactSetView["source"], string> = {
  ...{ bundle: "Fact bundle", connection: "Live connection", sat: "Security Analysis Tool" },
  ...{ ucx: "UCX assessment", dqx: "DQX summary", rest: "REST facts" },
}

/** The sources that come as a file, with what can be dropped. */
export const fileSources: readonly {
  readonly value: FactFile["source"]
  readonly label: string
  readonly hint: string
}[] = [
  { value: "bundle", label: sourceNames.bundle, hint: "CSV or JSON" },
  { value: "sat", label: sourceNames.sat, hint: "CSV" },
  { value: "ucx", label: sourceNames.ucx, hint: "CSV, XLSX or ZIP" },
  { value: "dqx", label: sourceNames.dqx, hint: "CSV or JSON" },
  { value: "rest", label: sourceNames.rest, hint: "JSON" },
]

/** Whether files of a source may not say when and where they were taken. */
export const isSilent = (source: FactFile["source"]): boolean => source !== "bundle" && source !== "rest"

/** Which tool a file most likely comes from, by its name (UCX numbers its tables); the bundle unless it says otherwise. */
export function guessSource(fileName: string): FactFile["source"] {
  const words = fileName.toLowerCase().split(/[^a-z]+/)
  const named = (["sat", "ucx", "dqx", "rest"] as const).find((source) => words.includes(source))
  return named ?? (/^\d\d_\d_|\.xlsx$/i.test(fileName) ? "ucx" : "bundle")
}
