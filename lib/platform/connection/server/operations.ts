import { answer, consult, type Operation, serve } from "@/lib/door/server/serve"
import * as promised from "../contract"
import { tryConnection } from "./check-connection"
import { changeConnection, connect, disconnect } from "./commands"
import { askForRun, askToCancel, findConnections, findRun } from "./run-commands"

export const connectionOperations: readonly Operation[] = [
  answer(promised.listConnections, "programme.read", findConnections),
  serve(promised.addConnection, "connections.manage", connect),
  serve(promised.updateConnection, "connections.manage", changeConnection),
  serve(promised.removeConnection, "connections.manage", disconnect),
  consult(promised.checkConnection, "connections.manage", tryConnection),
  serve(promised.startRun, "facts.import", askForRun),
  answer(promised.getRun, "programme.read", findRun),
  serve(promised.cancelRun, "facts.import", askToCancel),
]
