/** Why somebody did not come in: status, sentence. */
export const signInRefusals = {
  "wrong-credentials": {
    status: 401,
    sentence: "That e-mail address and password do not belong together. Check both, then try again.",
  },
  "too-many-attempts": { status: 429, sentence: "Too many attempts from here. Wait a little, then try again." },
  "not-invited": {
    status: 403,
    sentence: "Nobody with this e-mail address is invited here. Ask an admin or a lead for an invitation.",
  },
  "email-not-verified": {
    status: 403,
    sentence: "Your provider has not verified your e-mail address, so it does not let you in here.",
  },
  "provider-failed": { status: 401, sentence: "The sign-in at your provider did not complete. Start it again." },
  unavailable: { status: 503, sentence: "The database cannot be reached just now. Try again in a few seconds." },
} as const
export type SignInRefusal = keyof typeof signInRefusals

const isKnown = (code: string): code is SignInRefusal => Object.hasOwn(signInRefusals, code)

/** The refusal that an address bar names; a word of the protocol, or anything else, is the provider's failure. */
export const signInRefusalOf = (code: string): SignInRefusal => (isKnown(code) ? code : "provider-failed")
