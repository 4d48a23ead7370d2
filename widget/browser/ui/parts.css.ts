/**
 * What all our layouts are made of. Sizes in em follow the text of the page; logical properties follow its direction. Every class is a part of the
 * same name too, for the shop's own stylesheet: card, row, picture, text, title, price, facts, partner, reason, actions, button, accept,
 * decline, done, and what a layout names beside them.
 */
export const parts = `
*{box-sizing:border-box;margin:0;padding:0;font:inherit;color:inherit;overflow-wrap:anywhere;--gap:calc(.8em*var(--goeswith-density,1))}
section{background:var(--goeswith-surface);padding:var(--goeswith-pad,0);margin-block:1em}
ul{list-style:"";display:grid;gap:var(--gap);grid-template-columns:repeat(auto-fit,minmax(min(100%,20em),1fr))}
[id=h]{font-size:1.125em;font-weight:600;margin-block-end:var(--gap)}
li{container-type:inline-size;border:1px solid var(--goeswith-line)}
section,li,.picture{border-radius:min(var(--goeswith-radius,6px),12px)}
.card{display:grid;grid-template:1fr/auto 1fr;gap:var(--gap) 0;padding:var(--gap);height:100%}
.card>*{grid-column:1/-1}
.picture{inline-size:4.5em;block-size:4.5em;background:var(--goeswith-tint);overflow:hidden}
ul:not(:has(img)) .picture{display:none}
@container (min-width:12em){.card>.picture{grid-column:1;margin-inline-end:var(--gap)}.card>.picture+*{grid-column:2}}
img{inline-size:100%;block-size:100%;object-fit:contain}
.title,.price{font-weight:600;line-height:1.35}
.partner{display:block}
a:not(.button){display:inline-block;padding-block:.2em;margin-block:-.2em;text-decoration-color:var(--goeswith-line)}
.reason,.facts{color:var(--goeswith-muted)}
.facts{font-weight:400}
.reason,.facts,label,.button{font-size:.875em}
.actions{display:grid;gap:.5em;grid:auto-flow 1fr/repeat(auto-fit,minmax(min(100%,7em),1fr));align-self:end}
.button,select{min-block-size:3.15em;padding:.375em .75em;border:1px solid var(--goeswith-muted);border-radius:var(--goeswith-radius,6px);background:none}
.button{display:grid;place-content:center;font-weight:500;line-height:1.25;text-align:center;text-decoration:none}
.accept{background:var(--goeswith-accent);border-color:transparent;color:var(--goeswith-on-accent)}
select{inline-size:100%;background:var(--goeswith-surface)}
@container (min-width:34em){.row:not(:has(select)){grid-template-columns:auto 1fr minmax(17em,auto);align-items:center;
&>*{grid-column:1/3}&>.actions{grid-area:1/3;align-self:auto;margin-inline-start:var(--gap)}}}
`.replaceAll("\n", "");
