import { StatusMark } from "@/components/ui/status-mark"
import type { CheckView } from "@/lib/assurance/contract"
import { kindNames } from "@/lib/assurance/groups"
import type { RoadmapView } from "@/lib/plan/roadmap/views"

type CheckRowProps = { check: CheckView; roadmap: RoadmapView; onOpen: (id: string) => void }

/** One check in a panel: its verdict, its sentence, why, and what else is to know; opens the check. */
export function CheckRow({ check, roadmap, onOpen }: CheckRowProps) {
  return (
    <li className="border-line border-b last:border-0">
      <button
        type="button"
        onClick={() => onOpen(check.id)}
        className="inset-focus flex w-full items-baseline gap-2.5 rounded-sm px-2 py-2 text-left hover:bg-hover"
      >
        <StatusMark kind={check.waived ? "waived" : check.verdict} withWord={false} />
        <span className="min-w-0 flex-1">
          <span className="block text-pretty">{check.sentence}</span>
          <span className="mt-0.5 block text-pretty text-ink-3 text-meta">{check.reason}</span>
          <span className="mt-0.5 block text-pretty text-ink-3 text-meta">{moreOf(check, roadmap).join(" · ")}</span>
        </span>
      </button>
    </li>
  )
}

/** What stands beside the reason: how it is judged, how fresh, evidence, waiver, when it is due. */
function moreOf(check: CheckView, roadmap: RoadmapView): string[] {
  const { kind, rule, freshness, evidence, waiver, waived } = check
  return [
    kindNames[kind],
    ...(rule ? [rule.sentence] : []),
    ...(freshness === "ageing" || freshness === "stale"
      ? [freshness === "stale" ? "facts expired" : "facts ageing"]
      : []),
    ...(evidence.waiting > 0 ? [`${evidence.waiting} awaiting review`] : []),
    ...(waiver ? [waived ? "waived" : "waiver requested"] : []),
    sayWhen(check, roadmap),
  ]
}

/** `due since Gate 2`, `due at Gate 3`. */
export function sayWhen({ due, dueGateId }: CheckView, { gates }: RoadmapView): string {
  const gate = gates.find(({ id }) => id === dueGateId)
  if (!gate) return due ? "due" : "not tied to a gate"
  return due ? `due since ${gate.name}` : `due at ${gate.name}`
}
