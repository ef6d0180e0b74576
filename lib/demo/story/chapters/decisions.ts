import { decisions, type ToldDecision } from "../decisions"
import type { StoryEvent, When } from "../story-event"

/** Who signs for what. */
const signs = {
  ...{ sponsor: "Ingrid Solberg", security: "Kwame Osei", "data-protection": "Sana Khan" },
  ...{ finance: "Priya Nair", "data-owner": "Marta Ruiz", operations: "Jonas Adler" },
} as const
const writers = new Set(["Sana Khan", "Helen Brandt"])

const later = (when: When, days: number): When =>
  "daysIn" in when
    ? { daysIn: when.daysIn + days }
    : "daysAgo" in when
      ? { daysAgo: Math.max(1, when.daysAgo - days) }
      : { ...when, days: when.days + days }

function eventsOf({ name, owner, written, reviewers, agreed, signers, signed }: ToldDecision): readonly StoryEvent[] {
  return [
    { when: written, who: writers.has(owner) ? owner : "Sana Khan", does: "decide", decision: name },
    ...reviewers.slice(0, agreed).map(
      (who, at): StoryEvent => ({
        ...{ when: later(written, 2 + at), who, does: "agree-to", decision: name },
      }),
    ),
    ...signers.slice(0, signed).map(
      (responsibility, at): StoryEvent => ({
        ...{ when: later(written, 4 + at), who: signs[responsibility], does: "sign-decision" },
        ...{ decision: name, responsibility },
      }),
    ),
  ]
}

export const decisionsChapter: readonly StoryEvent[] = decisions.flatMap(eventsOf)
