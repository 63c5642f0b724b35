/**
 * What the Azure CLI, docker, helm and notary say when nothing is wrong, and where a run begins and ends: all that is known of
 * their output and is no failure, in signatures like the catalog's. Azure CLI 2.0.67 to 2.91, source and real output.
 */
import type { CheckId, CheckStatus } from '../catalog/checks.js'
import type { RunKind } from '../catalog/entry.js'

/** What a saying tells about the run it stands in. */
export type Saying =
  | {
      readonly kind: 'status'
      readonly checks: readonly CheckId[]
      readonly status: CheckStatus
      readonly because?: Reason
      readonly engine?: 'docker' | 'podman'
    }
  /** The generic head of every error of the CLI; `{code}` may be one that no entry knows. */
  | { readonly kind: 'error-head' }
  /** The command line itself, echoed by a terminal or a CI system; `isLogged`: as the program itself logs it with `--debug`. */
  | { readonly kind: 'command'; readonly of: RunKind; readonly isLogged?: true }
  /** The line that ends a complete run. */
  | { readonly kind: 'end' }
  /** The link under an error that ended the run there. */
  | { readonly kind: 'error-link' }
  /** The run ends here, without a code. */
  | { readonly kind: 'stop'; readonly because: Reason }
  | { readonly kind: 'without-registry' }
  /** Something only `az acr login` says; with `succeeded`, that it did what it was told. */
  | { readonly kind: 'login'; readonly succeeded?: true }
  | { readonly kind: 'login-succeeded' }
  /** What only a program of this kind says; with `succeeded`, that it did what it was told. */
  | { readonly kind: 'clue'; readonly of: RunKind; readonly succeeded: boolean }
  /** A request's server, its answer, or what goes with that (`--debug`). */
  | { readonly kind: 'answer' }
  /** The next line repeats an error that was logged already (`--debug`). */
  | { readonly kind: 'copy' }
  | { readonly kind: 'routine' }
  /** Looks like a failure of its own and is the echo of another. */
  | { readonly kind: 'noise' }

/** Why a check has no result, where no code says so; report/words.ts has the words. */
export const REASONS = [
  'prompt-declined',
  'cloud-shell',
  'not-logged-in',
  'crashed',
  'no-terminal',
  'vnet-check-failed',
  'log-ends',
] as const
export type Reason = (typeof REASONS)[number]

export interface VocabularyEntry {
  readonly says: string
  readonly saying: Saying
  /** The line is left to the catalog to explain. */
  readonly isHint?: boolean
}

function passed(check: CheckId, ...says: string[]): VocabularyEntry[] {
  return says.map((text) => ({ says: text, saying: { kind: 'status', checks: [check], status: 'passed' } }))
}

function ofKind(
  kind: 'end' | 'answer' | 'error-link' | 'without-registry' | 'login' | 'login-succeeded' | 'copy' | 'routine' | 'noise' | 'error-head',
  ...says: string[]
): VocabularyEntry[] {
  return says.map((text) => ({ says: text, saying: { kind } }))
}

function stops(because: Reason, ...says: string[]): VocabularyEntry[] {
  return says.map((text) => ({ says: text, saying: { kind: 'stop', because } }))
}

function commands(of: RunKind, ...says: string[]): VocabularyEntry[] {
  return says.map((text) => ({ says: text, saying: { kind: 'command', of } }))
}

/** The Azure CLI's first line with `--debug`. */
function loggedCommands(of: RunKind, ...says: string[]): VocabularyEntry[] {
  return says.map((text) => ({ says: `Command arguments: [${text}`, saying: { kind: 'command', of, isLogged: true } }))
}

function clues(of: RunKind, { succeeded }: { succeeded: boolean }, ...says: string[]): VocabularyEntry[] {
  return says.map((text) => ({ says: text, saying: { kind: 'clue', of, succeeded }, isHint: !succeeded }))
}

function daemonPassed(engine: 'docker' | 'podman', says: string): VocabularyEntry {
  return { says, saying: { kind: 'status', checks: ['docker-command', 'docker-daemon'], status: 'passed', engine } }
}

function vnetFailed(...says: string[]): VocabularyEntry[] {
  return says.map((text) => ({
    says: text,
    saying: { kind: 'status', checks: ['private-endpoint-dns'], status: 'failed', because: 'vnet-check-failed' },
  }))
}

