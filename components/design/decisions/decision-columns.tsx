import type { OwnColumns } from "@/components/records/record-columns"
import { Avatar } from "@/components/ui/avatar"
import { cn } from "@/components/ui/class-names"
import type { DecisionLine } from "@/lib/design/decisions/decision"
import { frozenFields } from "@/lib/design/decisions/rules"
import type { RoadmapView } from "@/lib/plan/roadmap/views"
import { DecisionMark, SignedMarks } from "./decision-marks"

const frozen: ReadonlySet<string> = new Set(frozenFields)
/** What may be changed by hand as the decision stands. */
export const canEditDecision = ({ status }: DecisionLine, { name }: { readonly name: string }): boolean =>
  status === "draft" || !frozen.has(name)

/** What the list of decisions draws in its own way. */
export function decisionColumns({ people }: Pick<RoadmapView, "people">): OwnColumns<DecisionLine> {
  const personName = new Map(people.map(({ id, name }) => [id, name]))
  return {
    cells: {
      name: ({ number, name, status }) => (
        <span className="flex min-w-0 gap-3">
          <span className="w-5 flex-none text-right text-ink-2 tabular-nums">{number}</span>
          <span className={cn("truncate", status === "superseded" && "text-ink-2 line-through")}>{name}</span>
        </span>
      ),
      status: ({ status }) => <DecisionMark status={status} />,
      ownerId: ({ ownerId }) => {
        const name = ownerId === null ? undefined : personName.get(ownerId)
        return name ? <Avatar name={name} size={20} /> : <span className="text-ink-3">no one</span>
      },
    },
    canEdit: canEditDecision,
    after: {
      day: [
        {
          ...{ id: "signed", header: "Signed", width: 110, showFrom: 560 },
          value: ({ signers, signatures }) => (signers.length === 0 ? null : signatures.length / signers.length),
          cell: (line) => <SignedMarks line={line} />,
        },
      ],
    },
  }
}
