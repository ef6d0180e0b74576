import { type Naming, sayPlain, sayText, type ToldEvent, type WordTable } from "@/lib/door/audit/wording"
import { nameOfResponsibility } from "./responsibility"

const kinds: Readonly<Record<string, string>> = { link: "a link", file: "a file", note: "a note" }
const titled = (deed: string) => (event: ToldEvent) => `${deed} evidence ${sayText(event.texts.title)}`
const withReason = ({ texts }: ToldEvent): string => (texts.reason ? `: ${sayText(texts.reason)}` : "")
const until = ({ data }: ToldEvent, day: unknown, naming: Naming) =>
  data[String(day)] ? ` until ${sayPlain(data[String(day)], naming)}` : ""
const responsible = ({ data }: ToldEvent) =>
  nameOfResponsibility(String(data.key ?? data.responsibility ?? "something"))

const signed = (what: string) => (event: ToldEvent) => `signed ${what} for ${responsible(event)}`
const revoked = (what: string) => (event: ToldEvent) => `took a signature under ${what} back${withReason(event)}`

/** The words for evidence, waivers, responsibilities and signatures. */
export const assuranceWords: WordTable = {
  "evidence.handed-in": (event) =>
    `handed in ${kinds[String(event.data.kind)] ?? "evidence"} ${sayText(event.texts.title)}`,
  "evidence.accepted": (event) => `${titled("accepted")(event)}${withReason(event)}`,
  "evidence.rejected": (event) => `${titled("did not accept")(event)}${withReason(event)}`,
  "evidence.withdrawn": titled("withdrew"),
  "waiver.requested": (event, naming) =>
    `asked to waive a check${until(event, "expiresOn", naming)}${withReason(event)}`,
  "waiver.approved": (event, naming) => `approved a waiver${until(event, "expiresOn", naming)}`,
  "waiver.ended": () => "ended a waiver",
  "responsibility.given": (event, naming) => {
    const as = event.data.deputy === true ? "deputy for " : ""
    return `made somebody ${as}${responsible(event)}${until(event, "untilDay", naming)}`
  },
  "responsibility.ended": (event) => `ended who answers for ${responsible(event)}`,
  "criterion.added": ({ texts }) => `added ${sayText(texts.name)} to the checklist`,
  "criterion.updated": () => "changed a line of the checklist",
  "criterion.removed": ({ texts }) => `took ${sayText(texts.name)} off the checklist`,
  "check.added": ({ texts }) => `added the check ${sayText(texts.sentence)}`,
  "criterion.signed": signed("a line of the checklist"),
  "criterion.signed-off": () => "completed the signatures under a line of the checklist",
  "criterion.signature-revoked": revoked("a line of the checklist"),
  "gate.signed": signed("a gate"),
  "gate.passed": () => "passed a gate: everybody who must has signed",
  "gate.signature-revoked": revoked("a gate"),
}
