import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TimeReader, toIso } from '../../src/text/read-time.js'
import { datedShapes, yearlessShapes } from '../../src/text/time-shapes.js'

const latest = Date.UTC(2024, 10, 30)
const timeOf = (line: string, around = line) => {
  const moment = new TimeReader(around, latest).read(line)
  return moment && toIso(moment)
}

describe('the time of a line', () => {
  it.each([
    ['2024-11-05T11:10:12.1234567Z An error occurred', '2024-11-05T11:10:12.123Z'],
    ['2024-11-05 11:10:12,123 ERROR denied', '2024-11-05T11:10:12.123'],
    ['[2024-11-05T13:10:12+02:00] denied', '2024-11-05T11:10:12Z'],
    ['2024-11-05T06:10:12-0500 denied', '2024-11-05T11:10:12Z'],
    ['2024-11-05 14:10:12.123456+03 LOG: denied', '2024-11-05T11:10:12.123Z'],
    ['2024-11-05 16:40:12.123456789 +0530 IST m=+0.01 denied', '2024-11-05T11:10:12.123Z'],
    ["<TimeCreated SystemTime='2024-11-05T11:10:12.1234567Z'/>", '2024-11-05T11:10:12.123Z'],
    ['2024/11/05 11:10:12 [error] denied', '2024-11-05T11:10:12'],
    ['2024/11/5 9:03:07 denied', '2024-11-05T09:03:07'],
    ['2024/11/5 下午 9:03:07 denied', '2024-11-05T21:03:07'],
    ['2024/11/05 周二  9:03:07.34 denied', '2024-11-05T09:03:07.340'],
    ['2024. 11. 5. 오후 9:03:07 denied', '2024-11-05T21:03:07'],
    ['2024-11-05 11:10 denied', '2024-11-05T11:10:00'],
    ['2024-11-05 11:10:12 PST denied', '2024-11-05T19:10:12Z'],
    ['[2024-11-05 11:10:12 UTC] denied', '2024-11-05T11:10:12Z'],
    ['20241105T111012Z denied', '2024-11-05T11:10:12Z'],
    ['E20241105 11:10:12.123456  1234 pull.cc:12] denied', '2024-11-05T11:10:12.123'],
    ['10.0.0.1 - - [05/Nov/2024:11:10:12 +0100] "GET /v2/" 401', '2024-11-05T10:10:12Z'],
    ['[05/Nov/2024:11:10:12 +0800] denied', '2024-11-05T03:10:12Z'],
    ['Date: Tue, 05 Nov 2024 11:10:12 GMT', '2024-11-05T11:10:12Z'],
    ['Tuesday, 05-Nov-24 11:10:12 GMT denied', '2024-11-05T11:10:12Z'],
    ['05-Nov-2024 11:10:12.123 SEVERE denied', '2024-11-05T11:10:12.123'],
    ['Dienstag, 5. November 2024 11:10:12', '2024-11-05T11:10:12'],
    ['mar. 05 nov. 2024 11:10:12 CET', '2024-11-05T10:10:12Z'],
    ['Tue 05 Nov 2024 09:10:12 PM UTC', '2024-11-05T21:10:12Z'],
    ['Tuesday, November 5, 2024 9:10:12 PM', '2024-11-05T21:10:12'],
    ['Nov 5, 2024 12:10:12 AM com.contoso.Push run', '2024-11-05T00:10:12'],
    ['Tue Nov 05 2024 11:10:12 GMT+0800 (China Standard Time)', '2024-11-05T03:10:12Z'],
    ['Tue Nov  5 11:10:12 UTC 2024 denied', '2024-11-05T11:10:12Z'],
    ['Tue Nov  5 11:10:12 CET 2024 denied', '2024-11-05T10:10:12Z'],
    ['Tue Nov  5 09:10:12 PM UTC 2024 denied', '2024-11-05T21:10:12Z'],
    ['Date:   Tue Nov 5 11:10:12 2024 +0100', '2024-11-05T10:10:12Z'],
    ['[Tue Nov 05 11:10:12.123456 2024] [error] denied', '2024-11-05T11:10:12.123'],
    ['Di 5. Nov 11:10:12 CET 2024', '2024-11-05T10:10:12Z'],
    ['2024年11月5日 11:10:12 拒绝访问', '2024-11-05T11:10:12'],
    ['2024年11月5日 下午1:10 拒绝访问', '2024-11-05T13:10:00'],
    ['2024年11月05日 11时10分12秒 拒绝访问', '2024-11-05T11:10:12'],
    ['2024年 11月 05日 星期二 11:10:12 CST', '2024-11-05T03:10:12Z'],
    ['05.11.2024 11:10:12 denied', '2024-11-05T11:10:12'],
    ['05.11.2024, 11:10 denied', '2024-11-05T11:10:00'],
    ['11/25/2024 1:10:12 PM denied', '2024-11-25T13:10:12'],
    ['25/11/2024 11:10:12 denied', '2024-11-25T11:10:12'],
    ['11/25/2024, 1:10:12\u202fPM denied', '2024-11-25T13:10:12'],
    ['[11/25/24 11:10:12:123 UTC] 00000a denied', '2024-11-25T11:10:12.123Z'],
    ['24/11/05 11:10:12 INFO denied', '2024-11-05T11:10:12'],
    ['11/11/2024 11:10:12 denied', '2024-11-11T11:10:12'],
    ['Nov  5 11:10:12 build-7 agent[231]: denied', '2024-11-05T11:10:12'],
    ['11月 05 11:10:12 build-7 agent[231]: denied', '2024-11-05T11:10:12'],
    ['Dec 24 11:10:12 build-7 agent[231]: denied', '2023-12-24T11:10:12'],
    ['E1105 11:10:12.123456    1234 kuberuntime.go:12] denied', '2024-11-05T11:10:12.123'],
    ['{"log":"denied","time":"2024-11-05T11:10:12Z"}', '2024-11-05T11:10:12Z'],
    ['{"ts":1730805012.5,"msg":"denied"}', '2024-11-05T11:10:12.500Z'],
    ['{"timestamp":1730805012123,"msg":"denied"}', '2024-11-05T11:10:12.123Z'],
    ['{"__REALTIME_TIMESTAMP":"1730805012123456","MESSAGE":"denied"}', '2024-11-05T11:10:12.123Z'],
    ['{\\"ts\\":1730805012,\\"msg\\":\\"denied\\"}', '2024-11-05T11:10:12Z'],
    ['{"Created":"\\/Date(1730805012000+0800)\\/"}', '2024-11-05T11:10:12Z'],
    ['1.730805012123e+09\tERROR\tdenied', '2024-11-05T11:10:12.123Z'],
    ['1730805012.123    45 10.0.0.1 TCP_DENIED/403', '2024-11-05T11:10:12.123Z'],
    ['type=AVC msg=audit(1730805012.123:42): denied', '2024-11-05T11:10:12.123Z'],
    [`{"log":"${'denied '.repeat(60)}","time":"2024-11-05T11:10:12Z"}`, '2024-11-05T11:10:12Z'],
  ])('is read off %s', (line, iso) => {
    expect(timeOf(line)).toBe(iso)
  })

  it.each([
    'no time here',
    '[11:10:12] a clock without a date',
    'version 2024.11.05 built',
    'sha256:2024110511101220241105111012 pulled',
    '2024-13-45T11:10:12Z no such month',
    '1234567890 bytes pulled',
    '10.11.2024.11:10 an address and a port',
    'took 11:10:12 in 2024',
  ])('is not read off %s', (line) => {
    expect(timeOf(line)).toBeUndefined()
  })

  it('needs to know the latest moment possible where a stamp has no year', () => {
    expect(new TimeReader('').read('Nov  5 11:10:12 build-7 agent[231]: denied')).toBeUndefined()
  })

  it("does not lie behind the last moment possible, unless that is no log's", () => {
    const line = 'certificate is valid until 2034-11-05T11:10:12Z'
    expect(timeOf(line)).toBeUndefined()
    expect(timeOf('token expires 2034-11-05T11:10:12Z, asked at Tue Nov  5 11:10:12 UTC 2024')).toBe('2024-11-05T11:10:12Z')
    expect(new TimeReader('', Date.UTC(1980, 0)).read('2024-11-05T11:10:12Z denied')).toBeDefined()
    expect(new TimeReader('', Date.UTC(1980, 0)).read('Nov  5 11:10:12 build-7 agent[231]: denied')).toBeUndefined()
  })

  it('has the year of another stamp of the line that means the same time', () => {
    expect(timeOf('Nov  5 11:10:12 build-7 dockerd[9]: time="2021-11-05T10:10:12.5Z" level=error msg="denied"')).toBe('2021-11-05T11:10:12')
    expect(timeOf('Nov  5 11:10:12 build-7 kubelet[9]: the key of 2021-03-01 10:00:00 is old')).toBe('2024-11-05T11:10:12')
  })

  it('is none that the message speaks of', () => {
    const told = 'AADSTS700082: the token was issued on 2024-01-01T00:00:00.0000000Z and was inactive for 90 days.'
    expect(timeOf(`ERROR: ${told} Trace ID: 11111111-2222-3333-4444-555555555555 Timestamp: 2024-11-05 11:10:12Z`)).toBe(
      '2024-11-05T11:10:12Z',
    )
    expect(timeOf(`${told} The certificate expired on 2024-02-01 10:00:00`)).toBeUndefined()
  })

  it('is that of the stamp with which the line begins, whatever others it speaks of', () => {
    expect(timeOf('Nov  5 11:10:12 build-7 agent[231]: certificate expired 2023-01-01T00:00:00Z')).toBe('2024-11-05T11:10:12')
    expect(timeOf('{"log":"E1105 11:10:12.1 denied","time":"2024-11-05T10:10:12Z"}')).toBe('2024-11-05T10:10:12Z')
  })

  it.each(datedShapes.concat(yearlessShapes).map(({ example, pattern }) => [example, pattern] as const))(
    'is known in the shape of %s',
    (example, pattern) => expect(pattern.exec(example)?.[0].length).toBeGreaterThan(10),
  )
})

