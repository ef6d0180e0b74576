import type { Entered } from "../outlook-event"
import type { Beat, Days, When } from "../story-event"

/** Somebody writes something into the register. */
export const enters = (when: When, who: string, entered: Entered): Beat => ({ when, who, does: "enter", ...entered })

/** Somebody weighs an entry anew. */
export const weighs = (
  when: When,
  who: string,
  entry: string,
  weight: { readonly probability?: number; readonly delay?: Days },
): Beat => ({ when, who, does: "weigh", entry, ...weight })
