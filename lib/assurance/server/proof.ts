import type * as z from "zod"
import { database } from "@/lib/base/db/client"
import { fromOptionalDayColumn } from "@/lib/base/db/day-column"
import type { Id } from "@/lib/base/kernel/id"
import { publicKeyPem, signBytes } from "@/lib/base/secrets/server/signing-key"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import { canonical } from "@/lib/door/audit/canonical"
import { FileAnswer } from "@/lib/door/file"
import { textOfEvidence } from "../evidence"
import { contentFile, evidenceFile, type Manifest, type ProofSignatures, proofFiles } from "../proof"
import type { getProof } from "../proof-contract"
import { readStatement, type Statement } from "../statement"
import { storeZip, type ZipFile } from "../zip"
import { hexOf, sha256Hex } from "./hold"
import { findSubject, subjectColumn } from "./line"
import { verifierScript } from "./verifier/script"

const utf8 = new TextEncoder()
const file = (name: string, content: string | Uint8Array): ZipFile => ({
  name,
  bytes: typeof content === "string" ? utf8.encode(content) : content,
})

/** Everything that proves what was signed, sealed with the product's key; null until everybody who must has signed. */
export async function findProof(
  actor: ProgrammeActor,
  { kind, subjectId }: z.output<typeof getProof.input>,
): Promise<FileAnswer | null> {
  const { prisma } = database()
  const { programmeId, context } = actor
  const subject = await findSubject(prisma, programmeId, kind, subjectId)
  if (!subject?.signedAt) return null
  const rows = await prisma.signature.findMany({
    where: { programmeId, ...subjectColumn(subject), round: subject.round, revocation: null },
    include: { person: { select: { name: true } } },
    orderBy: { signedAt: "asc" },
  })
  const text = rows[0]?.statement
  if (text === undefined) return null
  const statement = readStatement(text)
  const chain = await chainOf(programmeId, [subject.id, ...statement.checks.map(({ id }) => id)])
  const files = [
    file(proofFiles.readme, readme(statement)),
    file(proofFiles.statement, text),
    file(proofFiles.signatures, canonical(rows.map(signatureOf))),
    ...(await evidenceFiles(programmeId, statement)),
    file(proofFiles.chain, canonical(chain.content)),
    file(proofFiles.key, publicKeyPem()),
    file(proofFiles.verifier, await verifierScript()),
  ]
  const manifest: Manifest = {
    format: "lakeward-proof-1",
    createdAt: context.at.toISOString(),
    subject: { kind, id: subject.id, name: subject.name },
    statementHash: sha256Hex(text),
    chain: chain.head,
    files: Object.fromEntries(files.map(({ name, bytes }) => [name, sha256Hex(bytes)])),
  }
  const sealed = utf8.encode(canonical(manifest))
  const seal = file(proofFiles.seal, hexOf(signBytes(sealed)))
  const archive = storeZip([file(proofFiles.manifest, sealed), seal, ...files])
  return new FileAnswer(`Proof of ${subject.name}.zip`, "application/zip", archive)
}

/** The program that verifies proofs, to be kept apart from any of them. */
export const findVerifier = async (): Promise<FileAnswer> =>
  new FileAnswer("verify.mjs", "text/javascript", await verifierScript())

type SignatureRow = {
  readonly id: Id
  readonly personId: Id
  readonly person: { readonly name: string }
  readonly responsibility: string
  readonly round: number
  readonly statementHash: Uint8Array
  readonly signedAt: Date
}
const signatureOf = ({
  id,
  personId,
  person,
  responsibility,
  round,
  ...row
}: SignatureRow): ProofSignatures[number] => ({
  ...{ id, personId, name: person.name, responsibility, round },
  ...{ statementHash: hexOf(row.statementHash), signedAt: row.signedAt.toISOString() },
})

/** All digests of the chain, and the events about these records in full. */
async function chainOf(programmeId: Id, subjectIds: readonly Id[]) {
  const { prisma } = database()
  const rows = await prisma.auditEvent.findMany({
    where: { chainId: programmeId },
    select: { seq: true, digest: true, hash: true },
    orderBy: { seq: "asc" },
  })
  const seq = rows.at(-1)?.seq ?? 0
  const events = await prisma.auditEvent.findMany({
    where: { chainId: programmeId, seq: { lte: seq }, subjectId: { in: [...subjectIds] } },
    orderBy: { seq: "asc" },
  })
  const content: { digests: string[]; events: object[] } = {
    digests: rows.map(({ digest }) => hexOf(digest)),
    events: events.map(({ seq: place, chainId, at, actorId, type, subjectId, data, texts }) => ({
      ...{ seq: place, chain: chainId, at: at.toISOString(), actor: actorId, type, subject: subjectId, data, texts },
    })),
  }
  const head: Manifest["chain"] = { id: programmeId, seq, head: hexOf(rows.at(-1)?.hash ?? new Uint8Array()) }
  return { content, head }
}

/** What was handed in, word for word, and the files, each once. */
async function evidenceFiles(programmeId: Id, { checks }: Statement): Promise<ZipFile[]> {
  const ids = checks.flatMap(({ evidence }) => evidence.map(({ id }) => id))
  const rows = await database().prisma.evidence.findMany({
    where: { programmeId, id: { in: ids } },
    include: { file: { select: { content: true } } },
    orderBy: { id: "asc" },
  })
  const contents = new Map<string, Uint8Array>()
  const texts = rows.map(({ id, checkId, kind, title, url, note, fileName, writtenById, ...row }) => {
    const fileSha256 = row.fileSha256 ? hexOf(row.fileSha256) : null
    if (fileSha256 !== null && row.file) contents.set(contentFile(fileSha256), row.file.content)
    const handedIn = { checkId, kind, title, url, note, fileName, fileSha256, writtenById }
    const days = { validUntil: fromOptionalDayColumn(row.validUntil), writtenAt: row.writtenAt.toISOString() }
    return file(evidenceFile(id), textOfEvidence({ ...handedIn, ...days }))
  })
  return [...texts, ...[...contents].map(([name, bytes]) => file(name, bytes))]
}

const readme = ({ subject, programme, day }: Statement): string => `Proof of "${subject.name}"
${programme.name}, ${programme.organisation}, as of ${day}

To verify it, with Node 20 or later and nothing else:

  node verify.mjs <this archive>

Take verify.mjs and the public key from a place you trust rather than from here: an archive that was made up
from beginning to end carries a verifier and a key that fit it.

  node verify.mjs <this archive> --key public-key.pem --head <events>:<hash>

statement.json   exactly what was signed; signatures name its sha256
signatures.json  who signed it, in which responsibility, and when
evidence/        what was handed in for each attested check; files/ holds the files themselves
chain.json       the digests of the whole audit chain, and the events about what was signed
manifest.json    the sha256 of every file; manifest.sig is its Ed25519 signature, in hex
`
