/**
 * Which checks a run has, in which order, and what their silence means. Everything in which releases of the Azure CLI
 * differ stands in the tables here. Sources: azure-cli source and real runs of 2.45, 2.74 and 2.91; history notes for the rest.
 */
import { CHECK_IDS, type CheckId } from '../catalog/checks.js'
import { compareVersions } from '../catalog/release.js'

interface CheckLife {
  /** First Azure CLI release with this check; undefined where it was there from the start or the release is unknown. */
  readonly since?: string
  /** Last Azure CLI release with this check. */
  readonly until?: string
  /** Prints nothing when all is well. */
  readonly silent?: true
  /** Takes part only where the log shows it. */
  readonly onRequest?: true
}

const lives: Readonly<Partial<Record<CheckId, CheckLife>>> = {
  'cmk-identity': { since: '2.17.0', silent: true },
  'private-endpoint-dns': { onRequest: true },
  'notary-version': { until: '2.85.0' },
}

/** Checks that need a registry's name; without one they are not part of the run. */
export const REGISTRY_CHECKS: readonly CheckId[] = [
  'dns-lookup',
  'challenge-endpoint',
  'refresh-token',
  'access-token',
  'cmk-identity',
  'private-endpoint-dns',
]

/** Until July 2019 Helm was looked at before the registry. */
const HELM_FIRST_UNTIL = '2.0.69'
const HELM_FIRST_ORDER: readonly CheckId[] = [
  ...CHECK_IDS.filter((id) => !REGISTRY_CHECKS.includes(id) && id !== 'notary-version'),
  ...REGISTRY_CHECKS,
  'notary-version',
]

/** The checks of a release in its order; those of a recent one where the release is unknown. */
export function ladderOf(azureCli: string | undefined): readonly CheckId[] {
  const order = azureCli && compareVersions(azureCli, HELM_FIRST_UNTIL) <= 0 ? HELM_FIRST_ORDER : CHECK_IDS
  return order.filter((id) => {
    const { since, until } = lives[id] ?? {}
    if (!azureCli) return true
    return !(since && compareVersions(azureCli, since) < 0) && !(until && compareVersions(azureCli, until) > 0)
  })
}

export function isSilent(id: CheckId): boolean {
  return lives[id]?.silent === true
}

export function isOnRequest(id: CheckId): boolean {
  return lives[id]?.onRequest === true
}
