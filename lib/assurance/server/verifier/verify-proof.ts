import { createHash, createPublicKey, verify } from "node:crypto"
import { digestOf, genesis, link } from "@/lib/door/audit/chain"
import { contentFile, evidenceFile, Manifest, ProofChain, ProofSignatures, proofFiles } from "../../proof"
import { authorsOf, isComplete } from "../../sign-off"
import { readStatement } from "../../statement"
import { openZip } from "../../zip"

export type Trusted = {
  /** The public key that must have signed, as kept elsewhere (PEM). */
  readonly key?: string | undefined
  /** A head of the chain as kept elsewhere. */
  readonly head?: { readonly seq: number; readonly hash: string } | undefined
}
export type Finding = { readonly holds: boolean; readonly says: string }

const sha256 = (...parts: readonly Uint8Array[]): Uint8Array => {
  const hash = createHash("sha256")
  for (const part of parts) hash.update(part)
  return new Uint8Array(hash.digest())
}
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex")

class Broken extends Error {}
function must(holds: boolean, says: string): Finding {
  if (!holds) throw new Broken(says)
  return { holds, says }
}

/** Looks at everything in a proof, and ends with the first thing that does not hold. */
export function verifyProof(archive: Uint8Array, trusted: Trusted = {}): readonly Finding[] {
  const findings: Finding[] = []
  try {
    for (const finding of examine(archive, trusted)) findings.push(finding)
  } catch (error) {
    const says = error instanceof Broken ? error.message : "Something in it cannot be read."
    findings.push({ holds: false, says })
  }
  return findings
}

function* examine(archive: Uint8Array, trusted: Trusted): Generator<Finding> {
  const opened = openZip(archive)
  if (!opened.ok) throw new Broken("The archive was changed: it is not as it was made.")
  const files = new Map(opened.value.map(({ name, bytes }) => [name, bytes]))
  yield must(files.size === opened.value.length, `The archive is whole: ${files.size} files.`)
  const text = (name: string) => new TextDecoder("utf-8", { fatal: true }).decode(files.get(name))
  yield sealed(files, text, trusted)
  const manifest = Manifest.parse(JSON.parse(text(proofFiles.manifest)))
  yield unchanged(files, manifest)
  yield* stated(files, text, manifest)
  yield* chained(text, manifest, trusted)
}

type Files = ReadonlyMap<string, Uint8Array>
type Read = (name: string) => string

function sealed(files: Files, text: Read, { key }: Trusted): Finding {
  const seal = text(proofFiles.seal)
  must(/^[0-9a-f]{128}$/.test(seal), "The seal is not in its form.")
  const own = text(proofFiles.key)
  must(key === undefined || key.trim() === own.trim(), "It was sealed with another key than the one you trust.")
  const publicKey = createPublicKey(own)
  must(publicKey.asymmetricKeyType === "ed25519", "The key is not an Ed25519 key.")
  const bytes = files.get(proofFiles.manifest) ?? new Uint8Array()
  must(verify(null, bytes, publicKey, Buffer.from(seal, "hex")), "The seal does not fit what it seals.")
  const print = hex(sha256(publicKey.export({ type: "spki", format: "der" }))).slice(0, 32)
  const whose = key === undefined ? "its own key; compare the fingerprint with one you trust" : "the key you trust"
  return { holds: true, says: `The seal fits ${whose}: ${print}.` }
}

function unchanged(files: Files, manifest: Manifest): Finding {
  const unlisted = new Set<string>([proofFiles.manifest, proofFiles.seal])
  const names = [...files.keys()].filter((name) => !unlisted.has(name)).sort()
  must(names.join("\n") === Object.keys(manifest.files).sort().join("\n"), "Files are missing or were added.")
  for (const name of names)
    must(hex(sha256(files.get(name) ?? new Uint8Array())) === manifest.files[name], `The file ${name} was changed.`)
  return { holds: true, says: "Every file is the one that was sealed." }
}

function* stated(files: Files, text: Read, manifest: Manifest): Generator<Finding> {
  const statementHash = hex(sha256(files.get(proofFiles.statement) ?? new Uint8Array()))
  must(statementHash === manifest.statementHash, "The statement is not the one that was signed.")
  const statement = readStatement(text(proofFiles.statement))
  const signatures = ProofSignatures.parse(JSON.parse(text(proofFiles.signatures)))
  for (const each of signatures) must(each.statementHash === statementHash, `${each.name} signed another text.`)
  must(isComplete(statement.signers, signatures), "Not everybody who must has signed.")
  const authors = authorsOf(statement)
  must(!signatures.some(({ personId }) => authors.includes(personId)), "A signer wrote some of the evidence.")
  const who = signatures.map(({ name, responsibility }) => `${name} (${responsibility})`).join(", ")
  yield { holds: true, says: `"${statement.subject.name}" was signed by ${who}.` }
  let pieces = 0
  for (const { evidence } of statement.checks)
    for (const { id, digest, fileSha256 } of evidence) {
      pieces += 1
      must(hex(sha256(files.get(evidenceFile(id)) ?? new Uint8Array())) === digest, "A piece of evidence was changed.")
      if (fileSha256 !== null)
        must(hex(sha256(files.get(contentFile(fileSha256)) ?? new Uint8Array())) === fileSha256, "A file was changed.")
    }
  const waived = statement.checks.filter(({ waiver }) => waiver !== null).length
  const met = statement.checks.filter(({ verdict }) => verdict === "met").length
  yield {
    holds: true,
    says: `${met} of ${statement.checks.length} checks were met, ${waived} waived, with ${pieces} pieces of evidence.`,
  }
}

function* chained(text: Read, manifest: Manifest, { head }: Trusted): Generator<Finding> {
  const { digests, events } = ProofChain.parse(JSON.parse(text(proofFiles.chain)))
  const { id, seq } = manifest.chain
  must(digests.length === seq, "The chain has another length than its head says.")
  let last = genesis(id, sha256)
  for (const [place, digest] of digests.entries()) {
    last = link(last, Buffer.from(digest, "hex"), sha256)
    if (head?.seq === place + 1)
      must(hex(last) === head.hash, "The chain is another than the one you kept the head of.")
  }
  must(head === undefined || head.seq <= seq, "The head you kept is of a longer chain.")
  must(hex(last) === manifest.chain.head, "The chain does not lead to its head.")
  const others = events.filter(
    ({ seq: place, at, ...event }) => digests[place - 1] !== hex(digestOf({ ...event, at: new Date(at) }, sha256)),
  )
  const places = others.map(({ seq: place }) => place)
  const which = places.length > 1 ? `Events ${places.join(", ")} are not the ones` : `Event ${places[0]} is not the one`
  must(places.length === 0, `${which} in the chain.`)
  for (const { id: signatureId, statementHash } of ProofSignatures.parse(JSON.parse(text(proofFiles.signatures)))) {
    const told = events.find(({ type, data }) => /\.signed$/.test(type) && data.signatureId === signatureId)
    must(told?.data.statementHash === statementHash, "A signature is not told by the chain.")
    const isRevoked = events.some(
      ({ type, data }) => /signature-revoked$/.test(type) && data.signatureId === signatureId,
    )
    must(!isRevoked, "A signature was revoked.")
  }
  yield {
    holds: true,
    says: `The signatures stand in the audit chain, whose head after ${seq} events is ${manifest.chain.head}.`,
  }
}
