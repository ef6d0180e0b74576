import { randomBytes } from "node:crypto"

/** A new secret: 32 random bytes as 43 characters of base64url. Only its sha256 is ever kept. */
export const newSecret = (): string => randomBytes(32).toString("base64url")
