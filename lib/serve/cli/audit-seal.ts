import { CommandProblem, command } from "./command"
import { withProduct } from "./with-product"

export const auditSeal = command({
  usage: [
    "--chain <id>        the chain that audit verify calls broken",
    "--events <numbers>  every broken event in it, such as 7,12: look at each first",
    "--reason <text>     how it came to be broken; it stands in Audit",
    "Signs with this server's proof key how these events stand now. Any other change, also of these, still shows.",
  ],
  options: { chain: { type: "string" }, events: { type: "string" }, reason: { type: "string" } },
  run: async ({ chain, events = "", reason }) => {
    const { asId, NIL_ID } = await import("@/lib/base/kernel/id")
    const { paragraph } = await import("@/lib/base/kernel/shapes")
    const id = chain === NIL_ID ? NIL_ID : asId(chain)
    if (!id) throw new CommandProblem("Name the chain: --chain <id>, as audit verify prints it.")
    if (!/^\d{1,9}(,\d{1,9})*$/.test(events)) throw new CommandProblem("Name the broken events: --events 7,12")
    const why = paragraph(500).min(5).safeParse(reason)
    if (!why.success) throw new CommandProblem("Say how it came to be broken: --reason <text>, in plain characters.")
    return withProduct("audit seal", () => seal(id, events.split(",").map(Number), why.data))
  },
})

const sentences = {
  "no-such-chain": "There is no such chain.",
  "nothing-broken": "Nothing in this chain is broken that is not sealed already.",
  "not-sealable": "Events at its end were cut off, or its head was changed. That cannot be sealed: restore a backup.",
  "other-events": "Other events are broken than you named. Run audit verify, look at each, and name them all.",
} as const

async function seal(chain: string, events: readonly number[], reason: string): Promise<number> {
  const { sealBreaks } = await import("@/lib/door/audit/server/seal-breaks")
  const { InstallationActor } = await import("@/lib/door/access/actor")
  const actor = new InstallationActor({ at: new Date(), network: "server" }, null)
  const sealed = await sealBreaks(actor, chain, { events, reason })
  if (sealed.ok) {
    console.info(`Sealed in ${chain}: ${sealed.value.broken.join("; ")}`)
    return 0
  }
  const { refusal } = sealed
  const known = Object.entries(sentences).find(([code]) => code === refusal)?.[1]
  throw new CommandProblem(known ?? "It could not be sealed.")
}
