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
  answer(listEvidence, "programme.read", findEvidence),
  answer(getEvidenceFile, "programme.read", findEvidenceFile),
  serve(addEvidence, "evidence.write", handInText),
  serveFile(addEvidenceFile, "evidence.write", handInFile),
  serve(judgeEvidence, "evidence.accept", acceptOrReject),
  serve(withdrawEvidence, "evidence.write", takeBack),
  answer(listResponsibilities, "programme.read", findResponsibilities),
  serve(addResponsibility, "programme.manage", giveResponsibility),
  serve(endResponsibility, "programme.manage", takeResponsibility),
  answer(listWaivers, "programme.read", findWaivers),
  serve(requestWaiver, "waiver.request", askForWaiver),
  serve(approveWaiver, "waiver.approve", grantWaiver),
  serve(endWaiver, "waiver.request", stopWaiver),
  answer(listSignOffs, "programme.read", findSignOffs),
  answer(getStatement, "programme.read", findStatement),
  serve(sign, "criterion.sign", signSubject),
  serve(revokeSignature, "criterion.sign", revoke),
  answer(getProof, "programme.read", findProof),
  answer(getVerifier, "public", findVerifier),
  serve(addCriterion, "checks.edit", makeCriterion),
  serve(updateCriterion, "checks.edit", editCriterion),
  serve(removeCriterion, "checks.edit", dropCriterion),
  serve(addCheck, "checks.edit", makeCheck),
]
