export const passwordGuessable = {
  "password-guessable": {
    status: 422,
    sentence: "That password is among the first that are guessed. Choose other words, without your name or ours.",
  },
} as const
export const linkNotValid = {
  "link-not-valid": {
    status: 410,
    sentence: "This link was used, has expired, or never was. Ask whoever gave it to you for a new one.",
  },
} as const
export const sessionNeeded = {
  "session-needed": {
    status: 403,
    sentence: "A token cannot do this. Sign in with the browser, so that it is you who decides who comes in.",
  },
} as const
export const tooManyAttempts = {
  "too-many-attempts": { status: 429, sentence: "Too many attempts. Wait a little, then try again." },
} as const
export const emailTaken = {
  "email-taken": { status: 409, sentence: "Somebody with this e-mail address is here already." },
} as const
