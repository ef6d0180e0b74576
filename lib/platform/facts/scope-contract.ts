import * as z from "zod"
import { Id } from "@/lib/base/kernel/shapes"
import { contract, notFound } from "@/lib/door/contract"
import { VerdictChange } from "./contract"

const Instant = z.iso.datetime({ offset: true })
const Person = z.strictObject({ id: Id, name: z.string() })
const Workspace = z.string().trim().min(1).max(200).meta({ description: "The ID or host of a workspace." })

export const ScopeChangeView = z
  .strictObject({
    id: Id,
    workspace: z.string(),
    excluded: z.boolean().meta({ description: "False where it is to be included again." }),
    reason: z.string(),
    askedBy: Person,
    askedAt: Instant,
    decidedBy: Person.nullable(),
    decidedAt: Instant.nullable(),
    confirmed: z.boolean().nullable().meta({ description: "Null while it waits." }),
  })
  .meta({ id: "ScopeChange" })
export type ScopeChangeView = z.output<typeof ScopeChangeView>

export const FactScopeView = z
  .strictObject({
    declared: z.array(
      z.strictObject({
        environmentId: Id,
        name: z.string(),
        workspace: z.string().nullable().meta({ description: "Null while it has neither workspace ID nor host." }),
        region: z.string().nullable(),
        lastFact: Instant.nullable().meta({ description: "The newest fact that names this workspace." }),
        lastRegionFact: Instant.nullable().meta({ description: "The newest fact of its region." }),
      }),
    ),
    undeclared: z.array(
      z.strictObject({
        workspace: z.string(),
        known: z
          .enum(["account", "facts", "removed"])
          .meta({ description: "By the account's tables, by facts, or since it once was declared." }),
      }),
    ),
    excluded: z.array(ScopeChangeView).meta({ description: "Excluded now." }),
    waiting: z.array(ScopeChangeView),
    listed: Instant.nullable().meta({ description: "When the account's workspaces were last listed." }),
    may: z.strictObject({ change: z.boolean(), self: Id.nullable() }),
  })
  .meta({ id: "FactScope" })
export type FactScopeView = z.output<typeof FactScopeView>

const path = "/programmes/{programmeId}/fact-scope"

export const getFactScope = contract({
  name: "getFactScope",
  audience: "programme",
  permission: "programme.read",
  method: "GET",
  path,
  summary: "The workspaces that must report, which have, and which are known and neither declared nor excluded",
  input: z.strictObject({}),
  output: FactScopeView,
  refusals: {},
  etag: "version",
})

export const requestScopeChange = contract({
  name: "requestScopeChange",
  audience: "programme",
  permission: "facts.import",
  method: "POST",
  path,
  summary: "Ask to exclude a workspace from the scope, or to include it again; another person confirms it",
  input: z.strictObject({
    workspace: Workspace,
    excluded: z.boolean(),
    reason: z.string().trim().min(5, "Enter a short reason.").max(1_000),
  }),
  output: ScopeChangeView,
  refusals: {
    "waits-already": { status: 409, sentence: "A change for this workspace is already waiting. Decide on that first." },
    "is-declared": {
      status: 409,
      sentence: "This workspace is declared in Environments. Remove it there before you exclude it.",
    },
    "nothing-to-change": { status: 409, sentence: "This workspace already is as you ask." },
  },
})

export const decideScopeChange = contract({
  name: "decideScopeChange",
  audience: "programme",
  permission: "facts.import",
  method: "POST",
  path: `${path}/{changeId}/decide`,
  summary: "Confirm a change of scope that another person asked for, or decline it; every check is judged again",
  input: z.strictObject({ changeId: Id, confirmed: z.boolean() }),
  output: z.strictObject({ change: ScopeChangeView, changes: z.array(VerdictChange) }).meta({ id: "ScopeDecision" }),
  refusals: {
    ...notFound,
    "decided-already": { status: 409, sentence: "This was decided already." },
    "own-change": { status: 403, sentence: "Another person must confirm what you asked for." },
  },
})
