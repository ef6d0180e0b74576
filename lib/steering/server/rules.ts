import type * as z from "zod"
import { database, type Transaction } from "@/lib/base/db/client"
import type { Id } from "@/lib/base/kernel/id"
import { refuse } from "@/lib/base/kernel/result"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import { done } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import { changeSteeringRules as contract, type SteeringRulesView } from "../contract"
import { ragDefaults } from "../rag"

const initial: SteeringRulesView = { version: 0, ...ragDefaults, toleranceDays: 5, toleranceMoney: "10000" }

/** The rules of a programme, or the product's own. */
export async function findRules(
  programmeId: Id,
  reader: Pick<Transaction, "steeringRules"> = database().prisma,
): Promise<SteeringRulesView> {
  const row = await reader.steeringRules.findFirst({ where: { programmeId } })
  if (!row) return initial
  const { programmeId: _, toleranceMoney, ...rules } = row
  return { ...rules, toleranceMoney: toleranceMoney.toFixed() }
}

export const findSteeringRules = ({ programmeId }: ProgrammeActor) => findRules(programmeId)

/** Changes thresholds; the trail keeps what they were. */
export const changeSteeringRules = (actor: ProgrammeActor, input: z.output<typeof contract.input>) =>
  transact(actor, contract, async (tx) => {
    const { programmeId } = actor
    await tx.$executeRaw`SELECT 1 FROM programme WHERE id = ${programmeId}::uuid FOR NO KEY UPDATE`
    const { version, ...before } = await findRules(programmeId, tx)
    if (version !== input.version) return refuse("changed-meanwhile")
    const { version: _, ...after } = input
    if (!isInOrder(after)) return refuse("not-in-order")
    const data = { ...after, version: version + 1 }
    await tx.steeringRules.upsert({ where: { programmeId }, create: { ...data, programmeId }, update: data })
    return done({ ...data }, { type: "steering-rules.changed", subject: programmeId, data: { before, after } })
  })

const isInOrder = (rules: Omit<SteeringRulesView, "version">): boolean =>
  rules.costGreen <= rules.costAmber &&
  rules.scopeGreen <= rules.scopeAmber &&
  rules.riskGreen <= rules.riskAmber &&
  rules.benefitsAmber <= rules.benefitsGreen
