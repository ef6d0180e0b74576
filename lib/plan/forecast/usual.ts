/**
 * Work of one workstream is done by the same people with the same tools, so its durations go up and down together. Drawn
 * independently they would cancel out and the range would be too narrow (D. Vose, Risk Analysis, 3rd ed. 2008, chapter
 * 13). 0.3 is a convention of schedule risk analysis for where nothing was measured, and no measurement.
 */
export const USUAL_CORRELATION = 0.3

/** The largest seed. */
export const MOST_SEED = 2 ** 32 - 1
