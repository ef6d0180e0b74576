import type { QueryClient } from "@tanstack/react-query"
import { noteSeq, seqOf } from "@/components/data/freshness"
import { answerKey } from "@/components/data/use-contract"
import { foldIn } from "@/components/roadmap/fold-in"
import { workStoreOf } from "@/components/roadmap/work-store"
import type { Toast } from "@/components/ui/toasts"
import { type CallRefusal, call } from "@/lib/access/call"
import { getRoadmap } from "@/lib/roadmap/contract"
import type { PendingChange } from "@/lib/roadmap/ledger"
import { inverseOf, type PlanChange, type PlanChanged, type ReplanParts, withChange } from "@/lib/roadmap/replan"
import { changePlan } from "@/lib/roadmap/timeline-contract"
import type { RoadmapView } from "@/lib/roadmap/views"
import type { WorkItemView } from "@/lib/roadmap/work-item"

/** A change of the plan in a few words, such as `Moved Model Deployment`. */
export type Deed = { readonly change: PlanChange; readonly said: string }
/** What the editor works on, as it is when it is asked. */
export type PlanPlace = {
  readonly client: QueryClient
  readonly programmeId: string
  readonly roadmap: () => RoadmapView
  readonly items: () => readonly WorkItemView[]
  readonly say: (toast: Toast) => void
  /** Somebody else was faster. */
  readonly onStale: (refusal: CallRefusal) => void
}

let lastKey = 0

/** Changes the plan, on screen at once; one change after the other, each of which can be undone and done again. */
export class PlanEditor {
  private undone: readonly Deed[] = []
  private done: readonly Deed[] = []
  private tail: Promise<unknown> = Promise.resolve()
  constructor(private readonly at: PlanPlace) {}

  /** Makes a change; false when it was not taken. */
  async commit(deed: Deed): Promise<boolean> {
    const back = await this.carryOut(deed)
    if (!back) return false
    this.done = [...this.done, back]
    this.undone = []
    this.at.say({ text: deed.said, undo: () => void this.undo() })
    return true
  }

  /** Takes the last change back. */
  async undo(): Promise<void> {
    const deed = this.done.at(-1)
    if (!deed) return this.at.say({ text: "Nothing to undo." })
    this.done = this.done.slice(0, -1)
    const again = await this.carryOut(deed)
    if (!again) return
    this.undone = [...this.undone, again]
    this.at.say({ text: `Undone: ${deed.said}` })
  }

  /** Does again what was undone last. */
  async redo(): Promise<void> {
    const deed = this.undone.at(-1)
    if (!deed) return this.at.say({ text: "Nothing to do again." })
    this.undone = this.undone.slice(0, -1)
    const back = await this.carryOut(deed)
    if (!back) return
    this.done = [...this.done, back]
    this.at.say({ text: deed.said, undo: () => void this.undo() })
  }

  /** Gives what takes it back; null when it was not taken. */
  private carryOut({ change, said }: Deed): Promise<Deed | null> {
    const { client, programmeId } = this.at
    const store = workStoreOf(client, programmeId)
    const before: ReplanParts = { ...this.at.roadmap(), items: this.at.items() }
    const { today } = this.at.roadmap()
    const pending = pendingOf(change, before, today)
    store.put(pending)
    this.showRoadmap((roadmap) => {
      const { workstreams, links } = withChange({ ...roadmap, items: [] }, change, today)
      return { ...roadmap, workstreams: [...workstreams], links: [...links] }
    })
    const run = this.tail.then(async () => {
      const input = { programmeId, ...change }
      const answer = await call(changePlan, input, { idempotencyKey: crypto.randomUUID() })
      if (!answer.ok) {
        store.drop(pending.key)
        this.refuse(answer)
        return null
      }
      this.settle(answer.value)
      const settled = { ...pending, settled: { seq: answer.seq, items: answer.value.items } }
      foldIn(client, programmeId, store, settled, change.items.length + change.workstreams.length + change.links.length)
      return { change: inverseOf(before, change, answer.value), said }
    })
    this.tail = run
    return run
  }

  /** Puts the answered links and workstreams in the place of those that were shown meanwhile. */
  private settle({ workstreams, links }: PlanChanged): void {
    const ends = new Map(links.map((link) => [endsOf(link), link]))
    const answered = new Map(workstreams.map((each) => [each.id, each]))
    this.showRoadmap((roadmap) => ({
      ...roadmap,
      links: roadmap.links.map((link) => ends.get(endsOf(link)) ?? link),
      workstreams: roadmap.workstreams.map((each) => answered.get(each.id) ?? each),
    }))
  }

  private refuse(answer: CallRefusal): void {
    const { client, programmeId } = this.at
    void client.invalidateQueries({ queryKey: [programmeId] })
    if (answer.code === "changed-meanwhile") this.at.onStale(answer)
    else this.at.say({ kind: "refused", text: answer.detail })
  }

  private showRoadmap(next: (roadmap: RoadmapView) => RoadmapView): void {
    const { client, programmeId } = this.at
    client.setQueryData<RoadmapView>(answerKey(getRoadmap, { programmeId }), (roadmap) => {
      if (!roadmap) return roadmap
      const shown = next(roadmap)
      noteSeq(shown, seqOf(roadmap))
      return shown
    })
  }
}

const endsOf = ({ from, to, type }: RoadmapView["links"][number]): string => `${from.id} ${type} ${to.id}`

function pendingOf(change: PlanChange, before: ReplanParts, today: RoadmapView["today"]): PendingChange {
  lastKey += 1
  const revise = (item: WorkItemView) => {
    const only = { ...change, workstreams: [], links: [], items: change.items.filter(({ id }) => id === item.id) }
    return withChange({ ...before, items: [item] }, only, today).items[0] ?? item
  }
  return { key: `plan-${lastKey}`, ids: change.items.map(({ id }) => id), revise }
}
