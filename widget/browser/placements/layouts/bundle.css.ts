/** Side by side with a plus between them, one below the other where there is less room; then the sum. */
export const set = `
section{container:set/inline-size}
.set{gap:1.25em;grid:auto/auto}
.set>li{position:relative}
.set>li+li::before{content:"+"/"";position:absolute;inset:-.625em auto auto 50%;translate:-50% -50%}
.tick{grid-auto-flow:column;align-items:center;gap:.625em}
input{inline-size:1.25em;block-size:1.25em;accent-color:var(--goeswith-accent)}
.sum{display:flex;flex-wrap:wrap;align-items:center;justify-content:end;gap:var(--gap);margin-block-start:var(--gap);font-weight:600}
.sum .button{flex:0 1 24em}
@container set (min-width:40em){.set{grid:auto/auto-flow 1fr}.set>li+li::before{inset:50% auto auto -.625em}}
`.replaceAll("\n", "");
