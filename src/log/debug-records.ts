/**
 * The records of an Azure CLI with `--debug`, by their heads: `DEBUG: cli.azure.cli.core: ` in a file, the logger alone in a
 * terminal, where colours tell the level; in 2020 with a blank before the colon. Read off 2.45 to 2.91.
 */

const loggers = '(?:cli|azure|msal|urllib3|msrest|az_command_data_logger)[\\w.]*\\s?: '
const anyRecord = new RegExp(`^(?:(?:DEBUG|INFO|WARNING|ERROR|CRITICAL): )?${loggers}`)
const chatter = new RegExp(
  `^(?:(?:DEBUG|INFO): ${loggers}|(?:cli\\.(?:knack|azure\\.cli\\.core\\.(?:sdk|auth|commands))|azure|msal|urllib3|msrest)[\\w.]*\\s?: )(?!\\s*[[{])`,
)

/** Whether a line is the first one of a record. */
export function beginsRecord(content: string): boolean {
  return anyRecord.test(content)
}

/** Whether a line tells of the CLI's own doings: whatever its words, it reports no failure. What a server answered may. */
export function isChatter(content: string): boolean {
  return chatter.test(content)
}
