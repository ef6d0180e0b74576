import { changedMeanwhile, notFound, notYours } from "@/lib/door/contract"

/** Why a change of work may be refused. */
export const itemRefusals = {
  ...notFound,
  ...changedMeanwhile,
  ...notYours,
  "reason-needed": { status: 422, sentence: "Say in a few words why: blocked and dropped work needs a reason." },
  "finish-before-start": {
    status: 422,
    sentence: "The actual finish lies before the actual start; change one of the two.",
  },
  "done-in-the-future": {
    status: 422,
    sentence: "Work cannot have finished after today; set the actual finish to today or before.",
  },
  "started-in-the-future": {
    status: 422,
    sentence: "Work cannot have started after today; to plan ahead, use start no earlier than.",
  },
  "percent-of-dropped": { status: 422, sentence: "This is dropped; bring it back before you set its percent." },
  "no-such-person": {
    status: 422,
    sentence: "That owner is not among the programme's people; choose one from the list.",
  },
  "no-such-phase": { status: 422, sentence: "That phase is not part of this programme." },
} as const
