import * as z from "zod"
import { checksOf } from "@/lib/pack/checks"
import { keptRule } from "../kept-rule"
import type { Offer } from "../offer"
import { openFields } from "./take-plan"
import type { Take } from "./write"

const isKind = (text: unknown): text is "fact" | "attested" | "record" =>
  text === "fact" || text === "attested" || text === "record"

export async function takeCheck(take: Take, offer: Offer): Promise<void> {
  const { rows } = take
  if (offer.what === "added") return addCheck(take, offer)
  const row = rows.checks.find(({ key }) => key === offer.key)
  if (!row) return
  if (offer.what === "retired") return take.remove("check", row.id)
  const open = openFields(offer)
  const kind = open.get("kind")
  const due = open.get("dueGate") ?? null
  const after = {
    ...(open.has("sentence") ? { sentence: open.get("sentence") ?? "" } : {}),
    ...(isKind(kind) ? { kind } : {}),
    ...(open.has("dueGate") ? { dueGateId: due === null ? null : take.idOf(`gate:${due}`) } : {}),
    // A rule that was kept from an earlier release gives way to that of this one.
    ...(open.has("rule") && row.rule !== null ? { rule: null } : {}),
  }
  const { sentence, dueGateId } = row
  const before = {
    ...("sentence" in after ? { sentence } : {}),
    ...("kind" in after ? { kind: row.kind } : {}),
    ...("dueGateId" in after ? { dueGateId } : {}),
    ...("rule" in after ? { rule: z.json().parse(row.rule) } : {}),
  }
  await take.change("check", row.id, before, after)
}

async function addCheck(take: Take, offer: Offer): Promise<void> {
  const { tx, actor } = take
  const check = checksOf(take.releases.to).find((each) => each.check.key === offer.key)?.check
  if (!check) return
  const gone = take.removedIdOf(offer.id)
  if (gone) return take.restore("check", offer.id, gone)
  const place = take.idOf(offer.within)
  if (offer.within !== null && !place) return
  const due = take.things.get(offer.id)?.fields.dueGate ?? null
  const id = take.make(offer.id)
  await tx.check.create({
    data: {
      ...{ id, programmeId: actor.programmeId, key: check.key, sentence: check.sentence, kind: check.kind },
      ...(offer.within?.startsWith("workstream:") ? { workstreamId: place } : { gateId: place }),
      dueGateId: due === null ? null : take.idOf(`gate:${due}`),
    },
  })
  take.made("check", id)
  take.events.push({ type: "check.added", subject: id, data: {}, texts: { sentence: check.sentence } })
}

export async function takeCriterion(take: Take, offer: Offer): Promise<void> {
  const { tx, actor, rows, releases } = take
  const next = releases.to.criteria.find(({ key }) => key === offer.key)
  if (offer.what === "added") {
    if (!next) return
    const gone = take.removedIdOf(offer.id)
    if (gone) return take.restore("criterion", offer.id, gone)
    const id = take.make(offer.id)
    const { key, number, name, signers } = next
    await tx.criterion.create({
      data: { id, programmeId: actor.programmeId, key, number, name, signerRoles: [...signers] },
    })
    take.made("criterion", id)
    return count(take, id, next.checks, [])
  }
  const row = rows.criteria.find(({ key }) => key === offer.key)
  if (!row) return
  if (offer.what === "retired") return take.remove("criterion", row.id)
  const open = openFields(offer)
  const after = {
    ...(open.has("name") ? { name: open.get("name") ?? "" } : {}),
    ...(open.has("signers") && next ? { signerRoles: [...next.signers] } : {}),
  }
  const { name, signerRoles } = row
  await take.change(
    "criterion",
    row.id,
    { ...("name" in after ? { name } : {}), ...("signerRoles" in after ? { signerRoles } : {}) },
    after,
  )
  if (!open.has("checks") || !next) return
  const before = releases.from.criteria.find(({ key }) => key === offer.key)?.checks ?? []
  const [more, less] = [
    next.checks.filter((key) => !before.includes(key)),
    before.filter((key) => !next.checks.includes(key)),
  ]
  await count(take, row.id, more, less)
}

/** Lets checks count for a criterion, and others no longer; those that the programme does not have are passed over. */
async function count(take: Take, criterionId: string, more: readonly string[], less: readonly string[]): Promise<void> {
  const { tx, actor, steps } = take
  const { programmeId } = actor
  const held = new Set(take.rows.criteria.find(({ id }) => id === criterionId)?.checks.map(({ checkId }) => checkId))
  for (const key of more) {
    const checkId = take.idOf(`check:${key}`)
    if (!checkId || held.has(checkId)) continue
    await tx.criterionCheck.create({ data: { programmeId, criterionId, checkId } })
    steps.push({ did: "counted", criterionId, checkId })
  }
  for (const key of less) {
    const checkId = take.idOf(`check:${key}`)
    if (!checkId || !held.has(checkId)) continue
    await tx.criterionCheck.deleteMany({ where: { programmeId, criterionId, checkId } })
    steps.push({ did: "uncounted", criterionId, checkId })
  }
}

/**
 * The rules of checks are the pinned release's. Where a programme does not take a changed or retired check over, the
 * rule that it had is written down as its own, so that it goes on being judged by it.
 */
export async function keepRules(take: Take, left: readonly Offer[]): Promise<void> {
  for (const { part, what, key, id, fields } of left) {
    if (part !== "check" || what === "added") continue
    if (what === "changed" && !fields.some(({ field }) => field === "rule" || field === "kind")) continue
    const row = take.rows.checks.find((check) => check.key === key)
    const rule = take.base.get(id)?.fields.rule ?? null
    if (!row || row.rule !== null || rule === null) continue
    await take.change("check", row.id, { rule: null }, { rule: keptRule(rule) })
  }
}
