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
        <span className="mb-1 block font-medium text-ink-2 text-meta">Authentication</span>
        <SegmentedControl
          label="Authentication"
          options={ways}
          value={auth}
          onChange={(value) => onChange({ auth: value })}
        />
        <p className="mt-1 text-pretty text-ink-3 text-meta">
          {auth === "token"
            ? "Not recommended: a token has all permissions of the person who created it and stops working when they leave. Use a service principal."
            : "Recommended: OAuth with a client ID and secret, and least-privilege permissions."}
        </p>
      </div>
      {auth === "oauth_m2m" ? (
        <TextField
          label="Client ID"
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
        placeholder={mayKeep ? "Unchanged" : ""}
        hint={sayWhatHappens(kept, mayKeep)}
        error={error("secret")}
      />
    </div>
  )
}

function sayWhatHappens(kept: ConnectionView | null, mayKeep: boolean): string {
  if (kept === null) return "Encrypted when saved and never shown again."
  return mayKeep ? "Leave empty to keep the current secret." : "The address or identity changed, so enter its secret."
}
