/** A small catalog without mistakes, for tests that make one. */
import type { Page } from '../../src/compile/source-page.js'

export const english = `# DISK_FULL: the disk is full

- layer: client
- severity: error
- aliases: ENOSPC
- keywords: disk, space

## Signatures

\`\`\`text
no space left on device {device:word} while writing
\`\`\`

## Meaning

The layers did not fit.

## Causes

### too-small: the disk is too small

- likely: fact device is sda
- ruled out: check docker-pull passed

It was never large enough.

### not-cleaned: nobody cleans up

Old images stay.

## Remedies

1. Remove what is not used.

   \`\`\`console
   docker system prune
   \`\`\`

2. \`too-small\`: Look at the disk.

   \`\`\`console
   df -h {device}
   \`\`\`

## Deciding

\`\`\`console
df -h
\`\`\`

A full disk shows 100 %.

## Examples

\`\`\`log matches
write: no space left on device sda while writing layer
\`\`\`

\`\`\`log ignores
plenty of space left on device sda
\`\`\`

## See also

- [PULL_SLOW](PULL_SLOW.md)

## Sources

- Docker 28.2.2, 2026-11
`

export const chinese = `# DISK_FULL：磁盘满了

- keywords: 磁盘满

## 含义

层放不下。

## 原因

### too-small：磁盘太小

本来就不够大。

### not-cleaned：没有人清理

旧镜像还在。

## 处理办法

1. 删掉不用的东西。

   \`\`\`console
   docker system prune
   \`\`\`

2. \`too-small\`：看看磁盘。

   \`\`\`console
   df -h {device}
   \`\`\`

## 如何判断

\`\`\`console
df -h
\`\`\`

满了就是 100 %。
`

const other = english
  .replaceAll('DISK_FULL', 'PULL_SLOW')
  .replace('[PULL_SLOW](PULL_SLOW.md)', '[DISK_FULL](DISK_FULL.md)')
  .replace('ENOSPC', 'SLOW')
  .replaceAll('no space left on device {device:word} while writing', 'this pull from {device:word} has taken very long')
  .replace('write: no space left on device sda while writing layer', 'this pull from sda has taken very long')
  .replace('plenty of space left on device sda', 'this pull was quick')

/** `change` is made to the English page of DISK_FULL, `changeChinese` to its Chinese one. */
export function pagesWith(
  change: (page: string) => string = (page) => page,
  changeChinese: (page: string) => string = (page) => page,
): Page[] {
  return [
    { path: 'kb/client/DISK_FULL.md', text: change(english) },
    { path: 'kb/client/DISK_FULL.zh-CN.md', text: changeChinese(chinese) },
    { path: 'kb/client/PULL_SLOW.md', text: other },
    { path: 'kb/client/PULL_SLOW.zh-CN.md', text: chinese.replaceAll('DISK_FULL', 'PULL_SLOW') },
  ]
}
