import { SegmentedControl } from "@/components/ui/segmented-control"
import { TextField } from "@/components/ui/text-field"
import type { ConnectionView } from "@/lib/platform/connection/contract"
import { type ConnectionDraft, needsSecret } from "./connection-draft"

const ways = [
  { value: "oauth_m2m", label: "Service principal" },
  { value: "token", label: "Token" },
] as const

type SignInFieldsProps = {
  draft: ConnectionDraft
  /** What is kept of it; null for a new one. */
  kept: ConnectionView | null
  error: (name: string) => string | undefined
  onChange: (change: Partial<ConnectionDraft>) => void
}

/** Who comes in: a service principal, as is recommended, or whoever made a token. The secret is written, never read. */
export function SignInFields({ draft, kept, error, onChange }: SignInFieldsProps) {
  const { auth, clientId, secret } = draft
  const mayKeep = kept !== null && !needsSecret(draft, kept)
  return (
    <div className="flex flex-col gap-3">
      <div>
        <span className="mb-1 block font-medium text-ink-2 text-meta">It signs in with</span>
        <SegmentedControl
          label="It signs in with"
          options={ways}
          value={auth}
          onChange={(value) => onChange({ auth: value })}
        />
        <p className="mt-1 text-pretty text-ink-3 text-meta">
          {auth === "token"
            ? "Tokens are the old way: they carry everything that their maker may do, and end when he leaves. A service principal is better."
            : "Recommended: OAuth with a client id and a secret of its own, and no more rights than it needs."}
        </p>
      </div>
      {auth === "oauth_m2m" ? (
        <TextField
          label="Client id"
          value={clientId}
          onChange={(value) => onChange({ clientId: value })}
          spellCheck={false}
          error={error("clientId")}
        />
      ) : null}
      <TextField
        label={auth === "token" ? "Token" : "Client secret"}
        type="password"
        autoComplete="new-password"
        value={secret}
        onChange={(value) => onChange({ secret: value })}
        placeholder={mayKeep ? "Kept as it is" : ""}
        hint={sayWhatHappens(kept, mayKeep)}
        error={error("secret")}
      />
    </div>
  )
}

function sayWhatHappens(kept: ConnectionView | null, mayKeep: boolean): string {
  if (kept === null) return "It is sealed at once and never shown again."
  return mayKeep
    ? "Leave it empty to keep the one that is sealed here."
    : "A secret belongs to its address and identity: write the one for the new."
}
