import type { QueryClient } from "@tanstack/react-query"
import type { Toast } from "@/components/ui/toasts"
import { type CallRefusal, type CallResult, call, currentOf } from "@/lib/door/call"
import { type ChangedItem, changeItem } from "@/lib/plan/roadmap/change"
import { itemRefusals } from "@/lib/plan/roadmap/item-refusals"
import type { PendingChange } from "@/lib/plan/roadmap/pending-changes"
import { rankBetween } from "@/lib/plan/roadmap/rank"
import { type Names, sayChange } from "@/lib/plan/roadmap/say-change"
import { changeBack } from "@/lib/plan/roadmap/undo"
import type { RoadmapView } from "@/lib/plan/roadmap/views"
import type { WorkItemChange, WorkItemView } from "@/lib/plan/roadmap/work-item-shapes"
import {
  addWorkItem,
  changeWorkItem,
  changeWorkItems,
  moveWorkItem,
  removeWorkItem,
  restoreWorkItem,
} from "@/lib/serve/api/generated/addresses"
import { foldIn } from "./merge-answer"
import { newItem, placeAfter, placeOf, type WorkPlace } from "./work-place"
import type { Unsaved, WorkStore } from "./work-store"

/** What the editor works on, as it is when it is asked. */
export type Workplace = {
  readonly client: QueryClient
  readonly programmeId: string
  readonly store: WorkStore
  readonly roadmap: () => RoadmapView
  /** The items as they are on screen. */
  readonly items: () => readonly WorkItemView[]
  readonly names: () => Names
  readonly say: (toast: Toast) => void
}
type Answer = CallResult<readonly WorkItemView[]>

let lastKey = 0
const newKey = () => {
  lastKey += 1
  return `change-${lastKey}`
}

/**
 * Changes work optimistically: on screen at once, one after the other for each item, taken back with a sentence when it
 * is refused, and kept for the member to decide when somebody else was faster. Everything can be undone from its toast.
 */
export class WorkEditor {
  private readonly tails = new Map<string, Promise<unknown>>()
  /** How many of our changes of an item came to nothing; later ones were looked at as if they had counted. */
  private readonly failures = new Map<string, number>()
  /** Items that are being made, or were, by the id under which they stood until then. */
  private readonly made = new Map<string, Promise<WorkItemView | null>>()
  /** Under which id an item stood before it was made. */
  private readonly firstIds = new Map<string, string>()
  constructor(private readonly at: Workplace) {}

  /**
   * Changes items alike. False when it was not taken.
   * @param earlier what an undo brings back besides, such as a description, which is not a member of the list
   */
  async change(
    asked: readonly WorkItemView[],
    change: WorkItemChange,
    { silent = false, earlier = {} }: { readonly silent?: boolean; readonly earlier?: WorkItemChange } = {},
  ): Promise<boolean> {
    const items = await this.onceMade(asked)
    const { today } = this.at.roadmap()
    const judged: ChangedItem[] = []
    for (const item of items) {
      const one = changeItem(item, change, today)
      if (!one.ok) {
        this.at.say({ kind: "refused", text: itemRefusals[one.refusal].sentence })
        return false
      }
      judged.push(one.value)
    }
    const revise = (item: WorkItemView) => {
      const again = changeItem(item, change, today)
      return again.ok ? again.value.after : item
    }
    const ids = items.map(({ id }) => id)
    const pending: PendingChange = { key: newKey(), ids, revise }
    const answer = await this.carryOut(pending, items, (versions) => this.sendChange(ids, versions, change))
    if (!answer.ok) {
      this.keepOrSay(answer, items, change)
      return false
    }
    if (silent) return true
    const undo = () => void this.takeBack(items, judged, answer.value, earlier)
    this.at.say({ text: `${this.subjectOf(items)}: ${sayChange(change, this.at.names())}`, undo })
    return true
  }

  /** What an item's row is known by on screen: the same before and after it was made, so that its focus stays. */
  readonly keyOf = (id: string): string => this.firstIds.get(id) ?? id

  /** Adds an item: the id under which it stands until it is made, and then the item; null when it was not taken. */
  add(title: string, place: WorkPlace): { readonly id: string; readonly added: Promise<WorkItemView | null> } {
    const draft = newItem(newKey(), title, place, this.at.items())
    const added = this.make(draft, place)
    this.made.set(draft.id, added)
    return { id: draft.id, added }
  }

