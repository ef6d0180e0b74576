import { knowRecords } from "@/lib/door/server/known-records"
import { answer, type Operation, serve } from "@/lib/door/server/serve"
import * as contracts from "../contract"
import { addLink, changeLink, getSchedule, removeLink } from "../plan-contract"
import { getDrivingPath, getSlack } from "../slack-contract"
import * as timeline from "../timeline-contract"
import { addProgramme } from "./add-programme"
import * as baselines from "./baselines"
import * as groups from "./change-group"
import * as plans from "./change-plan"
import * as programmes from "./change-programme"
import * as items from "./change-work-item"
import * as links from "./link-commands"
import { findItem, findRoadmap, listItems, listPortfolio } from "./queries"
import { findSchedule } from "./schedule"
import { findDrivingPath, findSlack } from "./slack"
import * as places from "./work-item-places"

knowRecords(
  { type: "work-item", table: "work_item", title: "title", removable: true, owner: "owner_id" },
  { type: "workstream", table: "workstream", title: "name", removable: false },
  { type: "stage", table: "stage", title: "name", removable: false },
  { type: "phase", table: "phase", title: "name", removable: false },
  { type: "gate", table: "gate", title: "name", removable: false },
)

export const roadmapOperations: readonly Operation[] = [
  answer(contracts.listProgrammes, listPortfolio),
  serve(contracts.addProgramme, addProgramme),
  answer(contracts.getRoadmap, findRoadmap),
  serve(contracts.changeProgramme, programmes.changeProgramme),
  answer(contracts.listWorkItems, listItems),
  answer(contracts.getWorkItem, findItem),
  serve(contracts.changeWorkItem, items.changeWorkItem),
  serve(contracts.changeWorkItems, items.changeWorkItems),
  serve(contracts.addWorkItem, places.addWorkItem),
  serve(contracts.moveWorkItem, places.moveWorkItem),
  serve(contracts.removeWorkItem, places.removeWorkItem),
  serve(contracts.restoreWorkItem, places.restoreWorkItem),
  serve(contracts.changeWorkstream, groups.changeWorkstream),
  serve(contracts.changeGate, groups.changeGate),
  answer(getSchedule, findSchedule),
  answer(getSlack, findSlack),
  answer(getDrivingPath, findDrivingPath),
  serve(addLink, links.addLink),
  serve(changeLink, links.changeLink),
  serve(removeLink, links.removeLink),
  serve(timeline.changePlan, plans.changePlan),
  serve(timeline.addBaseline, baselines.addBaseline),
  answer(timeline.listBaselines, baselines.listBaselines),
  answer(timeline.getBaseline, baselines.findBaseline),
  serve(timeline.changeBaseline, baselines.changeBaseline),
  serve(timeline.removeBaseline, baselines.removeBaseline),
  serve(timeline.restoreBaseline, baselines.restoreBaseline),
]
