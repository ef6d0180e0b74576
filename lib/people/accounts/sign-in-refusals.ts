/** Why somebody did not come in: status, sentence. */
export const signInRefusals = {
  "wrong-credentials": {
    status: 401,
    sentence: "Incorrect email or password.",
  },
  "too-many-attempts": { status: 429, sentence: "Too many attempts. Try again in a few minutes." },
  "not-invited": {
    status: 403,
    sentence: "This e-mail address has no invitation. Ask an admin or a lead for one.",
  },
  "email-not-verified": {
    status: 403,
    sentence: "Your identity provider hasn't verified your e-mail address. Verify it, then try again.",
  },
  "provider-failed": { status: 401, sentence: "Sign-in with your identity provider wasn't completed. Try again." },
  unavailable: { status: 503, sentence: "The database is unavailable. Try again in a few seconds." },
} as const
export type SignInRefusal = keyof typeof signInRefusals

const isKnown = (code: string): code is SignInRefusal => Object.hasOwn(signInRefusals, code)

/** The refusal that an address bar names; a word of the protocol, or anything else, is the provider's failure. */
export const signInRefusalOf = (code: string): SignInRefusal => (isKnown(code) ? code : "provider-failed")
