import { activation, budgets } from "./account"
import {
  catalogsInOrder,
  metastoreAttached,
  policyCompliance,
  secretScopes,
  supportedRuntimes,
  systemSchemas,
} from "./environment"
import type { RestMeasure } from "./measure"
import { fewAdministrators, legacyOff, networkClosed, tokensBounded, verboseAudit } from "./security"
import { endpointsGuarded, failureNotifications, modelsGoverned } from "./workloads"

/** Every measure of the REST API by its key in the pack; a new one gets its line here. */
export const restMeasures: Readonly<Record<string, RestMeasure>> = {
  "catalogs-in-order": catalogsInOrder,
  "metastore-attached": metastoreAttached,
  "system-schemas": systemSchemas,
  "policy-compliance": policyCompliance,
  "supported-runtimes": supportedRuntimes,
  "secret-scopes": secretScopes,
  "models-governed": modelsGoverned,
  "endpoints-guarded": endpointsGuarded,
  "failure-notifications": failureNotifications,
  budgets,
  tokens: tokensBounded,
  administrators: fewAdministrators,
  "verbose-audit": verboseAudit,
  "legacy-off": legacyOff,
  "network-closed": networkClosed,
  activation,
}