export const vocabulary: readonly VocabularyEntry[] = [
  daemonPassed('docker', 'Docker daemon status: available'),
  daemonPassed('podman', 'Podman daemon status: available'),
  ...passed(
    'docker-version',
    "Docker version: 'Docker version {docker:version}, build {build:word}, platform {dockerPlatform:word}'",
    'Docker version: Docker version {docker:version}, build {build:word}', // 2019: what `docker --version` prints
    'Docker version: {docker:version}, build {build:word}, platform {dockerPlatform:word}', // 2.91
    'Podman version: {docker:version}, build {build:word}, platform {dockerPlatform:word}',
  ),
  ...passed(
    'docker-pull',
    "Docker pull of '{sampleImage}' : OK",
    "Podman pull of '{sampleImage}' : OK",
    "Image '{sampleImage}' can be pulled but cannot be used on this platform",
  ),
  ...passed(
    'azure-cli-version',
    'Azure CLI version: {azureCli:version}',
    'ACR CLI version: {azureCli:version}',
    'ACR CLI version: not found',
  ),
  ...passed('dns-lookup', 'DNS lookup to {loginServer} at IP {loginServerIp} : OK'),
  ...passed('challenge-endpoint', 'Challenge endpoint https://{loginServer}/v2/ : OK'),
  ...passed('refresh-token', "Fetch refresh token for registry '{loginServer}' : OK"),
  ...passed(
    'access-token',
    "Fetch access token for registry '{loginServer}' : OK",
    "Fetch access token for repository '{checkedRepository:word}' in registry '{loginServer}' : OK",
  ),
  ...passed('private-endpoint-dns', 'DNS routing to private endpoint : OK'),
  ...passed('helm-version', 'Helm version: {helm:version}', 'Helm version: Client: &version.Version{SemVer:"v{helm:version}"'),
  ...passed('notary-version', 'Notary version: {notary:version}'),

  { says: 'Skipping pull check.', saying: { kind: 'status', checks: ['docker-pull'], status: 'skipped', because: 'prompt-declined' } },
  {
    says: 'Environment checks are not supported in Azure Cloud Shell.',
    saying: {
      kind: 'status',
      checks: ['docker-command', 'docker-daemon', 'docker-version', 'docker-pull', 'azure-cli-version', 'helm-version', 'notary-version'],
      status: 'skipped',
      because: 'cloud-shell',
    },
  },
  ...ofKind('without-registry', 'Registry name must be provided to check connectivity.'),
  ...vnetFailed(
    'Registry name must be provided to verify DNS routings of its private endpoints',
    `Registry "{registry}" doesn't have private endpoints to verify DNS routings.`,
    '" is not a valid resource id of a virtual network',
    'Registry "{registry}" has more than one private endpoint in the vnet of "{vnet}". DNS routing will be unreliable',
    `Registry "{registry}" doesn't have private endpoints in the vnet of "{vnet}". Please make sure you provided correct vnet`,
    `Registry "{registry}" doesn't have private endpoints in the vnet of`,
    'DNS routing to registry "{registry}" through private IP is incorrect. Expect: {expectedIp:ip}, Actual: {actualIp:ip}',
    'Error resolving DNS for {host}. Ex:',
    'DNS routing verification failed',
  ),

  ...ofKind('error-head', 'An error occurred: {code:word}'),
  ...ofKind('error-link', 'Please refer to https://aka.ms/acr/errors#{anchor:word}'),
  ...ofKind('end', 'Please refer to https://aka.ms/acr/health-check for more information.'),
  ...stops('not-logged-in', "Please run 'az login' to setup account."),
  ...stops(
    'crashed',
    'The command failed with an unexpected error. Here is the traceback:',
    "'NoneType' object has no attribute '{attribute:word}'",
  ),
  ...stops('no-terminal', 'knack.prompting.NoTTYException'),

  ...commands('check-health', 'az acr check-health'),
  ...commands('login', 'az acr login'),
  ...commands('docker', 'docker login', 'docker push', 'docker pull', 'docker run', 'docker build', 'docker compose'),
  ...commands('task', 'az acr build', 'az acr run', 'az acr task'),
  ...commands('kubernetes', 'az aks update', 'az aks check-acr', 'kubectl describe', 'kubectl get', 'kubectl logs'),
  ...commands('helm', 'helm push', 'helm pull', 'helm registry login', 'helm install', 'helm upgrade'),
  ...commands('other', 'az acr import', 'az acr repository', 'az acr show', 'az role assignment'),

  ...loggedCommands('check-health', "'acr', 'check-health'"),
  ...loggedCommands('login', "'acr', 'login'"),
  ...loggedCommands('task', "'acr', 'build'", "'acr', 'run'", "'acr', 'task'"),
  ...loggedCommands('kubernetes', "'aks', "),
  ...loggedCommands('other', "'"),

  ...clues(
    'docker',
    { succeeded: true },
    'Status: Downloaded newer image for {image}',
    'Status: Image is up to date for {image}',
    '{tag}: digest: sha256:{digest:word} size: {size:int}',
  ),
  ...clues(
    'docker',
    { succeeded: false },
    'Error response from daemon:',
    'The push refers to repository [{repository}]',
    'Using default tag:',
  ),
  ...clues('kubernetes', { succeeded: true }, 'Successfully pulled image "{image}" in', 'Your cluster can pull images from {loginServer}'),
  ...clues(
    'kubernetes',
    { succeeded: false },
    'Pulling image "{image}"',
    'Failed to pull image "{image}"',
    'Back-off pulling image "{image}"',
    'Validating image pull permission:',
    'Validating managed identity existance:',
  ),
  ...clues('helm', { succeeded: true }, 'Pushed: {image} Digest: sha256:', 'Pulled: {image} Digest: sha256:'),
  ...clues('task', { succeeded: true }, 'Run ID: {runId:word} was successful after'),
  ...clues(
    'task',
    { succeeded: false },
    'Queued a build with ID: {runId:word}',
    'Queued a run with ID: {runId:word}',
    'Waiting for an agent...',
  ),

  ...ofKind(
    'login',
    "You may want to use 'az acr login -n {registry} --expose-token' to get an access token",
    "You may want to use 'az acr login -n {registry} --expose-token' to get a refresh token",
    'Unable to get AAD authorization tokens with message:',
    'Unable to get admin user credentials with message:',
    'Unable to authenticate using AAD or admin login credentials.',
    "Using '{loginServer}' as the default registry login server.",
    "Could not connect to the registry login server '{loginServer}'.",
    'Uppercase characters are detected in the registry name.',
    'Logging in to regional endpoint: {loginServer}',
    // the refusal of a health check speaks of firewall rules alone
    "To see if public network access is enabled, run 'az acr show --query publicNetworkAccess'.",
  ),
  // `--expose-token`; since 2.74 a refresh token
  ...['access', 'refresh'].map((token) => ({
    says: `You can perform manual login using the provided ${token} token below`,
    saying: { kind: 'login', succeeded: true } as const,
  })),
  ...ofKind('login-succeeded', 'Login Succeeded'),
  ...ofKind(
    'answer',
    'https://{host}:443 "GET /v2/ HTTP/1.1" {status}',
    'https://{host}:443 "POST /oauth2/exchange HTTP/1.1" {status}',
    'https://{host}:443 "POST /oauth2/token HTTP/1.1" {status}',
    "Request URL: 'https://{host}/subscriptions/",
    'Response status: {status}',
    "'x-ms-correlation-request-id': '{correlationId}'",
  ),
  // Logger names of a --debug log under which an error already printed comes once more.
  ...ofKind('copy', 'cli.azure.cli.core.azclierror:', 'az_command_data_logger:', 'knack.util.CLIError:', 'azure.cli.core.azclierror.'),
  ...ofKind(
    'routine',
    'This will pull the image mcr.microsoft.com/mcr/hello-world:latest. Proceed? (y/n):',
    "Note: Please run the command with the '--repository' flag to check your read and write access",
    "Argument '--repository' is in preview and under development.",
    'Remove Notary client version validation in next breaking change release',
    'Sending a HTTP Get request to https://{loginServer}/v2/',
    'Attempting to retrieve AAD refresh token',
    'Reference and support levels: https://aka.ms/CLI_refstatus',
  ),
  // What CI systems and PowerShell add because some command wrote to standard error or failed.
  ...ofKind(
    'noise',
    'Process completed with exit code {exitCode:int}',
    'Script failed with exit code: {exitCode:int}',
    "The process '{program}' failed with exit code {exitCode:int}",
    'FullyQualifiedErrorId : NativeCommandError',
    'CategoryInfo          : NotSpecified:',
    // What failed stands in the last line of a traceback.
    'Traceback (most recent call last):',
  ),
  // `--debug`: that a program is not there, or the registry not in the subscription, is said once more where it matters.
  ...ofKind('noise', 'Cannot enable color.', "Could not run '{program:word}' command. Exception:"),
]
