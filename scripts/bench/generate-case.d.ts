export interface Answers {
  readonly files: number
  readonly bytes: number
  readonly groups: readonly {
    readonly code: string
    readonly registry: string
    readonly inputs: readonly string[]
    readonly firstSeen: string
    readonly lastSeen: string
  }[]
  readonly healthy: readonly string[]
  readonly unexplained: { readonly inputs: readonly string[]; readonly count: number }
}
export function generateCase(folder: string, size: { readonly files: number; readonly bytes: number; readonly seed?: number }): Answers