describe('a numeric date', () => {
  const open = '5/11/2024 11:10:12 denied'

  it('says nothing where day and month cannot be told apart', () => {
    expect(timeOf(open)).toBeUndefined()
    expect(timeOf('05/11/24 11:10:12 denied')).toBeUndefined()
  })

  it('is read as the other lines of its input are', () => {
    expect(timeOf(open, `${open}\n25/10/2024 11:10:12 pulled`)).toBe('2024-11-05T11:10:12')
    expect(timeOf(open, `${open}\n10/25/2024 11:10:12 pulled`)).toBe('2024-05-11T11:10:12')
  })

  it('is of the day that stamps in another shape are of', () => {
    expect(timeOf(open, `${open}\n2024-11-05T11:10:12Z pulled`)).toBe('2024-11-05T11:10:12')
    expect(timeOf(open, `${open}\n2024-05-11T11:10:12Z pulled`)).toBe('2024-05-11T11:10:12')
    expect(timeOf(open, `${open}\n2024-11-05T11:10:12Z pulled\n2024-05-11T11:10:12Z pulled`)).toBeUndefined()
  })

  it('says nothing where they contradict each other', () => {
    expect(timeOf(open, `${open}\n25/10/2024 11:10:12 pulled\n10/25/2024 11:10:12 pulled`)).toBeUndefined()
  })

  it('was not written after its file was', () => {
    expect(timeOf('5/12/2024 11:10:12 denied')).toBe('2024-05-12T11:10:12')
    expect(timeOf('expires 5/12/2024 11:10:12, denied')).toBeUndefined()
  })
})

