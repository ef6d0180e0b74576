import type { EstimateShape } from "@/lib/plan/forecast/inputs-shapes"

/** How three points are read as a distribution. */
export const estimateShapeNames: Readonly<Record<EstimateShape, string>> = {
  beta_pert: "Beta-PERT",
  triangular: "triangular",
}
