import type { OwnColumns } from "@/components/records/record-columns"
import { sayDay } from "@/components/ui/day-text"
import type { Day } from "@/lib/base/kernel/day"
import type { RegisterLine } from "@/lib/plan/risks/register"
import { ExposureMark, StateMark } from "./register-marks"

/** What the register draws in its own way: number and title, exposure, status, what is overdue. */
export const registerColumns = (today: Day): OwnColumns<RegisterLine> => ({
  order: [
    ...["title", "kind", "probability", "impact", "delay", "ownerId", "dueDay", "state", "response"],
    ...["workstreamIds", "gateIds"],
  ],
  cells: {
    title: ({ number, title, state }) => (
      <span className="flex min-w-0 items-baseline gap-2">
        <span className="w-[22px] flex-none text-ink-3 text-meta">{number}</span>
        <span className={state === "closed" ? "truncate text-ink-3" : "truncate"} title={title}>
          {title}
        </span>
      </span>
    ),
    impact: ({ impact }) => impact ?? <span className="text-ink-3">–</span>,
    state: ({ state }) => <StateMark state={state} />,
    dueDay: ({ dueDay, overdue }) =>
      dueDay ? (
        <span className={overdue ? "text-needs-you" : "text-ink-2"} title={overdue ? "Overdue" : undefined}>
          {sayDay(dueDay, today)}
        </span>
      ) : (
        <span className="text-ink-3">–</span>
      ),
  },
  after: {
    impact: [
      {
        ...{ id: "exposure", header: "Exposure", width: 92 },
        value: ({ exposure }) => exposure,
        cell: (line) => <ExposureMark line={line} />,
      },
    ],
  },
  canEdit: ({ state }, { name }) => name !== "state" || state !== "came_true",
})