describe('a name that several zones share', () => {
  const line = 'Tue Nov  5 11:10:12 CST 2024'

  it('says nothing of the zone by itself', () => {
    expect(timeOf(line)).toBe('2024-11-05T11:10:12')
  })

  it('is the one that other stamps of the input speak of', () => {
    expect(timeOf(line, `${line}\n2024-11-05T11:10:13+08:00 denied`)).toBe('2024-11-05T03:10:12Z')
    expect(timeOf(line, `${line}\n2024-11-05T11:10:13-06:00 denied`)).toBe('2024-11-05T17:10:12Z')
    expect(timeOf(line, `Sun Nov  3 01:10:12 CDT 2024\n${line}`)).toBe('2024-11-05T17:10:12Z')
  })

  it('says nothing where they speak of both', () => {
    expect(timeOf(line, `${line}\n11:10:13+08:00\n11:10:13-06:00`)).toBe('2024-11-05T11:10:12')
  })
})

const two = (value: number) => String(value).padStart(2, '0')
const short = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const long = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
const german = ['Januar', 'Februar', 'März', 'April', 'Mai', 'Juni', 'Juli', 'August', 'September', 'Oktober', 'November', 'Dezember']

interface Local {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly clock: string
  readonly zone: string
}

const half = ({ hour, clock }: Local, [am, pm]: [string, string]) => [`${hour % 12 || 12}${clock.slice(2)}`, hour < 12 ? am : pm]

