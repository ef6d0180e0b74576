import * as z from "zod"
import { Id } from "@/lib/base/kernel/shapes"

const Hex64 = z.string().regex(/^[0-9a-f]{64}$/)
const Scalar = z.union([z.string(), z.number(), z.boolean(), z.null()])

/** What a proof says of itself; these very bytes are signed. */
export const Manifest = z.strictObject({
  format: z.literal("lakeward-proof-1"),
  createdAt: z.iso.datetime(),
  subject: z.strictObject({ kind: z.enum(["criterion", "gate"]), id: Id, name: z.string() }),
  statementHash: Hex64,
  chain: z.strictObject({ id: Id, seq: z.int().min(1), head: Hex64 }),
  files: z.record(z.string(), Hex64).meta({ description: "sha256 of every other file, by name." }),
})
export type Manifest = z.output<typeof Manifest>

/** The signatures as they stand in a proof. */
export const ProofSignatures = z.array(
  z.strictObject({
    id: Id,
    personId: Id,
    name: z.string(),
    responsibility: z.string(),
    round: z.int(),
    statementHash: Hex64,
    signedAt: z.iso.datetime(),
  }),
)
export type ProofSignatures = z.output<typeof ProofSignatures>

/** The digests of all events of the programme up to the head, and those events in full that are about what was signed. */
export const ProofChain = z.strictObject({
  digests: z.array(Hex64),
  events: z.array(
    z.strictObject({
      seq: z.int().min(1),
      chain: Id,
      at: z.iso.datetime(),
      actor: Id.nullable(),
      type: z.string(),
      subject: Id.nullable(),
      data: z.record(z.string(), z.union([Scalar, z.array(Scalar), z.record(z.string(), Scalar)])),
      texts: z.record(z.string(), z.string()),
    }),
  ),
})
export type ProofChain = z.output<typeof ProofChain>

/** The names of the files in a proof. */
export const proofFiles = {
  manifest: "manifest.json",
  seal: "manifest.sig",
  key: "public-key.pem",
  statement: "statement.json",
  signatures: "signatures.json",
  chain: "chain.json",
  verifier: "verify.mjs",
  readme: "README.txt",
} as const
export const evidenceFile = (id: string): string => `evidence/${id}.json`
export const contentFile = (sha256: string): string => `files/${sha256}`
