import { type Compared, compare, type Rounds } from "./compare"
import { slowest, throughput, typical } from "./lines"
import type { Side } from "./load"
import type { BenchProgramme } from "./programme"
import { besideOf, oursOf } from "./sides"
import type { Line } from "./table"

const TEN: Rounds = { clients: 10, rounds: 5, milliseconds: 2_000 }
const ALONE: Rounds = { clients: 1, rounds: 5, milliseconds: 2_000 }
const FIFTY: Rounds = { clients: 50, rounds: 2, milliseconds: 2_000 }
const PACKED = { "accept-encoding": "gzip" }

/** Measures what the server answers, beside the bare handlers. Takes about two minutes. */
export async function compareServers(
  origin: string,
  besideOrigin: string,
  programme: BenchProgramme,
): Promise<readonly Line[]> {
  const ours = oursOf(origin, programme)
  const beside = besideOf(besideOrigin, programme)
  const list = await told("list of 1,000", ours.list(), beside.list(), TEN)
  const alone = await told("list, alone", ours.list(), beside.list(), ALONE)
  const fresh = await told("list just after a change, alone", ours.listAfterChange(), beside.listAfterChange(), ALONE)
  const packed = await told("list, gzip", ours.list(PACKED), beside.list(PACKED), TEN)
  const unchanged = await told("unchanged list", await ours.unchanged(), beside.one(), TEN)
  const write = await told("status update", ours.write(10), beside.write(10), TEN)
  const fifty = await told("status update, 50 clients", ours.write(50), beside.write(50), FIFTY)
  const { errors } = fifty.ours
  return [
    throughput("list of 1,000, 10 clients", list, 0.8),
    slowest("  the same, alone", alone, 1.3),
    typical("  the same, alone, just after a change", fresh),
    throughput("  the same, packed by gzip, 10 clients", packed),
    throughput("unchanged list (304), 10 clients", unchanged, 0.7),
    throughput("status update, 10 clients", write, 0.6),
    throughput("  the same, 50 clients", fifty),
    { measure: "  errors with 50 clients", ours: String(errors), goal: "0", reached: errors === 0 },
  ]
}

async function told(name: string, ours: Side, beside: Side, rounds: Rounds): Promise<Compared> {
  console.info(`Measuring: ${name} ...`)
  return compare(ours, beside, rounds)
}
