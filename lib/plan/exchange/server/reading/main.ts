import { ReadJob } from "./job"
import { readFile } from "./read-file"

/** The reading process: a job comes as its one argument, the answer goes out as JSON. */
const job = ReadJob.parse(JSON.parse(process.argv[2] ?? ""))
process.stdout.write(JSON.stringify(await readFile(job)))