  /** What is done to an item that is still being made waits for it; one that was not taken is left out. */
  private onceMade(items: readonly WorkItemView[]): readonly WorkItemView[] | Promise<readonly WorkItemView[]> {
    if (!items.some(({ id }) => this.made.has(id))) return items
    return Promise.all(items.map((item) => this.made.get(item.id) ?? item)).then((all) =>
      all.filter((item) => item !== null),
    )
  }

  private async make(draft: WorkItemView, { workstreamId, afterId }: WorkPlace): Promise<WorkItemView | null> {
    const { programmeId } = this.at
    const { title } = draft
    const pending: PendingChange = { key: newKey(), ids: [draft.id], added: draft }
    const before = afterId === null ? undefined : this.made.get(afterId)
    const send = async () => {
      const place = { workstreamId, afterId: before ? ((await before)?.id ?? null) : afterId }
      const input = { programmeId, title, ...place }
      const answer = listed(await call(addWorkItem, input, { idempotencyKey: crypto.randomUUID() }))
      if (answer.ok) for (const { id } of answer.value) this.firstIds.set(id, draft.id)
      return answer
    }
    const answer = await this.carryOut(pending, [], send)
    if (!answer.ok) {
      this.at.say({ kind: "refused", text: `"${title}" was not added. ${answer.detail}` })
      return null
    }
    const [added = null] = answer.value
    if (added) this.at.say({ text: `Added "${title}"`, undo: () => void this.remove(added, true) })
    return added
  }

  /** Puts an item after another one, or first, in its own or another workstream. */
  async move(asked: WorkItemView, place: WorkPlace, silent = false): Promise<boolean> {
    const { programmeId } = this.at
    const [item] = await this.onceMade([asked])
    if (!item) return false
    const back = placeOf(item, this.at.items())
    const { before, after } = placeAfter(place, this.at.items(), item.id)
    const rank = rankBetween(before, after)
    const revise = (each: WorkItemView) => ({
      ...each,
      workstreamId: place.workstreamId,
      rank,
      version: each.version + 1,
    })
    const pending: PendingChange = { key: newKey(), ids: [item.id], revise }
    const send = async (versions: readonly number[]) =>
      listed(
        await call(moveWorkItem, { programmeId, workItemId: item.id, version: versions[0] ?? item.version, ...place }),
      )
    const answer = await this.carryOut(pending, [item], send)
    if (!answer.ok) this.at.say({ kind: "refused", text: `"${item.title}" was not moved. ${answer.detail}` })
    const [moved] = answer.ok ? answer.value : []
    if (moved && !silent)
      this.at.say({ text: `Moved "${item.title}"`, undo: () => void this.move(this.latest(moved), back, true) })
    return answer.ok
  }

  /** Takes away an item that was added by hand. */
  async remove(asked: WorkItemView, silent = false): Promise<boolean> {
    const { programmeId } = this.at
    const [item] = await this.onceMade([asked])
    if (!item) return false
    const latest = this.latest(item)
    const pending: PendingChange = { key: newKey(), ids: [item.id], removes: true }
    const answer = await this.carryOut(pending, [latest], async ([version = latest.version]) => {
      const answered = await call(removeWorkItem, { programmeId, workItemId: item.id, version })
      return answered.ok ? { ...answered, value: [] } : answered
    })
    if (!answer.ok) this.at.say({ kind: "refused", text: `"${item.title}" was not removed. ${answer.detail}` })
    else if (!silent) this.at.say({ text: `Removed "${item.title}"`, undo: () => void this.restore(item) })
    return answer.ok
  }

  /** Does again what was not taken, now on what is there. */
  tryAgain(unsaved: Unsaved): Promise<boolean> {
    this.at.store.forgetUnsaved(unsaved.key)
    return this.change(unsaved.items, unsaved.change)
  }
  letGo(unsaved: Unsaved): void {
    this.at.store.forgetUnsaved(unsaved.key)
  }

  private async restore(item: WorkItemView): Promise<void> {
    const { programmeId } = this.at
    const pending: PendingChange = { key: newKey(), ids: [item.id], added: item }
    const send = async () => listed(await call(restoreWorkItem, { programmeId, workItemId: item.id }))
    const answer = await this.carryOut(pending, [], send)
    if (!answer.ok) this.at.say({ kind: "refused", text: `"${item.title}" was not restored. ${answer.detail}` })
  }

