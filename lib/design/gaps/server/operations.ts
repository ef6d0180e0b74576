import { knowRecords } from "@/lib/door/server/known-records"
import { answer, serve } from "@/lib/door/server/serve"
import { operationsOf } from "@/lib/records/server/operations"
import * as contracts from "../contract"
import { question } from "../question"
import { findAssessment } from "./bank"
import { findSnapshots, freezeAssessment, removeSnapshot } from "./snapshots"
import { startAssessment } from "./start"
import { takeGapWorkBack, turnGapsIntoWork } from "./work"

knowRecords({ type: "assessment-snapshot", table: "assessment_snapshot", title: "name", removable: true })

export const gapsOperations = [
  ...operationsOf(question, contracts.questionContracts),
  answer(contracts.getAssessment, findAssessment),
  serve(contracts.startAssessment, startAssessment),
  serve(contracts.turnGapsIntoWork, turnGapsIntoWork),
  serve(contracts.takeGapWorkBack, takeGapWorkBack),
  answer(contracts.listAssessmentSnapshots, findSnapshots),
  serve(contracts.freezeAssessment, freezeAssessment),
  serve(contracts.removeAssessmentSnapshot, removeSnapshot),
]
