import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRedactor, findPrivateValues } from '../../src/redact/redactor.js'
import { readText } from '../../src/text/read-text.js'

const redact = (text: string) => createRedactor().redact(text)

describe('a private value', () => {
  it.each([
    ['a login server', 'https://contoso.azurecr.io/v2/', 'https://<registry-1>.azurecr.io/v2/'],
    ['a sovereign cloud', 'contoso.azurecr.cn', '<registry-1>.azurecr.cn'],
    ['a data endpoint', 'contoso.westeurope.data.azurecr.io', '<registry-1>.westeurope.data.azurecr.io'],
    ['a domain name label', 'contoso-a1b2c3d4.azurecr.io', '<registry-1>-<label-1>.azurecr.io'],
    ['a private address', 'dial tcp 10.0.0.4:443', 'dial tcp <private-ip-1>:443'],
    ['a range', '10.0.0.0/16', '<private-ip-1>/16'],
    ['an IPv6 address', 'at IP fd00:1::4 : OK', 'at IP <private-ip-1> : OK'],
    ['a customer name of a service', 'https://shop01.vault.azure.net/keys', 'https://<host-1>.vault.azure.net/keys'],
    ['a mail address', 'for alice@fabrikam.com now', 'for <mail-1> now'],
    ['a path of Windows', 'C:\\Users\\nancy\\.docker', 'C:\\Users\\<user-1>\\.docker'],
    ['journalctl in Chinese', '11月 05 11:10:12 build-7 kubelet[231]: denied', '11月 05 11:10:12 <machine-1> kubelet[231]: denied'],
    ['a prompt', 'alice@build-7:~/src$ docker login', '<user-1>@<machine-1>:~/src$ docker login'],
    ['a command line as an array', '["login","-p","hunter2"]', '["login","-p","<password-1>"]'],
    ['a password that a Chinese log tells', '推送失败，密码：Tr0ub4dor&3xK，请重试', '推送失败，密码：<password-1>，请重试'],
    ['a password in a Chinese sentence', '用户名：svc_push 密码为 "a b9c"', '用户名：<user-1> 密码为 "<password-1>"'],
    ['a resource group in Chinese', '找不到资源组 rg-prod-eu，请检查', '找不到资源组 <resource-group-1>，请检查'],
    ['a machine in Chinese', '主機名稱：build-7 使用者：chen.yu', '主機名稱：<machine-1> 使用者：<user-1>'],
    ['a registry in Chinese quotes', '注册表“shopimages”不存在', '注册表“<registry-1>”不存在'],
    ['an ampersand in a password', 'password: Tr0ub4dor&3xK', 'password: <password-1>'],
    ['a password in a form', 'password=Tr0ub4dor&service=x', 'password=<password-1>&service=x'],
    [
      'the user and the password of curl',
      'curl -u svc_push:Tr0ub&4d https://127.0.0.1/',
      'curl -u <user-1>:<password-1> https://127.0.0.1/',
    ],
    ['a storage account', 'AccountName=shoplogs;AccountKey=', 'AccountName=<resource-1>;AccountKey='],
    ['a machine that an agent names', "Agent machine name: 'RUNNER-9'", "Agent machine name: '<machine-1>'"],
    ['who has a session', 'Started Session 4 of user nancy.d.', 'Started Session 4 of user <user-1>.'],
    [
      'who comes by SSH',
      'Accepted publickey for nancy.d from 10.0.0.9 port 22',
      'Accepted publickey for <user-1> from <private-ip-1> port 22',
    ],
    [
      'who acts for another',
      'session opened for user root(uid=0) by nancy.d(uid=1000)',
      'session opened for user root(uid=0) by <user-1>(uid=1000)',
    ],
    ['who calls sudo', 'sudo[12]:  nancy.d : TTY=pts/0 ; PWD=/srv', 'sudo[12]:  <user-1> : TTY=pts/0 ; PWD=/srv'],
    ['a password in XML', '<password>Tr0ub4dor</password>', '<password><password-1></password>'],
    [
      'a password of PowerShell',
      "-Password (ConvertTo-SecureString 'Tr0ub 4' -AsPlain)",
      "-Password (ConvertTo-SecureString '<password-1>' -AsPlain)",
    ],
    ['a password in a here string', 'docker login --password-stdin <<< Tr0ub4dor', 'docker login --password-stdin <<< <password-1>'],
    ['a password that is called PWD', 'set ACR_PWD=Tr0ub4dor', 'set ACR_PWD=<password-1>'],
    ['whom ssh goes to', 'sshpass -p Tr0ub4 ssh nancy.d@build-7', 'sshpass -p <password-1> ssh <user-1>@<machine-1>'],
    ['a share', 'copied to \\\\build-7\\logs', 'copied to \\\\<machine-1>\\logs'],
    ['the home of somebody', 'cat ~nancy/x ~/y', 'cat ~<user-1>/x ~/y'],
    ['what is piped in', 'echo hunter22 | docker login --password-stdin', 'echo <password-1> | docker login --password-stdin'],
  ])('%s', (_, text, redacted) => {
    expect(redact(text)).toBe(redacted)
  })

  it('has one placeholder in every text, and in any case', () => {
    const redactor = createRedactor()
    expect(redactor.redact('acme1.azurecr.io b CONTOSO.azurecr.io')).toContain('<registry-2>')
    expect(redactor.redact('--name contoso --yes, then contoso-prod')).toBe('--name <registry-2> --yes, then <registry-2>-prod')
  })

  it('is replaced where nothing says that it is one, once it is known', () => {
    const redactor = createRedactor()
    redactor.learn('docker login fabrikam.azurecr.io')
    expect(redactor.redact('deploying to fabrikam, fabrikamshop stays')).toBe('deploying to <registry-1>, fabrikamshop stays')
  })

  it('is replaced when it is broken over lines, and the lines stay', () => {
    const redactor = createRedactor()
    redactor.learn('contosoregistry.azurecr.io')
    expect(redactor.redact('> cannot reach contoso\n> registry today')).toBe('> cannot reach <registry-1>\n>  today')
  })

  it('goes on to have the placeholder of an earlier call', () => {
    const known = [{ kind: 'registry', value: 'fabrikam', placeholder: '<registry-7>' }] as const
    const redactor = createRedactor({ known })
    expect(redactor.redact('contoso.azurecr.io fabrikam.azurecr.io')).toBe('<registry-8>.azurecr.io <registry-7>.azurecr.io')
  })

  it('gets no placeholder that stands in the text already', () => {
    expect(redact('<registry-1>.azurecr.io contoso.azurecr.io')).toBe('<registry-1>.azurecr.io <registry-2>.azurecr.io')
  })

  it('is a certificate as a whole', () => {
    const body = 'MIIDdzCCAl+gAwIBAgIEAgAAuTANBgkqhkiG9w0BAQUFADBaMQswCQYDVQQGEwJJ'
    const text = `-----BEGIN CERTIFICATE-----\n${body}\n${body}\n-----END CERTIFICATE-----`
    expect(redact(text)).toBe('-----BEGIN CERTIFICATE-----\n<certificate-1>\n\n-----END CERTIFICATE-----')
    expect(redact(JSON.stringify({ log: text }))).not.toContain(body.slice(0, 20))
    expect(redact(text.slice(0, 120))).not.toContain(body.slice(0, 20))
  })

  it('is a certificate in any field of a record, and one that was cut', () => {
    const lines = [1, 2, 3].map((number) => `${number}IIDdzCCAl+gAwIBAgIEAgAAuTANBgkqhkiG9w0BAQUFADBaMQswCQYDVQQGEwJJ`)
    const text = `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`
    const record = JSON.stringify({ time: '2025-06-12T08:00:00Z', level: 'error', msg: 'dial tcp: i/o timeout', cert: text })
    expect(redact(`${record}\n${record}`)).not.toMatch(/IIDdzC/)
    expect(redact(`${record.slice(0, record.indexOf('3IID') + 20)}…`)).not.toMatch(/IIDdzC/)
  })
})

