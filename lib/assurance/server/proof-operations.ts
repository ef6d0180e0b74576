import { answer, type Operation, serve, serveFile } from "@/lib/door/server/serve"
import { addCheck, addCriterion, removeCriterion, updateCriterion } from "../criterion-contract"
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
import { dropCriterion, editCriterion, makeCheck, makeCriterion } from "./criteria"
import { findEvidence, findEvidenceFile } from "./evidence"
import { handInFile, handInText } from "./hand-in"
import { acceptOrReject, takeBack } from "./judge-evidence"
import { findProof, findVerifier } from "./proof"
import { findResponsibilities, giveResponsibility, takeResponsibility } from "./responsibilities"
import { revoke, signSubject } from "./sign"
import { findSignOffs } from "./sign-offs"
import { findStatement } from "./statement"
import { askForWaiver, findWaivers, grantWaiver, stopWaiver } from "./waivers"

/** What leads from evidence to signatures. */
export const proofOperations: readonly Operation[] = [
  answer(listEvidence, findEvidence),
  answer(getEvidenceFile, findEvidenceFile),
  serve(addEvidence, handInText),
  serveFile(addEvidenceFile, handInFile),
  serve(judgeEvidence, acceptOrReject),
  serve(withdrawEvidence, takeBack),
  answer(listResponsibilities, findResponsibilities),
  serve(addResponsibility, giveResponsibility),
  serve(endResponsibility, takeResponsibility),
  answer(listWaivers, findWaivers),
  serve(requestWaiver, askForWaiver),
  serve(approveWaiver, grantWaiver),
  serve(endWaiver, stopWaiver),
  answer(listSignOffs, findSignOffs),
  answer(getStatement, findStatement),
  serve(sign, signSubject),
  serve(revokeSignature, revoke),
  answer(getProof, findProof),
  answer(getVerifier, findVerifier),
  serve(addCriterion, makeCriterion),
  serve(updateCriterion, editCriterion),
  serve(removeCriterion, dropCriterion),
  serve(addCheck, makeCheck),
]
