export function pseudoRandom(seed: number): (below: number) => number
export function noiseLine(next: (below: number) => number, iso: string): string
