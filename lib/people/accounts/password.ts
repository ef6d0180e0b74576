import { ok, type Result, refuse } from "@/lib/base/kernel/result"

/** Without a second factor, after NIST SP 800-63B-4, section 3.1.1.2. */
export const MIN_PASSWORD_LENGTH = 15
export const MAX_PASSWORD_LENGTH = 256

/** One form of the same text, however it was typed (NFKC, as NIST recommends). */
export const normalPassword = (password: string): string => password.normalize("NFKC")

/** Words that guessing begins with; what is left without them must still be hard to guess. */
const weakWords = [
  "password",
  "passwort",
  "passw0rd",
  "p@ssw0rd",
  "kennwort",
  "geheim",
  "secret",
  "letmein",
  "welcome",
  "changeme",
  "administrator",
  "admin",
  "login",
  "iloveyou",
  "sunshine",
  "princess",
  "football",
  "monkey",
  "dragon",
  "master",
  "qwertyuiop",
  "qwertzuiop",
  "qwerty",
  "qwertz",
  "asdfghjkl",
  "asdfgh",
  "zxcvbnm",
  "yxcvbnm",
  "azerty",
  "1q2w3e4r5t",
  "1q2w3e4r",
  "correcthorsebatterystaple",
  "lakeward",
  "databricks",
  "lakehouse",
]
const rows = ["abcdefghijklmnopqrstuvwxyz", "01234567890123456789", "qwertyuiopasdfghjklzxcvbnm"]
const FREE_CHARACTERS = 5

export type Bearer = { readonly email: string; readonly name: string }

/**
 * Refuses what a guesser tries first: common passwords, one pattern over and over, rows of the keyboard, the product's
 * name, and the bearer's own name or address, also when digits and signs are put around them.
 */
export function judgePassword(password: string, { email, name }: Bearer): Result<string, "password-guessable"> {
  const plain = normalPassword(password).toLowerCase()
  const own = [...email.toLowerCase().split(/[^\p{L}\p{N}]+/u), ...name.toLowerCase().split(/[^\p{L}\p{N}]+/u)]
  const words = [...weakWords, email.toLowerCase(), ...own.filter((word) => word.length >= 4)]
  const rest = [...words]
    .sort((a, b) => b.length - a.length)
    .reduce((text, word) => text.replaceAll(word, ""), plain)
    .replace(/[^\p{L}]/gu, "")
  const isAllDigits = /^[\d\s\p{P}\p{S}]*$/u.test(plain) && new Set(plain).size >= 8 && !isRow(plain)
  if (rest.length < FREE_CHARACTERS && !isAllDigits) return refuse("password-guessable")
  if (isRepetition(plain) || isRow(plain)) return refuse("password-guessable")
  return ok(password)
}

/** One unit of at most a third of the text, over and over, or hardly any different characters. */
function isRepetition(text: string): boolean {
  if (new Set(text).size <= 3) return true
  for (let unit = 1; unit <= text.length / 3; unit += 1)
    if (
      text
        .slice(0, unit)
        .repeat(Math.ceil(text.length / unit))
        .startsWith(text)
    )
      return true
  return false
}

/** A walk along the alphabet, the digits or the keyboard, forwards or backwards, also around the end. */
function isRow(text: string): boolean {
  const letters = text.replace(/[^\p{L}\p{N}]/gu, "")
  const backwards = [...letters].reverse().join("")
  return rows.some((row) => row.repeat(3).includes(letters) || row.repeat(3).includes(backwards))
}
