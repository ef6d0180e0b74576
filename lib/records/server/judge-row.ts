import type { ProgrammeActor } from "@/lib/door/access/actor"
import type { Change, Fields, RecordType, View } from "../record"
import type { Slot } from "../slot"
import type { RecordRules } from "./writer"

/** What the member's rights and the type's own rule say against a row; null where nothing does. */
export function judgeOf<F extends Fields, Code extends string>(
  of: RecordType<F, Code>,
  rules: RecordRules<F, Code>,
  actor: ProgrammeActor,
  slots: readonly Slot[],
): (before: object | null, change: object) => string | null {
  const at = { today: actor.membership.today, personId: actor.personId }
  return (before, change) => {
    const closed = slots.find(({ name, field }) => {
      const needs = field.about.edit
      return name in change && needs !== undefined && (needs === "nobody" || !actor.may(needs))
    })
    if (closed) return `Your role does not let you change ${closed.field.about.label.toLowerCase()}.`
    const ruled = rules.rule?.(viewIn<F>(before), changeIn<F>(change), at)
    return ruled && !ruled.ok ? (of.refusals?.[ruled.refusal]?.sentence ?? "This is not allowed.") : null
  }
}

function viewIn<F extends Fields>(record: object | null): View<F> | null
function viewIn(record: object | null): object | null {
  return record
}
function changeIn<F extends Fields>(change: object): Change<F>
function changeIn(change: object): object {
  return change
}
