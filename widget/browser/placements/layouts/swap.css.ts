/** As low as a row in a cart line has to be. What opens the comparison is as large from the first drawing on as it stays. */
export const compare = `
section{margin-block:.75em 0}
:host(:not(:last-child)) section{margin-block-end:1em}
.picture{inline-size:3.5em;block-size:3.5em}
.card{row-gap:.625em}
.reason{line-height:1.4}
.why{padding-block:.25em;margin-block:-.25em;border:0;background:none;color:var(--goeswith-text);text-decoration:underline dotted}
@container (min-width:34em){.row:not(:has(select)){grid-template-columns:auto 1fr minmax(15.4em,auto)}}
@container (12em<=width<22em){.row .text>.panel:not(.above){margin-inline-start:-4.9em}}
`.replaceAll("\n", "");
