import { answer, consult, type Operation, serve } from "@/lib/door/server/serve"
import * as promised from "../contract"
import { tryConnection } from "./check-connection"
import { changeConnection, connect, disconnect } from "./commands"
import { askForRun, askToCancel, findConnections, findRun } from "./run-commands"

export const connectionOperations: readonly Operation[] = [
  answer(promised.listConnections, findConnections),
  serve(promised.addConnection, connect),
  serve(promised.updateConnection, changeConnection),
  serve(promised.removeConnection, disconnect),
  consult(promised.checkConnection, tryConnection),
  serve(promised.startRun, askForRun),
  answer(promised.getRun, findRun),
  serve(promised.cancelRun, askToCancel),
]
