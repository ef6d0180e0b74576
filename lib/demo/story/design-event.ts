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

/** What the programme thought of where it is and where it goes: its assessment and its landscape. Questions are named by their keys in the pack. */
export type DesignEvent =
  | { readonly does: "start-assessment" }
  | { readonly does: "assess"; readonly answers: Readonly<Record<string, Answered>> }
  | { readonly does: "freeze"; readonly name: string }
  /** The whole landscape; the workspaces; how much of each item has moved; and the use cases with their scores. */
  | { readonly does: "survey" | "set-up-environments" | "report-migration" | "list-use-cases" }
  /** A decision by its name: written down, agreed to, signed. */
  | { readonly does: "decide"; readonly decision: string }
  | { readonly does: "agree-to"; readonly decision: string }
  | { readonly does: "sign-decision"; readonly decision: string; readonly responsibility: string }
  | { readonly does: "gaps-to-work"; readonly questions: readonly string[] }
