import type { QueryClient } from "@tanstack/react-query"
import { type PendingChange, stillNeeded } from "@/lib/plan/roadmap/pending-changes"
import type { WorkItemChange, WorkItemView } from "@/lib/plan/roadmap/work-item-shapes"

/** A change that the server did not take. What was typed is kept until the member decides. */
export type Unsaved = {
  readonly key: string
  readonly change: WorkItemChange
  /** The items it was meant for, as they stand now. */
  readonly items: readonly WorkItemView[]
  /** Set when somebody else changed one of them meanwhile: how it looked, how it is now, who, when. */
  readonly theirs: {
    readonly looked: WorkItemView
    readonly current: WorkItemView
    readonly by: string | null
    readonly at: string | null
  } | null
  /** Why it was not taken, when it was something else. */
  readonly sentence: string
}

export type WorkState = { readonly changes: readonly PendingChange[]; readonly unsaved: readonly Unsaved[] }

/** What this tab has changed about a programme's work and the lists do not hold yet. Survives going to another page. */
export class WorkStore {
  private state: WorkState = { changes: [], unsaved: [] }
  private readonly listeners = new Set<() => void>()

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }
  readonly read = () => this.state

  /** Adds a change, or puts it in the place of the one with its key. */
  put(change: PendingChange): void {
    const known = this.state.changes.some(({ key }) => key === change.key)
    const { changes } = this.state
    this.write({
      changes: known ? changes.map((each) => (each.key === change.key ? change : each)) : [...changes, change],
    })
  }
  drop(key: string): void {
    this.write({ changes: this.state.changes.filter((change) => change.key !== key) })
  }
  /** Forgets the changes that a list has caught up with. */
  retire(items: readonly WorkItemView[], seq: number): void {
    const changes = stillNeeded(this.state.changes, items, seq)
    if (changes !== this.state.changes) this.write({ changes })
  }
  keepUnsaved(unsaved: Unsaved): void {
    this.write({ unsaved: [...this.state.unsaved, unsaved] })
  }
  forgetUnsaved(key: string): void {
    this.write({ unsaved: this.state.unsaved.filter((each) => each.key !== key) })
  }
  private write(state: Partial<WorkState>): void {
    this.state = { ...this.state, ...state }
    for (const listener of this.listeners) listener()
  }
}

const stores = new WeakMap<QueryClient, Map<string, WorkStore>>()

/** The store of a programme in this tab. */
export function workStoreOf(client: QueryClient, programmeId: string): WorkStore {
  const known = stores.get(client) ?? new Map<string, WorkStore>()
  stores.set(client, known)
  const store = known.get(programmeId) ?? new WorkStore()
  known.set(programmeId, store)
  return store
}
