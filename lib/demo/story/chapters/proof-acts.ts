import type { Piece } from "../proof-event"
import type { StoryEvent, When } from "../story-event"

/** Somebody hands in evidence. */
export const handsIn = (when: When, who: string, check: string, piece: Piece): StoryEvent => ({
  ...{ when, who, does: "hand-in", check, piece },
})
/** A second person accepts what waits. */
export const accepts = (when: When, who: string, check: string): StoryEvent => ({
  ...{ when, who, does: "judge", check, accepted: true },
})
/** A second person does not accept what waits. */
export const rejects = (when: When, who: string, check: string, reason: string): StoryEvent => ({
  ...{ when, who, does: "judge", check, accepted: false, reason },
})

export const asksWaiver = (when: When, who: string, check: string, forDays: number, reason: string): StoryEvent => ({
  ...{ when, who, does: "ask-waiver", check, reason, forDays },
})
export const approvesWaiver = (when: When, who: string, check: string): StoryEvent => ({
  ...{ when, who, does: "approve-waiver", check },
})

export const signs = (
  when: When,
  who: string,
  subject: { readonly gate: string } | { readonly criterion: string },
  responsibility: string,
): StoryEvent => ({
  ...{ when, who, does: "sign", responsibility },
  ...("gate" in subject ? { kind: "gate", subject: subject.gate } : { kind: "criterion", subject: subject.criterion }),
})
