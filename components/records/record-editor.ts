import type { Toast } from "@/components/ui/toasts"
import type { CallRefusal, CallResult } from "@/lib/door/call"
import type { Kept, PendingChange } from "@/lib/records/pending-changes"
import { onceOnline } from "./connection"
import type { RecordStore, Unsaved } from "./record-store"

/** A change as it would be on one record: how it looks after it, and what brings it back. */
export type Judged<View, Change> = { readonly after: View; readonly back: Change }
export type Asked = { readonly id: string; readonly version: number }
type Answered<View> = CallResult<readonly View[]>

/** What an editor works on: one list of records, and how they are changed. */
export type Workplace<View extends Kept, Change extends object> = {
  readonly store: RecordStore<View, Change>
  /** The records as they are on screen. */
  readonly records: () => readonly View[]
  /** What a record would become, or a sentence that refuses it. */
  readonly judge: (record: View, change: Change) => Judged<View, Change> | string
  readonly nameOf: (record: View) => string
  readonly many: string
  readonly sayChange: (change: Change, record: View | null) => string
  readonly say: (toast: Toast) => void
  readonly send: {
    readonly change: (asked: readonly Asked[], change: Change, key: string) => Promise<Answered<View>>
    readonly remove: (asked: Asked, key: string) => Promise<CallResult<unknown>>
    readonly restore: (id: string, key: string) => Promise<CallResult<View>>
  }
  /** Takes a settled answer into the list, where that knows everything up to it. */
  readonly merge: (change: PendingChange<View>, before: number | null) => void
  readonly refetch: () => Promise<unknown>
  /** The record in a refusal, as it stands now. */
  readonly currentIn: (refusal: CallRefusal) => View | null
}

let lastKey = 0
export const newKey = (): string => {
  lastKey += 1
  return `change-${lastKey}`
}

/**
 * Changes records optimistically: on screen at once, one after the other for each record, taken back with a sentence when
 * refused, and kept for the member to decide when somebody else was faster. What is changed while the server cannot be
 * reached waits and is sent later. Everything can be undone from its toast, through the same queue.
 */
export class RecordEditor<View extends Kept, Change extends object> {
  private readonly tails = new Map<string, Promise<unknown>>()
  /** How many of our changes of a record came to nothing; later ones were looked at as if they had counted. */
  private readonly failures = new Map<string, number>()
  /** Records that are being made, or were, by the id under which they stood until then. */
  private readonly made = new Map<string, Promise<View | null>>()
  /** Under which id a record stood before it was made. */
  private readonly firstIds = new Map<string, string>()
  constructor(protected readonly at: Workplace<View, Change>) {}

  /** Changes records alike. False when it was not taken. */
  async change(asked: readonly View[], change: Change, { silent = false } = {}): Promise<boolean> {
    const records = await this.onceMade(asked)
    const judged: Judged<View, Change>[] = []
    for (const record of records) {
      const one = this.at.judge(record, change)
      if (typeof one === "string") {
        this.at.say({ kind: "refused", text: one })
        return false
      }
      judged.push(one)
    }
    const revise = (record: View) => {
      const again = this.at.judge(record, change)
      return typeof again === "string" ? record : { ...again.after, version: record.version + 1 }
    }
    const ids = records.map(({ id }) => id)
    const pending: PendingChange<View> = { key: newKey(), ids, revise }
    const key = crypto.randomUUID()
    const answer = await this.carryOut(pending, records, (versions) =>
      this.at.send.change(
        ids.map((id, index) => ({ id, version: versions[index] ?? 1 })),
        change,
        key,
      ),
    )
    if (!answer.ok) {
      this.keepOrSay(answer, records, change)
      return false
    }
    if (!silent) {
      const [only = null] = records
      const text = `${this.subjectOf(records)}: ${this.at.sayChange(change, records.length === 1 ? only : null)}`
      this.at.say({ text, undo: () => void this.takeBack(records, judged) })
    }
    return true
  }

