import type * as z from "zod"
import { database, type Transaction } from "@/lib/base/db/client"
import { newId } from "@/lib/base/db/new-id"
import type { Id } from "@/lib/base/kernel/id"
import { refuse } from "@/lib/base/kernel/result"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import { grantOf } from "@/lib/door/access/policy"
import type { EventDraft } from "@/lib/door/audit/event"
import { done } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import { loadRelease } from "@/lib/pack/server/releases"
import * as contracts from "../contract"

async function findHeld(tx: Transaction, programmeId: Id) {
  const rows = await tx.personSkill.findMany({
    where: { programmeId },
    orderBy: [{ personId: "asc" }, { skillKey: "asc" }],
  })
  return rows.map(({ personId, skillKey, level }) => ({ personId, skillKey, level }))
}

const releaseOf = async (tx: Transaction, programmeId: Id) => {
  const where = { id: programmeId }
  const { packRelease } = await tx.programme.findFirstOrThrow({ where, select: { packRelease: true } })
  return loadRelease(packRelease)
}

/** What roles need, and what people have. */
export async function listSkills({ programmeId, membership }: ProgrammeActor) {
  const { prisma } = database()
  const [{ roles, skills }, held] = await Promise.all([releaseOf(prisma, programmeId), findHeld(prisma, programmeId)])
  return {
    roles: roles.map(({ key, name, description, skills: needs }) => ({ key, name, description, skills: [...needs] })),
    skills: skills.map(({ key, name, description }) => ({ key, name, description })),
    held,
    may: { edit: grantOf(membership.role, "plan.edit") === "yes" },
  }
}

/** Changes what people have; a level that nobody gave is unknown and has no row. */
export const changeSkills = (actor: ProgrammeActor, input: z.output<typeof contracts.changeSkills.input>) =>
  transact(actor, contracts.changeSkills, async (tx) => {
    const { programmeId, context } = actor
    await tx.$executeRaw`SELECT 1 FROM programme WHERE id = ${programmeId}::uuid FOR NO KEY UPDATE`
    const [{ skills }, held, people] = await Promise.all([
      releaseOf(tx, programmeId),
      findHeld(tx, programmeId),
      tx.person.findMany({ where: { programmeId, removedAt: null }, select: { id: true } }),
    ])
    const levels = new Map(held.map(({ personId, skillKey, level }) => [`${personId} ${skillKey}`, level]))
    const events: EventDraft[] = []
    for (const { personId, skillKey, from, to } of input.cells) {
      const key = `${personId} ${skillKey}`
      if (!people.some(({ id }) => id === personId)) return refuse("no-such-person")
      if (!skills.some((skill) => skill.key === skillKey)) return refuse("no-such-skill")
      if ((levels.get(key) ?? null) !== from) return refuse("cell-changed")
      if (from === to) continue
      const unique = { programmeId, personId, skillKey }
      if (to === null) {
        await tx.personSkill.deleteMany({ where: unique })
        levels.delete(key)
      } else {
        await tx.personSkill.upsert({
          where: { programmeId_personId_skillKey: unique },
          update: { level: to },
          create: { id: newId(context.at), ...unique, level: to },
        })
        levels.set(key, to)
      }
      events.push({ type: "skill.changed", subject: personId, data: { person: personId, skill: skillKey, from, to } })
    }
    const [first, ...others] = events
    if (!first) return refuse("cell-changed")
    return done({ held: await findHeld(tx, programmeId) }, first, ...others)
  })
