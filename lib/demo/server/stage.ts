import { randomBytes } from "node:crypto"
import { database } from "@/lib/base/db/client"
import { newId } from "@/lib/base/db/new-id"
import { type Day, dayIn } from "@/lib/base/kernel/day"
import type { Id } from "@/lib/base/kernel/id"
import {
  InstallationActor,
  ProgrammeActor,
  type RequestContext,
  type SignIn,
  UserActor,
  Visitor,
} from "@/lib/door/access/actor"
import type { ProgrammeRole } from "@/lib/door/access/policy"
import { acceptInvitation, inviteMember, joinProgramme } from "@/lib/people/accounts/server/commands/invitations"
import { addPerson, changePerson } from "@/lib/people/accounts/server/commands/people"
import { type Character, cast, leadName } from "../story/cast"

type Player = { readonly personId: Id; readonly userId: Id | null; readonly role: ProgrammeRole | null }

/** Nothing in the story may be refused: a refusal is a mistake in the story. */
export function told<Value>(
  what: string,
  result: { ok: true; value: Value } | { ok: false; refusal: string; detail?: object },
): Value {
  if (!result.ok)
    throw new Error(`The story's "${what}" was refused: ${result.refusal} ${JSON.stringify(result.detail ?? {})}`)
  return result.value
}

const signInOf = (userId: Id, at: Date, admin = false): SignIn => ({
  ...{ userId, admin, scope: "write", sessionId: newId(at), credential: null, authenticatedAt: at },
})
const contextOf = (at: Date): RequestContext => ({ at, network: "story" })

/** The actor who sets up the programme: the installation's admin, at the story's time. */
export const founder = (userId: Id, at: Date): InstallationActor =>
  new InstallationActor(contextOf(at), signInOf(userId, at, true))

/** The people of the story with their accounts, and actors made from them at the story's time. */
export class Stage {
  readonly #players = new Map<string, Player>()
  constructor(
    readonly programmeId: Id,
    readonly timeZone: string,
    readonly adminId: Id,
  ) {}

  /** Whoever is asked for without an account is spoken for by the lead. */
  actor(name: string, at: Date): ProgrammeActor {
    const player = this.#players.get(name)
    const lead = this.#players.get(leadName)
    const speaker = player?.userId && player.role ? player : lead
    if (!speaker?.userId || !speaker.role) throw new Error(`nobody plays ${name}`)
    return this.#actorOf(speaker.userId, speaker.personId, speaker.role, at)
  }

  personId(name: string): Id {
    const player = this.#players.get(name)
    if (!player) throw new Error(`nobody plays ${name}`)
    return player.personId
  }

  #actorOf(userId: Id, personId: Id, role: ProgrammeRole, at: Date): ProgrammeActor {
    const today: Day = dayIn(this.timeZone, at)
    const { programmeId, timeZone } = this
    const membership = { programmeId, personId, role, timeZone, today, seq: 0, archived: false }
    return new ProgrammeActor(contextOf(at), signInOf(userId, at), membership)
  }

  /** Brings everybody in, as anybody is brought in: the admin invites, the invited accept. */
  async cast(at: Date): Promise<void> {
    const admin = await database().prisma.person.findFirstOrThrow({
      where: { programmeId: this.programmeId, userId: this.adminId },
    })
    const host = this.#actorOf(this.adminId, admin.id, "lead", at)
    for (const [name, character] of cast) {
      const player = character.access
        ? await this.#invite(host, character, character.access)
        : await this.#add(host, character)
      this.#players.set(name, player)
    }
  }

  async #add(host: ProgrammeActor, { name, email, roleKey }: Character): Promise<Player> {
    const { id } = told(`add ${name}`, await addPerson(host, { name, email, roleKey }))
    return { personId: id, userId: null, role: null }
  }

  async #invite(host: ProgrammeActor, character: Character, role: ProgrammeRole): Promise<Player> {
    const { name, email, roleKey } = character
    const { at } = host.context
    const known = await database().prisma.user.findFirst({ where: { email }, select: { id: true } })
    const { path } = told(`invite ${name}`, await inviteMember(host, { name, email, role }))
    const secret = path.split("/").at(-1) ?? ""
    // Nobody is told the password: to sign in as somebody of the story, an admin makes a reset link.
    const password = randomBytes(24).toString("base64url")
    if (known)
      told(`${name} joins`, await joinProgramme(new UserActor(contextOf(at), signInOf(known.id, at)), { secret }))
    else told(`${name} accepts`, await acceptInvitation(new Visitor(contextOf(at)), { secret, name, password }))
    const user = await database().prisma.user.findFirstOrThrow({ where: { email }, select: { id: true } })
    const person = await database().prisma.person.findFirstOrThrow({
      where: { programmeId: this.programmeId, userId: user.id },
    })
    const change = { personId: person.id, version: person.version, roleKey }
    told(`${name}'s role`, await changePerson(host, change))
    return { personId: person.id, userId: user.id, role }
  }
}
