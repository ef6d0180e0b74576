import * as z from "zod"
import { Id } from "@/lib/base/kernel/shapes"
import { contract, notFound } from "@/lib/door/contract"
import { raciParts } from "./raci"

const Part = z.enum(raciParts).meta({
  id: "RaciPart",
  description: "R responsible, A accountable, AR both, C consulted, I informed.",
})
const Cell = z.strictObject({ workstreamId: Id, personId: Id, part: Part }).meta({ id: "RaciCell" })

export const listRaci = contract({
  ...{ name: "listRaci", audience: "programme", permission: "programme.read", method: "GET" },
  path: "/programmes/{programmeId}/raci",
  summary: "Who is responsible, accountable, consulted and informed for each workstream, and the template's proposal",
  input: z.strictObject({}),
  output: z.strictObject({
    items: z.array(Cell).meta({ description: "A workstream's owner is accountable for it." }),
    proposal: z.strictObject({
      cells: z.array(Cell).meta({ description: "For cells that are empty now." }),
      missing: z.array(z.string()).meta({ description: "Delivery roles that nobody has." }),
    }),
    may: z.strictObject({ edit: z.boolean() }),
  }),
  refusals: {},
  etag: "version",
})

export const changeRaci = contract({
  ...{ name: "changeRaci", audience: "programme", permission: "plan.edit", method: "POST" },
  path: "/programmes/{programmeId}/raci",
  summary: "Change who is what for workstreams: all of the cells or none",
  input: z.strictObject({
    cells: z
      .array(
        z.strictObject({
          ...{ workstreamId: Id, personId: Id },
          from: Part.nullable().meta({ description: "What the cell says now; another one refuses the change." }),
          to: Part.nullable(),
        }),
      )
      .min(1, "Choose at least one cell.")
      .max(5000),
  }),
  output: z.strictObject({ items: z.array(Cell) }),
  refusals: {
    ...notFound,
    "no-such-person": { status: 422, sentence: "Choose somebody of this programme." },
    "cell-changed": { status: 409, sentence: "Someone else changed this cell. It now shows the current value." },
  },
})