  /** What a record's row is known by on screen: the same before and after it was made, so that its focus stays. */
  readonly keyOf = (id: string): string => this.firstIds.get(id) ?? id

  /**
   * Adds a record: shown at once as the draft, and in its place what was made of it. Null when it was not taken.
   * @param send is given a key, so that a repeated request makes it once
   */
  add(draft: View, send: (key: string) => Promise<CallResult<View>>): Promise<View | null> {
    const added = this.make(draft, send)
    this.made.set(draft.id, added)
    return added
  }

  /** Takes records away. False when one was not taken. */
  async remove(asked: readonly View[], silent = false): Promise<boolean> {
    const records = await this.onceMade(asked)
    const removed = await Promise.all(records.map((record) => this.removeOne(record)))
    const gone = records.filter((_, index) => removed[index])
    if (gone.length > 0 && !silent)
      this.at.say({
        text: `Removed ${this.subjectOf(gone)}`,
        undo: () => void Promise.all(gone.map((record) => this.restore(record))),
      })
    return removed.every((each) => each)
  }

  private async removeOne(record: View): Promise<boolean> {
    const latest = this.latest(record)
    const pending: PendingChange<View> = { key: newKey(), ids: [record.id], removes: true }
    const key = crypto.randomUUID()
    const answer = await this.carryOut(pending, [latest], async ([version = latest.version]) => {
      const answered = await this.at.send.remove({ id: record.id, version }, key)
      return answered.ok ? { ...answered, value: [] } : answered
    })
    if (!answer.ok) this.refuse(record, "was not removed", answer)
    return answer.ok
  }

  private async restore(record: View): Promise<void> {
    const pending: PendingChange<View> = { key: newKey(), ids: [record.id], added: record }
    const key = crypto.randomUUID()
    const answer = await this.carryOut(pending, [], async () => listed(await this.at.send.restore(record.id, key)))
    if (!answer.ok) this.refuse(record, "was not restored", answer)
  }

  private async make(draft: View, send: (key: string) => Promise<CallResult<View>>): Promise<View | null> {
    const pending: PendingChange<View> = { key: newKey(), ids: [draft.id], added: draft }
    const key = crypto.randomUUID()
    const answer = await this.carryOut(pending, [], async () => {
      const made = listed(await send(key))
      if (made.ok) for (const { id } of made.value) this.firstIds.set(id, draft.id)
      return made
    })
    if (!answer.ok) {
      this.refuse(draft, "was not added", answer)
      return null
    }
    const [added = null] = answer.value
    if (added) this.at.say({ text: `Added ${this.subjectOf([added])}`, undo: () => void this.remove([added], true) })
    return added
  }

  /** Does again what was not taken, now on what is there. */
  tryAgain(unsaved: Unsaved<View, Change>): Promise<boolean> {
    this.at.store.forgetUnsaved(unsaved.key)
    return this.change(unsaved.records, unsaved.change)
  }
  letGo(unsaved: Unsaved<View, Change>): void {
    this.at.store.forgetUnsaved(unsaved.key)
  }

  /** What is done to a record that is still being made waits for it; one that was not taken is left out. */
  protected onceMade(records: readonly View[]): readonly View[] | Promise<readonly View[]> {
    if (!records.some(({ id }) => this.made.has(id))) return records
    return Promise.all(records.map((record) => this.made.get(record.id) ?? record)).then((all) =>
      all.filter((record) => record !== null),
    )
  }

