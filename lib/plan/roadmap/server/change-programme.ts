import type * as z from "zod"
import { toDayColumn } from "@/lib/base/db/day-column"
import { definedOf } from "@/lib/base/kernel/defined"
import { refuse } from "@/lib/base/kernel/result"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import { done } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import * as contracts from "../contract"
import { programmeView } from "./plan-rows"

/** Changes a programme's settings. Archived, it can only be read, and brought back. */
export const changeProgramme = (actor: ProgrammeActor, input: z.output<typeof contracts.changeProgramme.input>) =>
  transact(actor, contracts.changeProgramme, async (tx) => {
    const { version, holidays, archived, startDay, ...plain } = input
    const id = actor.programmeId
    const given = definedOf(plain)
    const { count } = await tx.programme.updateMany({
      where: { id, version },
      data: {
        ...given,
        ...(startDay ? { startDay: toDayColumn(startDay) } : {}),
        ...(archived === undefined ? {} : { archivedAt: archived ? actor.context.at : null }),
        version: version + 1,
      },
    })
    const load = () =>
      tx.programme.findFirstOrThrow({ where: { id }, include: { holidays: { orderBy: { day: "asc" } } } })
    if (count === 0) return refuse("changed-meanwhile", { current: programmeView(await load()) })
    if (holidays) {
      await tx.holiday.deleteMany({ where: { programmeId: id } })
      const data = holidays.map(({ day, name }) => ({ programmeId: id, day: toDayColumn(day), name }))
      await tx.holiday.createMany({ data, skipDuplicates: true })
    }
    const view = programmeView(await load())
    const { name, organisation, sponsor, ...words } = given
    const changes = { ...words, ...(startDay ? { startDay } : {}), ...(holidays ? { holidays: holidays.length } : {}) }
    const type =
      archived === undefined ? "programme.updated" : archived ? "programme.archived" : "programme.brought-back"
    const texts = Object.fromEntries(
      Object.entries({ name, organisation, sponsor }).flatMap(([field, text]) =>
        typeof text === "string" ? [[field, text]] : [],
      ),
    )
    return done(view, { type, subject: id, data: { changes: changes }, texts })
  })
