import { useSyncExternalStore } from "react"

/** True on the server, and in the browser until it has taken over what the server drew. */
export const useDrawnByServer = (): boolean => useSyncExternalStore(never, no, yes)

const never = () => () => {}
const no = () => false
const yes = () => true
