import type { QueryClient } from "@tanstack/react-query"
import { type Kept, type PendingChange, stillNeeded } from "@/lib/records/pending-changes"

/** A change that the server did not take. What was typed is kept until the member decides. */
export type Unsaved<View extends Kept, Change> = {
  readonly key: string
  readonly change: Change
  /** The records it was meant for, as they stand now. */
  readonly records: readonly View[]
  /** Set when somebody else changed one of them meanwhile: how it looked, how it is now, who, when. */
  readonly theirs: {
    readonly looked: View
    readonly current: View
    readonly by: string | null
    readonly at: string | null
  } | null
  /** Why it was not taken, when it was something else. */
  readonly sentence: string
}

export type RecordState<View extends Kept, Change> = {
  readonly changes: readonly PendingChange<View>[]
  readonly unsaved: readonly Unsaved<View, Change>[]
}

/** What this tab has changed about the records of a list and the list does not hold yet. Survives going to another page. */
export class RecordStore<View extends Kept, Change> {
  private state: RecordState<View, Change> = { changes: [], unsaved: [] }
  private readonly listeners = new Set<() => void>()

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }
  readonly read = () => this.state

  /** Adds a change, or puts it in the place of the one with its key. */
  put(change: PendingChange<View>): void {
    const { changes } = this.state
    const known = changes.some(({ key }) => key === change.key)
    this.write({
      changes: known ? changes.map((each) => (each.key === change.key ? change : each)) : [...changes, change],
    })
  }
  drop(key: string): void {
    this.write({ changes: this.state.changes.filter((change) => change.key !== key) })
  }
  /** Forgets the changes that a list has caught up with. */
  retire(records: readonly View[], seq: number): void {
    const changes = stillNeeded(this.state.changes, records, seq)
    if (changes !== this.state.changes) this.write({ changes })
  }
  keepUnsaved(unsaved: Unsaved<View, Change>): void {
    this.write({ unsaved: [...this.state.unsaved, unsaved] })
  }
  forgetUnsaved(key: string): void {
    this.write({ unsaved: this.state.unsaved.filter((each) => each.key !== key) })
  }
  private write(state: Partial<RecordState<View, Change>>): void {
    this.state = { ...this.state, ...state }
    for (const listener of this.listeners) listener()
  }
}

const stores = new WeakMap<QueryClient, Map<string, object>>()

/** The store of a list in this tab, by the list's name and programme; made when it is first asked for. */
export function storeOf<View extends Kept, Change>(client: QueryClient, name: string): RecordStore<View, Change>
export function storeOf(client: QueryClient, name: string): object {
  const known = stores.get(client) ?? new Map<string, object>()
  stores.set(client, known)
  const store = known.get(name) ?? new RecordStore()
  known.set(name, store)
  return store
}
