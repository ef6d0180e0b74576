import { hash, verify } from "@node-rs/argon2"

/** argon2id (the package's default) with 64 MiB, three passes, one lane: above the least of RFC 9106 and of OWASP. */
const cost = { memoryCost: 65_536, timeCost: 3, parallelism: 1 }
/** A hash of nothing anybody knows, at the same cost: what a guess at an unknown account is compared with. */
const decoy = "$argon2id$v=19$m=65536,t=3,p=1$03g0Su+aZY/O7urz1rvIAQ$cbYxpoqz/0NsSvSeklPX2j1q0EYtLvKGiDFjWnCQAwc"

const AT_ONCE = 2
const MOST_WAITING = 60

/** So many are waiting that one more is better told to come again; the door answers it like a busy database. */
export class HashingBusy extends Error {
  readonly code = "53000"
}

type Slots = { running: number; readonly waiting: (() => void)[] }
const shared = globalThis as typeof globalThis & { lakewardHashing?: Slots }

/** At most two hashes at once, 128 MiB; the others wait their turn. */
async function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
  shared.lakewardHashing ??= { running: 0, waiting: [] }
  const slots = shared.lakewardHashing
  if (slots.running >= AT_ONCE) {
    if (slots.waiting.length >= MOST_WAITING) throw new HashingBusy("too many passwords are being checked")
    await new Promise<void>((resolve) => slots.waiting.push(resolve))
  } else slots.running += 1
  try {
    return await work()
  } finally {
    const next = slots.waiting.shift()
    if (next) next()
    else slots.running -= 1
  }
}

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password, cost))

/** Whether the password is the one of the hash. Without a hash the answer is no, after the same work. */
export const isPassword = (password: string, passwordHash: string | null): Promise<boolean> =>
  inTurn(async () => (await verify(passwordHash ?? decoy, password)) && passwordHash !== null)
