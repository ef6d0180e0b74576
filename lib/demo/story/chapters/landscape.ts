import { ago, inDays, type StoryEvent } from "../story-event"

const architect = "Sana Khan"

/** What the bank runs, written down while it was assessed; where the target lives; what it is for; and how much had moved last week. */
export const landscapeChapter: readonly StoryEvent[] = [
  { when: inDays(20), who: architect, does: "survey" },
  { when: inDays(64), who: architect, does: "set-up-environments" },
  { when: ago(40), who: architect, does: "list-use-cases" },
  { when: ago(6), who: architect, does: "report-migration" },
]
