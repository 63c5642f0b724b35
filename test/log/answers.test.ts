import { describe, expect, it } from 'vitest'
import { readAnswers } from '../../src/log/answers.js'

const request = (host: string, status: number) => `DEBUG: urllib3.connectionpool: https://${host}:443 "GET /v2/?a=b HTTP/1.1" ${status} 162`
const correlation = (id: string) => `DEBUG: cli.azure.cli.core.sdk.policies:     'x-ms-correlation-request-id': '${id}'`
const id = '0b9e6f1d-1c2b-4a3d-8e7f-6a5b4c3d2e1f'

describe('readAnswers', () => {
  it('gives each request its answer, with the line of the whole log', () => {
    const text = ['before', request('contoso.azurecr.io', 401), '', request('management.azure.com', 200)].join('\n')
    expect(readAnswers(text, 11)).toEqual([
      { line: 12, host: 'contoso.azurecr.io', status: '401' },
      { line: 14, host: 'management.azure.com', status: '200' },
    ])
  })

  it('gives a correlation id to the answer above it', () => {
    const text = [request('management.azure.com', 403), correlation(id), request('contoso.azurecr.io', 401)].join('\n')
    expect(readAnswers(text, 1)).toEqual([
      { line: 1, host: 'management.azure.com', status: '403', correlationId: id },
      { line: 3, host: 'contoso.azurecr.io', status: '401' },
    ])
  })

  it('takes no status that stands elsewhere for an answer', () => {
    expect(readAnswers('10.0.0.1 - - "GET /v2/ HTTP/1.1" 401 0\nHTTP/1.1 403 Forbidden', 1)).toEqual([])
  })
})
