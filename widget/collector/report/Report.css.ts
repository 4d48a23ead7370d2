const LIGHT = `--page:#f6f6f3;--card:#fff;--text:#1c2024;--muted:#5a636d;--line:#e2e2dc;--accent:#1d6f5b;--track:#ebefec;--warn:#9a3412`;
const DARK = `--page:#121517;--card:#1b1f23;--text:#e9ebed;--muted:#9ba5af;--line:#2e343a;--accent:#58bf9f;--track:#262c31;--warn:#fdba74`;

/** Styles of the report, for a sheet made by script. */
export const REPORT_STYLES = `
:root{color-scheme:light dark;${LIGHT}}
@media (prefers-color-scheme:dark){:root{${DARK}}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--text);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;-webkit-text-size-adjust:100%}
main{max-width:1160px;margin:0 auto;padding:24px 20px 48px}
header{display:flex;flex-wrap:wrap;align-items:baseline;justify-content:space-between;gap:4px 16px}
h1{font-size:1.5rem;line-height:1.2;margin:0;letter-spacing:-.01em}
h2{font-size:1.0625rem;line-height:1.3;margin:0 0 14px}
p{margin:0}
small{font-size:.8125rem;color:var(--muted);font-weight:400}
code{font:.875em ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;background:var(--track);padding:.1em .3em;border-radius:4px;overflow-wrap:anywhere}
.status{font-size:.8125rem;color:var(--muted);font-variant-numeric:tabular-nums}
.status::before{content:"";display:inline-block;width:8px;height:8px;border-radius:50%;margin-right:7px;background:var(--muted)}
.status.live::before{background:var(--accent)}
.status.lost{color:var(--warn)}
.status.lost::before{background:var(--warn)}
.basis{margin:10px 0 22px;max-width:75ch;text-wrap:pretty}
.headlines{display:grid;grid-template-columns:repeat(4,1fr);gap:1px;margin:0 0 20px;background:var(--line);border:1px solid var(--line);border-radius:12px;overflow:hidden}
.headlines div{background:var(--card);padding:16px 20px}
.headlines dt{font-size:.8125rem;color:var(--muted)}
.headlines dd{margin:0}
.headlines b{display:block;font-size:1.625rem;line-height:1.25;font-weight:650;letter-spacing:-.02em;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
.headlines small{display:block;min-height:1.5em}
.sections{display:grid;grid-template-columns:1fr 1fr;gap:20px}
section{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:20px;min-width:0}
.wide{grid-column:1/-1}
.note{margin-top:14px;font-size:.8125rem;color:var(--muted);max-width:95ch;text-wrap:pretty}
.note+.note{margin-top:4px}
h2+.note{margin-top:0}
.bars{list-style:none;margin:0 0 20px;padding:0;display:grid;grid-template-columns:max-content 1fr max-content;gap:8px 14px;align-items:center}
.bars:last-child{margin-bottom:0}
.bars li{display:contents}
.bar-track{background:var(--track);border-radius:4px;height:16px;overflow:hidden}
.bar{display:block;height:100%;background:var(--accent);border-radius:4px}
.bar-name{font-size:.9375rem}
.bar-count{font-variant-numeric:tabular-nums;text-align:right;font-weight:600}
table{width:100%;border-collapse:collapse;font-size:.9375rem}
th,td{text-align:right;padding:8px 0 8px 16px;border-top:1px solid var(--line);font-variant-numeric:tabular-nums;font-weight:400;vertical-align:baseline}
th:first-child{text-align:left;padding-left:0;overflow-wrap:anywhere}
thead th{border-top:0;color:var(--muted);font-size:.8125rem;padding-top:0;white-space:nowrap}
tbody th{font-weight:500}
.total :is(th,td){font-weight:650}
.pair>[aria-label]{color:var(--muted)}
.beside{display:grid;grid-template-columns:3fr 2fr;gap:28px;align-items:start}
.even{grid-template-columns:1fr 2fr}
.charts{min-width:0}
figure{margin:0 0 10px}
figcaption{font-size:.8125rem;color:var(--muted)}
.chart{min-height:110px}
.chart svg{display:block;max-width:100%;height:auto;overflow:visible;background:none;color:var(--muted);font:11px system-ui,sans-serif}
.chart .series{fill:var(--accent)}
.chart text{white-space:pre}
section.scroll{border:0;border-radius:0;padding:0 12px 0 0}
.scroll{max-height:392px;overflow:auto;overscroll-behavior:contain;scrollbar-width:thin}
.scroll:focus-visible{outline:2px solid var(--accent);outline-offset:4px;border-radius:4px}
.scroll thead th{position:sticky;top:0;background:var(--card);padding-bottom:8px;box-shadow:0 1px var(--line)}
.empty{max-width:70ch;margin-top:22px}
.empty ol{padding-left:1.4em;margin-bottom:0}
.empty li{margin-top:8px}
@media (max-width:820px){
.sections,.beside,.even{grid-template-columns:minmax(0,1fr)}
.headlines{grid-template-columns:1fr 1fr}
}
@media (max-width:560px){
main{padding:16px 12px 32px}
section{padding:16px}
.sections{gap:12px}
.headlines{margin-bottom:12px}
.headlines div{padding:12px 14px}
.headlines b{font-size:1.375rem}
tr{display:grid;grid-template-columns:repeat(var(--columns),1fr);column-gap:8px;border-top:1px solid var(--line);padding:8px 0}
thead tr{border-top:0;padding:0 0 6px}
th,td{border:0;padding:0;font-size:.875rem}
thead th{font-size:.6875rem;line-height:1.25;white-space:normal;align-self:end}
thead th:first-child{display:none}
tbody th{grid-column:1/-1;padding-bottom:2px}
td small{display:block}
.scroll thead tr{position:sticky;top:0;background:var(--card)}
.scroll tr{grid-template-columns:minmax(88px,1.7fr) repeat(var(--columns),1fr);padding:5px 0}
.scroll tbody th{grid-column:auto;padding:0;white-space:nowrap;font-size:.8125rem}
.beside{gap:12px}
.scroll thead th,.scroll thead th:first-child{display:block;position:static;box-shadow:none;padding:0}
}
@media print{
:root{${LIGHT};--page:#fff}
html{font-size:12px}
main{max-width:none;padding:0}
.status{display:none}
section,.headlines{break-inside:avoid;border-color:#ccc}
section:has(.scroll),section:has(tbody tr:nth-child(20)){break-inside:auto}
tr{break-inside:avoid}
.scroll{max-height:none;overflow:visible}
*{print-color-adjust:exact}
}
`;
