import type { AskedView, AssessmentView, SnapshotView } from "./contract"
import { type Counted, type DimensionWeights, type Figures, figuresOf } from "./figures"
import { distanceOf, gapOf } from "./levels"
import { areFactsAhead, isUnprovedClaim, type Proved, provedLevel } from "./proved"
import { kindNames, type QuestionView } from "./question"

/** As much of the work for a gap as its line shows. */
export type GapItem = { readonly id: string; readonly number: number; readonly title: string; readonly status: string }

/** What facts say about the work for a gap, and the fact that says it. */
export type Closing = { readonly act: "close" | "reopen"; readonly fact: string }

/** A question with its answer and whatever follows from it. */
export type GapLine = {
  readonly id: string
  readonly question: QuestionView
  /** What the release asks; null for the programme's own questions. */
  readonly asked: AskedView | null
  readonly proved: Proved
  /** At the snapshot; null without one or without an answer then. */
  readonly before: number | null
  readonly distance: number | null
  readonly gap: number | null
  readonly unproved: boolean
  readonly ahead: boolean
  readonly item: GapItem | null
  readonly closing: Closing | null
}

type Sources = {
  readonly assessment: Pick<AssessmentView, "questions">
  readonly snapshot: Pick<SnapshotView, "lines"> | null
  readonly items: ReadonlyMap<string, GapItem>
}

/** The lines of the assessment, without the questions that the programme leaves out. */
export function gapLines(questions: readonly QuestionView[], { assessment, snapshot, items }: Sources): GapLine[] {
  const asked = new Map(assessment.questions.map((each) => [each.key, each]))
  const frozen = new Map(snapshot?.lines.map((each) => [each.id, each]))
  return questions
    .filter(({ leftOut }) => !leftOut)
    .map((question) => {
      const bank = asked.get(question.key ?? "") ?? null
      const then = frozen.get(question.id)
      const proved = provedLevel(bank?.proofs ?? [])
      const item = items.get(question.workItemId ?? "") ?? null
      return {
        ...{ id: question.id, question, asked: bank, proved, item },
        before: then && !then.notApplicable ? then.asIs : null,
        ...{ distance: distanceOf(question), gap: gapOf(question) },
        unproved: !question.notApplicable && isUnprovedClaim(question.asIs, proved),
        ahead: !question.notApplicable && areFactsAhead(question.asIs, proved),
        closing: item && closingOf(question, bank, proved, item),
      }
    })
}

/** Facts that reach the to-be level propose to close the work; facts that left it again open it. */
function closingOf(
  { toBe }: QuestionView,
  asked: AskedView | null,
  { level, state }: Proved,
  { status }: GapItem,
): Closing | null {
  if (level === null || asked === null) return null
  const checks = asked.proofs.filter((proof) => proof.level <= toBe).flatMap((proof) => proof.checks)
  if (level >= toBe) return status === "done" ? null : { act: "close", fact: checks.at(-1)?.sentence ?? "" }
  if (status !== "done" || state === "could-not-tell") return null
  const failed = checks.find(({ verdict, waived }) => verdict === "not-met" && !waived)
  return failed ? { act: "reopen", fact: failed.sentence } : null
}

/** A line as figures count it. */
export const countedOf = ({ question, proved, before, item }: GapLine): Counted => ({
  ...{ asIs: question.asIs, toBe: question.toBe, notApplicable: question.notApplicable, weight: question.weight },
  ...{ dimension: question.dimension, proved: proved.level ?? 0, hasWork: item !== null, before },
})

/** Some lines under one name with their figures. */
export type GapGroup = {
  readonly id: string
  readonly name: string
  readonly figures: Figures
  readonly lines: readonly GapLine[]
}
type Dimensions = AssessmentView["dimensions"]

export const weightsOf = (dimensions: Dimensions): DimensionWeights =>
  new Map(dimensions.map(({ key, weight }) => [key, weight]))

export const totalOf = (lines: readonly GapLine[], dimensions: Dimensions): Figures =>
  figuresOf(lines.map(countedOf), weightsOf(dimensions))

function groupsBy(
  lines: readonly GapLine[],
  dimensions: Dimensions,
  keyOf: (line: GapLine) => string,
  names: readonly (readonly [string, string])[],
): GapGroup[] {
  const known = new Set(names.map(([key]) => key))
  const others = [...new Set(lines.map(keyOf))].filter((key) => !known.has(key)).map((key) => [key, key] as const)
  return [...names, ...others].flatMap(([id, name]) => {
    const own = lines.filter((line) => keyOf(line) === id)
    return own.length === 0 ? [] : [{ id, name, lines: own, figures: totalOf(own, dimensions) }]
  })
}

/** By dimension in the release's order; dimensions that only the programme has come last. */
export const byDimension = (lines: readonly GapLine[], dimensions: Dimensions): GapGroup[] =>
  groupsBy(
    lines,
    dimensions,
    ({ question }) => question.dimension,
    dimensions.map(({ key, name }) => [key, name]),
  )

/** By kind, the greatest gap first. */
export const byKind = (lines: readonly GapLine[], dimensions: Dimensions): GapGroup[] =>
  groupsBy(lines, dimensions, ({ question }) => question.gapKind, Object.entries(kindNames)).toSorted(
    (a, b) => (b.figures.gap ?? 0) - (a.figures.gap ?? 0),
  )

/** One cell of the heat map: the questions of a stage in a dimension. */
export type HeatCell = { readonly stageId: string; readonly dimension: string; readonly figures: Figures }

/** The cells that have questions. */
export function heatCells(lines: readonly GapLine[], dimensions: Dimensions): HeatCell[] {
  const stages = [...new Set(lines.flatMap(({ question }) => question.stageId ?? []))]
  return stages.flatMap((stageId) =>
    byDimension(
      lines.filter(({ question }) => question.stageId === stageId),
      dimensions,
    ).map(({ id, figures }) => ({ stageId, dimension: id, figures })),
  )
}

/** A dimension's name as far as a narrow column takes it: "Data governance and catalogue" is "Governance". */
export function shortDimension(name: string): string {
  const [first = name] = name.split(/, | and (?!ML )/)
  const [, last = first] = /^Data (.+)$/.exec(first) ?? []
  return last.charAt(0).toUpperCase() + last.slice(1)
}

/** How dark a cell is: none, 1 to 3, 4 to 6, 7 to 12, 13 and more (weighted gap). */
export function shadeOf(gap: number | null): 0 | 1 | 2 | 3 | 4 {
  if (!gap) return 0
  if (gap <= 3) return 1
  if (gap <= 6) return 2
  return gap <= 12 ? 3 : 4
}

/** What became of the answers since a snapshot, of those answered then and now. */
export function changesSince(lines: readonly GapLine[]): { rose: number; fell: number; stayed: number } {
  const steps = lines.flatMap(({ question: { asIs, notApplicable }, before }) =>
    asIs === null || before === null || notApplicable ? [] : [asIs - before],
  )
  return {
    rose: steps.filter((step) => step > 0).length,
    fell: steps.filter((step) => step < 0).length,
    stayed: steps.filter((step) => step === 0).length,
  }
}
