/** Words that say little of what is asked: they never decide, and between Chinese words they part them. */
const english =
  'a about after again all also always am an and any are as at be because been but by can cannot cant could did do does doesnt dont each every ' +
  'for from get gets getting give gives go goes got had has have hello help how i if in into is isnt it its just keep keeps like me my need no ' +
  'not now of ok on only or our out please says so some still than that the their them then there these they this those though through to too try ' +
  'trying up us use used using very want was we what when where which while who why will with wont would you your ' +
  'de der die das ein eine ist nicht und zu im le la les des un une el los que es en'

const stopWords = new Set(english.split(' '))

export function isStopWord(word: string): boolean {
  return stopWords.has(word)
}

/** Chinese and Japanese words of this kind: no pair of characters reaches over one. */
export const STOP_PHRASES: readonly string[] = [
  ...['怎么办', '怎么回事', '怎么', '什么', '为什么', '如何', '请问', '一个', '这个', '那个', '我的', '有没有', '是不是'],
  ...[
    '还是',
    '之后',
    '以后',
    '总是',
    '老是',
    '突然',
    '已经',
    '仍然',
    '但是',
    '可是',
    '因为',
    '所以',
    '然后',
    '如果',
    '就是',
    '到底',
    '现在',
    '今天',
    '昨天',
  ],
  ...['遇到', '出现', '提示', '显示', '时候', '能不能', '可不可以'],
  ...['的', '了', '吗', '呢', '吧', '啊', 'の', 'を', 'です', 'ます'],
]
