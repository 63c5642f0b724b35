/** Names that everybody has: they explain a log and tell nothing of whose it is. */

/** Domains of which every host is public. */
const publicDomains = new Set([
  'microsoft.com',
  'microsoftonline.com',
  'microsoftonline.us',
  'microsoftonline.cn',
  'aka.ms',
  'azurecr.io',
  'azurecr.cn',
  'azurecr.us',
  'docker.io',
  'docker.com',
  'docker.internal',
  'ghcr.io',
  'quay.io',
  'gcr.io',
  'pkg.dev',
  'k8s.io',
  'kubernetes.io',
  'helm.sh',
  'github.com',
  'githubusercontent.com',
  'gitlab.com',
  'bitbucket.org',
  'npmjs.org',
  'npmjs.com',
  'nuget.org',
  'pypi.org',
  'pythonhosted.org',
  'python.org',
  'readthedocs.io',
  'nodejs.org',
  'golang.org',
  'go.dev',
  'debian.org',
  'ubuntu.com',
  'alpinelinux.org',
  'fedoraproject.org',
  'redhat.com',
  'apache.org',
  'maven.org',
  'google.com',
  'googleapis.com',
  'icr.io',
  'letsencrypt.org',
  'digicert.com',
  'w3.org',
  'ietf.org',
  'opencontainers.org',
  'cncf.io',
  'containerd.io',
  'podman.io',
  'stackoverflow.com',
  'cluster.local',
  'in-addr.arpa',
])

/** Suffixes under which a customer's own name stands: the name is private, the service is not. */
const serviceSuffixes = new Set([
  'blob.core.windows.net',
  'file.core.windows.net',
  'queue.core.windows.net',
  'table.core.windows.net',
  'dfs.core.windows.net',
  'database.windows.net',
  'servicebus.windows.net',
  'vault.azure.net',
  'vault.azure.cn',
  'vault.usgovcloudapi.net',
  'managedhsm.azure.net',
  'blob.core.chinacloudapi.cn',
  'blob.core.usgovcloudapi.net',
  'azurewebsites.net',
  'azmk8s.io',
  'cloudapp.azure.com',
  'azurecontainer.io',
  'azurecontainerapps.io',
  'visualstudio.com',
  'sharepoint.com',
  'onmicrosoft.com',
  'amazonaws.com',
  'svc.cluster.local',
  'azure.com',
  'azure.cn',
  'azure.us',
  'azure.net',
  'windows.net',
  'chinacloudapi.cn',
])

/** Hosts below a service's suffix that are the service's own. */
const serviceHosts =
  /^(?:www|api|portal|login|docs|learn|status|feedback|dev|app|sts|graph|mcr|core|pipelines|(?:[a-z0-9-]+\.)?management(?:\.core)?|(?:public\.)?(?:ecr|s3|sts|ec2)(?:\.[a-z0-9-]+)?)$/i

/**
 * The part of a host's name that is its owner's: the whole of it, what stands before a service's suffix, or nothing.
 *
 * @param host with a dot in it
 */
export function privatePartOf(host: string): string {
  const name = host.toLowerCase()
  const endings = endingsOf(name)
  const suffix = endings.find((ending) => serviceSuffixes.has(ending))
  if (suffix !== undefined) {
    const part = host.slice(0, -suffix.length - 1)
    // The region stays: it is a place, not a name.
    const own =
      suffix === 'azmk8s.io' || suffix === 'cloudapp.azure.com' || suffix === 'amazonaws.com' ? (part.split('.')[0] as string) : part
    return serviceHosts.test(part) ? '' : own
  }
  const isPublic = [name, ...endings].some((domain) => publicDomains.has(domain)) || serviceSuffixes.has(name)
  return isPublic ? '' : host
}

/** The domains that a host stands in, the narrowest first. */
function endingsOf(name: string): string[] {
  const endings: string[] = []
  for (let dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) endings.push(name.slice(dot + 1))
  return endings
}

