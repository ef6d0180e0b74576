import {
  joined,
  type Naming,
  recordOf,
  sayPlain,
  sayText,
  type ToldEvent,
  type WordTable,
} from "@/lib/door/audit/wording"

const who = (id: unknown, { name }: Naming) => (typeof id === "string" ? name(id) : null) ?? "somebody"

function personChanged({ data, texts }: ToldEvent, naming: Naming): string {
  const parts = [
    ...(texts.name === undefined ? [] : [`name to ${sayText(texts.name)}`]),
    ...(texts.email === undefined ? [] : ["e-mail address"]),
    ...(data.roleKey === undefined
      ? []
      : [`role to ${typeof data.roleKey === "string" ? naming.role(data.roleKey) : sayPlain(data.roleKey, naming)}`]),
  ]
  return parts.length > 0 ? `changed ${parts.join(", ")}` : "changed a person"
}

function userChanged({ data, subjectId }: ToldEvent, naming: Naming): string {
  const user = who(subjectId, naming)
  const { admin, disabled } = recordOf(data)
  const parts = [
    ...(typeof admin === "boolean" ? [`made ${user} ${admin ? "an" : "no longer an"} installation admin`] : []),
    ...(typeof disabled === "boolean" ? [disabled ? `disabled ${user}` : `enabled ${user} again`] : []),
  ]
  return joined(parts) || `changed ${user}`
}

/** The words for people, members and accounts. */
export const accountsWords: WordTable = {
  "person.added": ({ texts }) => `added ${sayText(texts.name)} to the people`,
  "person.updated": personChanged,
  "person.removed": () => "removed someone from the programme",
  "person.restored": () => "restored someone",
  "member.added": ({ data }, naming) => `made ${who(data.personId, naming)} a member, as ${data.role}`,
  "member.role-changed": ({ data }, naming) => `made ${who(data.personId, naming)} ${data.to} instead of ${data.from}`,
  "member.removed": ({ data }, naming) => `revoked access of ${who(data.personId, naming)}`,
  "member.reset-offered": ({ data }, naming) => `created a password reset link for ${who(data.personId, naming)}`,
  "member.password-reset": ({ data }, naming) => `${who(data.personId, naming)} set a new password from a reset link`,
  "invitation.created": ({ data, texts }) =>
    `invited ${sayText(texts.name)}${typeof data.role === "string" ? ` as ${data.role}` : ""}`,
  "invitation.withdrawn": () => "withdrew an invitation",
  "invitation.accepted": () => "accepted an invitation",
  "user.created": ({ texts }) => `created an account for ${sayText(texts.name)}`,
  "user.renamed": ({ texts }) => `changed the name to ${sayText(texts.name)}`,
  "user.changed": userChanged,
  "user.signed-out-everywhere": ({ data }) => `ended ${sayCount(data.ended)}${sayTokens(data.tokens)}`,
  "user.identity-linked": () => "linked an identity provider",
  "session.started": () => "signed in",
  "session.ended": () => "signed out",
  "session.confirmed": () => "confirmed their identity",
  "password.changed": ({ data }) => `changed their password${sayTokens(data.tokens)}`,
  "password.reset-offered": () => "created a password reset link",
  "password.reset": ({ data }) => `set a new password from a reset link${sayTokens(data.tokens)}`,
  "token.created": ({ data, texts }) => `made a ${data.scope} token, ${sayText(texts.name)}`,
  "token.revoked": () => "revoked a token",
}

const sayTokens = (tokens: unknown): string =>
  typeof tokens !== "number" || tokens === 0 ? "" : `; revoked ${tokens} API ${tokens === 1 ? "token" : "tokens"}`
const sayCount = (ended: unknown): string => (ended === 1 ? "1 session" : `${ended} sessions`)
