export const passwordGuessable = {
  "password-guessable": {
    status: 422,
    sentence: "This password is too easy to guess. Avoid common words, your name and the product name.",
  },
} as const
export const linkNotValid = {
  "link-not-valid": {
    status: 410,
    sentence: "This link has been used, has expired or never existed. Ask the person who sent it for a new one.",
  },
} as const
export const tooManyAttempts = {
  "too-many-attempts": { status: 429, sentence: "Too many attempts. Try again in a few minutes." },
} as const
export const emailTaken = {
  "email-taken": { status: 409, sentence: "This e-mail address is already in use." },
} as const
