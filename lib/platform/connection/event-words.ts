import { sayText, type WordTable } from "@/lib/door/audit/wording"

/** The words for connections; what they bring is told as facts. */
export const connectionWords: WordTable = {
  "connection.added": ({ data, texts }) => `connected the workspace ${sayText(texts.name)} (${data.host})`,
  "connection.updated": ({ data }) => `changed a connection${data.secret === true ? " and its secret" : ""}`,
  "connection.removed": () => "removed a connection and its secret",
  "connection.run-started": () => "started fetching facts",
  "connection.run-cancelled": () => "stopped fetching facts",
}
