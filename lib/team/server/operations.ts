import { knowKeys } from "@/lib/door/server/known-records"
import { answer, type Operation, serve } from "@/lib/door/server/serve"
import { operationsOf } from "@/lib/records/server/operations"
import { allocation, judgeAllocation } from "../allocation"
import * as contracts from "../contract"
import { judgeTimeOff, timeOff } from "../time-off"
import { workSchedule } from "../work-schedule"
import * as raci from "./raci"
import { areRoles, namesOfRoles } from "./roles"
import * as skills from "./skills"
import * as staffing from "./staffing"

knowKeys("role", { areThere: areRoles, names: namesOfRoles })

export const teamOperations: readonly Operation[] = [
  answer(contracts.listRaci, raci.listRaci),
  serve(contracts.changeRaci, raci.changeRaci),
  ...operationsOf(allocation, contracts.allocationContracts, { rule: judgeAllocation }),
  ...operationsOf(timeOff, contracts.timeOffContracts, { rule: judgeTimeOff }),
  ...operationsOf(workSchedule, contracts.workScheduleContracts),
  answer(contracts.listSkills, skills.listSkills),
  serve(contracts.changeSkills, skills.changeSkills),
  answer(contracts.getStaffing, staffing.findStaffing),
  answer(contracts.getShortage, staffing.findShortage),
]
