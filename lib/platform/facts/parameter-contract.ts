import * as z from "zod"
import { Id } from "@/lib/base/kernel/shapes"
import { contract, notFound } from "@/lib/door/contract"
import { VerdictChange } from "./contract"

const Instant = z.iso.datetime({ offset: true })
const Person = z.strictObject({ id: Id, name: z.string() })

/** One change of a parameter: asked for, and then confirmed or left. */
export const ParameterChangeView = z
  .strictObject({
    id: Id,
    name: z.string(),
    value: z.string(),
    askedBy: Person,
    askedAt: Instant,
    decidedBy: Person.nullable(),
    decidedAt: Instant.nullable(),
    confirmed: z.boolean().nullable().meta({ description: "Null while it waits." }),
  })
  .meta({ id: "ParameterChange" })
export type ParameterChangeView = z.output<typeof ParameterChangeView>

export const ParameterView = z
  .strictObject({
    name: z.string(),
    type: z.enum(["INT", "DOUBLE", "STRING"]),
    meaning: z.string(),
    fallback: z.string().meta({ description: "Its value until two people settle another." }),
    value: z.string().meta({ description: "Its value in this programme." }),
    history: z.array(ParameterChangeView).meta({ description: "Newest first; the first may still wait." }),
  })
  .meta({ id: "FactParameter" })
export type ParameterView = z.output<typeof ParameterView>

const path = "/programmes/{programmeId}/fact-parameters"

export const listFactParameters = contract({
  name: "listFactParameters",
  audience: "programme",
  permission: "programme.read",
  method: "GET",
  path,
  summary: "What the bundle is run with in this programme, and how it came to be so",
  input: z.strictObject({}),
  output: z.strictObject({
    items: z.array(ParameterView),
    may: z.strictObject({ change: z.boolean(), self: Id.nullable() }).meta({ description: "And who asks this." }),
  }),
  refusals: {},
  etag: "version",
})

export const requestParameterChange = contract({
  name: "requestParameterChange",
  audience: "programme",
  permission: "facts.import",
  method: "POST",
  path,
  summary: "Ask for another value of a parameter; it counts when another person confirms it",
  input: z.strictObject({ name: z.string().max(60), value: z.string().trim().max(4_000) }),
  output: ParameterChangeView,
  refusals: {
    ...notFound,
    "waits-already": { status: 409, sentence: "A change of this parameter waits already. Decide on that first." },
    "not-a-value": { status: 422, sentence: "This cannot be a value of this parameter." },
  },
})

export const decideParameterChange = contract({
  name: "decideParameterChange",
  audience: "programme",
  permission: "facts.import",
  inPerson: true,
  method: "POST",
  path: `${path}/{changeId}/decide`,
  summary: "Confirm what another person asked for, or leave the parameter as it was; every check is judged again",
  input: z.strictObject({ changeId: Id, confirmed: z.boolean() }),
  output: z
    .strictObject({ change: ParameterChangeView, changes: z.array(VerdictChange) })
    .meta({ id: "ParameterDecision" }),
  refusals: {
    ...notFound,
    "decided-already": { status: 409, sentence: "This was decided already." },
    "own-change": { status: 403, sentence: "Another person must confirm what you asked for." },
  },
})
