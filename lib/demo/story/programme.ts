import type { Day } from "@/lib/kernel/day"
import type { NewProgramme } from "@/lib/roadmap/programme"

/** What the bank set up on the first day. Work of other clouds, and what it never meant to do, is left out. */
export const programmeOf = (
  startDay: Day,
  holidays: NewProgramme["holidays"],
  leaveOut: readonly string[],
): NewProgramme => ({
  name: "Northbridge Lakehouse",
  organisation: "Northbridge Bank",
  sponsor: "Ingrid Solberg",
  clouds: ["azure"],
  startDay,
  timeZone: "Europe/Berlin",
  weekend: [6, 7],
  holidays,
  currency: "EUR",
  packRelease: "2026.1",
  leaveOut: [...leaveOut],
})

export const neverMeant: readonly string[] = ["connect-looker", "integrate-informatica", "build-scala-transformations"]

/** How much longer than the pack's likely durations the work of a phase really took, by phase key. */
export const stretch: Readonly<Record<string, number>> = {
  assessment: 2.6,
  foundation: 6,
  "data-ingestion": 7.5,
  "data-processing": 7,
  "analytics-ml": 6,
  "scale-and-improve": 14,
}

/** Days after the start before which nobody had time for a phase, by phase key. */
export const opens: Readonly<Record<string, number>> = {
  assessment: 0,
  foundation: 64,
  "data-ingestion": 205,
  "data-processing": 302,
  "analytics-ml": 352,
  "scale-and-improve": 205,
}

/** Work that took longer still: its factor on top. */
export const slips: Readonly<Record<string, number>> = {
  "pass-security-review": 4,
  "procure-platform": 1.6,
  "connect-sap": 4,
  "open-firewalls-to-sources": 1.5,
}
