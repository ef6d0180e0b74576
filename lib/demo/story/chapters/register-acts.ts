import type { Entered } from "../outlook-event"
import type { Days, StoryEvent, When } from "../story-event"

/** Somebody writes something into the register. */
export const enters = (when: When, who: string, entered: Entered): StoryEvent => ({
  when,
  who,
  does: "enter",
  ...entered,
})

/** Somebody weighs an entry anew. */
export const weighs = (
  when: When,
  who: string,
  entry: string,
  weight: { readonly probability?: number; readonly delay?: Days },
): StoryEvent => ({ when, who, does: "weigh", entry, ...weight })
