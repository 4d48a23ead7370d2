/**
 * What no first offer needs: how things look under the pointer and after a press. A control that gets the focus keeps away from the window's edges,
 * where shops have headers and bars that stick.
 */
export const laterParts = `
[tabindex]{outline:0}
a,button,input,select{scroll-margin-block:8em}
.misfits{background:var(--goeswith-surface);padding:var(--goeswith-pad,0);margin-block:1em;border-radius:min(var(--goeswith-radius,6px),12px)}
:focus-visible{outline:2px solid var(--goeswith-text);outline-offset:2px}
.answers{display:flex;flex-wrap:wrap;gap:.5em}
@container (min-width:34em){.row>.answers{grid-area:1/3}}
.button:not(.accept):hover{background:var(--goeswith-tint)}
.button{cursor:pointer}
.why{max-inline-size:100%;padding-block:.25em;margin-block:-.25em;border:0;background:none;text-align:start;text-decoration:underline dotted;
text-underline-offset:.25em;cursor:pointer}
[aria-disabled=true]{cursor:default}
.accept[aria-disabled=true]{opacity:.7}
.done{border-color:transparent;background:none}
@media (prefers-reduced-motion:no-preference){.button,li{transition:background-color .15s,border-color .15s,opacity .15s}}
[role=status]{position:absolute;clip-path:inset(50%);inline-size:1px;block-size:1px;overflow:hidden}
`.replaceAll("\n", "");
