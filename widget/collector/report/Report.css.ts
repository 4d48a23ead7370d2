const LIGHT = `--page:#f6f6f3;--card:#fff;--text:#1c2024;--muted:#59626c;--line:#e2e2dc;--accent:#1d6f5b;--band:#1d6f5b2e;--track:#ebefec;--warn:#9a3412;--alarm:#fdece7;--alarm-line:#c2410c`;
const DARK = `--page:#121517;--card:#1b1f23;--text:#e9ebed;--muted:#9ba5af;--line:#2e343a;--accent:#58bf9f;--band:#58bf9f38;--track:#262c31;--warn:#fdba74;--alarm:#3a1c12;--alarm-line:#fb923c`;

const PAGE = `
:root{color-scheme:light dark;${LIGHT}}
@media (prefers-color-scheme:dark){:root{${DARK}}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--text);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;-webkit-text-size-adjust:100%}
#report{max-width:1240px;margin:0 auto;padding:24px 20px 48px}
header{display:flex;flex-wrap:wrap;align-items:baseline;gap:6px 16px}
h1{font-size:1.5rem;line-height:1.2;margin:0;letter-spacing:-.01em}
h2{font-size:1.125rem;line-height:1.3;margin:0 0 14px;text-wrap:balance}
h3{font-size:.9375rem;line-height:1.35;margin:24px 0 8px}
p{margin:0}
small{font-size:.8125rem;color:var(--muted);font-weight:400}
code{font:.875em ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;background:var(--track);padding:.1em .3em;border-radius:4px;overflow-wrap:anywhere}
a{color:var(--accent)}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:4px}
.status{font-size:.8125rem;color:var(--muted);font-variant-numeric:tabular-nums}
.status:not(.file)::before{content:"";display:inline-block;width:8px;height:8px;border-radius:50%;margin-right:7px;background:var(--muted)}
.status.live::before{background:var(--accent)}
.status.lost{color:var(--warn)}
.status.lost::before{background:var(--warn)}
.languages{display:flex;gap:4px;margin-left:auto}
.languages button{font:inherit;font-size:.8125rem;line-height:1;min-height:32px;padding:0 10px;border:1px solid transparent;border-radius:16px;background:none;color:var(--muted);cursor:pointer}
.languages button:hover{color:var(--text);border-color:var(--line)}
.languages [aria-pressed=true]{background:var(--card);border-color:var(--line);color:var(--text);font-weight:600}
.lead{font-size:1.1875rem;line-height:1.4;font-weight:600;letter-spacing:-.005em;text-wrap:pretty}
.measured{margin:14px 0 20px;max-width:80ch}
.measured ul{list-style:none;margin:6px 0 0;padding:0;color:var(--muted);font-size:.875rem}
.measured li+li{margin-top:3px}
footer{margin-top:20px;font-size:.875rem;color:var(--muted)}`;

