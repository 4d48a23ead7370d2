/** What no first offer needs: how things look under the pointer and after a press. */
export const laterParts = `
[tabindex]{outline:0}
:focus-visible{outline:2px solid var(--goeswith-text);outline-offset:2px}
.answers{display:flex;flex-wrap:wrap;gap:.5em}
@container (min-width:34em){.side>.answers{grid-area:1/3}}
.b:not(.main):hover{background:var(--goeswith-tint)}
.b{cursor:pointer}
[aria-disabled=true]{cursor:default}
.main[aria-disabled=true]{opacity:.7}
.acts>[aria-disabled=true]:not(.main):first-child{border-color:transparent;background:none}
[role=status]{position:absolute;clip-path:inset(50%);inline-size:1px;block-size:1px;overflow:hidden}
`.replaceAll("\n", "");
