import { TableJob } from "../../read-table"
import { readTable } from "./read-table"

/** The reading process: a job comes as its one argument, the answer goes out as JSON. */
const job = TableJob.parse(JSON.parse(process.argv[2] ?? ""))
process.stdout.write(JSON.stringify(await readTable(job)))
