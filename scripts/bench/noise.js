/** Log lines that say nothing about a registry, in the shapes that real services write: a generator with a seed, so that a run can be repeated. */

/** @param {number} seed @returns {(below: number) => number} */
export function pseudoRandom(seed) {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const syllables = 'ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo yu za tra ble sco plin dor mar ten ver gal'.split(' ')
const services = ['checkout', 'billing', 'search-api', 'mailer', 'inventory', 'gateway', 'session', 'reports']
const paths = ['/api/v1/orders', '/api/v1/items', '/healthz', '/static/app.js', '/metrics', '/login', '/cart/add', '/images/logo.png']
const levels = ['INFO', 'INFO', 'INFO', 'INFO', 'DEBUG', 'DEBUG', 'WARN']
const verbs = ['handled', 'queued', 'stored', 'loaded', 'sent', 'received', 'started', 'finished', 'skipped', 'scheduled']

/** @param {(below: number) => number} next */
export function word(next, of = syllables) {
  return Array.from({ length: 1 + next(3) }, () => of[next(of.length)]).join('')
}

/** @param {(below: number) => number} next */
function hex(next, length) {
  return Array.from({ length }, () => next(16).toString(16)).join('')
}

const pick = (next, list) => list[next(list.length)]
const sentence = (next, words) => Array.from({ length: words }, () => word(next)).join(' ')

/** One shape for each kind of program. `iso` is the time of the line. */
const shapes = [
  (next, iso) =>
    `${iso} ${pick(next, levels)} [${pick(next, services)}-${next(9)}] ${word(next)}.${word(next)} - ${pick(next, verbs)} ${sentence(next, 4 + next(6))} in ${next(900)} ms`,
  (next, iso) =>
    `10.${next(255)}.${next(255)}.${next(255)} - - [${clf(iso)}] "GET ${pick(next, paths)}?id=${next(1e6)} HTTP/1.1" ${pick(next, [200, 200, 200, 304, 404])} ${next(90000)} "-" "Mozilla/5.0"`,
  (next, iso) =>
    JSON.stringify({
      time: iso,
      level: 'info',
      service: pick(next, services),
      trace: hex(next, 32),
      msg: `${pick(next, verbs)} ${sentence(next, 5)}`,
      took: next(5000),
    }),
  (next, iso) => `time="${iso}" level=info msg="${pick(next, verbs)} ${sentence(next, 6)}" module=${word(next)} id=${hex(next, 12)}`,
  (next, iso) => `${iso} stdout F ${sentence(next, 9)} ${hex(next, 8)}`,
  (next, iso) =>
    `I${iso.slice(5, 7)}${iso.slice(8, 10)} ${iso.slice(11, 19)}.${String(next(1e6)).padStart(6, '0')}    ${1000 + next(9000)} ${word(next)}.go:${next(900)}] "${sentence(next, 4)}" pod="shop/${pick(next, services)}-${hex(next, 5)}" count=${next(50)}`,
  (next, iso) =>
    `${iso} #${next(40)} ${next(99)}.${next(999)} Setting up lib${word(next)}-dev (${next(9)}.${next(20)}.${next(9)}-${next(4)}) ...`,
  (next, iso) => `${iso} ${pick(next, levels)} ${sentence(next, 12 + next(10))}`,
]

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
const clf = (iso) => `${iso.slice(8, 10)}/${months[Number(iso.slice(5, 7)) - 1]}/${iso.slice(0, 4)}:${iso.slice(11, 19)} +0000`

/** @param {(below: number) => number} next @param {string} iso */
export function noiseLine(next, iso) {
  return pick(next, shapes)(next, iso)
}