/** Single words that stand for a host and name none. */
export const publicMachines = new Set([
  'localhost',
  'localhost.localdomain',
  'docker',
  'docker-desktop',
  'kubernetes',
  'unix',
  'npipe',
  'host',
  'registry',
])

/** Accounts that every such machine has. */
export const publicUsers = new Set([
  'root',
  'runner',
  'runneradmin',
  'runneruser',
  'vsts',
  'vsts_azpcontainer',
  'vssadministrator',
  'azdevops',
  'cloudshell',
  'ubuntu',
  'debian',
  'ec2-user',
  'azureuser',
  'admin',
  'administrator',
  'containeradministrator',
  'containeruser',
  'user',
  'username',
  'nobody',
  'default',
  'public',
  'vscode',
  'codespace',
  'node',
  'docker',
  'git',
  'anonymous',
  'none',
  'null',
  'guest',
  'system',
  'nonroot',
])

/** Addresses that mean the same everywhere: the machine itself, Azure's own, well-known resolvers, masks. */
const publicAddress =
  /^(?:127\.\d+\.\d+\.\d+|0\.0\.0\.0|255\.\d+\.\d+\.\d+|168\.63\.129\.16|169\.254\.169\.25[34]|169\.254\.20\.10|192\.168\.65\.[1-7]|8\.8\.[48]\.[48]|1\.1\.1\.1|1\.0\.0\.1|9\.9\.9\.9|::1?)$/

export function isPublicAddress(address: string): boolean {
  return publicAddress.test(address)
}

/** Ids of Microsoft's own applications and of built-in roles; nobody's. */
const publicIds = new Set([
  '00000000-0000-0000-0000-000000000000',
  '00000003-0000-0000-c000-000000000000', // Microsoft Graph
  '04b07795-8ddb-461a-bbee-02f9e1bf7b46', // the Azure CLI
  '1950a258-227b-4e31-a9cf-717495945fc2', // Azure PowerShell
  '797f4846-ba00-4fd7-ba43-dac1f8f63013', // Azure Resource Manager
  '6a0ec4d3-30cb-4a83-91c0-ae56bc0e3d26', // Azure Container Registry
  '72f988bf-86f1-41af-91ab-2d7cd011db47', // Microsoft's own tenant
  'f8cdef31-a31e-4b4a-93e4-5f571e91255a', // Microsoft services
  '7f951dda-4ed3-4680-a7ca-43fe172d538d', // AcrPull
  '8311e382-0749-4cb8-b61a-304f252e45ec', // AcrPush
  'c2f4ef07-c644-48eb-af81-4b1b4947fb11', // AcrDelete
  '6cef56e8-d556-48e5-a04f-b8e64114680f', // AcrImageSigner
  'acdd72a7-3385-48ef-bd42-f606fba81ae7', // Reader
  'b24988ac-6180-42a0-ab88-20f7382dd24c', // Contributor
  '8e3af657-a8ff-443c-a75c-2fe8c4bcb635', // Owner
])

export function isPublicId(id: string): boolean {
  return publicIds.has(id.toLowerCase())
}

/** Ordinary words that somebody may have made a name of: in a sentence they are words. */
const ordinaryWords =
  'production staging development testing default sandbox preview internal external private public shared common platform infra infrastructure service services backend frontend database storage network container containers registry registries docker kubernetes cluster image images build builds deploy deployment release releases pipeline pipelines azure microsoft azurecr acr github gitlab latest master main develop test tests demo sample example examples hello world images login logout password passwd secret secrets token tokens username admin user users system local localhost error errors warning failed failure success unknown enabled disabled true false null none undefined value values string number object name names group groups resource resources subscription tenant client server host hosts machine worker agent runner ubuntu debian windows linux alpine python nginx redis postgres mysql node java golang helm notary podman buildx compose'
export const commonWords: ReadonlySet<string> = new Set(ordinaryWords.split(' '))