const SECTIONS = `
.body{display:grid;grid-template-columns:184px minmax(0,1fr);gap:28px;align-items:start}
.jump{position:sticky;top:20px;display:grid;font-size:.8125rem;line-height:1.3;border-left:1px solid var(--line)}
.jump a{color:var(--muted);text-decoration:none;padding:6px 0 6px 12px;margin-left:-1px;border-left:1px solid transparent}
.jump a:hover{color:var(--text);border-left-color:var(--accent)}
.sections{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:20px}
section{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:20px;min-width:0;scroll-margin-top:16px}
.wide,.divider{grid-column:1/-1}
.divider{color:var(--muted);font-size:.9375rem;padding:12px 2px 0;text-wrap:pretty}
.alarm{background:var(--alarm);border:2px solid var(--alarm-line);margin-bottom:20px}
.alarm h2{font-size:1.375rem;margin-bottom:8px;color:var(--warn)}
.alarm p{max-width:85ch;text-wrap:pretty}
.alarm p+p{margin-top:8px}
.note{margin-top:14px;font-size:.8125rem;color:var(--muted);max-width:95ch;text-wrap:pretty}
.note+.note{margin-top:4px}
h2+.note{margin-top:0}
.note+table{margin-top:12px}
.notes{margin-top:14px}
.notes .note{margin-top:4px}
.effect~.effect{border-top:1px solid var(--line);margin-top:20px;padding-top:20px}
.effect h3{margin:0 0 2px;font-size:1rem;display:flex;flex-wrap:wrap;align-items:center;gap:4px 10px}
.badge{font-size:.75rem;font-weight:600;line-height:1.4;padding:2px 9px;border-radius:10px;background:var(--track);color:var(--text)}
.more>h3 .badge{background:var(--accent);color:var(--card)}
.less>h3 .badge,.unsound>h3 .badge{background:var(--warn);color:var(--card)}
.verdict{max-width:75ch;text-wrap:pretty}
h2+.effect .verdict{font-size:1.0625rem;font-weight:600}
.effect-body{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:28px;align-items:center;margin-top:10px}
.effect-body>table:only-child{max-width:460px}
.effect-body figure{margin:0}
.effect-body th:first-child{overflow-wrap:normal}
.total-added{margin-top:14px;padding:14px 16px;background:var(--track);border-radius:8px;font-weight:600;text-wrap:pretty}
.checks{list-style:none;margin:18px 0 0;padding:0;font-size:.875rem;display:grid;gap:6px}
.checks li{display:flex;gap:8px;max-width:95ch;text-wrap:pretty}
.checks li::before{content:"–";flex:none;width:1.1em;text-align:center;font-weight:700;color:var(--muted)}
.checks .good::before{content:"✓";color:var(--accent)}
.checks .bad::before{content:"!";color:var(--warn)}
.checks .unknown::before{content:"?"}
.checks .bad{color:var(--warn);font-weight:600}
.headlines,.facts{display:grid;grid-template-columns:repeat(4,minmax(0,1fr));gap:1px;margin:0 0 20px;background:var(--line);border:1px solid var(--line);border-radius:8px;overflow:hidden}
.facts{grid-template-columns:repeat(5,minmax(0,1fr));margin:14px 0 0}
.headlines div,.facts div{background:var(--card);padding:12px 16px}
:is(.headlines,.facts) dt{font-size:.8125rem;color:var(--muted)}
:is(.headlines,.facts) dd{margin:0;font-variant-numeric:tabular-nums}
.facts dd{font-weight:600;overflow-wrap:anywhere}
.headlines b{display:block;font-size:1.5rem;line-height:1.25;font-weight:650;letter-spacing:-.02em;overflow-wrap:anywhere}
.headlines small{display:block;min-height:1.5em}
progress{display:block;width:100%;height:14px;margin-top:12px;border:0;border-radius:7px;overflow:hidden;background:var(--track);appearance:none;accent-color:var(--accent)}
progress::-webkit-progress-bar{background:var(--track)}
progress::-webkit-progress-value{background:var(--accent);border-radius:7px}
progress::-moz-progress-bar{background:var(--accent);border-radius:7px}
.bars{list-style:none;margin:0 0 20px;padding:0;display:grid;grid-template-columns:minmax(0,max-content) 1fr max-content;gap:8px 14px;align-items:center}
.bars:last-child{margin-bottom:0}
.bars li{display:contents}
.bar-track{background:var(--track);border-radius:4px;height:16px;overflow:hidden}
.bar{display:block;height:100%;background:var(--accent);border-radius:4px}
.bar-name{font-size:.9375rem}
.bar-count{font-variant-numeric:tabular-nums;text-align:right;font-weight:600}
.empty{max-width:70ch;margin-top:22px}
.empty ol{padding-left:1.4em;margin-bottom:0}
.empty li{margin-top:8px}`;

const TABLES = `
table{width:100%;border-collapse:collapse;font-size:.9375rem}
th,td{text-align:right;padding:8px 0 8px 16px;border-top:1px solid var(--line);font-variant-numeric:tabular-nums;font-weight:400;vertical-align:baseline}
th:first-child{text-align:left;padding-left:0;overflow-wrap:anywhere}
thead th{border-top:0;color:var(--muted);font-size:.8125rem;padding-top:0;vertical-align:bottom}
tbody th{font-weight:500}
.total :is(th,td){font-weight:650}
.pair>[role=img]{color:var(--muted)}
.beside{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:28px;align-items:start}
.even{grid-template-columns:minmax(0,1fr) minmax(0,2fr)}
.charts{min-width:0}
figure{margin:0 0 10px;min-width:0}
figcaption{font-size:.8125rem;color:var(--muted)}
.chart svg{display:block;max-width:100%;height:auto;overflow:visible;background:none;color:var(--muted);font:11px system-ui,sans-serif}
.chart .series{fill:var(--accent)}
.chart .grid{stroke:var(--line);stroke-opacity:1}
.chart .zero{stroke:var(--muted)}
.chart .band{fill:var(--band)}
.chart .line{stroke:var(--accent);stroke-width:2}
.chart .range{stroke:var(--muted);stroke-opacity:.55}
.chart .estimate{fill:var(--text);stroke:var(--card);stroke-width:2}
.more .range{stroke:var(--accent);stroke-opacity:1}
.less .range{stroke:var(--warn);stroke-opacity:1}
.chart text{white-space:pre}
.scroll{max-height:392px;overflow:auto;overscroll-behavior:contain;scrollbar-width:thin;padding-right:12px}
.scroll .fixed :is(th,td){font-size:.875rem;padding-block:6px;white-space:nowrap}
.scroll thead th{position:sticky;top:0;background:var(--card);box-shadow:0 1px var(--line);font-size:.8125rem;padding-bottom:6px}`;

