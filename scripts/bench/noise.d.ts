export function pseudoRandom(seed: number): (below: number) => number
export function word(next: (below: number) => number, of?: readonly string[]): string
export function noiseLine(next: (below: number) => number, iso: string): string
