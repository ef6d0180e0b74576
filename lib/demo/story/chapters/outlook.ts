import { ago, inDays, type StoryEvent } from "../story-event"

const lead = "Helen Brandt"

/** Every second Friday of the year, and every Friday of its last quarter. */
const fridays: readonly StoryEvent[] = [
  ...Array.from(
    { length: 20 },
    (_, turn): StoryEvent => ({ when: inDays(11 + turn * 14), who: lead, does: "forecast" }),
  ),
  ...[84, 77, 70, 63, 56, 49, 42, 35, 28, 21, 14, 7, 0].map(
    (days): StoryEvent => ({ when: ago(days), who: lead, does: "forecast" }),
  ),
]

/** The plan as it was approved, as the steering set it anew at mid-year, and as it was two weeks ago. */
export const outlook: readonly StoryEvent[] = [
  { when: inDays(57), who: lead, does: "baseline", name: "Plan as approved" },
  { when: inDays(184), who: lead, does: "baseline", name: "Steering at mid-year" },
  { when: ago(14), who: lead, does: "baseline", name: "Before the year's last steering" },
  {
    ...{ when: ago(8), who: lead, does: "what-if", name: "The licence comes this month, and a third engineer" },
    estimates: [
      { item: "connect-sap", days: [14, 20, 34] },
      { item: "prove-service-levels", days: [5, 10, 16] },
    ],
    without: ["sap-licence", "two-engineers"],
  },
  { when: inDays(10), who: lead, does: "trials", trials: 2_000 },
  { when: ago(86), who: lead, does: "trials", trials: 10_000 },
  ...fridays,
]
