import { knowRecords } from "@/lib/door/server/known-records"
import { answer, dryRun, serve, serveFile } from "@/lib/door/server/serve"
import { operationsOf } from "@/lib/records/server/operations"
import * as checklists from "../checklist-contract"
import * as contracts from "../contract"
import { question } from "../question"
import { findAssessment } from "./bank"
import { exportAssessmentChecklist, importAssessmentChecklist, previewAssessmentChecklist } from "./checklist"
import { findSnapshots, recordAssessmentSnapshot, removeAssessmentSnapshot } from "./snapshots"
import { startAssessment } from "./start"
import { addGapWork, withdrawGapWork } from "./work"

knowRecords({ type: "assessment-snapshot", table: "assessment_snapshot", title: "name", removable: true })

export const gapsOperations = [
  ...operationsOf(question, contracts.questionContracts),
  answer(contracts.getAssessment, findAssessment),
  serve(contracts.startAssessment, startAssessment),
  serve(contracts.addGapWork, addGapWork),
  serve(contracts.withdrawGapWork, withdrawGapWork),
  answer(contracts.listAssessmentSnapshots, findSnapshots),
  serve(contracts.recordAssessmentSnapshot, recordAssessmentSnapshot),
  serve(contracts.removeAssessmentSnapshot, removeAssessmentSnapshot),
  dryRun(checklists.previewAssessmentChecklist, previewAssessmentChecklist),
  serveFile(checklists.importAssessmentChecklist, importAssessmentChecklist),
  answer(checklists.exportAssessmentChecklist, exportAssessmentChecklist),
]
