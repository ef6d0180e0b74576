import * as z from "zod"
import { SignOffView } from "@/lib/assurance/sign-contract"
import { Day, Id } from "@/lib/base/kernel/shapes"
import { PercentileDays } from "@/lib/plan/forecast/percentile"
import { RegisterKindShape, TrendShape } from "@/lib/plan/risks/contract"
import { ProgrammeSummary } from "@/lib/plan/roadmap/programme"
import { WorkStatus } from "@/lib/plan/roadmap/work-item-shapes"

/** The list behind a figure: work items (some of them), one work item, the checklist or a line of it, the forecast and so on. */
export const Behind = z
  .discriminatedUnion("list", [
    z.strictObject({
      list: z.literal("items"),
      stage: z.string().optional(),
      phase: z.string().optional(),
      status: WorkStatus.optional(),
      owner: z
        .union([Id, z.literal("none")])
        .optional()
        .meta({ description: "`none`: without an owner." }),
      late: z.boolean().optional().meta({ description: "Only what is past its deadline, or planned to be." }),
    }),
    z.strictObject({ list: z.literal("item"), id: Id }),
    z.strictObject({
      list: z.literal("checklist"),
      line: Id.optional().meta({ description: "A criterion or gate." }),
      check: Id.optional(),
    }),
    z.strictObject({ list: z.literal("forecast"), gate: Id.optional() }),
    z.strictObject({ list: z.enum(["members", "settings", "gates", "audit", "risks", "timeline"]) }),
  ])
  .meta({ id: "Behind" })
export type Behind = z.output<typeof Behind>

/** A part of a sentence; joined in order they read as plain text. */
export const Piece = z
  .strictObject({ text: z.string(), tone: z.enum(["plain", "strong", "needs-you"]), behind: Behind.nullable() })
  .meta({ id: "Piece" })
export type Piece = z.output<typeof Piece>

const percent = z.number().nullable().meta({ description: "0 to 100, not rounded; null when nothing is planned." })
export const ProvedCounts = z
  .strictObject({ met: z.int(), metDue: z.int(), due: z.int(), all: z.int(), waived: z.int() })
  .meta({ id: "ProvedCounts", description: "Distinct applicable checks; waived ones are counted apart." })
export type ProvedCounts = z.output<typeof ProvedCounts>
const figures = {
  claimed: percent,
  planned: percent.meta({ description: "Where the plan says it should stand today, 0 to 100." }),
  proved: ProvedCounts.nullable().meta({ description: "Null when there are no checks." }),
}

export const StageFigures = z
  .strictObject({ id: Id, key: z.string(), number: z.int(), name: z.string(), ...figures })
  .meta({ id: "StageFigures" })
export type StageFigures = z.output<typeof StageFigures>

const place = z.number().meta({ description: "0 to 100; one scale for all gates." })
export const GateTrack = z
  .strictObject({
    planned: place,
    until: place.meta({ description: "Where the tail ends: P80, or P90 while no percentage is said." }),
    target: place.nullable(),
  })
  .meta({ id: "GateTrack" })
export type GateTrack = z.output<typeof GateTrack>

export const GateFigures = z
  .strictObject({
    id: Id,
    name: z.string(),
    plannedDay: Day.nullable().meta({ description: "Computed by the forward pass." }),
    targetDay: Day.nullable(),
    workingDaysLate: z.int().nullable().meta({ description: "Planned after target; negative when before it." }),
    state: z.enum(["passed", "contradicted", "reported", "ahead"]).meta({
      description: "Passed; passed and contradicted since; all work before it is reported done; or still ahead.",
    }),
    forecast: z
      .strictObject({
        ...PercentileDays.shape,
        percentages: z.boolean().meta({ description: "False: say the range from P10 to P90 only." }),
        current: z.boolean().meta({ description: "False when the plan or the day has moved on since." }),
      })
      .nullable(),
    track: GateTrack.nullable().meta({ description: "Null without a forecast." }),
  })
  .meta({ id: "GateFigures" })
export type GateFigures = z.output<typeof GateFigures>

export const PhaseFigures = z
  .strictObject({
    id: Id,
    key: z.string(),
    number: z.int(),
    name: z.string(),
    current: z.boolean(),
    start: Day.nullable(),
    finish: Day.nullable(),
    ...figures,
    gate: GateFigures.nullable(),
  })
  .meta({ id: "PhaseFigures" })
