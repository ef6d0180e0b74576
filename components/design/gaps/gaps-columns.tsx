import { ValueEditor } from "@/components/records/value-editor"
import type { Column } from "@/components/table/column"
import { Avatar } from "@/components/ui/avatar"
import { daysBetween, sayDay } from "@/components/ui/day-text"
import type { Day } from "@/lib/base/kernel/day"
import type { Figures } from "@/lib/design/gaps/figures"
import type { GapGroup, GapLine } from "@/lib/design/gaps/lines"
import type { Words } from "@/lib/records/kind"
import type { Slot } from "@/lib/records/slot"
import { Change, GapMark, mean, ProvedMark, quiet, WorkMark } from "./gap-marks"
import { Ladder } from "./ladder"

/** A row of the grid: some questions under one name, or one question. Rows keep their objects while nothing changed. */
export type GapRow =
  | { readonly kind: "group"; readonly id: string; readonly group: GapGroup; readonly children: readonly GapRow[] }
  | { readonly kind: "question"; readonly id: string; readonly line: GapLine }

export const rowsOf = (groups: readonly GapGroup[]): readonly GapRow[] =>
  groups.map((group) => ({
    ...{ kind: "group", id: group.id, group },
    children: group.lines.map((line) => ({ kind: "question", id: line.id, line })),
  }))

type ColumnsOf = {
  readonly by: "dimension" | "kind"
  readonly words: Words
  readonly slots: readonly Slot[]
  readonly mayEdit: boolean
  readonly total: Figures
  readonly compared: boolean
  readonly dimensionName: (key: string) => string
  readonly stageNumber: (id: string | null) => number | null
}

const ladderOf = ({ asIs, proved, toBe, before }: Figures) => <Ladder {...{ asIs, proved, toBe, before }} />
const strong = (value: number | null) => <b className="font-medium">{mean(value)}</b>

/** The columns of the grid, for a full width and beside the panel. */
export function gapColumns(setting: ColumnsOf): readonly Column<GapRow>[] {
  const { by, words, slots, mayEdit, total, compared, dimensionName, stageNumber } = setting
  const split =
    (group: (figures: Figures) => React.ReactNode, line: (line: GapLine) => React.ReactNode) => (row: GapRow) =>
      row.kind === "group" ? group(row.group.figures) : line(row.line)
  const nothing = () => null
  const edited = (name: string): Partial<Column<GapRow>> => {
    const slot = slots.find((each) => each.name === name)
    if (!mayEdit || !slot) return {}
    return {
      canEdit: (row) => row.kind === "question",
      editor: ({ row, done }) =>
        row.kind === "question" ? <ValueEditor slot={slot} row={row.line.question} done={done} /> : null,
    }
  }
  return [
    {
      ...{ id: "name", header: "Question", width: 186, grow: true, enterOpens: true, hideable: false },
      cell: (row) =>
        row.kind === "group" ? (
          <span className="truncate">{row.group.name}</span>
        ) : (
          <span data-question={row.id} className="truncate" title={row.line.asked?.text ?? row.line.question.wording}>
            {row.line.question.name}
          </span>
        ),
      footer: `${total.answered} of ${total.asked} answered`,
    },
    {
      ...{
        id: "other",
        header: by === "kind" ? "Dimension" : "Kind",
        width: by === "kind" ? 192 : 112,
        showFrom: 1000,
      },
      cell: split(nothing, ({ question }) => {
        const { gapKind, dimension } = question
        const kind = slots.find(({ name }) => name === "gapKind")?.field.kind.write(gapKind, words) ?? gapKind
        return <span className="truncate text-ink-2">{by === "kind" ? dimensionName(dimension) : kind}</span>
      }),
    },
    {
      ...{ id: "stage", header: "Stage", width: 52, align: "end", showFrom: 1000 },
      cell: split(nothing, ({ question }) => (
        <span className="text-ink-2">{stageNumber(question.stageId) ?? quiet}</span>
      )),
    },
    {
      ...{ id: "levels", header: "Levels", width: 88 },
      cell: split(ladderOf, ({ question, proved, before }) =>
        question.notApplicable ? (
          <span className="truncate text-ink-3 text-meta">not applicable</span>
        ) : (
          <Ladder asIs={question.asIs} proved={proved.level} toBe={question.toBe} before={before} />
        ),
      ),
      footer: ladderOf(total),
    },
    {
      ...{ id: "asIs", header: "As-is", width: 46, showFrom: 480 },
      cell: split(
        ({ asIs }) => strong(asIs),
        ({ question }) => <span data-level="asIs">{question.asIs ?? quiet}</span>,
      ),
      footer: mean(total.asIs),
    },
    ...(compared
      ? [
          {
            ...{ id: "change", header: "Change", width: 58, showFrom: 900 },
            cell: split(
              ({ change }) => <Change by={change} />,
              ({ question: { asIs }, before }) => (
                <Change by={asIs === null || before === null ? null : asIs - before} />
              ),
            ),
            footer: <Change by={total.change} />,
          },
        ]
      : []),
    {
      ...{ id: "proved", header: "Proved", width: 56, showFrom: 480 },
      cell: split(
        ({ proved }) => strong(proved),
        (line) => <ProvedMark line={line} />,
      ),
      footer: mean(total.proved),
    },
    {
      ...{ id: "toBe", header: "To-be", width: 48, showFrom: 480 },
      cell: split(
        ({ toBe }) => strong(toBe),
        ({ question }) => <span data-level="toBe">{question.toBe}</span>,
      ),
      footer: mean(total.toBe),
    },
    {
      ...{ id: "gap", header: "Gap", width: 74, align: "end" },
      cell: split(
        ({ gap }) => <b className="font-semibold">{gap ?? quiet}</b>,
        (line) => <GapMark line={line} />,
      ),
      footer: <b className="font-semibold text-ink-2">{total.gap ?? "–"}</b>,
    },
    {
      ...{ id: "ownerId", header: "Owner", width: 130, showFrom: 900, ...edited("ownerId") },
      cell: split(nothing, ({ question: { ownerId } }) => <Owner name={ownerId && words.nameOf("person", ownerId)} />),
    },
    {
      ...{ id: "targetDay", header: "Target", width: 94, showFrom: 560, ...edited("targetDay") },
      cell: split(nothing, ({ question, gap }) => (
        <Target day={question.targetDay} today={words.today} open={Boolean(gap)} />
      )),
    },
    {
      ...{ id: "work", header: "Work", width: 80, showFrom: 560 },
      cell: split(
        ({ withWork, gaps }) =>
          gaps ? <span className="font-normal text-ink-2 text-meta">{`${withWork} of ${gaps}`}</span> : null,
        (line) => <WorkMark line={line} />,
      ),
      footer: `${total.withWork} of ${total.gaps}`,
    },
  ]
}

function Owner({ name }: { name: string | null }) {
  if (!name) return <span className="text-ink-3">No one</span>
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <Avatar name={name} size={16} decorative />
      <span className="truncate">{name}</span>
    </span>
  )
}

function Target({ day, today, open }: { day: Day | null; today: Day; open: boolean }) {
  if (!day) return quiet
  if (open && day < today)
    return <span className="text-needs-you" title={sayDay(day)}>{`${daysBetween(day, today)} d late`}</span>
  return sayDay(day, today)
}
