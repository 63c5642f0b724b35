/** The report's own words in Chinese. */
import type { RunKind } from '../catalog/entry.js'
import type { Words } from './words.js'

export const chinese: Words = {
  verdicts: { healthy: '正常', warnings: '有警告', failing: '有故障', inconclusive: '无法判断' },
  severities: { error: '错误', warning: '警告', info: '提示' },
  roles: { 'root-cause': '根本原因', consequence: '连带结果', independent: '独立问题' },
  likelihoods: { confirmed: '已确认', likely: '很可能', possible: '可能', 'ruled-out': '可以排除' },
  statuses: { passed: '通过', failed: '失败', skipped: '跳过', 'not-run': '未执行' },
  checks: {
    'docker-command': 'Docker 客户端',
    'docker-daemon': 'Docker 守护程序',
    'docker-version': 'Docker 版本',
    'docker-pull': '试拉取',
    'azure-cli-version': 'Azure CLI 版本',
    'dns-lookup': 'DNS 查询',
    'challenge-endpoint': '质询终结点',
    'refresh-token': '刷新令牌',
    'access-token': '访问令牌',
    'cmk-identity': '加密标识',
    'private-endpoint-dns': '专用终结点 DNS',
    'helm-version': 'Helm 版本',
    'notary-version': 'Notary 版本',
  },
  runKinds: {
    'check-health': 'az acr check-health',
    login: '登录',
    docker: 'Docker',
    kubernetes: 'Kubernetes',
    helm: 'Helm',
    task: 'ACR 任务',
    other: '其他输出',
  },
  clouds: { public: 'Azure 公有云', china: 'Azure 中国', usgov: 'Azure 美国政府云' },
  tools: { azureCli: 'Azure CLI', docker: 'Docker', helm: 'Helm', notary: 'Notary' },
  reasons: {
    'prompt-declined': '试拉取之前的询问答了“否”',
    'cloud-shell': 'Azure Cloud Shell 不支持这项检查',
    'not-logged-in': 'CLI 还没有登录',
    crashed: 'CLI 自己崩溃了',
    'no-terminal': 'CLI 要提问，却没有终端可用（缺少 --yes）',
    'vnet-check-failed': '到专用终结点的 DNS 路由不对',
    'log-ends': '日志到这之前就断了',
  },
  problems: {
    binary: '这是二进制文件，不是文本。',
    flawed: ({ undecodable, nulls, change, isCutOff }) =>
      [
        undecodable && `有 ${undecodable.count} 个字符无法解码，${undecodable.count > 1 ? '第一个' : ''}在第 ${undecodable.line} 行。`,
        nulls && `第 ${nulls.line} 行起有 ${nulls.count} 个空字符（NUL）。`,
        change && `从第 ${change.line} 行起换成了另一种编码 ${change.encoding}，已按它读取。`,
        isCutOff && '文本在一个字符中间断掉了。',
      ]
        .filter(Boolean)
        .join(''),
    link: '链接，没有跟进去读。',
    'special file': '设备、管道或套接字，没有读。',
    'unsafe name': '名称指向压缩包之外，没有读。',
    encrypted: '已加密，没有读。',
    'cut off': '内容中途截断，只读了前面的部分。',
    damaged: '内容损坏，只读了损坏处之前的部分。',
    'wrong size': '长度与压缩包里写的不符，读到出入处为止。',
    'rest unread': '已达上限，这个压缩包余下的部分没有读。',
    interrupted: '读到一半被中断，只读了前面的部分。',
    'not reached': '还没轮到就被中断，没有读。',
    unreadFormat: (format) => `不读这种压缩包（${format}），请先解开。`,
    tooDeep: (depth) => `压缩包嵌套超过 ${depth} 层，没有读。`,
    tooMany: (entries, skipped) => `成员超过 ${entries} 个，其余 ${skipped} 个没有读。`,
    tooLarge: (mebibytes) => `超过 ${mebibytes} MiB，读到此处为止。`,
    bomb: (ratio) => `解开后超过原来的 ${ratio} 倍，像是恶意构造的压缩包，读到此处为止。`,
    unreadable: (reason) => `无法读取（${reason}）。`,
  },
  because: {
    finding: (code, isFound, place) => (isFound ? `${spaced(place ?? '').trimStart()}出现 ${code}` : `没有出现 ${code}`),
    fact: (name, value, sort) =>
      value === null
        ? `日志里没有${spaced(factInWords(name))}`
        : `${factInWords(name)}是 ${value}${sort ? `，属于${sort === 'private' ? '专用' : '公用'}地址` : ''}`,
    check: (check, status, place) => `${chinese.checks[check]}检查${chinese.statuses[status]}${place === null ? '' : `（${place}）`}`,
    version: (tool, version) => `${chinese.tools[tool]} 的版本是 ${version}`,
    cloud: (cloud) => `注册表在${spaced(chinese.clouds[cloud])}`,
    text: (text, place) => (place === null ? `日志里没有“${text}”` : `${spaced(place).trimStart()}写着“${text}”`),
    run: (kind) => `执行的是${spaced(chinese.runKinds[kind])}`,
  },
  headings: {
    checks: '检查',
    causes: '原因',
    remedies: '处理办法',
    deciding: '如何判断',
    unexplained: '未能解释',
    advice: '怎么办',
    more: '延伸阅读',
    signatures: '日志里的写法',
    seeAlso: '另见',
  },
  cleared: '已解决：之后同一步骤成功了',
  lineClasses: {
    evidence: '依据',
    routine: '正常输出',
    noise: '与此无关',
    unexplained: '未能解释',
    blank: '空行',
    unreadable: '无法读取',
    skipped: '未读',
  },
  summary: {
    failing: (code, title, where) => `${where ? `${where}：` : ''}${title}（${code}）。`,
    others: (consequences, findings) =>
      [consequences > 0 ? `由此还引发 ${consequences} 项` : '', findings > 0 ? `另有 ${findings} 项其他问题` : '']
        .filter(Boolean)
        .join('，'),
    unknownCode: (code) => `日志里报告了 ${code}，目录里没有这个代码。`,
    unknownFailure: (check) => `${check}检查失败了，日志没有给出错误代码。`,
    warnings: (code, title, where) => `${where ? `${where}：` : ''}没有故障，只有警告：${title}（${code}）。`,
    healthy: (passed, skipped, where) =>
      `${where ? `${where}：` : ''}${skipped > 0 ? `${passed} 项检查通过，另有 ${skipped} 项跳过` : `${passed} 项检查全部通过`}。`,
    succeeded: (kind, where) => `${where ? `${where}：` : ''}${successes[kind]}。`,
    cleared: (codes) => `之前的故障（${codes.join('、')}）后来已经成功。`,
    notes: (code, title) => `没有认出故障；值得留意的是：${title}（${code}）。`,
    breaksOff: (passed, reason) => `${passed === 0 ? '没有一项检查有结果' : `有 ${passed} 项检查通过`}，其余无从判断：${reason}。`,
    foreign: (host) => `这里出问题的是 ${host}，它不是 Azure 容器注册表。`,
    talk: (code) => `这段文字提到了 ${code}，但里面没有出现这个错误的运行记录。`,
    nothingRecognised: '这段文字里没有认出任何内容：没有检查的输出，没有已知的错误代码，也没有已知的消息。',
    empty: '输入是空的。Azure CLI 把检查的全部内容写到标准错误，只用“> out.txt”会得到一个空文件。',
    binary: '输入是二进制文件，不是文本。',
  },
  triage: {
    summary: ({ inputs, errors, warnings, cleared, failing, healthy, inconclusive }) => {
      const causes = [
        errors > 0 ? `${errors} 个故障根因` : '',
        warnings > 0 ? `${warnings} 项警告` : '',
        cleared > 0 ? `${cleared} 项故障已经解决` : '',
      ].filter(Boolean)
      const files = [
        failing > 0 ? `${failing} 个有故障` : '',
        healthy > 0 ? `${healthy} 个正常` : '',
        inconclusive > 0 ? `${inconclusive} 个无法判断` : '',
      ].filter(Boolean)
      return `${inputs} 个输入里${causes.length > 0 ? `有 ${causes.join('、')}` : '没有已知的故障'}${files.length > 0 ? `：${files.join('，')}` : ''}。`
    },
    headings: {
      causes: '根本原因',
      timeline: '时间分布',
      cleared: '已经结束',
      inputs: '输入',
      problems: '没有读、或没有读完',
      unexplained: '无法解释的故障',
    },
    seen: (count, inputs) => `${inputs} 个输入里出现 ${count} 次`,
    span: (first, last) => (first === last ? first : `${first} 到 ${last}`),
    moreInputs: (count) => `还有 ${count} 个`,
    moreGroups: (count) => `还有 ${count} 个根因，全部见 --format json`,
    withoutRegistry: '没有写明注册表',
    hosts: (names, left) => `机器：${names.join('、')}${left > 0 ? `，另有 ${left} 台` : ''}`,
    episodes: (count, ended) =>
      `先后发生 ${count} 次，${ended === count ? '每次都已恢复' : ended === 0 ? '都未见恢复' : `其中 ${ended} 次已恢复`}`,
    goesOn: (place, inputs) => `${place}，并延续到后面 ${inputs} 个文件`,
    episode: (place, first, last, end) => {
      const span = first === null || last === null ? '' : first === last ? `，${first}` : `，${first} 到 ${last}`
      const over = end && `，${end.at === null ? '之后' : `${end.at} `}恢复${end.elsewhere === null ? '' : `（${end.elsewhere}）`}`
      return `${place}${span}${over ?? '，未见恢复'}`
    },
    traits: (inputs) => `这 ${inputs} 个输入共有，而正常的输入都没有：`,
    traitKinds: {
      ...{ host: '机器', azureCli: 'Azure CLI', docker: 'Docker', engine: '引擎', dockerPlatform: '平台', helm: 'Helm' },
      ...{ notary: 'Notary', loginServer: '登录服务器', loginServerIp: '登录服务器地址', cloud: '云' },
      ...{ folder: '文件夹', encoding: '编码', line: '日志行' },
    },
    inSome: (inputs, all) => `${all} 个中的 ${inputs} 个`,
    timeline: (minutes, first, last) => `${first} 到 ${last}，每格 ${duration(minutes)}`,
    unlisted: (lines) => `另有 ${lines} 行无法解释，形式太多，没有列出`,
    incomplete: '已被中断：以下只是到目前为止读到的内容。',
    inInputs: (inputs) => `见于 ${inputs} 个输入`,
    ofVerdict: (inputs, verdict) => `${inputs} 个${chinese.verdicts[verdict]}`,
  },
  difference: {
    headings: {
      fixed: '已修复',
      gone: '不再出现',
      remaining: '仍然存在',
      changed: '仍然存在，但原因变了',
      added: '新出现',
      facts: '其他变化',
      before: '改动前',
      after: '改动后',
    },
    unproven: '从后一份日志看不出它已经正常。',
    outcome: ({ fixed, gone, remaining, changed, added }) => {
      const parts = [
        fixed > 0 && `已修复 ${fixed} 项`,
        gone > 0 && `不再出现 ${gone} 项`,
        remaining > 0 && `仍然存在 ${remaining} 项`,
        changed > 0 && `换了原因 ${changed} 项`,
        added > 0 && `新出现 ${added} 项`,
      ].filter(Boolean)
      return parts.length > 0 ? `${parts.join('，')}。` : '前后两份日志都没有未解决的问题。'
    },
    nothingLeft: '没有遗留的故障。',
    undecided: '后一份日志看不出结果如何。',
    unshown: (codes) => `后一份日志看不出 ${codes.join('、')} 已经解决。`,
    factNames: {
      ...{ loginServer: '登录服务器', loginServerIp: '登录服务器的地址', registry: '注册表', clientIp: '客户端的地址' },
      ...{ engine: '容器引擎', dockerPlatform: '平台', cloud: '云', status: 'HTTP 状态码' },
    },
    became: '变为',
    noReason: '日志没有说明原因',
  },
  advice: {
    empty: '把标准错误和标准输出一起保存下来，在一般的 shell 里这样写：',
    foreign: '如果是 Azure 容器注册表的任务、构建或缓存规则要用它，请把写明这一点的行也加进来。',
    talk: '查看这个代码的含义：',
    nothingRecognised: '在出故障的机器上运行检查，保留全部输出：',
    breaksOff: '重新运行一次，保留全部输出，直到最后一行：',
    powerShell: '在 Windows PowerShell 里：',
    lookedFor: '查找范围：az acr check-health 和 az acr login 的输出，以及 docker、Kubernetes、Helm 和 Azure 关于容器注册表的消息。',
  },
  line: (input, line) => (input === '-' ? `第 ${line} 行` : `${input}:${line}`),
  standardInput: '标准输入',
  lineAlone: (line) => `第 ${line} 行`,
  saidAt: (what, line) => `${what}，第 ${line} 行`,
  times: (count) => `${count} 次`,
  aside: (text) => `（${text}）`,
  consequenceOf: (code) => `由 ${code} 引起`,
  entrySeverities: { error: '错误', warning: '警告', info: '提示', noise: '看着像故障，其实不是' },
  failsCheck: (check) => `对应${spaced(check)}检查`,
  releases: (since, until) => `Azure CLI ${since && until ? `${since} 到 ${until}` : since ? `${since} 起` : `到 ${until} 为止`}`,
  releaseNote: (fit, installed, since, until) => {
    if (fit === 'older') return `Azure CLI ${installed} 比已知最早会输出这条信息的 ${since} 还要旧。`
    if (fit === 'newer') return `Azure CLI ${installed} 比已知最后会输出这条信息的 ${until} 还要新。`
    return until && `Azure CLI ${installed} 会输出这条信息；${until} 是最后一个会输出的版本，升级之后就不再出现。`
  },
  alsoCalled: (names) => `又名 ${names.join('、')}`,
  from: (page) => `来自 ${page}`,
  moreEvidence: (lines) => `还有 ${lines} 行`,
  moreSteps: (steps, command) => `还有 ${steps} 步：${command}`,
  becauseOf: (reasons) => `依据：${reasons.join('；')}`,
  helpsAgainst: (cause) => `如果${cause}`,
  listSeparator: '、',
  clauseSeparator: '；',
  colon: '：',
  lines: (input, first, last) => (input === '-' ? `第 ${first}–${last} 行` : `${input}:${first}–${last}`),
  moreUnexplained: (lines) => `还有 ${lines} 条`,
  accounting: (total, encodings, parts) =>
    `共 ${total} 行${encodings.length > 0 ? `（${encodings.map(({ encoding, isGuess }) => `${encoding}${isGuess ? '，推测' : ''}`).join('、')}）` : ''}：${parts.join('，')}。`,
}

const successes: Readonly<Record<RunKind, string>> = {
  'check-health': '检查成功',
  login: '登录成功',
  docker: '拉取或推送成功',
  kubernetes: '镜像已拉取成功',
  helm: 'Chart 推送或拉取成功',
  task: '任务运行成功',
  other: '命令执行成功',
}

function duration(minutes: number): string {
  if (minutes % 1440 === 0) return `${minutes / 1440} 天`
  return minutes % 60 === 0 ? `${minutes / 60} 小时` : `${minutes} 分钟`
}

const facts: Readonly<Record<string, string>> = {
  loginServerIp: '登录服务器的地址',
  clientIp: '客户端的地址',
  status: 'HTTP 状态码',
}

function factInWords(name: string): string {
  return facts[name] ?? `${name} `
}

/** Between Chinese and Latin letters stands a blank. */
function spaced(text: string): string {
  return text
    .trim()
    .replace(/^(?=[!-~])/, ' ')
    .replace(/(?<=[!-~])$/, ' ')
}
