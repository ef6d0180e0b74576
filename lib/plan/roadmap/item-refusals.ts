import { changedMeanwhile, notFound, notYours } from "@/lib/door/contract"
import { misfits } from "./misfit"

/** Why a change of work may be refused. */
export const itemRefusals = {
  ...notFound,
  ...changedMeanwhile,
  ...notYours,
  "reason-needed": { status: 422, sentence: "Enter a reason. Blocked and dropped work needs one." },
  "finish-before-start": {
    status: 422,
    sentence: "The actual finish is before the actual start. Change one of them.",
  },
  "done-in-the-future": {
    status: 422,
    sentence: "The actual finish can't be in the future.",
  },
  "started-in-the-future": {
    status: 422,
    sentence: "The actual start can't be in the future. To plan ahead, use Start no earlier than.",
  },
  "percent-of-dropped": {
    status: 422,
    sentence: "This item is dropped. Change its status before you set percent complete.",
  },
  "constraint-without-day": { status: 422, sentence: "Enter the day of the constraint." },
  ...misfits,
  "no-such-person": {
    status: 422,
    sentence: "This owner isn't in the programme. Choose someone from the list.",
  },
  "no-such-phase": { status: 422, sentence: "This phase isn't in this programme." },
} as const
