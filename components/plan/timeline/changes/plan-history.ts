import type { QueryClient } from "@tanstack/react-query"
import type { UndoStep } from "@/lib/plan/roadmap/replan-undo"

export type PlanSteps = { readonly undo: readonly UndoStep[]; readonly redo: readonly UndoStep[] }

/** So many steps can be taken back. */
const MOST_STEPS = 100

/** What this member changed in the plan, to take back and to do again. Survives going to another page. */
export class PlanHistory {
  private steps: PlanSteps = { undo: [], redo: [] }
  private readonly listeners = new Set<() => void>()

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }
  readonly read = (): PlanSteps => this.steps

  /** A new change was made: it can be taken back, and what was taken back before cannot be done again. */
  made(step: UndoStep): void {
    this.write({ undo: [...this.steps.undo, step].slice(-MOST_STEPS), redo: [] })
  }
  /** Puts a step on top of a stack. */
  put(stack: keyof PlanSteps, step: UndoStep): void {
    this.write({ ...this.steps, [stack]: [...this.steps[stack], step] })
  }
  /** Takes a step, or the last, off a stack; null when it is not there any more. */
  take(stack: keyof PlanSteps, step: UndoStep | undefined = this.steps[stack].at(-1)): UndoStep | null {
    const kept = this.steps[stack].filter((each) => each !== step)
    if (!step || kept.length === this.steps[stack].length) return null
    this.write({ ...this.steps, [stack]: kept })
    return step
  }
  private write(steps: PlanSteps): void {
    this.steps = steps
    for (const listener of this.listeners) listener()
  }
}

const histories = new WeakMap<QueryClient, Map<string, PlanHistory>>()

/** The history of a programme in this tab. */
export function planHistoryOf(client: QueryClient, programmeId: string): PlanHistory {
  const known = histories.get(client) ?? new Map<string, PlanHistory>()
  histories.set(client, known)
  const history = known.get(programmeId) ?? new PlanHistory()
  known.set(programmeId, history)
  return history
}
