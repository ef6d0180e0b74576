import * as z from "zod"
import { parametersOf } from "@/lib/door/contract"
import type { Operation } from "@/lib/door/server/serve"
import { operations } from "@/lib/serve/api/server/operations"
import { ask, type Reply, type Someone } from "./world"

const UUID = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/g

/** A text with every id in it in capitals. */
export const inCapitals = (text: string): string => text.replaceAll(UUID, (id) => id.toUpperCase())

/** Whether a request to an operation names records by their ids: its programme, or one in its input. */
export const namesIds = ({ contract }: Operation): boolean =>
  contract.audience === "programme" ||
  JSON.stringify(z.toJSONSchema(contract.input, { io: "input", unrepresentable: "any" })).includes('"format":"uuid"')

export type Sent = { readonly raw?: string; readonly headers?: Readonly<Record<string, string>> }

/** Calls operations by name, each id in capitals wherever it stands, and remembers which ones were carried out. */
export class Caller {
  readonly done = new Set<string>()
  readonly faults: string[] = []

  constructor(private readonly programmeId: string) {}

  async call(who: Someone, name: string, input: Record<string, any> = {}, sent: Sent = {}): Promise<any> {
    const operation = operations.find(({ contract }) => contract.name === name)
    if (!operation) throw new Error(`there is no operation ${name}`)
    const reply = await this.#send(who, operation, input, sent)
    if (reply.status === 200) this.done.add(name)
    else this.faults.push(`${name}: ${reply.status} ${reply.text.slice(0, 300)}`)
    return reply.body
  }

  #send(
    who: Someone,
    { contract }: Operation,
    input: Record<string, any>,
    { raw, headers = {} }: Sent,
  ): Promise<Reply> {
    const given: Record<string, any> = { programmeId: this.programmeId, ...input }
    const inPath = new Set(["programmeId", ...parametersOf(contract.path)])
    const path = contract.path.replace(/\{(\w+)\}/g, (_, parameter: string) => String(given[parameter]))
    const rest = Object.fromEntries(Object.entries(given).filter(([key]) => !inPath.has(key)))
    if (contract.method !== "GET" && !contract.takes)
      return ask(who, contract.method, inCapitals(path), undefined, { raw: inCapitals(JSON.stringify(rest)), headers })
    const query = Object.keys(rest).length > 0 ? `?${new URLSearchParams(rest)}` : ""
    const file = contract.takes ? { raw: raw ?? "", headers: { "content-type": "application/octet-stream" } } : {}
    return ask(who, contract.method, inCapitals(`${path}${query}`), undefined, file)
  }
}
