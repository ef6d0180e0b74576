import { hash, verify } from "@node-rs/argon2"
import { inTurn } from "@/lib/door/server/in-turn"

/** argon2id (the package's default) with 64 MiB, three passes, one lane: above the least of RFC 9106 and of OWASP. */
const cost = { memoryCost: 65_536, timeCost: 3, parallelism: 1 }
/** A hash of nothing anybody knows, at the same cost: what a guess at an unknown account is compared with. */
const decoy = "$argon2id$v=19$m=65536,t=3,p=1$03g0Su+aZY/O7urz1rvIAQ$cbYxpoqz/0NsSvSeklPX2j1q0EYtLvKGiDFjWnCQAwc"

/** At most two hashes at once, 128 MiB. */
const hashing = { kind: "checking of passwords", atOnce: 2, mostWaiting: 60 }

export const hashPassword = (password: string): Promise<string> => inTurn(hashing, () => hash(password, cost))

/** Whether the password is the one of the hash. Without a hash the answer is no, after the same work. */
export const isPassword = (password: string, passwordHash: string | null): Promise<boolean> =>
  inTurn(hashing, async () => (await verify(passwordHash ?? decoy, password)) && passwordHash !== null)