const NARROW = `
@media (max-width:1080px){
.body{grid-template-columns:minmax(0,1fr)}
.jump{display:none}
}
@media (max-width:820px){
.sections,.beside,.even,.effect-body{grid-template-columns:minmax(0,1fr)}
.headlines,.facts{grid-template-columns:1fr 1fr}
.facts div:last-child:nth-child(odd){grid-column:1/-1}
.effect-body{gap:8px}
}
@media (max-width:560px){
#report{padding:16px 12px 32px}
section{padding:16px 14px}
.sections{gap:12px}
.languages{margin-left:-10px;width:100%}
.headlines div,.facts div{padding:10px 12px}
.headlines b{font-size:1.25rem}
.bars{gap:8px 10px}
.bar-name{font-size:.875rem}
.beside{gap:16px}
table:not(.fixed) thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
table:not(.fixed),table:not(.fixed) tbody{display:block}
table:not(.fixed) tbody tr{display:grid;grid-template-columns:repeat(var(--per-row),minmax(0,1fr));gap:4px 8px;border-top:1px solid var(--line);padding:9px 0}
table:not(.fixed) tbody tr:first-child{border-top:0;padding-top:0}
table:not(.fixed) :is(th,td){border:0;padding:0;text-align:left;font-size:.9375rem;overflow-wrap:anywhere}
table:not(.fixed) tbody th{grid-column:1/-1}
table:not(.fixed) td::before{content:attr(data-label);display:block;font-size:.75rem;line-height:1.3;font-weight:400;color:var(--muted)}
.fixed :is(th,td){font-size:.875rem}
.fixed :is(td,th+th){padding-left:10px}
.scroll{max-height:300px}
td small{display:block}
}`;

const FORCED = `
@media (forced-colors:active){
.bar,progress::-webkit-progress-value{background:CanvasText;forced-color-adjust:none}
.bar-track{outline:1px solid CanvasText}
.badge,.languages [aria-pressed=true]{border:1px solid}
}`;

const PRINT = `
@page{size:A4;margin:14mm}
@media print{
:root{color-scheme:light;${LIGHT};--page:#fff}
html{font-size:11.5px}
#report{max-width:none;padding:0}
.languages,.jump,footer,.status:not(.file){display:none}
.body{display:block}
.beside{grid-template-columns:minmax(0,1fr)}
.chart svg{width:100%}
.effect .chart svg{width:auto}
.effect-body,.even{grid-template-columns:minmax(0,1fr);gap:6px}
.divider{break-after:avoid;padding:0 0 10px}
.headlines{grid-template-columns:repeat(4,minmax(0,1fr))}
.facts{grid-template-columns:repeat(5,minmax(0,1fr))}
.facts div:last-child:nth-child(odd){grid-column:auto}
.sections{display:block}
section{margin-bottom:12px;break-inside:avoid}
section:is(#added,#funnel,:has(.scroll),:has(tbody tr:nth-child(16))){break-inside:auto}
section,.headlines,.facts{border-color:#ccc}
section{padding:14px}
h2,h3{break-after:avoid}
tr,figure,.effect,.bars li,.alarm,.headlines{break-inside:avoid}
thead{display:table-header-group}
.scroll{max-height:none;overflow:visible;padding:0}
.scroll thead th{position:static}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}`;

/** Styles of the report, for a sheet made by script. */
export const REPORT_STYLES = [PAGE, SECTIONS, TABLES, NARROW, FORCED, PRINT].join("");
