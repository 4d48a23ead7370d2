/** What no first offer needs: how things look under the pointer and after a press. */
export const laterParts = `
[tabindex]{outline:0}
.answers{display:flex;flex-wrap:wrap;gap:.5em}
.b:not(.main):hover{background:var(--goeswith-tint)}
[aria-disabled=true]{cursor:default}
.main[aria-disabled=true]{opacity:.7}
.acts>[aria-disabled=true]:not(.main):first-child{border-color:transparent;background:none}
[role=status]{position:absolute;clip-path:inset(50%);inline-size:1px;block-size:1px;overflow:hidden}
`.replaceAll("\n", "");
