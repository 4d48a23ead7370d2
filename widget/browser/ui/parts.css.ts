/** What all our layouts are made of. Sizes in em follow the text of the page; logical properties follow its direction. */
export const parts = `
*{box-sizing:border-box;margin:0;padding:0;font:inherit;color:inherit;overflow-wrap:anywhere}
section,.misfits{background:var(--goeswith-surface);padding:var(--goeswith-pad,0);margin-block:1em;border-radius:var(--goeswith-radius,6px)}
ul{list-style:none;display:grid;gap:.75em;grid-template-columns:repeat(auto-fit,minmax(min(100%,20em),1fr))}
[id=h]{font-size:1.125em;font-weight:600;margin-block-end:.75em}
li{container-type:inline-size;border:1px solid var(--goeswith-line);border-radius:min(var(--goeswith-radius,6px),12px)}
.card{display:grid;grid-template:1fr/auto 1fr;gap:.75em .875em;padding:.875em;height:100%}
.card>*{grid-column:1/-1}
.pic{inline-size:4.5em;block-size:4.5em;background:var(--goeswith-tint);border-radius:min(var(--goeswith-radius,6px),8px);overflow:hidden}
ul:not(:has(img)) .pic{display:none}
@container (min-width:12em){ul:has(img) .card>.pic{grid-column:1}ul:has(img) .pic+*{grid-column:2}}
img{inline-size:100%;block-size:100%;object-fit:contain}
.name{font-weight:600;line-height:1.35;margin-block-end:.125em}
.name a{display:inline-block;padding-block:.2em;margin-block:-.2em}
.name+.name{font-weight:400}
a{text-underline-offset:.2em;text-decoration-color:var(--goeswith-line)}
.why,i{color:var(--goeswith-muted)}
.why,label{font-size:.875em}
.acts{display:grid;gap:.5em;grid:auto-flow 1fr/repeat(auto-fit,minmax(min(100%,7em),1fr));align-self:end}
.b,select{min-block-size:2.75em;padding:.375em .75em;border:1px solid var(--goeswith-muted);border-radius:var(--goeswith-radius,6px);background:none}
.b{display:grid;place-content:center;font-size:.9375em;font-weight:500;line-height:1.25;text-align:center;text-decoration:none}
.main{background:var(--goeswith-accent);border-color:transparent;color:var(--goeswith-on-accent)}
select{inline-size:100%;background:var(--goeswith-surface)}
@container (min-width:34em){.side:not(:has(select)){grid-template-columns:auto 1fr minmax(17em,auto);align-items:center;
&>*{grid-column:1/3}&>.acts{grid-area:1/3;align-self:auto}}}
`.replaceAll("\n", "");
