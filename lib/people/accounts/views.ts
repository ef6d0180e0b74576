import * as z from "zod"
import { Id } from "@/lib/base/kernel/shapes"
import { programmeRoles } from "@/lib/door/access/policy"
import { Email } from "./email"

const Instant = z.iso.datetime({ offset: true })
const Role = z.enum(programmeRoles)

export const MeView = z
  .strictObject({
    id: Id,
    name: z.string(),
    email: z.string(),
    admin: z.boolean(),
    hasPassword: z.boolean(),
    version: z.int(),
  })
  .meta({ id: "Me" })
export type MeView = z.output<typeof MeView>

export const SessionView = z
  .strictObject({
    id: Id,
    browser: z.string(),
    signedInAt: Instant,
    expiresAt: Instant,
    current: z.boolean().meta({ description: "The session this was asked with." }),
  })
  .meta({ id: "Session" })
export type SessionView = z.output<typeof SessionView>

export const TokenView = z
  .strictObject({
    id: Id,
    name: z.string(),
    scope: z.enum(["read", "write"]),
    createdAt: Instant,
    expiresAt: Instant,
    lastUsedAt: Instant.nullable(),
  })
  .meta({ id: "ApiToken" })
export type TokenView = z.output<typeof TokenView>

export const UserView = z
  .strictObject({
    id: Id,
    name: z.string(),
    email: z.string(),
    admin: z.boolean(),
    disabled: z.boolean(),
    lastSignInAt: Instant.nullable(),
    sessions: z.int().meta({ description: "Browsers signed in now." }),
    version: z.int(),
  })
  .meta({ id: "User" })
export type UserView = z.output<typeof UserView>

export const InvitationView = z
  .strictObject({
    id: Id,
    email: z.string(),
    name: z.string(),
    role: Role.nullable(),
    createdAt: Instant,
    expiresAt: Instant,
  })
  .meta({ id: "Invitation" })
export type InvitationView = z.output<typeof InvitationView>

/** A one-time link, shown this once: only its hash is kept. */
export const LinkView = z
  .strictObject({
    id: Id,
    path: z.string().meta({ description: "Below the product's address; whoever opens it first, uses it." }),
    expiresAt: Instant,
  })
  .meta({ id: "OneTimeLink" })
export type LinkView = z.output<typeof LinkView>

/** Somebody of a programme: with an account (then `member` is the access role and its record) or without. */
export const PersonRow = z
  .strictObject({
    id: Id,
    name: z.string(),
    email: Email.nullable(),
    roleKey: z.string().nullable().meta({ description: "A delivery role of the pack; not the access role." }),
    member: z.strictObject({ id: Id, role: Role, version: z.int() }).nullable(),
    you: z.boolean(),
    version: z.int(),
  })
  .meta({ id: "ProgrammePerson" })
export type PersonRow = z.output<typeof PersonRow>

export const MemberRow = z
  .strictObject({
    id: Id,
    personId: Id,
    name: z.string(),
    email: z.string(),
    role: Role,
    you: z.boolean(),
    version: z.int(),
  })
  .meta({ id: "Member" })
export type MemberRow = z.output<typeof MemberRow>
