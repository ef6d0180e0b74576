import { Section } from "@/components/shell/section"
import { buttonStyle } from "@/components/ui/button"
import { Icon } from "@/components/ui/icon"
import type { SignOffView } from "@/lib/assurance/sign-contract"
import { addressOf } from "@/lib/door/call"
import { getProof, getVerifier } from "@/lib/serve/api/generated/addresses"

/** The download of everything that proves a signed line, and how anybody checks it without this product. */
export function ProofPart({ line, programmeId }: { line: SignOffView; programmeId: string }) {
  if (!line.signedAt) return null
  const proof = addressOf(getProof, { programmeId, kind: line.kind, subjectId: line.id }).url
  const verifier = addressOf(getVerifier, {}).url
  return (
    <Section title="Proof">
      <p className="text-pretty text-ink-2">
        One file with the signed statement, evidence, signatures and audit entries. To verify it with Node only,
        download{" "}
        <a href={verifier} download className="text-accent underline decoration-1 underline-offset-2">
          the verifier
        </a>{" "}
        and run <code className="font-mono text-meta">node verify.mjs &lt;the proof&gt;</code>. Any change to the file
        is detected.
      </p>
      <a href={proof} download className={`${buttonStyle()} mt-2`}>
        <Icon name="download" size={14} />
        Download the proof
      </a>
    </Section>
  )
}
