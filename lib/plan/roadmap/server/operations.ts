import { answer, type Operation, serve } from "@/lib/door/server/serve"
import * as promised from "../contract"
import { addLink, getSchedule, removeLink, updateLink } from "../plan-contract"
import * as timeline from "../timeline-contract"
import * as baselines from "./baselines"
import { replan } from "./change-plan"
import { bringBackComment, rewriteComment, takeAwayComment, writeComment } from "./comment"
import { makeProgramme } from "./create-programme"
import { editLink, linkEnds, unlinkEnds } from "./edit-link"
import { editGate, editWorkstream } from "./edit-plan"
import { editProgramme } from "./edit-programme"
import { editWorkItem, editWorkItems } from "./edit-work-item"
import { bringBackItem, placeItem, placeNewItem, takeAwayItem } from "./place-work-item"
import { findItem, findRoadmap, listItems, listPortfolio } from "./queries"
import { findSchedule } from "./schedule"

export const roadmapOperations: readonly Operation[] = [
  answer(promised.listProgrammes, listPortfolio),
  serve(promised.createProgramme, (actor, input) => makeProgramme(actor, input)),
  answer(promised.getRoadmap, findRoadmap),
  serve(promised.updateProgramme, editProgramme),
  answer(promised.listWorkItems, listItems),
  answer(promised.getWorkItem, findItem),
  serve(promised.updateWorkItem, editWorkItem),
  serve(promised.updateWorkItems, editWorkItems),
  serve(promised.addWorkItem, placeNewItem),
  serve(promised.moveWorkItem, placeItem),
  serve(promised.removeWorkItem, takeAwayItem),
  serve(promised.restoreWorkItem, bringBackItem),
  serve(promised.updateWorkstream, editWorkstream),
  serve(promised.updateGate, editGate),
  answer(getSchedule, findSchedule),
  serve(addLink, linkEnds),
  serve(updateLink, editLink),
  serve(removeLink, unlinkEnds),
  serve(timeline.changePlan, replan),
  serve(timeline.takeBaseline, baselines.keepBaseline),
  answer(timeline.listBaselines, baselines.listBaselines),
  answer(timeline.getBaseline, baselines.findBaseline),
  serve(timeline.updateBaseline, baselines.renameBaseline),
  serve(timeline.removeBaseline, baselines.takeAwayBaseline),
  serve(timeline.restoreBaseline, baselines.bringBackBaseline),
  serve(promised.addComment, writeComment),
  serve(promised.updateComment, rewriteComment),
  serve(promised.removeComment, takeAwayComment),
  serve(promised.restoreComment, bringBackComment),
]
