/** The steps of `az acr check-health`, in the order in which recent releases of the Azure CLI take them. */
export const CHECK_IDS = [
  'docker-command',
  'docker-daemon',
  'docker-version',
  'docker-pull',
  'azure-cli-version',
  'dns-lookup',
  'challenge-endpoint',
  'refresh-token',
  'access-token',
  'cmk-identity',
  'private-endpoint-dns',
  'helm-version',
  'notary-version',
] as const

export type CheckId = (typeof CHECK_IDS)[number]

export const CHECK_STATUSES = ['passed', 'failed', 'skipped', 'not-run'] as const
export type CheckStatus = (typeof CHECK_STATUSES)[number]
