import Link from "next/link"
import { roleNames } from "@/components/people/accounts/role-names"
import { GateMark } from "@/components/reports/gate-mark"
import { provedPercent, provedSentence, provedShort } from "@/components/reports/proved"
import { ClaimedProvedBar } from "@/components/ui/claimed-proved-bar"
import { cn } from "@/components/ui/class-names"
import { Pill } from "@/components/ui/pill"
import { StatusMark } from "@/components/ui/status-mark"
import type { Day } from "@/lib/base/kernel/day"
import { sayDay } from "@/lib/base/kernel/day-words"
import { grouped } from "@/lib/base/kernel/grouped"
import type { PortfolioLine } from "@/lib/reports/views"
import { count } from "@/lib/reports/words"

const head =
  "h-8 whitespace-nowrap px-2.5 text-left font-normal text-ink-3 text-meta first:pl-5 last:pr-5 max-md:hidden"
const cell = "h-row px-2.5 first:pl-5 last:pr-5 max-md:h-auto max-md:px-4 max-md:first:pl-4 max-md:py-0.5"

/** The programmes as rows; on a small screen each becomes a short block. */
export function PortfolioTable({ lines }: { lines: readonly PortfolioLine[] }) {
  return (
    <table className="w-full border-collapse max-md:block">
      <thead className="max-md:sr-only">
        <tr className="border-line border-b">
          <th className={head}>Programme</th>
          <th className={head}>Phase</th>
          <th className={head}>Next gate</th>
          <th className={cn(head, "w-[20%]")}>Claimed and proved</th>
          <th className={cn(head, "text-right")}>Done</th>
          <th className={head}>Blocked</th>
          <th className={head}>Your role</th>
        </tr>
      </thead>
      <tbody className="max-md:block">
        {lines.map((line) => (
          <PortfolioRow key={line.id} line={line} />
        ))}
      </tbody>
    </table>
  )
}

function PortfolioRow({ line }: { line: PortfolioLine }) {
  const { id, name, organisation, role, demo, archived, phase, items, done, blocked, proved } = line
  return (
    <tr className="relative border-line border-b hover:bg-hover max-md:block max-md:py-2.5">
      <td className={cn(cell, "max-w-[340px]")}>
        <span className="flex min-w-0 items-center gap-2">
          <Link
            href={`/programmes/${id}/overview`}
            className="inset-focus truncate font-medium after:absolute after:inset-0"
          >
            {name}
          </Link>
          <span className="truncate text-ink-3 text-meta">{organisation}</span>
          {demo ? <Pill tone="warn">Demo</Pill> : null}
          {archived ? <Pill>Archived</Pill> : null}
        </span>
      </td>
      <td className={cn(cell, "whitespace-nowrap text-ink-2 max-md:inline-block")}>{phase ?? "Nothing planned"}</td>
      <td className={cn(cell, "max-md:inline-block")}>
        <NextGate line={line} />
      </td>
      <td className={cn(cell, "max-md:block")} title={provedSentence(proved)}>
        <span className="flex items-center gap-3">
          <ClaimedProvedBar
            claimed={line.claimedPercent}
            proved={provedPercent(proved)}
            planned={line.planned}
            label={name}
            className="flex-1"
          />
          <span className="whitespace-nowrap text-ink-2">{provedShort(proved)}</span>
        </span>
      </td>
      <td className={cn(cell, "whitespace-nowrap text-right text-ink-2 max-md:inline-block max-md:text-left")}>
        {grouped(done)} of {grouped(items)}
        <span className="md:sr-only"> done</span>
      </td>
      <td className={cn(cell, "max-md:inline-block")}>
        {blocked > 0 ? (
          <StatusMark kind="blocked" word={`${blocked} blocked`} className="text-needs-you" />
        ) : (
          <span className="text-ink-3 max-md:hidden">None</span>
        )}
      </td>
      <td className={cn(cell, "text-ink-2 max-md:inline-block")}>{roleNames[role]}</td>
    </tr>
  )
}

function NextGate({ line: { nextGate, today } }: { line: PortfolioLine }) {
  if (!nextGate) return <span className="text-ink-3">None ahead</span>
  const { name, day, workingDaysLate, forecast } = nextGate
  if (forecast)
    return (
      <span className="inline-flex items-center gap-1.5 whitespace-nowrap" title={forecastTitle(nextGate, today)}>
        <GateMark state="ahead" />
        <span className="text-ink-3">{name}</span>
        {forecast.words}
        {forecast.daysLate > 0 ? <span className="text-needs-you">+{forecast.daysLate} d</span> : null}
      </span>
    )
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <GateMark state="ahead" />
      <span className="text-ink-3">{name}</span>
      {sayDay(day, today)}
      {workingDaysLate !== null && workingDaysLate > 0 ? (
        <span className="text-needs-you" title={`${count(workingDaysLate, "working day")} after its target`}>
          +{workingDaysLate} d
        </span>
      ) : null}
    </span>
  )
}

const forecastTitle = (
  { name, day, forecast, targetDay }: NonNullable<PortfolioLine["nextGate"]>,
  today: Day,
): string =>
  [
    `${name} ${forecast?.words ?? ""} in the forecast of ${sayDay(forecast?.madeOn ?? today, today)}`,
    `planned for ${sayDay(day, today)}`,
    targetDay ? `target ${sayDay(targetDay, today)}` : "no target date",
  ].join(", ")
