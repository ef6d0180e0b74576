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
const revoked = (what: string) => (event: ToldEvent) => `revoked a signature on ${what}${withReason(event)}`

/** The words for evidence, waivers, responsibilities and signatures. */
export const assuranceWords: WordTable = {
  "evidence.handed-in": (event) =>
    `submitted ${kinds[String(event.data.kind)] ?? "evidence"} ${sayText(event.texts.title)}`,
  "evidence.accepted": (event) => `${titled("accepted")(event)}${withReason(event)}`,
  "evidence.rejected": (event) => `${titled("rejected")(event)}${withReason(event)}`,
  "evidence.withdrawn": titled("withdrew"),
  "audit.break-sealed": ({ data, texts }) =>
    `sealed known breaks of this trail (${Array.isArray(data.broken) ? data.broken.map((line) => String(line).split(" ", 2).join(" ")).join(", ") : "none"})${texts.reason ? `: ${sayText(texts.reason)}` : ""}`,
  "waiver.requested": (event, naming) => `requested a waiver${until(event, "expiresOn", naming)}${withReason(event)}`,
  "waiver.approved": (event, naming) => `approved a waiver${until(event, "expiresOn", naming)}`,
  "waiver.ended": () => "ended a waiver",
  "responsibility.given": (event, naming) => {
    const as = event.data.deputy === true ? "deputy for " : ""
    return `assigned someone as ${as}${responsible(event)}${until(event, "untilDay", naming)}`
  },
  "responsibility.ended": (event) => `ended the ${responsible(event)} assignment`,
  "criterion.added": ({ texts }) => `added ${sayText(texts.name)} to the checklist`,
  "criterion.updated": () => "changed a success criterion",
  "criterion.removed": ({ texts }) => `removed ${sayText(texts.name)} from the checklist`,
  "check.added": ({ texts }) => `added the check ${sayText(texts.sentence)}`,
  "criterion.signed": signed("a success criterion"),
  "criterion.signed-off": () => "completed the sign-off of a success criterion",
  "criterion.signature-revoked": revoked("a success criterion"),
  "gate.signed": signed("a gate"),
  "gate.passed": () => "passed a gate: all required signatures are in",
  "gate.signature-revoked": revoked("a gate"),
}
