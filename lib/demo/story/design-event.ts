/** An answer of the assessment: what somebody changed of it. */
export type Answered = {
  readonly asIs?: number
  readonly toBe?: number
  readonly notApplicable?: boolean
  readonly confidence?: "low" | "medium" | "high"
  readonly owner?: string
  /** Days after it was written. */
  readonly dueIn?: number
  readonly note?: string
}

/** What the programme thought of where it is: its assessment. Questions are named by their keys in the pack. */
export type DesignEvent =
  | { readonly does: "start-assessment" }
  | { readonly does: "assess"; readonly answers: Readonly<Record<string, Answered>> }
  | { readonly does: "freeze"; readonly name: string }
  | { readonly does: "gaps-to-work"; readonly questions: readonly string[] }
