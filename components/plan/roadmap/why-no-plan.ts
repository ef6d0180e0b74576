import type { NoPlan } from "@/lib/plan/roadmap/plan"

/** Why the plan has no dates, and what to do. */
export const whyNoPlan: Readonly<Record<NoPlan, string>> = {
  cycle: "No dates: circular dependency. Remove one of its dependencies in the work item's panel.",
  "beyond-calendar": "No dates: some work would fall after 2199.",
  "no-working-weekday": "No dates: the calendar has no working days.",
}
