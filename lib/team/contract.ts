import * as z from "zod"
import { Day, Id } from "@/lib/base/kernel/shapes"
import { contract, notFound } from "@/lib/door/contract"
import { contractsOf } from "@/lib/records/contracts"
import { allocation } from "./allocation"
import { raciParts } from "./raci"
import { timeOff } from "./time-off"
import { workSchedule } from "./work-schedule"

export const allocationContracts = contractsOf(allocation)
export const timeOffContracts = contractsOf(timeOff)
export const workScheduleContracts = contractsOf(workSchedule)

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
      cells: z.array(Cell.extend({ from: Part.nullable() }).meta({ id: "ProposedRaciCell" })).meta({
        description: "For cells that are empty now, and whoever is accountable and has the responsible role.",
      }),
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
    "no-such-person": { status: 422, sentence: "Choose someone in this programme." },
    "cell-changed": { status: 409, sentence: "Someone else changed this cell. It now shows the current value." },
  },
})

const Share = z.number().min(0).meta({ description: "Of a full day, 0 to 1." })
const From = z.strictObject({ personId: Id, startDay: Day, share: Share })
const Period = From.extend({ finishDay: Day })

export const getStaffing = contract({
  ...{ name: "getStaffing", audience: "programme", permission: "programme.read", method: "GET" },
  path: "/programmes/{programmeId}/staffing",
  summary: "How much of each day people work, have off, and give to other programmes",
  input: z.strictObject({}),
  output: z.strictObject({
    schedules: z.array(From),
    timeOff: z.array(Period),
    elsewhere: z.array(Period).meta({ description: "Confirmed allocations in other programmes, without their names." }),
  }),
  refusals: {},
})

export const getShortage = contract({
  ...{ name: "getShortage", audience: "programme", permission: "programme.read", method: "GET" },
  path: "/programmes/{programmeId}/shortage",
  summary: "Where people are missing most, as a sentence",
  input: z.strictObject({}),
  output: z.strictObject({
    sentence: z.string().nullable().meta({ description: "Null where all work with a known effort fits." }),
    unknown: z.string().nullable().meta({ description: "What is not counted because nobody gave its effort." }),
  }),
  refusals: {},
})

const Level = z.int().min(0).max(4).meta({
  description: "0 not at all, 1 with help, 2 alone, 3 leads, 4 sets the standard.",
})
const HeldSkill = z.strictObject({ personId: Id, skillKey: z.string(), level: Level }).meta({ id: "HeldSkill" })

export const listSkills = contract({
  ...{ name: "listSkills", audience: "programme", permission: "programme.read", method: "GET" },
  path: "/programmes/{programmeId}/skills",
  summary: "Delivery roles with the skills they need, and the skills that people have",
  input: z.strictObject({}),
  output: z.strictObject({
    roles: z.array(
      z.strictObject({
        ...{ key: z.string(), name: z.string(), description: z.string() },
        skills: z.array(z.strictObject({ skill: z.string(), level: Level })).meta({ description: "The least level." }),
      }),
    ),
    skills: z.array(z.strictObject({ key: z.string(), name: z.string(), description: z.string() })),
    held: z.array(HeldSkill).meta({ description: "What is not listed is unknown." }),
    may: z.strictObject({ edit: z.boolean() }),
  }),
  refusals: {},
  etag: "version",
})

export const changeSkills = contract({
  ...{ name: "changeSkills", audience: "programme", permission: "plan.edit", method: "POST" },
  path: "/programmes/{programmeId}/skills",
  summary: "Change how well people know things: all of the cells or none",
  input: z.strictObject({
    cells: z
      .array(
        z.strictObject({
          ...{ personId: Id, skillKey: z.string().max(80) },
          from: Level.nullable().meta({ description: "What the cell says now; another one refuses the change." }),
          to: Level.nullable().meta({ description: "Null makes it unknown." }),
        }),
      )
      .min(1, "Choose at least one cell.")
      .max(5000),
  }),
  output: z.strictObject({ held: z.array(HeldSkill) }),
  refusals: {
    "no-such-person": { status: 422, sentence: "Choose someone in this programme." },
    "no-such-skill": { status: 422, sentence: "Choose a skill of this programme's template." },
    "cell-changed": { status: 409, sentence: "Someone else changed this cell. It now shows the current value." },
  },
})
