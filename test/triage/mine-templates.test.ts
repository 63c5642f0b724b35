import { describe, expect, it } from 'vitest'
import { mineTemplates } from '../../src/triage/mine-templates.js'

const mine = (...templates: string[]) => mineTemplates(templates.map((template) => ({ template }))).map(({ template }) => template)

describe('templates', () => {
  it('are one where words differ that look like values', () => {
    expect(mine('pull of shop/web:v3 failed on node-1', 'pull of shop/api:v12 failed on node-2')).toEqual(['pull of {*} failed on {*}'])
  })

  it('keep the marks around a value', () => {
    expect(mine('error: "a-1", give up', 'error: "b-2", give up')).toEqual(['error: "{*}", give up'])
  })

  it('keep the mark around a value that was met before, and their plain words', () => {
    const lines = ['24', '32', '97', '53', '58', '16'].map((code) => `could not copy blob b${code} to the peer: error -${code}`)
    expect(mine(...lines)).toEqual(['could not copy blob {*} to the peer: error -{*}'])
  })

  it('take letters that are a number for one', () => {
    expect(mine('checksum mismatch of layer eadefdef', 'checksum mismatch of layer 19bc42a8')).toEqual(['checksum mismatch of layer {*}'])
  })

  it('stay apart where plain words differ: they tell one failure from another', () => {
    const both = ['dial tcp {ip}: connection refused', 'dial tcp {ip}: connection reset']
    expect(mine(...both)).toEqual(both)
  })

  it('are one where a plain word takes many forms: those are names', () => {
    expect(mine('user alice is not allowed', 'user bob is not allowed', 'user carol is not allowed')).toEqual(['user {*} is not allowed'])
  })

  it('stay apart where words of failure take many forms', () => {
    const ways = ['request to cache refused', 'request to cache failed', 'request to cache aborted']
    expect(mine(...ways)).toEqual(ways)
  })

  it('stay apart where hardly anything is alike', () => {
    expect(mine('error a-1 b-2 c-3', 'error a-2 b-3 c-4')).toHaveLength(2)
  })

  it('hold every line, in order', () => {
    const lines = Array.from({ length: 500 }, (_, index) => ({ template: `job j-${index} of queue q${index % 3} failed hard`, index }))
    const [mined, ...others] = mineTemplates(lines)
    expect(others).toEqual([])
    expect(mined?.lines.map(({ index }) => index)).toEqual(lines.map(({ index }) => index))
  })
})
