import * as z from "zod"
import { Day, Id, paragraph } from "@/lib/base/kernel/shapes"
import { contract, notFound } from "@/lib/door/contract"
import { FileOutput } from "@/lib/door/file"
import { CriterionLine, PhaseFigures, RagView, StageFigures, TopRisk } from "./views"

const text = z.string()
const day = Day.nullable()
/** All that a steering pack says. Once frozen it is kept as the very text that was hashed. */
export const PackContent = z
  .strictObject({
    format: z.literal("lakeward-steering-pack-1"),
    number: z.int(),
    programme: z.strictObject({ name: text, organisation: text, currency: text }),
    asOf: z.iso.datetime(),
    today: Day,
    frozenBy: text,
    note: text,
    position: text,
    answer: text,
    basis: text,
    rag: RagView,
    phases: z.array(PhaseFigures),
    stages: z.array(StageFigures),
    checklist: z.array(CriterionLine),
    kpis: z.array(
      z.strictObject({
        ...{ number: z.int(), name: text, value: text.nullable(), raw: z.number().nullable(), asOf: day },
        ...{ expected: text.nullable(), standing: text, behind: z.boolean(), target: text.nullable(), targetDay: day },
      }),
    ),
    asks: z.array(
      z.strictObject({
        ...{ number: z.int(), title: text, decider: text.nullable(), dueDay: day, options: z.array(text) },
        ...{ recommended: z.int().nullable(), delayCost: text.nullable(), chosen: text.nullable(), decidedOn: day },
      }),
    ),
    actions: z.array(
      z.strictObject({
        number: z.int(),
        title: text,
        owner: text.nullable(),
        dueDay: day,
        state: text,
        overdue: z.boolean(),
      }),
    ),
    changes: z.array(
      z.strictObject({
        ...{ number: z.int(), title: text, kind: text, state: text, days: z.number().nullable() },
        ...{ money: text.nullable(), decidedOn: day },
      }),
    ),
    risks: z.array(
      z.strictObject({
        ...{ number: z.int(), kind: text, title: text, exposure: z.number().nullable(), owner: text.nullable() },
        ...{ response: text, dueDay: day },
      }),
    ),
    topRisks: z.array(TopRisk),
    since: z.array(text).meta({ description: "What changed since the pack before, in sentences." }),
  })
  .meta({ id: "SteeringPackContent" })
export type PackContent = z.output<typeof PackContent>

const Head = z
  .strictObject({
    id: Id,
    number: z.int(),
    frozenAt: z.iso.datetime(),
    frozenBy: text,
    sha256: text,
    code: text.meta({ description: "The verify code: twelve characters of the hash." }),
    status: RagView.shape.overall,
    p80: text,
  })
  .meta({ id: "SteeringPackHead" })
export type PackHead = z.output<typeof Head>

const common = { audience: "programme", permission: "programme.read" } as const
const at = "/programmes/{programmeId}/steering-packs"

export const listSteeringPacks = contract({
  ...common,
  ...{ name: "listSteeringPacks", method: "GET", path: at },
  summary: "Frozen steering packs, the newest first",
  input: z.strictObject({}),
  output: z.strictObject({ items: z.array(Head) }),
  refusals: {},
})

export const getSteeringDraft = contract({
  ...common,
  ...{ name: "getSteeringDraft", method: "GET", path: "/programmes/{programmeId}/steering-draft" },
  summary: "What a steering pack would say now",
  input: z.strictObject({}),
  output: PackContent,
  refusals: {},
})

export const getSteeringPack = contract({
  ...common,
  ...{ name: "getSteeringPack", method: "GET", path: `${at}/{packId}` },
  summary: "A frozen steering pack",
  input: z.strictObject({ packId: Id }),
  output: z.strictObject({ head: Head, content: PackContent }),
  refusals: notFound,
})

export const getSteeringPackFile = contract({
  ...common,
  ...{ name: "getSteeringPackFile", method: "GET", path: `${at}/{packId}/text` },
  summary: "The very text of a frozen pack; its SHA-256 is the pack's",
  input: z.strictObject({ packId: Id }),
  output: FileOutput,
  refusals: notFound,
  gives: { mediaType: "application/json" },
})

export const freezeSteeringPack = contract({
  ...common,
  ...{ name: "freezeSteeringPack", permission: "steering.report", method: "POST", path: at },
  summary: "Freeze a steering pack of now; it never changes, and its hash stands in the audit chain",
  input: z.strictObject({ note: paragraph(4_000).optional() }),
  output: Head,
  refusals: {},
})

export const verifySteeringPack = contract({
  ...common,
  ...{ name: "verifySteeringPack", method: "GET", path: "/programmes/{programmeId}/steering-verification" },
  summary: "Whether the pack of a verify code is as it was frozen",
  input: z.strictObject({ code: z.string().max(40) }),
  output: z.strictObject({
    packId: Id,
    number: z.int(),
    sha256: text,
    contentMatches: z.boolean().meta({ description: "The kept text has the pack's hash." }),
    chainMatches: z.boolean().meta({ description: "The audit chain tells of the freezing with the same hash." }),
  }),
  refusals: notFound,
})
