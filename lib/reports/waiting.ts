import { type Day, dayOf, ordinalOf } from "@/lib/base/kernel/day"
import { sayDay } from "@/lib/base/kernel/day-words"
import type { Plan } from "@/lib/plan/roadmap/plan"
import type { WorkItemView } from "@/lib/plan/roadmap/work-item-shapes"
import type { Behind, Waiting } from "./views"
import { count, listed } from "./words"

export type Asker = { readonly personId: string; readonly leads: boolean }
export type WaitingFacts = {
  readonly today: Day
  readonly items: readonly WorkItemView[]
  readonly plan: Plan | null
  readonly asker: Asker
  readonly openInvitations: number
}

const DAYS_AHEAD = 6

/** What waits for the asker: their blocked and late work first, then what begins soon, then what only a lead can mend. */
export function waitingOf(facts: WaitingFacts): Waiting[] {
  const open = facts.items.filter(({ status }) => status !== "done" && status !== "dropped")
  const mine = open.filter(({ ownerId }) => ownerId === facts.asker.personId)
  const forAll = [...blocked(facts, mine), ...late(facts, mine), ...toMissDeadline(facts, mine), ...soon(facts, mine)]
  return facts.asker.leads ? [...forAll, ...unready(facts, open), ...invitations(facts)] : forAll
}

const behindItems = (
  items: readonly WorkItemView[],
  more: Omit<Extract<Behind, { list: "items" }>, "list">,
): Behind => {
  const [only, ...others] = items
  return only && others.length === 0 ? { list: "item", id: only.id } : { list: "items", ...more }
}
const titles = (items: readonly WorkItemView[]): string =>
  listed(
    items.map(({ title }) => title),
    2,
  )

function blocked({ asker }: WaitingFacts, mine: readonly WorkItemView[]): Waiting[] {
  const items = mine.filter(({ status }) => status === "blocked")
  const [only, ...others] = items
  if (!only) return []
  return [
    {
      title: others.length > 0 ? `${items.length} of your work items are blocked` : `Blocked: ${only.title}`,
      detail: others.length > 0 ? titles(items) : (only.reason ?? ""),
      tone: "needs-you",
      behind: behindItems(items, { owner: asker.personId, status: "blocked" }),
    },
  ]
}

function late(facts: WaitingFacts, mine: readonly WorkItemView[]): Waiting[] {
  const { today, asker } = facts
  const items = mine.filter((item) => isLate(facts, item))
  const [only, ...others] = items
  if (!only?.deadline) return []
  return [
    {
      title:
        others.length > 0
          ? `${items.length} of your work items are past their deadline`
          : `Past its deadline: ${only.title}`,
      detail: others.length > 0 ? titles(items) : `deadline ${sayDay(only.deadline, today)}`,
      tone: "needs-you",
      behind: behindItems(items, { owner: asker.personId, late: true }),
    },
  ]
}

const isLate = ({ today }: WaitingFacts, { deadline }: WorkItemView): boolean => deadline !== null && deadline < today

function willBeLate({ today, plan }: WaitingFacts, { id, deadline }: WorkItemView): boolean {
  const finish = plan?.dates.items.get(id)?.finish
  return deadline !== null && deadline >= today && finish !== undefined && finish > deadline
}

function toMissDeadline(facts: WaitingFacts, mine: readonly WorkItemView[]): Waiting[] {
  const { today, plan, asker } = facts
  const items = mine.filter((item) => willBeLate(facts, item))
  const [only, ...others] = items
  const finish = only && plan?.dates.items.get(only.id)?.finish
  if (!only?.deadline || !finish) return []
  return [
    {
      title:
        others.length > 0
          ? `${items.length} of your work items are planned past their deadline`
          : `Planned past its deadline: ${only.title}`,
      detail:
        others.length > 0 ? titles(items) : `finish ${sayDay(finish, today)}, deadline ${sayDay(only.deadline, today)}`,
      tone: "needs-you",
      behind: behindItems(items, { owner: asker.personId, late: true }),
    },
  ]
}

const startsSoon = ({ plan, today }: WaitingFacts, { id, status }: WorkItemView): boolean => {
  const start = plan?.dates.items.get(id)?.start
  return status === "not_started" && start !== undefined && start >= today && start <= lastDay(today)
}
const lastDay = (today: Day): Day => dayOf(ordinalOf(today) + DAYS_AHEAD)

function soon(facts: WaitingFacts, mine: readonly WorkItemView[]): Waiting[] {
  const items = mine.filter((item) => startsSoon(facts, item) && !isLate(facts, item) && !willBeLate(facts, item))
  const [only, ...others] = items
  if (!only) return []
  const by = sayDay(lastDay(facts.today), facts.today)
  return [
    {
      title:
        others.length > 0
          ? `${items.length} of your work items can start by ${by}`
          : `Can start by ${by}: ${only.title}`,
      detail: others.length > 0 ? titles(items) : "",
      tone: "plain",
      behind: behindItems(items, { owner: facts.asker.personId, status: "not_started" }),
    },
  ]
}

function unready(facts: WaitingFacts, open: readonly WorkItemView[]): Waiting[] {
  const starting = open.filter((item) => startsSoon(facts, item))
  const ways = [
    { lacks: "owner", items: starting.filter(({ ownerId }) => ownerId === null) },
    { lacks: "estimate", items: starting.filter(({ likely }) => likely === null) },
  ]
  return ways.flatMap(({ lacks, items }): Waiting[] =>
    items.length === 0
      ? []
      : [
          {
            title: `${count(items.length, "work item starts", "work items start")} by ${sayDay(lastDay(facts.today), facts.today)} without an ${lacks}`,
            detail: titles(items),
            tone: "plain",
            behind: behindItems(items, {
              status: "not_started",
              ...(lacks === "owner" ? { owner: "none" as const } : {}),
            }),
          },
        ],
  )
}

const invitations = ({ openInvitations }: WaitingFacts): Waiting[] =>
  openInvitations === 0
    ? []
    : [
        {
          title: `${count(openInvitations, "invitation is", "invitations are")} still open`,
          detail: "Send the link again, or withdraw the invitation.",
          tone: "plain",
          behind: { list: "members" },
        },
      ]
