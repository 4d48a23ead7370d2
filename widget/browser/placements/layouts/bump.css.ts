/** The box and its label. */
export const box = `
.tick{display:flex;place-content:start;align-items:center;gap:.625em;text-align:start}
input{flex:none;inline-size:1.25em;block-size:1.25em;accent-color:var(--goeswith-accent)}
@container (min-width:34em){.side:not(:has(select)):has(input){grid-template-columns:auto 1fr 60%}}
`.replaceAll("\n", "");
