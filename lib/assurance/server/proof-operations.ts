import { answer, type Operation, serve, serveFile } from "@/lib/door/server/serve"
import { addCheck, addCriterion, changeCriterion, removeCriterion } from "../criterion-contract"
import { listDecisionsToSign, signDecision } from "../decision-contract"
import {
  addEvidence,
  addEvidenceFile,
  getEvidenceFile,
  judgeEvidence,
  listEvidence,
  withdrawEvidence,
} from "../evidence-contract"
import { getProof, getVerifier } from "../proof-contract"
import { addResponsibility, endResponsibility, listResponsibilities } from "../responsibility-contract"
import { getStatement, listSignOffs, revokeSignature, sign } from "../sign-contract"
import { approveWaiver, endWaiver, listWaivers, requestWaiver } from "../waiver-contract"
import * as evidence from "./add-evidence"
import * as criteria from "./criteria"
import * as decisions from "./decisions"
import { findEvidence, findEvidenceFile } from "./evidence"
import * as judging from "./judge-evidence"
import { findProof, findVerifier } from "./proof"
import * as responsibilities from "./responsibilities"
import { findResponsibilities } from "./responsibilities"
import * as signing from "./sign"
import { findSignOffs } from "./sign-offs"
import { findStatement } from "./statement"
import * as waivers from "./waivers"
import { findWaivers } from "./waivers"

/** What leads from evidence to signatures. */
export const proofOperations: readonly Operation[] = [
  answer(listEvidence, findEvidence),
  answer(getEvidenceFile, findEvidenceFile),
  serve(addEvidence, evidence.addEvidence),
  serveFile(addEvidenceFile, evidence.addEvidenceFile),
  serve(judgeEvidence, judging.judgeEvidence),
  serve(withdrawEvidence, judging.withdrawEvidence),
  answer(listResponsibilities, findResponsibilities),
  serve(addResponsibility, responsibilities.addResponsibility),
  serve(endResponsibility, responsibilities.endResponsibility),
  answer(listWaivers, findWaivers),
  serve(requestWaiver, waivers.requestWaiver),
  serve(approveWaiver, waivers.approveWaiver),
  serve(endWaiver, waivers.endWaiver),
  answer(listSignOffs, findSignOffs),
  answer(getStatement, findStatement),
  serve(sign, signing.sign),
  serve(revokeSignature, signing.revokeSignature),
  answer(getProof, findProof),
  answer(getVerifier, findVerifier),
  serve(addCriterion, criteria.addCriterion),
  serve(changeCriterion, criteria.changeCriterion),
  serve(removeCriterion, criteria.removeCriterion),
  serve(addCheck, criteria.addCheck),
  answer(listDecisionsToSign, decisions.findDecisionsToSign),
  serve(signDecision, decisions.signDecision),
]