  /** Shows a change, sends it when its records' earlier ones are answered, and settles it or takes it off the screen. */
  protected async carryOut(
    pending: PendingChange<View>,
    records: readonly View[],
    send: (versions: readonly number[]) => Promise<Answered<View>>,
  ): Promise<Answered<View>> {
    const { store } = this.at
    const failedBefore = records.map(({ id }) => this.failures.get(id) ?? 0)
    store.put(pending)
    const earlier = Promise.all(pending.ids.map((id) => this.tails.get(id)))
    const versions = () =>
      records.map(({ id, version }, index) => version - ((this.failures.get(id) ?? 0) - (failedBefore[index] ?? 0)))
    const run = earlier.then(() => untilReached(() => send(versions())))
    for (const id of pending.ids) this.tails.set(id, run)
    const answer = await run
    if (answer.ok && answer.replayed) {
      await this.at.refetch()
      store.drop(pending.key)
    } else if (answer.ok)
      this.at.merge({ ...pending, settled: { seq: answer.seq, records: answer.value } }, answer.before ?? null)
    else {
      for (const { id } of records) this.failures.set(id, (this.failures.get(id) ?? 0) + 1)
      store.drop(pending.key)
    }
    return answer
  }

  /** A refusal that is about the input is said; what failed for another reason is kept to be tried again. */
  private keepOrSay(answer: CallRefusal, records: readonly View[], change: Change): void {
    const current = this.at.currentIn(answer)
    const looked = records.find(({ id }) => id === current?.id)
    if (answer.status >= 400 && answer.status < 500 && !looked) {
      this.at.say({ kind: "refused", text: answer.detail })
      return
    }
    if (current && looked)
      this.at.store.put({ key: newKey(), ids: [looked.id], settled: { seq: null, records: [current] } })
    const fresh = records.map((record) => (current?.id === record.id ? { ...record, ...current } : record))
    const theirs =
      current && looked ? { looked, current, by: textIn(answer.changedBy), at: textIn(answer.changedAt) } : null
    this.at.store.keepUnsaved({ key: newKey(), change, records: fresh, theirs, sentence: answer.detail })
  }

  /** Brings records back to how they were before a change, those that go back alike together. */
  private async takeBack(records: readonly View[], judged: readonly Judged<View, Change>[]): Promise<void> {
    const ways = new Map<string, { back: Change; records: View[] }>()
    for (const [index, record] of records.entries()) {
      const { back, after } = judged[index] ?? {}
      if (!back || !after || Object.keys(back).length === 0) continue
      if (!this.stands(after, back)) {
        this.refuse(record, "was changed since", { detail: "Undo would take that back too." })
        continue
      }
      const way = ways.get(JSON.stringify(back)) ?? { back, records: [] }
      ways.set(JSON.stringify(back), way)
      way.records.push(this.latest(record))
    }
    for (const { back, records: group } of ways.values()) await this.change(group, back, { silent: true })
  }

  /** Whether the members that would be brought back are still as our change left them. */
  private stands(after: View, back: Change): boolean {
    const now = this.latest(after)
    return Object.keys(back).every(
      (name) => JSON.stringify(Reflect.get(now, name)) === JSON.stringify(Reflect.get(after, name)),
    )
  }

  /** The record as it is on screen now. */
  protected latest(record: View): View {
    return this.at.records().find(({ id }) => id === record.id) ?? record
  }

  protected subjectOf(records: readonly View[]): string {
    const [only, ...others] = records
    return only && others.length === 0 ? `"${this.at.nameOf(only)}"` : `${records.length} ${this.at.many}`
  }

  protected refuse(record: View, what: string, { detail }: Pick<CallRefusal, "detail">): void {
    this.at.say({ kind: "refused", text: `"${this.at.nameOf(record)}" ${what}. ${detail}` })
  }
}

const textIn = (value: unknown): string | null => (typeof value === "string" ? value : null)
const listed = <View>(answer: CallResult<View>): Answered<View> =>
  answer.ok ? { ...answer, value: [answer.value] } : answer

/** Sends until the server was reached; the key of the request keeps it from being carried out twice. */
async function untilReached<Value>(send: () => Promise<CallResult<Value>>): Promise<CallResult<Value>> {
  for (;;) {
    const answer = await send()
    if (answer.ok || answer.code !== "offline") return answer
    await onceOnline()
  }
}
