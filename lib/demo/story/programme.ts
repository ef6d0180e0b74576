import type { Day } from "@/lib/base/kernel/day"
import type { NewProgramme } from "@/lib/plan/roadmap/programme"

/** The release of the roadmap that the story is told with. */
export const packRelease = "2026.2"

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
  packRelease,
  leaveOut: [...leaveOut],
})

export const neverMeant: readonly string[] = ["connect-looker", "integrate-informatica", "build-scala-transformations"]

/** How much longer than the pack's likely durations the work of a phase really took, by phase key. */
export const stretch: Readonly<Record<string, number>> = {
  assessment: 2.4,
  foundation: 2.2,
  "data-ingestion": 3.9,
  "data-processing": 4.4,
  "analytics-ml": 2.6,
  "scale-and-improve": 4,
}

/** When the work of a phase was estimated anew, in days after the start, and how much longer than the pack says. */
export const estimates: Readonly<Record<string, { readonly daysIn: number; readonly factor: number }>> = {
  assessment: { daysIn: 3, factor: 2 },
  foundation: { daysIn: 52, factor: 2 },
  "data-ingestion": { daysIn: 142, factor: 3 },
  "scale-and-improve": { daysIn: 158, factor: 3.5 },
  "data-processing": { daysIn: 256, factor: 4 },
  "analytics-ml": { daysIn: 310, factor: 3 },
}

/** Days after the start before which nobody had time for a phase or a piece of work, by its key. */
export const opens: Readonly<Record<string, number>> = {
  "scale-and-improve": 160,
  "data-processing": 282,
  "analytics-ml": 326,
  "connect-event-hubs": 318,
  "connect-sap": 300,
  "prove-service-levels": 335,
  ...{ "train-scientists-on-databricks": 318, "train-scientists-on-spark": 356, "train-teams-on-notebooks": 392 },
  ...{ "train-business-readers": 352, "build-onboarding-path": 380, "hold-office-hours": 330, "show-adoption": 390 },
  ...{
    "set-up-support": 322,
    "write-best-practices": 318,
    "adopt-solution-accelerators": 352,
    "publish-handbook": 378,
  },
  ...{ "integrate-airflow": 420, "run-jobs-as-service-principals": 346, "set-retries-and-timeouts": 372 },
  ...{ "integrate-azure-monitor": 340, "set-up-on-call": 350, "implement-chargeback": 322, "choose-improvements": 322 },
  ...{ "iterate-on-platform": 336, "iterate-on-processes": 340, "retire-legacy-features": 400 },
}

/** Work that took longer still: its factor on top. */
export const slips: Readonly<Record<string, number>> = {
  "procure-platform": 1.4,
  "pass-security-review": 11,
  "connect-sap": 2.4,
  "land-first-sources": 6,
  "connect-event-hubs": 1.8,
  "prove-service-levels": 3.5,
  "hold-regular-reviews": 9,
  "iterate-on-platform": 2,
  "follow-releases": 4,
  "review-usage-and-cost": 12,
  "implement-chargeback": 2,
}

/** Work that mostly waits for others, or comes up now and then, and so keeps nobody from other work. */
export const aside: ReadonlySet<string> = new Set([
  ...["procure-platform", "pass-security-review", "open-firewalls-to-sources", "connect-sap"],
  ...["connect-event-hubs", "land-first-sources"],
  ...["prove-service-levels", "hold-regular-reviews", "iterate-on-platform", "follow-releases"],
  ...["review-usage-and-cost", "implement-chargeback", "publish-handbook", "retire-legacy-features"],
])
