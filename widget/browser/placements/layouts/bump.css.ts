/** The box with its label beside the picture, what is told under it, then the answer; all in one row where there is room. */
export const box = `
.tick{display:flex;gap:.625em;min-block-size:2.75em;align-items:center;font-size:1em;font-weight:600;line-height:1.35;cursor:pointer}
input{flex:none;inline-size:1.25em;block-size:1.25em;accent-color:var(--goeswith-accent)}
@container (max-width:18em){.picture{display:none}}
.row:has(.tick){grid-template-rows:auto 1fr;row-gap:0}
.picture{grid-row:1/3}
.row>.told{grid-area:2/2/3/3}
.actions{grid-row:3;margin-block-start:var(--gap)}
@container (min-width:34em){.row:has(.tick):not(:has(select)){grid-template-columns:auto 1fr auto;grid-template-rows:auto auto;
>.actions{grid-row:1/3;margin-block-start:0}}}
`.replaceAll("\n", "");
