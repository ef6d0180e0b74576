import { StatusMark } from "@/components/ui/status-mark"
import type { StatedCheck, Statement } from "@/lib/assurance/statement"
import { sayDay } from "@/lib/base/kernel/day-words"
import { sayRule } from "@/lib/platform/facts/rule"
import { count } from "@/lib/reports/words"
import type { Assurance } from "./use-assurance"

type StatementViewProps = { statement: Statement; assurance: Assurance; onOpen: (checkId: string) => void }

/** A frozen statement as a person reads it: every check with what its verdict rests on. */
export function StatementView({ statement, assurance, onOpen }: StatementViewProps) {
  return (
    <ul className="-mx-2">
      {statement.checks.map((check) => (
        <li key={check.id} className="border-line border-b last:border-0">
          <button
            type="button"
            onClick={() => onOpen(check.id)}
            className="inset-focus flex w-full items-baseline gap-2.5 rounded-sm px-2 py-2 text-left hover:bg-hover"
          >
            <StatusMark kind={check.waiver ? "waived" : check.verdict} withWord={false} />
            <span className="min-w-0 flex-1">
              <span className="block text-pretty">{check.sentence}</span>
              {restsOn(check, assurance).map((words) => (
                <span key={words} className="mt-0.5 block text-pretty break-words text-ink-3 text-meta">
                  {words}
                </span>
              ))}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}

/** What a verdict rests on, line by line. */
function restsOn({ reason, rule, evidence, waiver, factCount }: StatedCheck, { nameOf, roadmap }: Assurance): string[] {
  return [
    ...(waiver
      ? [
          `Waived until ${sayDay(waiver.expiresOn, roadmap.today)}: ${waiver.reason}`,
          `Requested by ${nameOf(waiver.requestedById)}, approved by ${nameOf(waiver.approvedById)}`,
        ]
      : []),
    reason,
    ...(rule ? [`Required: ${sayRule(rule)}${factCount > 0 ? `; ${count(factCount, "fact")}` : ""}`] : []),
    ...evidence.map(
      ({ title, writtenById, judgedById }) => `“${title}” by ${nameOf(writtenById)}, accepted by ${nameOf(judgedById)}`,
    ),
  ]
}
