import type { QueryClient } from "@tanstack/react-query"
import { answerKey } from "@/components/door/data/use-contract"
import { foldIn } from "@/components/plan/roadmap/merge-answer"
import type { WorkStore } from "@/components/plan/roadmap/work-store"
import type { Toast } from "@/components/ui/toasts"
import type { Day } from "@/lib/base/kernel/day"
import { type CallRefusal, type CallResult, call } from "@/lib/door/call"
import { changeItem } from "@/lib/plan/roadmap/change"
import type { PendingChange } from "@/lib/plan/roadmap/pending-changes"
import { changeOf } from "@/lib/plan/roadmap/replan"
import type { PlanChange, PlanChanged } from "@/lib/plan/roadmap/replan-shapes"
import { freshened, type UndoStep, undoStep } from "@/lib/plan/roadmap/replan-undo"
import { sayRefusedReplan, sayReplan } from "@/lib/plan/roadmap/say-replan"
import type { RoadmapView } from "@/lib/plan/roadmap/views"
import type { WorkItemView } from "@/lib/plan/roadmap/work-item-shapes"
import { changePlan, getRoadmap, listWorkItems } from "@/lib/serve/api/generated/addresses"
import { drawAnswer, drawChange } from "./draw-roadmap"
import type { PlanHistory, PlanSteps } from "./plan-history"

/** What the editor works on, as it is when it is asked. */
export type PlanPlace = {
  readonly client: QueryClient
  readonly programmeId: string
  readonly store: WorkStore
  readonly history: PlanHistory
  readonly roadmap: () => RoadmapView
  /** The items as they are on screen. */
  readonly items: () => readonly WorkItemView[]
  readonly sayDay: (day: Day) => string
  readonly say: (toast: Toast) => void
}

/** A change on screen that the server has not answered yet. */
type Shown = { readonly change: PlanChange; readonly pending: PendingChange; readonly takeOff: () => void }

let lastKey = 0

/** Changes the plan optimistically, one change after the other; each can be taken back, and done again. */
export class PlanEditor {
  private tail: Promise<unknown> = Promise.resolve()
  constructor(private readonly at: PlanPlace) {}

  /** Makes a change; false when it was not taken. */
  commit(change: PlanChange): Promise<boolean> {
    const { history, say, sayDay } = this.at
    const before = this.parts()
    const said = sayReplan(change, { roadmap: this.at.roadmap(), items: before.items }, sayDay)
    const shown = this.show(change)
    return this.inTurn(async () => {
      const answer = await this.send(shown)
      if (!answer.ok) {
        this.sayRefused(answer, () => void this.commit(change))
        return false
      }
      const step = undoStep(before, change, answer.value, said)
      history.made(step)
      say({ text: said, undo: () => void this.undo(step) })
      return true
    })
  }
  /** Takes the last change back, or one of the earlier ones. */
  undo(step?: UndoStep): Promise<void> {
    return this.inTurn(() => this.goBack("undo", "redo", step))
  }
  /** Does again what was taken back last. */
  redo(): Promise<void> {
    return this.inTurn(() => this.goBack("redo", "undo"))
  }

  /** Does one thing after the other, so that what is still on its way can be taken back too. */
  private inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const run = this.tail.then(work)
    this.tail = run.catch(() => undefined)
    return run
  }

  private async goBack(from: keyof PlanSteps, to: keyof PlanSteps, asked?: UndoStep): Promise<void> {
    const { history, say } = this.at
    const step = history.take(from, asked)
    if (!step) return
    const before = this.parts()
    const change = freshened(step, before)
    const answer = await this.send(this.show(change))
    if (answer.ok) {
      history.put(to, undoStep(before, change, answer.value, step.said))
      say({ text: from === "undo" ? `Undid: ${step.said}` : step.said })
      return
    }
    const again = () => {
      history.put(from, step)
      void this.inTurn(() => this.goBack(from, to, step))
    }
    this.sayRefused(answer, again)
  }

  private readonly parts = () => ({ ...this.at.roadmap(), items: this.at.items() })

  private show(change: PlanChange): Shown {
    const { client, programmeId, store } = this.at
    const pending = this.pendingOf(change)
    store.put(pending)
    return { change, pending, takeOff: drawChange(client, programmeId, change) }
  }

  /** Sends a change that is shown, and settles it or takes it off the screen. */
  private async send({ change, pending, takeOff }: Shown): Promise<CallResult<PlanChanged>> {
    const { client, programmeId, store } = this.at
    const answer = await call(changePlan, { programmeId, ...change }, { idempotencyKey: crypto.randomUUID() })
    if (!answer.ok) {
      store.drop(pending.key)
      takeOff()
      return answer
    }
    drawAnswer(client, programmeId, change, answer.value)
    const events = change.items.length + change.workstreams.length + change.links.length
    const settled = { seq: answer.seq, items: answer.value.items }
    foldIn(client, programmeId, store, { ...pending, settled }, events)
    return answer
  }

  private pendingOf({ items }: PlanChange): PendingChange {
    const { today } = this.at.roadmap()
    const asked = new Map(items.map((each) => [each.id, each]))
    lastKey += 1
    return {
      key: `plan-${lastKey}`,
      ids: [...asked.keys()],
      revise: (item) => {
        const replan = asked.get(item.id)
        const changed = replan && changeItem(item, changeOf(replan), today)
        return changed?.ok ? changed.value.after : item
      },
    }
  }

  private sayRefused(answer: CallRefusal, again: () => void): void {
    const isAnswered = answer.status >= 400 && answer.status < 500
    const action = isAnswered ? { label: "Refresh", run: () => this.lookAgain() } : { label: "Try again", run: again }
    if (isAnswered) this.lookAgain()
    this.at.say({ kind: "refused", text: sayRefusedReplan(answer), action })
  }

  private lookAgain(): void {
    const { client, programmeId } = this.at
    for (const contract of [getRoadmap, listWorkItems])
      void client.invalidateQueries({ queryKey: answerKey(contract, { programmeId }) })
  }
}
