/** What the steering committee was asked and decided. Asks and change requests are named by their titles. */
export type SteeringEvent =
  | {
      readonly does: "ask"
      readonly title: string
      readonly decider: string
      readonly dueIn: number
      readonly options: readonly string[]
      readonly recommended: number
      readonly delayCost: string
      readonly background: string
      /** Keys of work items that wait for it. */
      readonly work: readonly string[]
    }
  | {
      readonly does: "answer-ask"
      readonly title: string
      readonly option: number
      readonly conditions?: string
      readonly action: string
      readonly owner: string
      readonly dueIn: number
    }
  | {
      readonly does: "promise"
      readonly title: string
      readonly owner: string
      readonly dueIn: number
      readonly meeting: string
      readonly done?: boolean
    }
  | {
      readonly does: "request-change"
      readonly title: string
      readonly kind: "scope" | "date" | "budget"
      readonly reason: string
      readonly days: number
      readonly money: string
      /** Who approves or rejects it at once; left open without. */
      readonly decided?: { readonly who: string; readonly approved: boolean; readonly note: string }
    }
  | { readonly does: "freeze-pack"; readonly note: string }
