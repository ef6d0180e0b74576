import { isOneOf } from "@/lib/base/kernel/one-of"
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
import { registerKinds, registerStates } from "./register"
import type { RegisterKind, RegisterState, RiskResponse } from "./register-shapes"

export const kindNames: Record<RegisterKind, string> = {
  risk: "Risk",
  assumption: "Assumption",
  issue: "Issue",
  dependency: "Dependency",
}
export const stateNames: Record<RegisterState, string> = {
  open: "Open",
  came_true: "Converted to issue",
  closed: "Closed",
}
export const responseNames: Record<RiskResponse, string> = {
  avoid: "Avoid",
  reduce: "Mitigate",
  transfer: "Transfer",
  accept: "Accept",
}

const sayKind = (value: unknown): string =>
  isOneOf(registerKinds, value) ? kindNames[value].toLowerCase() : String(value)
const sayState = (value: unknown): string => (isOneOf(registerStates, value) ? stateNames[value] : String(value))
const plain = (word: string): FieldWords => ({ word, say: sayPlain })
const days = (word: string): FieldWords => ({
  word,
  say: (value) => (typeof value === "number" ? `${value} d` : NOTHING),
})
const sayOwner = (value: unknown, { name }: Naming) =>
  typeof value === "string" ? (name(value) ?? "something removed") : "unassigned"

const fields: Readonly<Record<string, FieldWords>> = {
  state: { word: "state", say: sayState },
  kind: { word: "kind", say: sayKind },
  probability: {
    word: "probability",
    say: (value) => (typeof value === "number" ? `${Math.round(value * 100)}%` : NOTHING),
  },
  impact: plain("impact"),
  delayOptimistic: days("optimistic schedule impact"),
  delayLikely: days("most likely schedule impact"),
  delayPessimistic: days("pessimistic schedule impact"),
  ownerId: { word: "owner", say: sayOwner },
  response: plain("response"),
  dueDay: plain("due date"),
}

function edited(event: ToldEvent, naming: Naming): string {
  const { title, description, responseNote } = event.texts
  const places = ["workstreamIds", "gateIds"].some((key) => key in event.data)
  const parts = [
    ...changesOf(event, fields, naming).map(sayOneChange),
    ...(title === undefined ? [] : [`title to ${sayText(title)}`]),
    ...(description === undefined ? [] : ["the description"]),
    ...(responseNote === undefined ? [] : ["the note on the response"]),
    ...(places ? ["what it touches"] : []),
  ]
  return parts.length > 0 ? `changed ${joined(parts)}` : "saved it without changes"
}

/** The words for what happens in the register. */
export const risksWords: WordTable = {
  "register-entry.added": ({ data, texts }) => `added the ${sayKind(data.kind)} ${sayText(texts.title)}`,
  "register-entry.updated": edited,
  "register-entry.removed": () => "removed it from the register",
  "register-entry.restored": () => "restored it to the register",
  "register-entry.came-true": () => "converted it to an issue",
}
