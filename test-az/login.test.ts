import { expect, it } from 'vitest'
import { type Call, otherCaptures } from './call-az.js'
import { codesOf, essenceOf, explainCall } from './explain.js'
import { allWorking, docker } from './stand-ins.js'

const login = (...more: string[]) => ['acr', 'login', ...more]

const cases: readonly { readonly is: string; readonly call: Call; readonly codes: readonly string[]; readonly seenInDebug?: string }[] = [
  { is: 'no docker', call: { args: login('--name', 'contoso') }, codes: ['DOCKER_COMMAND_ERROR'] },
  {
    is: 'the daemon stopped',
    call: { args: login('--name', 'contoso'), programs: { docker: docker.stopped } },
    codes: ['CANNOT_CONNECT_DOCKER_DAEMON', 'DOCKER_COMMAND_ERROR'],
  },
  {
    is: 'nobody signed in and no network',
    call: { args: login('--name', 'contoso'), programs: allWorking },
    codes: ['AZ_LOGIN_REQUIRED', 'LOGIN_SERVER_UNREACHABLE'],
    seenInDebug: 'NO_SUCH_HOST',
  },
  {
    is: '--expose-token and no network',
    call: { args: login('--name', 'contoso', '--expose-token') },
    codes: ['AZ_LOGIN_REQUIRED', 'LOGIN_SERVER_UNREACHABLE'],
    seenInDebug: 'NO_SUCH_HOST',
  },
]

it.each(cases)(
  'login with $is gives its codes, of a run of its own kind, however its output was taken',
  async ({ call, codes, seenInDebug }) => {
    const report = await explainCall(call)
    expect(codesOf(report)).toEqual(codes)
    expect(report.runs.map(({ kind }) => kind)).toEqual(['login'])
    for (const other of otherCaptures(call)) {
      const otherReport = await explainCall(other)
      if (seenInDebug && other.args.includes('--debug')) expect(codesOf(otherReport)).toEqual([seenInDebug, ...codes])
      else expect(essenceOf(otherReport)).toEqual(essenceOf(report))
    }
  },
)
