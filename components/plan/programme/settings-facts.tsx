import { sayDay } from "@/components/ui/day-text"
import type { Day } from "@/lib/base/kernel/day"
import type { ProgrammeView } from "@/lib/plan/roadmap/programme"
import { weekdays } from "./calendar-fields"
import { cloudNames } from "./clouds-field"

/** A programme's settings for those who may only read them. */
export function SettingsFacts({ programme, today }: { programme: ProgrammeView; today: Day }) {
  const { name, organisation, sponsor, clouds, currency, packRelease, startDay, timeZone, holidays } = programme
  const daysOff = programme.weekend.flatMap((day) => weekdays[day - 1] ?? [])
  const facts: readonly (readonly [string, string])[] = [
    ["Name", name],
    ["Organisation", organisation],
    ["Sponsor", sponsor ?? "not set"],
    ["Clouds", clouds.map((cloud) => cloudNames[cloud]).join(", ")],
    ["Currency", currency],
    ["Roadmap release", packRelease],
    ["Start", sayDay(startDay, today)],
    ["Time zone", timeZone.replaceAll("_", " ")],
    ["Non-working days", daysOff.join(", ") || "none"],
  ]
  return (
    <dl className="grid max-w-[640px] grid-cols-[160px_minmax(0,1fr)] gap-x-4 gap-y-1.5 max-sm:grid-cols-[120px_minmax(0,1fr)]">
      {facts.map(([label, value]) => (
        <div key={label} className="col-span-2 grid grid-cols-subgrid">
          <dt className="text-ink-3">{label}</dt>
          <dd className="min-w-0 break-words">{value}</dd>
        </div>
      ))}
      <div className="col-span-2 grid grid-cols-subgrid">
        <dt className="text-ink-3">Holidays</dt>
        <dd>
          {holidays.length === 0 ? "none" : null}
          {holidays.map(({ day, name: holiday }) => (
            <span key={day} className="block">
              {sayDay(day, today)} <span className="text-ink-3">{holiday}</span>
            </span>
          ))}
        </dd>
      </div>
    </dl>
  )
}
