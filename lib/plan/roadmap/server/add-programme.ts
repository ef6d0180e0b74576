import type * as z from "zod"
import type { Transaction } from "@/lib/base/db/client"
import { toDayColumn } from "@/lib/base/db/day-column"
import { newId } from "@/lib/base/db/new-id"
import { NIL_ID } from "@/lib/base/kernel/id"
import { refuse } from "@/lib/base/kernel/result"
import type { InstallationActor } from "@/lib/door/access/actor"
import { genesis } from "@/lib/door/audit/chain"
import { sha256 } from "@/lib/door/audit/server/sha256"
import { done } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import { listReleases, loadRelease } from "@/lib/pack/server/releases"
import { adopt } from "../adopt"
import * as contracts from "../contract"
import { type ProgrammeRows, rowsOf } from "./adopt-rows"

/** Adds a programme from a release of the pack. Whoever adds it becomes its lead and its first person. */
export const addProgramme = (actor: InstallationActor, input: Input) => add(actor, input, false)

/** The same for the demo programme, which is marked as one. */
export const addDemoProgramme = (actor: InstallationActor, input: Input) => add(actor, input, true)

type Input = z.output<typeof contracts.addProgramme.input>

const add = (actor: InstallationActor, input: Input, demo: boolean) =>
  transact(actor, contracts.addProgramme, async (tx) => {
    if (!actor.signIn) return refuse("no-owner")
    const { packRelease, leaveOut, holidays, startDay, ...plain } = input
    if (!listReleases().includes(packRelease)) return refuse("no-such-release")
    const adopted = adopt(loadRelease(packRelease), leaveOut)
    if (!adopted.ok) return adopted
    const { at } = actor.context
    const id = newId(at)
    const rows = rowsOf(loadRelease(packRelease), adopted.value, { programmeId: id, at })
    await tx.auditChain.create({ data: { id, seq: 0, head: Buffer.from(genesis(id, sha256)) } })
    const lastNumber = rows.workItems.length
    await tx.programme.create({
      data: { ...plain, id, packRelease, demo, lastNumber, startDay: toDayColumn(startDay), createdAt: at },
    })
    await tx.holiday.createMany({
      data: holidays.map(({ day, name }) => ({ programmeId: id, day: toDayColumn(day), name })),
      skipDuplicates: true,
    })
    await writeRows(tx, rows)
    await makeLead(tx, actor.signIn.userId, id, at)
    const { name, organisation, sponsor, ...settings } = plain
    const data = { packRelease, startDay, ...settings, items: lastNumber, demo }
    const texts = { name, organisation, ...(sponsor ? { sponsor } : {}) }
    return done(
      { id, version: 1 },
      { type: "programme.created", subject: id, data, texts, chain: id },
      { type: "programme.created", subject: id, data: { demo }, chain: NIL_ID },
    )
  })

async function writeRows(tx: Transaction, rows: ProgrammeRows): Promise<void> {
  await tx.phase.createMany({ data: rows.phases })
  await tx.gate.createMany({ data: rows.gates })
  await tx.stage.createMany({ data: rows.stages })
  await tx.workstream.createMany({ data: rows.workstreams })
  await tx.workItem.createMany({ data: rows.workItems })
  await tx.dependency.createMany({ data: rows.dependencies })
  await tx.check.createMany({ data: rows.checks })
  await tx.criterion.createMany({ data: rows.criteria })
  await tx.criterionCheck.createMany({ data: rows.criterionChecks })
}

async function makeLead(tx: Transaction, userId: string, programmeId: string, at: Date): Promise<void> {
  const user = await tx.user.findFirstOrThrow({ where: { id: userId } })
  const { name, email } = user
  await tx.person.create({ data: { id: newId(at), programmeId, name, email, userId, createdAt: at } })
  await tx.member.create({ data: { id: newId(at), programmeId, userId, role: "lead", createdAt: at } })
}