describe('what explains a log stays', () => {
  it.each([
    'Azure CLI version: 2.85.0, Docker version 20.10.7.1',
    'mcr.microsoft.com/mcr/hello-world:latest from docker.io and https://login.microsoftonline.com/ and https://aka.ms/acr/errors',
    'Correlation ID: 11112222-3333-4444-5555-666677778888, Trace ID: 11112222-3333-4444-5555-666677778889',
    'listening on 127.0.0.1 and 0.0.0.0, resolver 168.63.129.16',
    'docker login -u 00000000-0000-0000-0000-000000000000 -p $TOKEN',
    'System.IO.IOException at azure.cli.core.azclierror in check.log, app.kubernetes.io/name',
    'unauthorized: authentication required; password is wrong; token expired',
    'DNS lookup to <registry-1>.azurecr.io at IP <private-ip-1> : OK',
    '密码错误，密码：错误，用户名：无，资源组不存在，请检查资源组 and retry',
    '密码是必填项，口令: required，节点名：',
    'docker run -p 8080:80 nginx && mkdir -p out',
    'std::string, 10:11:12, ::error file=a.sh::x',
  ])('%s', (text) => {
    expect(redact(text)).toBe(text)
  })
})

const fixtures = new URL('../../fixtures/', import.meta.url)
const texts = readdirSync(fixtures).map((name) => readText(readFileSync(new URL(`${name}/input.txt`, fixtures))).text)
const lines = texts.flatMap((text) => text.split('\n'))
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 500 }),
  fc.array(fc.constantFrom(...lines), { maxLength: 30 }).map((some) => some.join('\n')),
)

it('keeps the lines of any text, and has nothing left to do the second time', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const redactor = createRedactor()
      const once = redactor.redact(text)
      expect(once.split('\n').length).toBe(text.split('\n').length)
      expect(redactor.leftIn(once)).toEqual([])
      expect(redactor.redact(once)).toBe(once)
    }),
  )
})

it('gives the same text whatever the chunks', () => {
  const text = texts.join('\n').repeat(12)
  const whole = redact(text)
  const chunks = Array.from({ length: Math.ceil(text.length / 5000) }, (_, index) => text.slice(index * 5000, index * 5000 + 5000))
  const redactor = createRedactor()
  expect([...redactor.redactChunks(chunks)].join('')).toBe(whole)
})

it('names what is left of a value in a text that is to be given away, however it is written', () => {
  const redactor = createRedactor()
  redactor.redact('-p s3cr/et+x login; docker login -p s3cr/et+x')
  for (const text of ['has s3cr/et+x in it', '%3Ds3cr%2Fet%2Bx', '{"a":"s3cr\\/et+x"}', 's3cr&#x2f;et+x']) {
    expect(redactor.leftIn(text).map(({ placeholder }) => placeholder)).toEqual(['<password-1>'])
  }
  expect(redactor.leftIn('nothing')).toEqual([])
})

it('finds values without replacing them, as data', () => {
  expect(findPrivateValues('contoso.azurecr.io')).toEqual([{ kind: 'registry', value: 'contoso' }])
})
