/** One HTTPS server in the place of Entra ID, Azure Resource Manager and registries; a registry's name decides how it answers. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const tenant = '5f1c6a0e-2b7d-4f3a-9c8e-0a1b2c3d4e5f'
export const subscription = '9a8b7c6d-5e4f-4a3b-8c2d-1e0f9a8b7c6d'
export const correlationId = '0b9e6f1d-1c2b-4a3d-8e7f-6a5b4c3d2e1f'
const token = 'eyJhbGciOiJSUzI1NiJ9.e30.c2ln'

/** HTTP statuses of a registry's endpoints, and of Azure Resource Manager for it; each well where left out. */
interface Behaviour {
  readonly challenge?: number
  readonly exchange?: number
  readonly token?: number
  readonly management?: number
}

const registries: Readonly<Record<string, Behaviour>> = {
  contoso: {},
  fabrikam: { challenge: 403 },
  wingtip: { challenge: 200 },
  tailspin: { exchange: 401 },
  litware: { exchange: 403 },
  northwind: { token: 401 },
  relecloud: { management: 403 },
}

export function registryId(name: string): string {
  return `/subscriptions/${subscription}/resourceGroups/images/providers/Microsoft.ContainerRegistry/registries/${name}`
}

interface Reply {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

function answerOf(host: string, path: string): Reply {
  if (host === 'login.microsoftonline.com') return entraAnswer(path)
  if (host === 'management.azure.com') return managementAnswer(path)
  return registryAnswer(host, path)
}

function entraAnswer(path: string): Reply {
  const base = `https://login.microsoftonline.com/${tenant}`
  if (path.endsWith('/token')) return { status: 200, body: { token_type: 'Bearer', expires_in: 3599, access_token: token } }
  const endpoints = { token_endpoint: `${base}/oauth2/v2.0/token`, authorization_endpoint: `${base}/oauth2/v2.0/authorize` }
  return { status: 200, body: { ...endpoints, issuer: `${base}/v2.0` } }
}

function managementAnswer(path: string): Reply {
  const type = 'Microsoft.ContainerRegistry/registries'
  const listed = Object.keys(registries).map((name) => ({ id: registryId(name), name, type, location: 'westeurope' }))
  if (path === '/subscriptions') {
    const own = { id: `/subscriptions/${subscription}`, subscriptionId: subscription, tenantId: tenant, displayName: 'Images' }
    return { status: 200, body: { value: [{ ...own, state: 'Enabled', managedByTenants: [] }] } }
  }
  if (path.endsWith('/resources')) return { status: 200, body: { value: listed } }
  const name = /\/registries\/(\w+)/.exec(path)?.[1] ?? ''
  if (registries[name]?.management === 403) return { status: 403, body: { error: refusal(name) } }
  const properties = { loginServer: `${name}.azurecr.io`, provisioningState: 'Succeeded', adminUserEnabled: false, policies: {} }
  return { status: 200, body: { ...listed.find((registry) => registry.name === name), sku: { name: 'Premium' }, properties } }
}

function refusal(name: string) {
  const action = 'Microsoft.ContainerRegistry/registries/read'
  return {
    code: 'AuthorizationFailed',
    message: `The client 'build' with object id '11112222-3333-4444-5555-666677778888' does not have authorization to perform action '${action}' over scope '${registryId(name)}' or the scope is invalid. If access was recently granted, please refresh your credentials.`,
  }
}

function registryAnswer(host: string, path: string): Reply {
  const behaviour = registries[host.split('.')[0] as string] ?? {}
  if (path === '/oauth2/exchange') return { status: behaviour.exchange ?? 200, body: { refresh_token: token } }
  if (path === '/oauth2/token') return { status: behaviour.token ?? 200, body: { access_token: token } }
  const { challenge = 401 } = behaviour
  const bearer = { 'www-authenticate': `Bearer realm="https://${host}/oauth2/token",service="${host}"` }
  return { status: challenge, ...(challenge === 401 ? { headers: bearer } : {}) }
}

function reply(request: IncomingMessage, response: ServerResponse): void {
  const host = request.headers.host?.split(':')[0] ?? ''
  const { status, body = {}, headers } = answerOf(host, request.url?.split('?')[0] ?? '')
  response.writeHead(status, { 'content-type': 'application/json', 'x-ms-correlation-request-id': correlationId, ...headers })
  response.end(JSON.stringify(body))
}

/** What the Azure CLI needs to be led to the server: its port, and the certificate that it is to trust. */
export interface Network {
  readonly env: Readonly<Record<string, string>>
  close(): void
}

export async function openNetwork(): Promise<Network> {
  const folder = mkdtempSync(join(tmpdir(), 'acr-explain-network-'))
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')]
  const names = ['*.azurecr.io', 'login.microsoftonline.com', 'management.azure.com'].map((name) => `DNS:${name}`).join(',')
  const request = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=stand-in']
  execFileSync('openssl', [...request, '-keyout', key, '-out', certificate, '-addext', `subjectAltName=${names}`], { stdio: 'ignore' })
  const server = createServer({ key: readFileSync(key), cert: readFileSync(certificate) }, reply)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { env: { STAND_IN_PORT: String(port), REQUESTS_CA_BUNDLE: certificate }, close: () => server.close() }
}
