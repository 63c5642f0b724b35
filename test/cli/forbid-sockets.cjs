/** Preloaded: whatever would open a connection or ask a name server throws, and says so on stderr. */
const names = {
  net: ['connect', 'createConnection', 'createServer'],
  tls: ['connect'],
  dgram: ['createSocket'],
  http: ['request', 'get'],
  https: ['request', 'get'],
}
const forbid = (what) => () => {
  require('node:fs').writeSync(2, `FORBIDDEN: ${what}\n`)
  throw new Error(`a connection: ${what}`)
}
for (const [module, functions] of Object.entries(names))
  for (const name of functions) require(`node:${module}`)[name] = forbid(`${module}.${name}`)
require('node:net').Socket.prototype.connect = forbid('Socket.connect')
const dns = require('node:dns')
for (const lookup of [dns, dns.promises]) {
  for (const name of Object.keys(lookup)) if (/^(?:lookup|resolve|reverse)/.test(name)) lookup[name] = forbid(`dns.${name}`)
}
globalThis.fetch = forbid('fetch')
globalThis.WebSocket = forbid('WebSocket')