  /** Shows a change, sends it when its items' earlier ones are answered, and settles it or takes it off the screen. */
  private async carryOut(
    pending: PendingChange,
    items: readonly WorkItemView[],
    send: (versions: readonly number[]) => Promise<Answer>,
  ): Promise<Answer> {
    const { client, programmeId, store } = this.at
    const failedBefore = items.map(({ id }) => this.failures.get(id) ?? 0)
    store.put(pending)
    const earlier = Promise.all(items.map(({ id }) => this.tails.get(id)))
    const run = earlier.then(() =>
      send(items.map(({ id, version }, at) => version - ((this.failures.get(id) ?? 0) - (failedBefore[at] ?? 0)))),
    )
    for (const { id } of items) this.tails.set(id, run)
    const answer = await run
    if (answer.ok) {
      const settled = { seq: answer.seq, items: answer.value }
      foldIn(client, programmeId, store, { ...pending, settled }, Math.max(1, items.length))
    } else {
      for (const { id } of items) this.failures.set(id, (this.failures.get(id) ?? 0) + 1)
      store.drop(pending.key)
    }
    return answer
  }

  private async sendChange(
    ids: readonly string[],
    versions: readonly number[],
    change: WorkItemChange,
  ): Promise<Answer> {
    const { programmeId } = this.at
    const items = ids.map((id, at) => ({ id, version: versions[at] ?? 1 }))
    const [only, ...others] = items
    if (only && others.length === 0)
      return listed(await call(changeWorkItem, { programmeId, workItemId: only.id, version: only.version, ...change }))
    const answer = await call(changeWorkItems, { programmeId, items, change }, { idempotencyKey: crypto.randomUUID() })
    return answer.ok ? { ...answer, value: answer.value.items } : answer
  }

  /** A refusal that is about the input is said; what failed for another reason is kept to be tried again. */
  private keepOrSay(answer: CallRefusal, items: readonly WorkItemView[], change: WorkItemChange): void {
    const current = currentOf(changeWorkItem, answer)
    const looked = items.find(({ id }) => id === current?.id)
    if (answer.status >= 400 && answer.status < 500 && !looked) {
      this.at.say({ kind: "refused", text: answer.detail })
      return
    }
    if (current && looked) {
      const settled = { seq: null, items: [current] }
      this.at.store.put({ key: newKey(), ids: [looked.id], settled })
    }
    const fresh = items.map((item) => (current?.id === item.id ? current : item))
    const theirs =
      current && looked ? { looked, current, by: textIn(answer.changedBy), at: textIn(answer.changedAt) } : null
    this.at.store.keepUnsaved({ key: newKey(), change, items: fresh, theirs, sentence: answer.detail })
  }

  /** Brings items back to how they were before a change, each in its own way, those that go back alike together. */
  private async takeBack(
    items: readonly WorkItemView[],
    changed: readonly ChangedItem[],
    answered: readonly WorkItemView[],
    earlier: WorkItemChange,
  ): Promise<void> {
    const ways = new Map<string, { back: WorkItemChange; items: WorkItemView[] }>()
    for (const [at, item] of items.entries()) {
      const { before = {} } = changed[at] ?? {}
      const back = { ...changeBack(item, before), ...earlier }
      const now = answered.find(({ id }) => id === item.id)
      if (!now || Object.keys(back).length === 0) continue
      const way = ways.get(JSON.stringify(back)) ?? { back, items: [] }
      ways.set(JSON.stringify(back), way)
      way.items.push(this.latest(now, Object.keys(before)))
    }
    for (const { back, items: group } of ways.values()) await this.change(group, back, { silent: true })
  }

  /** The item as it is on screen, unless somebody changed one of the members that matter here. */
  private latest(item: WorkItemView, members: readonly string[] = []): WorkItemView {
    const shown = this.at.items().find(({ id }) => id === item.id)
    const isAlike = shown && members.every((name) => Reflect.get(shown, name) === Reflect.get(item, name))
    return isAlike ? shown : item
  }

  private subjectOf(items: readonly WorkItemView[]): string {
    const [only, ...others] = items
    return only && others.length === 0 ? only.title : `${items.length} items`
  }
}

const textIn = (value: unknown): string | null => (typeof value === "string" ? value : null)
const listed = (answer: CallResult<WorkItemView>): Answer => (answer.ok ? { ...answer, value: [answer.value] } : answer)
