import { ago, type StoryEvent } from "../story-event"

/** The steering of nine weeks ago moved Gate 2 and set the ones after it. */
export const gates: readonly StoryEvent[] = [
  { when: ago(62), who: "Helen Brandt", does: "target", gate: "ingestion-gate", daysIn: 389 },
  { when: ago(62), who: "Helen Brandt", does: "target", gate: "processing-gate", daysIn: 452 },
  { when: ago(62), who: "Helen Brandt", does: "target", gate: "analytics-gate", daysIn: 494 },
]
