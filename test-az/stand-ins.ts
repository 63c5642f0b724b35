/** Programs on the PATH of the Azure CLI that answer as docker, helm and notary do, in the state that a test wants them in. */
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type Programs = Readonly<Partial<Record<'docker' | 'helm' | 'notary', string>>>

const sampleImage = 'mcr.microsoft.com/mcr/hello-world:latest'

/** A shell's `case` on the first argument. */
function program(answers: Readonly<Record<string, string>>): string {
  const arms = Object.entries(answers).map(([argument, commands]) => `${argument}) ${commands} ;;`)
  return `#!/bin/sh\ncase "$1" in\n${arms.join('\n')}\nesac\n`
}

const say = (text: string) => `echo '${text.replaceAll("'", "'\\''")}'`
const complain = (text: string, exitCode = 1) => `${say(text)} >&2; exit ${exitCode}`

const workingDocker = {
  ps: say('CONTAINER ID   IMAGE     COMMAND'),
  version: say("'Docker version 24.0.5, build a61e2b4, platform linux/amd64'"),
  pull: say(`Status: Image is up to date for ${sampleImage}`),
  login: say('Login Succeeded'),
}

export const docker = {
  working: program(workingDocker),
  stopped: program({ '*': complain('Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?') }),
  forbidden: program({
    '*': complain(
      'permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock: Get "http://%2Fvar%2Frun%2Fdocker.sock/v1.24/containers/json": dial unix /var/run/docker.sock: connect: permission denied',
    ),
  }),
  tooOld: program({
    ...workingDocker,
    version: complain('Error response from daemon: client version 1.52 is too new. Maximum supported API version is 1.43'),
  }),
  withoutWayOut: program({
    ...workingDocker,
    pull: complain('Error response from daemon: Get "https://mcr.microsoft.com/v2/": dial tcp: lookup mcr.microsoft.com: no such host'),
  }),
  warning: program({
    ...workingDocker,
    version: `${say('WARNING: Error loading config file: /home/dev/.docker/config.json: permission denied')} >&2; ${workingDocker.version}`,
  }),
  refusing: program({
    ...workingDocker,
    login: complain(
      'Error response from daemon: Get "https://contoso.azurecr.io/v2/": unauthorized: authentication required, visit https://aka.ms/acr/authorization for more information.',
    ),
  }),
} as const

const helmVersion = (version: string) =>
  `version.BuildInfo{Version:"v${version}", GitCommit:"3a31588ad33fe3b89af5a2a54ee1d25bfe6eaa5e", GitTreeState:"clean", GoVersion:"go1.20.7"}`

export const helm = {
  working: program({ version: say(helmVersion('3.12.3')) }),
  tooOld: program({
    version: say('Client: &version.Version{SemVer:"v2.9.1", GitCommit:"20adb27c7c5868466912eebdf6664e7390ebe710", GitTreeState:"clean"}'),
  }),
  talkative: program({
    '*': `${say('WARNING: Kubernetes configuration file is group-readable. This is insecure. Location: /home/dev/.kube/config')} >&2`,
  }),
} as const

export const notary = {
  working: program({ version: say('notary\n Version:    0.6.0\n Git commit: d6e1431f') }),
  tooNew: program({ version: say('notary\n Version:    0.7.0\n Git commit: d6e1431f') }),
} as const

export const allWorking: Programs = { docker: docker.working, helm: helm.working, notary: notary.working }

/** @returns a folder with these programs in it and no others */
export function installPrograms(programs: Programs): string {
  const folder = mkdtempSync(join(tmpdir(), 'acr-explain-programs-'))
  for (const [name, text] of Object.entries(programs)) {
    writeFileSync(join(folder, name), text)
    chmodSync(join(folder, name), 0o755)
  }
  return folder
}
