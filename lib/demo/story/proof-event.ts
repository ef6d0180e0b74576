import type { FactFile } from "@/lib/platform/facts/contract"

/** A file as text, made for the instant at which its facts were taken. */
export type FactText = (taken: { readonly at: string; readonly bundleVersion: string }) => string

/** What the programme proved: who answers for what, facts, evidence, waivers and signatures. Checks are named by key. */
export type ProofEvent =
  | {
      readonly does: "answer-for"
      readonly responsibility: string
      readonly person: string
      /** Only a deputy, for so many days. */
      readonly deputyFor?: number
    }
  | { readonly does: "hand-in"; readonly check: string; readonly piece: Piece }
  | { readonly does: "judge"; readonly check: string; readonly accepted: boolean; readonly reason?: string }
  | { readonly does: "ask-waiver"; readonly check: string; readonly reason: string; readonly forDays: number }
  | { readonly does: "approve-waiver"; readonly check: string }
  | {
      readonly does: "import"
      readonly source: FactFile["source"]
      readonly fileName: string
      readonly text: FactText
    }
  | {
      readonly does: "sign"
      readonly kind: "criterion" | "gate"
      readonly subject: string
      readonly responsibility: string
    }

/** What is handed in as evidence. */
export type Piece = {
  readonly title: string
  readonly note: string
  readonly url?: string
  /** A file beside the note. */
  readonly file?: { readonly name: string; readonly text: string }
  readonly validForDays?: number
}
