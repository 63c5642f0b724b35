/** Logs to try, from the project's own fixtures. */

import firewall from '../../fixtures/bad-challenge-private-address/input.txt'
import dockerStopped from '../../fixtures/bad-docker-permission-stops/input.txt'
import signIn from '../../fixtures/bad-login-refused/input.txt'
import proxy from '../../fixtures/bad-ssl-github-actions/input.txt'
import fixed from '../../fixtures/ok-before-and-after/input.txt'
import type { SampleName } from './page-words.js'

export const samples: Readonly<Record<SampleName, string>> = { firewall, proxy, dockerStopped, signIn, fixed }
