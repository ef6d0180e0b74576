import { sayPlain, sayText, type WordTable } from "@/lib/door/audit/wording"
import { wordsOf } from "@/lib/records/wording"
import { decision, signerNames } from "./decision"

const signers: Readonly<Record<string, string>> = signerNames

/** The words for decisions, their reviews and signatures. */
export const decisionWords: WordTable = {
  ...wordsOf(decision),
  "decision.reviewed": ({ data, texts }) =>
    data.agreed === true ? "agreed to the decision" : `asked for a change: ${sayText(texts.note)}`,
  "decision.signed": ({ data }) =>
    `signed the decision for ${signers[String(data.responsibility)] ?? String(data.responsibility)}`,
  "decision.accepted": () => "completed the signatures: the decision is accepted",
  "decision.superseded": (event, naming) =>
    `superseded the decision by ${sayPlain(event.data.by ?? "another one", naming)}`,
  "decision.signatures-revoked": ({ data }) =>
    `took it back to draft: ${data.signatures === 1 ? "1 signature was" : `${String(data.signatures)} signatures were`} revoked`,
}
