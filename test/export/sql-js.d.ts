/** The few calls of sql.js that the tests make. */
declare module 'sql.js' {
  interface Database {
    run(sql: string, values?: readonly unknown[]): void
    exec(sql: string): { columns: string[]; values: unknown[][] }[]
  }
  export default function initSqlJs(): Promise<{ Database: new () => Database }>
}
