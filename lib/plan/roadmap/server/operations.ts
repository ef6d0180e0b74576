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
  answer(promised.listProgrammes, "account.read", listPortfolio),
  serve(promised.createProgramme, "installation.manage", (actor, input) => makeProgramme(actor, input)),
  answer(promised.getRoadmap, "programme.read", findRoadmap),
  serve(promised.updateProgramme, "programme.manage", editProgramme),
  answer(promised.listWorkItems, "programme.read", listItems),
  answer(promised.getWorkItem, "programme.read", findItem),
  serve(promised.updateWorkItem, "work.edit", editWorkItem),
  serve(promised.updateWorkItems, "work.edit", editWorkItems),
  serve(promised.addWorkItem, "work.edit", placeNewItem),
  serve(promised.moveWorkItem, "work.edit", placeItem),
  serve(promised.removeWorkItem, "work.edit", takeAwayItem),
  serve(promised.restoreWorkItem, "work.edit", bringBackItem),
  serve(promised.updateWorkstream, "plan.edit", editWorkstream),
  serve(promised.updateGate, "plan.edit", editGate),
  answer(getSchedule, "programme.read", findSchedule),
  serve(addLink, "plan.edit", linkEnds),
  serve(updateLink, "plan.edit", editLink),
  serve(removeLink, "plan.edit", unlinkEnds),
  serve(timeline.changePlan, "plan.edit", replan),
  serve(timeline.takeBaseline, "plan.edit", baselines.keepBaseline),
  answer(timeline.listBaselines, "programme.read", baselines.listBaselines),
  answer(timeline.getBaseline, "programme.read", baselines.findBaseline),
  serve(timeline.updateBaseline, "plan.edit", baselines.renameBaseline),
  serve(timeline.removeBaseline, "plan.edit", baselines.takeAwayBaseline),
  serve(timeline.restoreBaseline, "plan.edit", baselines.bringBackBaseline),
  serve(promised.addComment, "work.comment", writeComment),
  serve(promised.updateComment, "work.comment", rewriteComment),
  serve(promised.removeComment, "work.comment", takeAwayComment),
  serve(promised.restoreComment, "work.comment", bringBackComment),
]
