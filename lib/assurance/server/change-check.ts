import type * as z from "zod"
import type { Transaction } from "@/lib/base/db/client"
import { Prisma } from "@/lib/base/db/generated/client"
import type { Id } from "@/lib/base/kernel/id"
import { refuse } from "@/lib/base/kernel/result"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import type { EventDraft } from "@/lib/door/audit/event"
import { type Done, done } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import { isPerson } from "@/lib/plan/roadmap/server/scope"
import { sayRule } from "@/lib/platform/facts/rule"
import type { Rule } from "@/lib/platform/facts/rule-shapes"
import { type JudgedCheckRow, judgeChecks } from "@/lib/platform/facts/server/judge-checks"
import { rejudge } from "@/lib/platform/facts/server/rejudge"
import type { CheckView } from "../contract"
import * as contracts from "../contract"
import { packRuleOf } from "./check-view"
import { checksIn } from "./queries"

/** Gives a check another rule, or the release's again, and judges everything anew. */
export const changeCheckRule = (actor: ProgrammeActor, input: z.output<typeof contracts.changeCheckRule.input>) =>
  transact(actor, contracts.changeCheckRule, async (tx) => {
    const judged = await findJudged(tx, actor, input.checkId)
    if (!judged) return refuse("not-found")
    const { row, rule: before } = judged
    const base = packRuleOf(judged) ?? before
    if (row.kind === "attested" || !base || !before) return refuse("has-no-rule")
    const rule = input.rule === null ? null : ownRule(base, input.rule)
    const by = { ruleById: rule === null ? null : actor.personId, ruleConfirmedById: null }
    const data = { rule: rule ?? Prisma.DbNull, ...by, version: { increment: 1 } }
    const { count } = await tx.check.updateMany({ where: whereOf(actor, input), data })
    if (count === 0) return refuse("changed-meanwhile", { current: await findView(tx, actor, row.id) })
    const changes = await rejudge(tx, actor.programmeId, { today: actor.membership.today, at: actor.context.at })
    return told(tx, actor, row.id, {
      type: "check.rule-changed",
      subject: row.id,
      data: {
        before: numbersOf(before, rule ?? base),
        changes: numbersOf(rule ?? base, before),
        places: [...(rule ?? base).dimensions, ...(rule ?? base).regions].length,
        packs: rule === null,
        changed: changes.length,
      },
    })
  })

/** Confirms a rule that somebody else edited, and judges everything anew. */
export const confirmCheckRule = (actor: ProgrammeActor, input: z.output<typeof contracts.confirmCheckRule.input>) =>
  transact(actor, contracts.confirmCheckRule, async (tx) => {
    const { programmeId, personId, membership, context } = actor
    const judged = await findJudged(tx, actor, input.checkId)
    if (!judged) return refuse("not-found")
    const { row, rule, isUnconfirmed } = judged
    if (!isUnconfirmed || !rule) return refuse("nothing-to-confirm")
    if (row.ruleById === personId) return refuse("own-edit")
    const data = { ruleConfirmedById: personId, version: { increment: 1 } }
    const { count } = await tx.check.updateMany({ where: whereOf(actor, input), data })
    if (count === 0) return refuse("changed-meanwhile", { current: await findView(tx, actor, row.id) })
    const changes = await rejudge(tx, programmeId, { today: membership.today, at: context.at })
    const said = { rule: sayRule(rule), changed: changes.length }
    return told(tx, actor, row.id, { type: "check.rule-confirmed", subject: row.id, data: said })
  })

/** Says who answers for a check. */
export const changeCheckOwner = (actor: ProgrammeActor, input: z.output<typeof contracts.changeCheckOwner.input>) =>
  transact(actor, contracts.changeCheckOwner, async (tx) => {
    const where = { id: input.checkId, programmeId: actor.programmeId, removedAt: null }
    const row = await tx.check.findFirst({ where, select: { ownerId: true } })
    if (!row) return refuse("not-found")
    if (!(await isPerson(tx, actor, input.ownerId))) return refuse("person-not-found")
    const data = { ownerId: input.ownerId, version: { increment: 1 } }
    const { count } = await tx.check.updateMany({ where: whereOf(actor, input), data })
    if (count === 0) return refuse("changed-meanwhile", { current: await findView(tx, actor, input.checkId) })
    return told(tx, actor, input.checkId, {
      type: "check.owned",
      subject: input.checkId,
      data: { before: { ownerId: row.ownerId }, changes: { ownerId: input.ownerId } },
    })
  })

/** Own records have no age to look at. */
const ownRule = (base: Rule, edit: Omit<Rule, "evidence" | "metric" | "unit">): Rule => ({
  ...{ evidence: base.evidence, metric: base.metric, unit: base.unit },
  ...edit,
  freshnessDays: base.freshnessDays === null ? null : (edit.freshnessDays ?? base.freshnessDays),
})

/** The numbers of a rule that another has otherwise. */
function numbersOf(rule: Rule, other: Rule): Record<string, string | number | null> {
  const fields = ["comparison", "threshold", "leastN", "freshnessDays"] as const
  return Object.fromEntries(fields.filter((name) => rule[name] !== other[name]).map((name) => [name, rule[name]]))
}

const whereOf = ({ programmeId }: ProgrammeActor, { checkId, version }: { checkId: Id; version: number }) => ({
  ...{ id: checkId, programmeId, version },
  removedAt: null,
})

async function findJudged(tx: Transaction, actor: ProgrammeActor, checkId: Id): Promise<JudgedCheckRow | undefined> {
  const judged = await judgeChecks(tx, actor.programmeId, actor.membership)
  return judged.find(({ row }) => row.id === checkId)
}

async function findView(tx: Transaction, actor: ProgrammeActor, checkId: Id): Promise<CheckView | undefined> {
  const checks = await checksIn(tx, actor.programmeId, actor.membership.today)
  return checks.find(({ id }) => id === checkId)
}

async function told(tx: Transaction, actor: ProgrammeActor, checkId: Id, event: EventDraft): Promise<Done<CheckView>> {
  const view = await findView(tx, actor, checkId)
  if (!view) throw new Error("a check that was just written is gone")
  return done(view, event)
}
