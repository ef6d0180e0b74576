import { createHash } from "node:crypto"
import * as z from "zod"
import { database } from "@/lib/base/db/client"
import { dayIn } from "@/lib/base/kernel/day"
import type { Id } from "@/lib/base/kernel/id"
import { type Membership, ProgrammeActor, type RequestContext, type SignIn } from "../actor"
import { programmeRoles } from "../policy"

/** What a request shows to prove who sends it: the secret of a browser's session or of a personal token. */
export type Credential = { readonly kind: "session" | "token"; readonly secret: string }

export type Identified = { readonly signIn: SignIn; readonly membership: Membership | null }

const Row = z.object({
  id: z.string(),
  user_id: z.string(),
  admin: z.boolean(),
  scope: z.enum(["read", "write"]),
  authenticated_at: z.date().nullable(),
  role: z.enum(programmeRoles).nullable(),
  person_id: z.string().nullable(),
  time_zone: z.string().nullable(),
  archived: z.boolean(),
  seq: z.int().nullable(),
})

const joins = `
  JOIN app_user u ON u.id = s.user_id AND u.disabled_at IS NULL
  LEFT JOIN member m ON m.user_id = u.id AND m.programme_id = $2
  LEFT JOIN person p ON p.programme_id = m.programme_id AND p.user_id = u.id
  LEFT JOIN programme g ON g.id = m.programme_id
  LEFT JOIN audit_chain c ON c.id = m.programme_id
  WHERE s.secret_hash = $1 AND s.revoked_at IS NULL AND s.expires_at > $3`
const columns =
  "m.role, p.id AS person_id, g.time_zone, coalesce(g.archived_at IS NOT NULL, false) AS archived, c.seq, s.id, s.user_id, u.admin"
const statements = {
  session: {
    name: "identify-session",
    text: `SELECT ${columns}, 'write' AS scope, s.authenticated_at FROM session s ${joins}`,
  },
  token: {
    name: "identify-token",
    text: `SELECT ${columns}, s.scope::text AS scope, NULL AS authenticated_at FROM api_token s ${joins}`,
  },
}

export const hashOfSecret = (secret: string): Buffer => createHash("sha256").update(secret).digest()

/**
 * Who shows this credential, and as what member of the programme; one round trip. The rows decide at every request, so
 * that a revoked session, a disabled user or a lost role counts from the very next one.
 */
export async function identify(credential: Credential, programmeId: Id | null, at: Date): Promise<Identified | null> {
  const values = [hashOfSecret(credential.secret), programmeId, at]
  const { rows } = await database().pool.query({ ...statements[credential.kind], values })
  if (rows.length === 0) return null
  const row = Row.parse(rows[0])
  const isSession = credential.kind === "session"
  const signIn: SignIn = {
    userId: row.user_id,
    scope: row.scope,
    admin: row.admin,
    sessionId: isSession ? row.id : null,
    credential: { kind: credential.kind, id: row.id },
    authenticatedAt: row.authenticated_at,
  }
  if (!isSession) noteUse(row.id, at)
  return { signIn, membership: membershipOf(row, programmeId, at) }
}

function membershipOf(row: z.output<typeof Row>, programmeId: Id | null, at: Date): Membership | null {
  if (!programmeId || !row.role || !row.person_id || !row.time_zone || row.seq === null) return null
  const { role, person_id: personId, time_zone: timeZone, seq, archived } = row
  return { programmeId, personId, role, timeZone, today: dayIn(timeZone, at), seq, archived }
}

/** Mints the actor of a member, or null for everybody else. */
export function asMember({ signIn, membership }: Identified, context: RequestContext): ProgrammeActor | null {
  return membership ? new ProgrammeActor(context, signIn, membership) : null
}

/** A token's last use is kept to the minute, aside from the request. */
function noteUse(tokenId: Id, at: Date): void {
  const text =
    "UPDATE api_token SET last_used_at = $2 WHERE id = $1 AND (last_used_at IS NULL OR last_used_at < $2::timestamptz - interval '1 minute')"
  database()
    .pool.query({ name: "note-token-use", text, values: [tokenId, at] })
    .catch(() => {})
}
