import { randomBytes } from "node:crypto"
import { type Id, idFrom } from "@/lib/base/kernel/id"

/** A fresh id for a row made at this time. */
export const newId = (at: Date): Id => idFrom(at, randomBytes(10))
