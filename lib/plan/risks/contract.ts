import * as z from "zod"
import { Day, Id, line, paragraph } from "@/lib/base/kernel/shapes"
import { changedMeanwhile, contract, notFound } from "@/lib/door/contract"
import {
  Delay,
  Impact,
  Probability,
  RegisterEntryView,
  RegisterKind,
  RegisterLine,
  RiskResponse,
} from "./register-shapes"

const version = z.int().min(1).meta({ description: "The version of the entry that was looked at." })
const links = z.array(Id).max(200)

const entryRefusals = {
  "no-such-person": {
    status: 422,
    sentence: "That owner is not among the programme's people; choose one from the list.",
  },
  "no-such-place": { status: 422, sentence: "A workstream or gate that it touches is not part of this programme." },
} as const

export const listRegister = contract({
  name: "listRegister",
  audience: "programme",
  permission: "programme.read",
  method: "GET",
  path: "/programmes/{programmeId}/register",
  summary: "Risks, assumptions, issues and dependencies, with exposure and trend",
  input: z.strictObject({}),
  output: z.strictObject({ items: z.array(RegisterLine), may: z.strictObject({ edit: z.boolean() }) }),
  refusals: {},
  etag: "version",
})

export const addEntry = contract({
  name: "addEntry",
  audience: "programme",
  permission: "risks.edit",
  method: "POST",
  path: "/programmes/{programmeId}/register",
  summary: "Write a risk, assumption, issue or dependency into the register",
  input: z.strictObject({
    kind: RegisterKind,
    title: line(200),
    description: paragraph(10_000).default(""),
    probability: Probability.nullable().default(null),
    impact: Impact.nullable().default(null),
    delay: Delay.nullable().default(null),
    ownerId: Id.nullable().default(null),
    response: RiskResponse.nullable().default(null),
    responseNote: paragraph(4_000).default(""),
    dueDay: Day.nullable().default(null),
    workstreamIds: links.default([]),
    gateIds: links.default([]),
  }),
  output: RegisterEntryView,
  refusals: entryRefusals,
})

export const updateEntry = contract({
  name: "updateEntry",
  audience: "programme",
  permission: "risks.edit",
  method: "PATCH",
  path: "/programmes/{programmeId}/register/{entryId}",
  summary: "Change an entry, close it or open it again; a change made on an old version is refused with what changed",
  input: z.strictObject({
    entryId: Id,
    version,
    kind: RegisterKind.optional(),
    state: z.enum(["open", "closed"]).optional(),
    title: line(200).optional(),
    description: paragraph(10_000).optional(),
    probability: Probability.nullable().optional(),
    impact: Impact.nullable().optional(),
    delay: Delay.nullable().optional(),
    ownerId: Id.nullable().optional(),
    response: RiskResponse.nullable().optional(),
    responseNote: paragraph(4_000).optional(),
    dueDay: Day.nullable().optional(),
    workstreamIds: links.optional(),
    gateIds: links.optional(),
  }),
  output: RegisterEntryView,
  refusals: {
    ...notFound,
    ...changedMeanwhile,
    ...entryRefusals,
    "came-true-already": {
      status: 422,
      sentence: "This came true and is an issue now; change the issue instead.",
    },
  },
})

export const removeEntry = contract({
  name: "removeEntry",
  audience: "programme",
  permission: "risks.edit",
  method: "DELETE",
  path: "/programmes/{programmeId}/register/{entryId}",
  summary: "Take an entry out of the register; it can be restored",
  input: z.strictObject({ entryId: Id, version }),
  output: z.strictObject({ id: Id, version: z.int() }),
  refusals: { ...notFound, ...changedMeanwhile },
})

export const restoreEntry = contract({
  name: "restoreEntry",
  audience: "programme",
  permission: "risks.edit",
  method: "POST",
  path: "/programmes/{programmeId}/register/{entryId}/restore",
  summary: "Bring back an entry that was taken out",
  input: z.strictObject({ entryId: Id }),
  output: RegisterEntryView,
  refusals: { ...notFound },
})

export const materialiseRisk = contract({
  name: "materialiseRisk",
  audience: "programme",
  permission: "risks.edit",
  method: "POST",
  path: "/programmes/{programmeId}/register/{entryId}/materialise",
  summary: "Say that a risk or assumption came true; an issue with the same owner and places is made of it",
  input: z.strictObject({ entryId: Id, version }),
  output: z.strictObject({ risk: RegisterEntryView, issue: RegisterEntryView }),
  refusals: {
    ...notFound,
    ...changedMeanwhile,
    "not-a-risk": { status: 422, sentence: "Only a risk or an assumption that is still open can come true." },
  },
})
