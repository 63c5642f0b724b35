/** The look of the HTML report: the page's colours and type, on a sheet to be read from top to bottom. */
export const style = `
:root {
  --paper: #fcfbf9; --raised: #f4f2ee; --ink: #1d1c1a; --quiet: #63605a; --rule: #dedad2; --line: #a9a49a; --link: #1b4f8f;
  --bad: #ad2517; --bad-wash: #fbecea; --warn: #855300; --warn-wash: #faf1df; --good: #2b6b3d; --note: #2d5c86; --note-wash: #eaf1f7;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "PingFang SC", "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif;
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "Book Antiqua", Georgia, "Noto Serif", "DejaVu Serif", serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", Consolas, "DejaVu Sans Mono", "Noto Sans Mono CJK SC", monospace;
  --display: var(--serif);
  color-scheme: light dark;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #171615; --raised: #211f1d; --ink: #e9e6e0; --quiet: #a8a39a; --rule: #37342f; --line: #716c63; --link: #93bdf0;
    --bad: #ff9384; --bad-wash: #3a1f1b; --warn: #e3b565; --warn-wash: #33281a; --good: #8cc79b; --note: #9cc2e4; --note-wash: #1d2a35;
  }
}
:lang(zh) { --display: var(--sans); }
*, ::before, ::after { box-sizing: border-box; }
html { font: 1rem / 1.6 var(--sans); color: var(--ink); background: var(--paper); text-size-adjust: 100%; scroll-padding-top: 5rem; }
:lang(zh) body { line-height: 1.8; line-break: strict; text-autospace: normal; }
body { margin: 0 auto; padding: 0 clamp(1.1rem, 4vw, 3rem) 4rem; max-width: 68rem; }
h1, h2, h3, h4, p, ol, ul, pre { margin: 0; padding: 0; }
h1 { max-width: 30em; font: 500 clamp(1.4rem, 1rem + 1.6vw, 2.1rem) / 1.28 var(--display); letter-spacing: -0.01em; text-wrap: pretty; overflow-wrap: anywhere; }
h1 .code { font-size: 0.7em; letter-spacing: 0; }
h2 { margin: 3.2rem 0 1rem; font: 500 1.4rem / 1.35 var(--display); }
h3 { font: 500 1.2rem / 1.4 var(--display); }
h4 { margin: 1.3rem 0 0.3rem; font: 600 1rem / 1.5 var(--sans); }
:lang(zh) :is(h1, h2, h3) { font-weight: 600; letter-spacing: 0; }
:lang(zh) em { font-style: normal; text-emphasis: dot; text-emphasis-position: under; }
a { color: var(--link); text-decoration-thickness: 0.06em; text-underline-offset: 0.2em; overflow-wrap: anywhere; }
code, .code { font-family: var(--mono); font-size: 0.86em; overflow-wrap: anywhere; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 2px; }
[hidden] { display: none !important; }
.visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: 1rem; top: -4rem; padding: 0.5rem 1rem; background: var(--paper); border: 1px solid var(--line); }
.skip:focus { top: 0.5rem; z-index: 2; }
.top { display: flex; justify-content: space-between; gap: 1rem; padding: 1.1rem 0; border-bottom: 1px solid var(--rule); color: var(--quiet); font-size: 0.9rem; }
.top b { color: var(--ink); font: 600 0.95rem var(--mono); white-space: nowrap; }
.top span { text-align: right; overflow-wrap: anywhere; }
.verdict { display: flex; align-items: center; gap: 0.5em; margin: 2.4rem 0 0.4rem; font-weight: 600; }
.verdict::before { content: ""; width: 0.65em; height: 0.65em; border-radius: 50%; background: currentColor; }
.failing { color: var(--bad); } .warnings { color: var(--warn); } .healthy { color: var(--good); } .inconclusive { color: var(--note); }
.note { margin-top: 0.8rem; color: var(--quiet); }
.incomplete { color: var(--warn); font-weight: 600; }
.kind, .legend { display: flex; flex-wrap: wrap; gap: 0.1rem 1.1rem; color: var(--quiet); font-size: 0.92rem; overflow-wrap: anywhere; }
.kind .code { color: var(--tone, var(--ink)); font-size: 0.95em; }
.aside { margin-top: 0.5rem; color: var(--quiet); font-size: 0.92rem; }

.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); gap: 1.6rem 3rem; margin-top: 2.2rem; }
.sides > section { padding-left: 1.1rem; border-left: 2px solid var(--rule); }
.sides h2 { margin: 0; font-size: 1.15rem; }
.sides .verdict { margin: 0.5rem 0 0; }
.names { color: var(--quiet); font: 0.85rem / 1.6 var(--mono); overflow-wrap: anywhere; }
.change { overflow-wrap: anywhere; }
.change:not(:last-child) { margin-bottom: 0.7rem; }
.change:has(+ .change) { margin-bottom: 0; }

.filter { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; align-items: end; gap: 0.6rem 1.2rem; margin-top: 2.6rem; padding: 0.8rem 0; background: var(--paper); border-block: 1px solid var(--rule); }
.filter label { display: grid; gap: 0.15rem; color: var(--quiet); font-size: 0.85rem; }
.filter label:first-child { flex: 1 1 16rem; }
.filter :is(input, select) { min-height: 2.4rem; padding: 0.35rem 0.6rem; font: inherit; font-size: 1rem; color: var(--ink); background: var(--paper); border: 1px solid var(--line); border-radius: 4px; }
.filter output { padding-bottom: 0.4rem; color: var(--quiet); font-size: 0.92rem; font-variant-numeric: tabular-nums; }

.error { --tone: var(--bad); --wash: var(--bad-wash); } .warning { --tone: var(--warn); --wash: var(--warn-wash); }
.info { --tone: var(--note); --wash: var(--note-wash); } .cleared { --tone: var(--good); --wash: var(--raised); }
.finding { padding: 1.5rem 0 1.3rem; border-bottom: 1px solid var(--rule); content-visibility: auto; contain-intrinsic-size: auto 11rem; }
h2 + .finding { padding-top: 0.2rem; }
.finding:target h3 { text-decoration: underline; text-decoration-color: var(--tone); text-underline-offset: 0.25em; }
.finding > .kind { margin: 0.15rem 0 0.7rem; }
.spark { display: block; width: min(100%, 16rem); height: 1.5rem; margin: 0 0 0.7rem; fill: var(--tone); border-bottom: 1px solid var(--rule); }
.evidence { list-style: none; display: grid; gap: 0.3rem; padding: 0.7rem 0.9rem; background: var(--wash, var(--raised)); border-left: 2px solid var(--tone, var(--line)); font-size: 0.92rem; overflow-wrap: anywhere; }
.evidence .place { margin-right: 0.8em; color: var(--quiet); }
details { margin-top: 0.7rem; }
summary { width: fit-content; color: var(--link); cursor: pointer; }
details > :not(summary) { max-width: 44rem; }
details > p, details > ul, li > p:not(.against) + p { margin-top: 0.6rem; }
.against { color: var(--quiet); font-size: 0.92rem; }
.causes { list-style: none; display: grid; gap: 0.7rem; }
.causes li { padding-left: 1.1rem; border-left: 2px solid var(--rule); }
.causes :is(.confirmed, .likely) { border-color: var(--tone); }
.causes p:first-child { font-weight: 500; }
.likelihood { margin-right: 0.4em; color: var(--quiet); font-weight: 400; }
:is(.confirmed, .likely) > p > .likelihood { color: var(--tone); font-weight: 600; }
.ruled-out { color: var(--quiet); }
.because { color: var(--quiet); font-size: 0.92rem; }
.steps { padding-left: 1.5rem; display: grid; gap: 0.6rem; }
.plain { padding-left: 1.2rem; }
.commands { margin-top: 0.4rem; padding: 0.6rem 0.9rem; background: var(--raised); border-radius: 4px; font-size: 0.95rem; white-space: pre-wrap; }
.commands code { display: block; padding-left: 1.5em; text-indent: -1.5em; user-select: all; }
.links { display: flex; flex-wrap: wrap; gap: 0 0.9rem; font-size: 0.92rem; }

.symbols { position: absolute; width: 0; height: 0; }
.mark { width: 1.05rem; height: 1.05rem; vertical-align: -0.16rem; flex: none; fill: none; stroke: var(--quiet); stroke-width: 1.6; stroke-linecap: round; stroke-linejoin: round; }
.mark.passed { stroke: var(--good); } .mark.failed { stroke: var(--bad); stroke-width: 2.1; } .mark.not-run { stroke-dasharray: 2 2; }
.path { list-style: none; display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: 0.4rem 2rem; margin: 0.9rem 0 1.6rem; }
.path li { display: grid; grid-template-columns: auto 1fr; gap: 0 0.6rem; align-items: baseline; }
.path .why { grid-column: 2; color: var(--quiet); font-size: 0.88rem; overflow-wrap: anywhere; }
.path .failed { color: var(--bad); font-weight: 600; } .path .failed .why { color: var(--bad); font-weight: 400; }
.path :is(.skipped, .not-run) { color: var(--quiet); }

.timeline > svg { display: block; width: 100%; height: 7.5rem; border-bottom: 1px solid var(--line); }
.timeline rect.error { fill: var(--bad); } .timeline rect.warning { fill: var(--warn); } .timeline rect.info { fill: var(--note); }
.axis { display: flex; justify-content: space-between; margin-top: 0.3rem; color: var(--quiet); font-size: 0.85rem; font-variant-numeric: tabular-nums; }
.timeline .legend { margin-top: 0.5rem; }
.timeline .legend span[class]::before { content: ""; display: inline-block; width: 0.7em; height: 0.7em; margin-right: 0.4em; background: var(--tone); }
.bars { list-style: none; display: grid; gap: 0.7rem; }
.bars li { display: grid; grid-template-columns: 1fr auto; gap: 0 1rem; align-items: baseline; }
.bars .code { grid-column: 1; color: var(--quiet); }
.bars svg { grid-column: 1 / -1; width: 100%; height: 0.35rem; margin-top: 0.2rem; fill: var(--tone); background: var(--raised); }
.bars .count { grid-row: 1; grid-column: 2; color: var(--quiet); font-variant-numeric: tabular-nums; }

.scroll { position: relative; overflow-x: auto; }
details > .scroll { max-width: none; }
table { border-collapse: collapse; width: 100%; font-size: 0.92rem; }
th, td { padding: 0.4rem 1.1rem 0.4rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--rule); font-weight: 400; }
thead th { color: var(--quiet); font-size: 0.85rem; vertical-align: bottom; }
tbody th { font-family: var(--mono); font-size: 0.82rem; overflow-wrap: anywhere; min-width: 12rem; }
.changes tbody th { font: inherit; min-width: 6rem; }
.changes td { min-width: 7.5rem; overflow-wrap: anywhere; }
.changes .mark { margin-right: 0.3em; }
.changes .same { color: var(--quiet); }
.changes tr:not(.same) td:last-child { font-weight: 600; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
.matrix :is(td, thead th:not(:first-child)) { padding-inline: 0.25rem; text-align: center; }
.matrix thead th { min-width: 3.2em; }
.matrix th:first-child { position: sticky; left: 0; background: var(--paper); }
.matrix .legend { margin-top: 0.8rem; }
footer { margin-top: 4rem; padding-top: 1rem; border-top: 1px solid var(--rule); color: var(--quiet); font-size: 0.85rem; overflow-wrap: anywhere; }

@media (max-width: 34rem) {
  .matrix tbody th { min-width: 9rem; }
  .evidence .place { display: block; }
  .filter { position: static; }
}
@media print {
  :root { --paper: #fff; --raised: #f4f2ee; --ink: #000; --quiet: #555; --rule: #ccc; --line: #999; --link: #000; --bad: #8f1a0e; --bad-wash: #fff; --warn: #6b4300; --warn-wash: #fff; --good: #1f5a30; --note: #23486b; --note-wash: #fff; color-scheme: light; }
  html { font-size: 10pt; }
  body { max-width: none; padding: 0; }
  .filter, .skip, summary { display: none; }
  .finding { content-visibility: visible; }
  details::details-content { content-visibility: visible; display: block; }
  h2, h3, h4 { break-after: avoid; }
  .evidence, .steps li, .causes li, tr { break-inside: avoid; }
  .scroll { overflow: visible; }
}
`
