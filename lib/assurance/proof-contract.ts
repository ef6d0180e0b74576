import * as z from "zod"
import { Id } from "@/lib/base/kernel/shapes"
import { contract, notFound } from "@/lib/door/contract"
import { FileOutput } from "@/lib/door/file"
import { subjectKind } from "./contract-shapes"

export const getProof = contract({
  name: "getProof",
  audience: "programme",
  permission: "programme.read",
  method: "GET",
  path: "/programmes/{programmeId}/sign-offs/{kind}/{subjectId}/proof",
  summary: "The proof of a signed criterion or gate, as one file that verifies without Lakeward",
  input: z.strictObject({ kind: subjectKind, subjectId: Id }),
  output: FileOutput,
  refusals: notFound,
  gives: { mediaType: "application/zip" },
})

export const getVerifier = contract({
  name: "getVerifier",
  audience: "public",
  permission: "public",
  method: "GET",
  path: "/proof-verifier",
  summary: "The proof verifier; it needs only Node",
  input: z.strictObject({}),
  output: FileOutput,
  refusals: {},
  gives: { mediaType: "text/javascript" },
})
