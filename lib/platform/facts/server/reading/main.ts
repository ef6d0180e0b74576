import { once } from "node:events"
import { ReadJob } from "./job"
import { readFile } from "./read-file"

/** The reading process: a job comes as its one argument; batches of facts go out as lines, and the end as the last. */
async function say(value: object): Promise<void> {
  if (!process.stdout.write(`${JSON.stringify(value)}\n`)) await once(process.stdout, "drain")
}

const job = ReadJob.parse(JSON.parse(process.argv[2] ?? ""))
await say({ end: await readFile(job, say) })
