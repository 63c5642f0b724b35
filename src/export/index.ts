/** The engines that signatures are exported to. A new one is a file of its own and a line here. */
import type { Exporter } from './exporter.js'
import { kusto } from './kusto.js'
import { ripgrep } from './ripgrep.js'
import { sigma } from './sigma.js'
import { sql } from './sql.js'

export const exporters: readonly Exporter[] = [kusto, sigma, sql, ripgrep]
