import type { Day } from "@/lib/base/kernel/day"
import { isBehind, isWell, type KpiLine } from "@/lib/value/kpi-line"
import { sayShort } from "@/lib/value/say-value"

/** How the KPIs stand in a sentence, and what is asked for. */
export function AnswerLine({ lines, today }: { lines: readonly KpiLine[]; today: Day }) {
  const well = lines.filter(({ standing }) => isWell(standing)).length
  const behind = lines.filter(({ standing }) => isBehind(standing)).length
  const unknown = lines.length - well - behind
  const asked = lines.filter(({ due }) => due.state !== "later")
  const overdue = asked.filter(({ due }) => due.state === "overdue")
  const since = overdue.map(({ due }) => due.dueDay).sort()[0]
  const facts = lines
    .filter(({ latest }) => latest?.source === "fact")
    .map(({ latest }) => latest?.day ?? "")
    .sort()
    .at(-1)
  return (
    <div className="border-line border-b px-5 pt-[14px] pb-3 max-md:px-4">
      <p className="text-pretty text-lede tracking-[-0.01em]">
        <span className="font-semibold">
          {well} of {lines.length}
        </span>{" "}
        {lines.length === 1 ? "KPI is on its path or ahead" : "KPIs are on their path or ahead"}
        {behind > 0 ? `, ${behind} ${behind === 1 ? "is" : "are"} behind` : ""}
        {unknown > 0 ? `, ${unknown} ${unknown === 1 ? "is" : "are"} unknown` : ""}.
      </p>
      <p className="text-ink-3 text-meta">
        {asked.length === 0
          ? "No check-in is due. "
          : `${asked.length} ${asked.length === 1 ? "check-in is" : "check-ins are"} due`}
        {asked.length > 0 ? (
          overdue.length > 0 && since ? (
            <>
              {", "}
              <span className="text-needs-you">
                {overdue.length} of them overdue since {sayShort(since, today)}
              </span>
              {". "}
            </>
          ) : (
            ". "
          )
        ) : null}
        {facts ? `Newest facts of ${sayFact(facts, today, lines)}.` : ""}
      </p>
    </div>
  )
}

const sayFact = (at: string, today: Day, lines: readonly KpiLine[]): string => {
  const day = lines.find(({ latest }) => latest?.day === at)?.latest?.day
  return day ? sayShort(day, today) : ""
}
