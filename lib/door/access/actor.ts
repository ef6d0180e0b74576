import type { Day } from "@/lib/base/kernel/day"
import type { Id } from "@/lib/base/kernel/id"
import type { AccountPermission, InstallationPermission, ProgrammePermission } from "./permissions"
import { type Grant, grantOf, isReading, type ProgrammeRole } from "./policy"

export type Scope = "read" | "write"

/** One request's promise to be done at most once, whatever the network does. */
export type Idempotency = { readonly operation: string; readonly key: string; readonly bodyHash: Uint8Array }

/** When and how an actor acts. Only the command line may set another time than the present. */
export type RequestContext = {
  readonly at: Date
  readonly network: string
  readonly idempotency?: Idempotency | undefined
}

/** The way somebody came in: a session of the browser or a personal token. */
export type SignIn = {
  readonly userId: Id
  readonly scope: Scope
  readonly admin: boolean
  readonly sessionId: Id | null
  /** The row of the session or token that was shown, looked at again when something is written; null for work of the server itself. */
  readonly credential: { readonly kind: "session" | "token"; readonly id: Id } | null
  readonly authenticatedAt: Date | null
}

/** Anybody, before sign-in. */
export class Visitor {
  readonly #minted = true
  readonly kind = "visitor"
  constructor(readonly context: RequestContext) {}
  static is = (value: object): value is Visitor => #minted in value
  grant = (_permission: "public"): Grant => "yes"
}

/** Somebody signed in, acting on what is their own. */
export class UserActor {
  readonly #minted = true
  readonly kind = "user"
  constructor(
    readonly context: RequestContext,
    readonly signIn: SignIn,
  ) {}
  static is = (value: object): value is UserActor => #minted in value
  grant = (permission: AccountPermission): Grant =>
    this.signIn.scope === "write" || isReading(permission) ? "yes" : "no"
}

/** An installation admin, or the command line on the server itself. */
export class InstallationActor {
  readonly #minted = true
  readonly kind = "installation"
  constructor(
    readonly context: RequestContext,
    readonly signIn: SignIn | null,
  ) {}
  static is = (value: object): value is InstallationActor => #minted in value
  grant = (permission: InstallationPermission): Grant =>
    !this.signIn || (this.signIn.admin && (this.signIn.scope === "write" || isReading(permission))) ? "yes" : "no"
}

export type Membership = {
  readonly programmeId: Id
  readonly personId: Id
  readonly role: ProgrammeRole
  readonly timeZone: string
  readonly today: Day
  /** The data version of the programme when the actor was minted: the length of its audit chain. */
  readonly seq: number
  readonly archived: boolean
}

/** A member in one programme. Whatever they read or write lies in it. */
export class ProgrammeActor {
  readonly #minted = true
  readonly kind = "programme"
  constructor(
    readonly context: RequestContext,
    readonly signIn: SignIn,
    readonly membership: Membership,
  ) {}
  static is = (value: object): value is ProgrammeActor => #minted in value
  get programmeId(): Id {
    return this.membership.programmeId
  }
  get personId(): Id {
    return this.membership.personId
  }
  /** In an archived programme only reading is left, and managing it, so that it can be brought back. */
  grant(permission: ProgrammePermission): Grant {
    if (!isReading(permission)) {
      if (this.signIn.scope !== "write") return "no"
      if (this.membership.archived && permission !== "programme.manage") return "no"
    }
    return grantOf(this.membership.role, permission)
  }
  may = (permission: ProgrammePermission): boolean => this.grant(permission) !== "no"
}

export type Actor = Visitor | UserActor | InstallationActor | ProgrammeActor
