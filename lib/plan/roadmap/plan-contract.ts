import * as z from "zod"
import { Day, Id } from "@/lib/base/kernel/shapes"
import { changedMeanwhile, contract, notFound } from "@/lib/door/contract"
import { EndView, LagUnit, LinkView } from "./views"

const Dates = z.strictObject({ id: Id, start: Day, finish: Day })
const lag = z.int("Enter the lag as a whole number.").min(-1000).max(1000)
const LinkType = z.enum(["FS", "SS", "FF", "SF"])

/** All computed dates. What has no date (a dropped item, a gate that waits for nothing known) is left out. */
export const PlannedDatesView = z
  .strictObject({
    statusDay: Day,
    items: z.array(Dates),
    workstreams: z.array(Dates),
    phases: z.array(Dates),
    gates: z.array(z.strictObject({ id: Id, day: Day })),
    gatesWithoutWork: z.array(Id).meta({ description: "Gates that no work leads to: their day says nothing." }),
    notWaitedFor: z.array(z.strictObject({ gateId: Id, node: EndView })).meta({
      description: "Work of a gate's phase that does not hold the gate, because it depends on it.",
    }),
    finish: Day.nullable(),
  })
  .meta({ id: "PlannedDates" })
export type PlannedDatesView = z.output<typeof PlannedDatesView>

export const getSchedule = contract({
  name: "getSchedule",
  audience: "programme",
  permission: "programme.read",
  method: "GET",
  path: "/programmes/{programmeId}/schedule",
  summary: "Planned start and finish of all work, from dependencies and the working calendar as of today",
  input: z.strictObject({}),
  output: PlannedDatesView,
  refusals: {},
  etag: "version",
})

/** Why a link may be refused. */
export const linkRefusals = {
  "would-circle": {
    status: 422,
    sentence: "This would create a circular dependency. Remove one of its dependencies first.",
  },
  "already-linked": { status: 409, sentence: "This dependency already exists." },
  "no-such-end": { status: 422, sentence: "One of the two items isn't in this programme. Choose it again." },
} as const

export const addLink = contract({
  name: "addLink",
  audience: "programme",
  permission: "plan.edit",
  method: "POST",
  path: "/programmes/{programmeId}/links",
  summary: "Add a dependency between work items, workstreams or gates",
  input: z.strictObject({
    from: EndView,
    to: EndView,
    type: LinkType.default("FS"),
    lag: lag.default(0),
    lagUnit: LagUnit.default("days"),
  }),
  output: LinkView,
  refusals: linkRefusals,
})

export const changeLink = contract({
  name: "changeLink",
  audience: "programme",
  permission: "plan.edit",
  method: "PATCH",
  path: "/programmes/{programmeId}/links/{linkId}",
  summary: "Change a dependency",
  input: z.strictObject({
    linkId: Id,
    version: z.int().min(1),
    type: LinkType.optional(),
    lag: lag.optional(),
    lagUnit: LagUnit.optional(),
  }),
  output: LinkView,
  refusals: {
    ...notFound,
    ...changedMeanwhile,
    "would-circle": linkRefusals["would-circle"],
    "already-linked": linkRefusals["already-linked"],
  },
})

export const removeLink = contract({
  name: "removeLink",
  audience: "programme",
  permission: "plan.edit",
  method: "DELETE",
  path: "/programmes/{programmeId}/links/{linkId}",
  summary: "Remove a dependency",
  input: z.strictObject({ linkId: Id, version: z.int().min(1) }),
  output: z.strictObject({ id: Id, version: z.int() }),
  refusals: { ...notFound, ...changedMeanwhile },
})