export type PhaseFigures = z.output<typeof PhaseFigures>

export const CriterionLine = z
  .strictObject({
    id: Id,
    key: z.string(),
    number: z.int(),
    name: z.string(),
    mark: z.enum(["met", "not-met", "could-not-tell", "not-due"]).meta({ description: "What the due checks say." }),
    signOff: SignOffView.shape.state,
    proved: ProvedCounts.nullable(),
    note: z.string(),
    contradictedBy: z.array(z.strictObject({ checkId: Id, sentence: z.string(), reason: z.string() })).meta({
      description: "The checks that say otherwise than what is signed.",
    }),
  })
  .meta({ id: "CriterionLine" })
export type CriterionLine = z.output<typeof CriterionLine>

export const Change = z
  .strictObject({
    title: z.string(),
    detail: z.string(),
    tone: z.enum(["needs-you", "warn", "good", "plain"]),
    behind: Behind.nullable(),
  })
  .meta({ id: "Change" })
export type Change = z.output<typeof Change>

export const Waiting = z
  .strictObject({ title: z.string(), detail: z.string(), tone: z.enum(["needs-you", "plain"]), behind: Behind })
  .meta({ id: "Waiting" })
export type Waiting = z.output<typeof Waiting>

/** One of the largest risks. */
export const TopRisk = z
  .strictObject({
    id: Id,
    title: z.string(),
    kind: RegisterKindShape,
    exposure: z.number().meta({ description: "Probability times impact, 0 to 5." }),
    trend: TrendShape,
    detail: z.string(),
  })
  .meta({ id: "TopRisk" })
export type TopRisk = z.output<typeof TopRisk>

const RagStatus = z.enum(["green", "amber", "red", "unknown"])
export const RagView = z
  .strictObject({
    overall: RagStatus.meta({ description: "The worst of those that are known." }),
    dimensions: z.array(
      z.strictObject({
        dimension: z.enum(["schedule", "cost", "scope", "risk", "benefits"]),
        name: z.string(),
        status: RagStatus,
        figure: z.string(),
        rule: z.string().meta({ description: "The part of the rule that gave the status." }),
        whole: z.string(),
        override: z.strictObject({ id: Id, reason: z.string(), untilDay: Day, computed: RagStatus }).nullable(),
      }),
    ),
  })
  .meta({ id: "Rag" })
export type RagView = z.output<typeof RagView>

export const OverviewView = z
  .strictObject({
    name: z.string(),
    today: Day,
    timeZone: z.string(),
    currency: z.string(),
    lastChange: z.iso.datetime({ offset: true }).meta({ description: "When anything of the programme last changed." }),
    seq: z.int().meta({ description: "The length of the programme's audit chain that this was told from." }),
    position: z.string().meta({ description: "Phase and week in words." }),
    answer: z.array(Piece),
    basis: z.array(Piece).meta({ description: "What the answer stands on." }),
    rag: RagView,
    stages: z.array(StageFigures),
    phases: z.array(PhaseFigures),
    checklist: z.array(CriterionLine),
    changes: z.strictObject({
      since: Day,
      basis: z.enum(["last-visit", "two-weeks"]),
      list: z.array(Change).meta({ description: "Most important first." }),
    }),
    waiting: z.array(Waiting).meta({ description: "Most pressing first." }),
    risks: z.array(TopRisk).meta({ description: "The five with the largest exposure." }),
  })
  .meta({ id: "Overview" })
export type OverviewView = z.output<typeof OverviewView>

/** A line of the portfolio: a programme of the asking user and where it stands by its plan. */
export const PortfolioLine = z
  .strictObject({
    ...ProgrammeSummary.shape,
    phase: z.string().nullable().meta({ description: "The phase that the programme is in." }),
    nextGate: z
      .strictObject({
        ...{ name: z.string(), day: Day, targetDay: Day.nullable(), workingDaysLate: z.int().nullable() },
        forecast: z.strictObject({ words: z.string(), madeOn: Day, daysLate: z.int() }).nullable().meta({
          description:
            "What the newest forecast says of it: `80% likely by 14 Mar`; how many days that is after its target.",
        }),
      })
      .nullable(),
    today: Day.meta({ description: "The programme's day when this was answered." }),
    planned: percent,
    proved: ProvedCounts.nullable(),
  })
  .meta({ id: "PortfolioLine" })
export type PortfolioLine = z.output<typeof PortfolioLine>
