export const registerKinds = ["risk", "assumption", "issue", "dependency"] as const

export const registerStates = ["open", "came_true", "closed"] as const

/** The four answers to a threat (ISO 31000:2018, 6.5.2, in the short words that project offices use). */
export const riskResponses = ["avoid", "reduce", "transfer", "accept"] as const

export const trends = ["worse", "better", "steady"] as const
