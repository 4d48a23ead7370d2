/** One row to scroll, its buttons beside the heading, where they keep their room while they are hidden. Arrows turn with the text by themselves. */
export const row = `
section{display:grid;grid-template-columns:1fr auto;align-items:center;gap:var(--gap)}
[id=h]{margin:0}
.turns{display:flex;gap:.5em}
.turn{inline-size:3.15em;padding:0;border-radius:99px}
.turn::before{content:"‹"/"";font-size:1.75em;line-height:1;margin-block-end:.2em}
.turn+.turn::before{content:"›"/""}
.turn[aria-disabled=true]{opacity:.4}
ul{grid-area:2/1/auto/-1;grid:auto/auto-flow min(85%,17.5em);overflow-x:auto;overscroll-behavior-x:contain;scroll-snap-type:x mandatory;
padding:4px;margin:-4px;scroll-padding-inline:4px;scrollbar-width:thin;scrollbar-color:var(--goeswith-line) transparent}
li{scroll-snap-align:start}
@media (prefers-reduced-motion:no-preference){ul{scroll-behavior:smooth}}
`.replaceAll("\n", "");
