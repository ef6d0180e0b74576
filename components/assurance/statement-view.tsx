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
              {restsOn(check, statement, assurance).map((words) => (
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
function restsOn(check: StatedCheck, statement: Statement, { nameOf, roadmap }: Assurance): string[] {
  const { reason, rule, evidence, waiver, factCount, freshness } = check
  return [
    ...(waiver
      ? [
          `Waived until ${sayDay(waiver.expiresOn, roadmap.today)}: ${waiver.reason}`,
          `Requested by ${nameOf(waiver.requestedById)}, approved by ${nameOf(waiver.approvedById)}`,
        ]
      : []),
    reason,
    ...(rule ? [`Required: ${sayRule(rule)}${factCount > 0 ? `; ${count(factCount, "fact")}` : ""}`] : []),
    ...(freshness === "ageing" ? ["Its facts are older than the rule allows"] : []),
    ...sourcesOf(check, statement).map(({ source, importedById }) =>
      source === "connection"
        ? "Facts fetched by a connection"
        : `Facts brought by ${importedById ? nameOf(importedById) : "someone"}`,
    ),
    ...evidence.map(
      ({ title, writtenById, judgedById }) => `“${title}” by ${nameOf(writtenById)}, accepted by ${nameOf(judgedById)}`,
    ),
  ]
}

/** The sets that a check's facts came from, each said once. */
function sourcesOf({ facts }: StatedCheck, { sources = [] }: Statement) {
  const used = sources.filter(({ factSetId }) => facts.some((fact) => fact.factSetId === factSetId))
  const said = ({ source, importedById }: (typeof used)[number]) => (source === "connection" ? source : importedById)
  return used.filter((each, at) => used.findIndex((other) => said(other) === said(each)) === at)
}
