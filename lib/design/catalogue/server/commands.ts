import type * as z from "zod"
import { refuse } from "@/lib/base/kernel/result"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import { done } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import * as contracts from "../contract"
import { readCatalogue } from "./queries"

/** Says what the programme does with a component. The row is made the first time; a second first time is a stale edit. */
export const changeAdoption = (actor: ProgrammeActor, input: z.output<typeof contracts.changeAdoption.input>) =>
  transact(actor, contracts.changeAdoption, async (tx) => {
    const { componentKey, version, state } = input
    const { programmeId } = actor
    const find = async () => (await readCatalogue(tx, programmeId)).components.find(({ key }) => key === componentKey)
    const before = await find()
    if (!before) return refuse("not-found")
    const note = input.note === undefined ? before.adoptionNote : input.note
    const { count } =
      version === 0
        ? await tx.componentAdoption.createMany({
            data: [{ programmeId, componentKey, state, note }],
            skipDuplicates: true,
          })
        : await tx.componentAdoption.updateMany({
            where: { programmeId, componentKey, version },
            data: { state, note, version: version + 1 },
          })
    if (count === 0) return refuse("changed-meanwhile", { current: await find() })
    const after = { ...before, adoption: state, adoptionNote: note, version: version + 1 }
    return done(after, {
      type: "adoption.set",
      subject: null,
      data: { component: componentKey, state, before: before.adoption },
      ...(input.note ? { texts: { note: input.note } } : {}),
    })
  })