/** Every way in which programs write a moment, the order of day and month told apart by a stamp before it. */
const writers: Readonly<Record<string, (local: Local) => string>> = {
  iso: ({ year, month, day, clock, zone }) => `${year}-${two(month)}-${two(day)}T${clock}${zone}`,
  spaced: ({ year, month, day, clock, zone }) => `${year}-${two(month)}-${two(day)} ${clock} ${zone}`,
  slashes: ({ year, month, day, clock, zone }) => `${year}/${month}/${day} ${clock} ${zone}`,
  compact: ({ year, month, day, clock, zone }) => `${year}${two(month)}${two(day)}T${clock.replaceAll(':', '')}${zone}`,
  apache: ({ year, month, day, clock, zone }) => `[${two(day)}/${short[month - 1]}/${year}:${clock} ${zone}]`,
  'RFC 1123': ({ year, month, day, clock, zone }) => `Tue, ${two(day)} ${short[month - 1]} ${year} ${clock} ${zone}`,
  'RFC 850': ({ year, month, day, clock, zone }) => `Tuesday, ${two(day)}-${short[month - 1]}-${two(year % 100)} ${clock} ${zone}`,
  git: ({ year, month, day, clock, zone }) => `Tue ${short[month - 1]} ${day} ${clock} ${year} ${zone}`,
  date: ({ year, month, day, clock, zone }) => `Tue ${short[month - 1]} ${String(day).padStart(2)} ${clock} ${zone} ${year}`,
  german: ({ year, month, day, clock, zone }) => `Dienstag, ${day}. ${german[month - 1]} ${year} ${clock} ${zone}`,
  dotted: ({ year, month, day, clock, zone }) => `${two(day)}.${two(month)}.${year} ${clock} ${zone}`,
  chinese: ({ year, month, day, clock, zone }) => `${year}年${month}月${day}日 ${clock} ${zone}`,
  'chinese halves': (local) => {
    const [clock, part] = half(local, ['上午', '下午'])
    return `${local.year}年${local.month}月${local.day}日 ${part}${clock} ${local.zone}`
  },
  'american halves': (local) =>
    `10/25/2024 1:00:00 AM\n${local.month}/${local.day}/${local.year} ${half(local, ['AM', 'PM']).join(' ')} ${local.zone}`,
  'american words': (local) => `${long[local.month - 1]} ${local.day}, ${local.year} ${half(local, ['AM', 'PM']).join(' ')} ${local.zone}`,
  british: ({ year, month, day, clock, zone }) => `25/10/2024 01:00:00\n${two(day)}/${two(month)}/${year} ${clock} ${zone}`,
}

const zones: Readonly<Record<string, number>> = {
  '+0000': 0,
  '+0800': 480,
  '-0530': -330,
  '+0545': 345,
  UTC: 0,
  GMT: 0,
  CET: 60,
  PDT: -420,
  JST: 540,
}

describe('any moment', () => {
  it.each(Object.entries(writers))('is read back from the shape %s in any zone', (_name, write) => {
    const moments = fc.integer({ min: Date.UTC(2015, 0, 2) / 1000, max: Date.UTC(2024, 10, 29) / 1000 })
    fc.assert(
      fc.property(moments, fc.constantFrom(...Object.keys(zones)), (seconds, zone) => {
        const local = new Date(seconds * 1000 + (zones[zone] as number) * 60_000)
        const [year, month, day, hour] = [local.getUTCFullYear(), local.getUTCMonth() + 1, local.getUTCDate(), local.getUTCHours()]
        const text = write({ year, month, day, hour, clock: local.toISOString().slice(11, 19), zone })
        expect(new TimeReader(text, latest).read(text.split('\n').at(-1) as string)).toEqual({ at: seconds * 1000, hasZone: true })
      }),
    )
  })

  it.each([1, 1e3, 1e6, 1e9])('is read back from %d in a second since 1970', (unit) => {
    fc.assert(
      fc.property(fc.integer({ min: 1_400_000_000, max: 1_800_000_000 }), (seconds) => {
        const stamp = `${seconds}${String(unit).slice(1)}`
        expect(new TimeReader('').read(`{"timestamp":${stamp}}`)).toEqual({ at: seconds * 1000, hasZone: true })
      }),
    )
  })
})
