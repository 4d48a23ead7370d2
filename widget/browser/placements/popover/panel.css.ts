/** How what is opened looks, above the page and in its flow. */
export const panel = `
.panel{font-size:max(14px,.875em);line-height:1.5;font-weight:400;text-align:start;color:var(--goeswith-text)}
.panel:not(.above){margin-block:.5em;padding-inline-start:.75em;border-inline-start:2px solid var(--goeswith-line)}
.panel>*+*{margin-block-start:.5em}
.above{position:fixed;inset:0 auto auto 0;z-index:1;margin:0;inline-size:max-content;max-inline-size:min(26em,100vw - 16px);overflow:auto;padding:.875em 1em;
background:var(--goeswith-surface);border:1px solid var(--goeswith-line);border-radius:min(var(--goeswith-radius,6px),12px);box-shadow:0 .5em 2em #0004}
.above>.title{font-size:1.125em;padding-inline-end:2em}
.above>.close{position:absolute;inset-block-start:.375em;inset-inline-end:.375em;margin:0;inline-size:2em;block-size:2em;border:0;border-radius:99px;background:none;font-size:1.25em;line-height:1;cursor:pointer}
.close:hover{background:var(--goeswith-tint)}
table{border-collapse:collapse;inline-size:100%}
@container (min-width:14em){table *{overflow-wrap:break-word}}
@container (12em<=width<18em){ul:has(img) .panel:not(.above){margin-inline-start:-6em}}
th,td{padding:.375em 0;text-align:start;vertical-align:top;border-block-end:1px solid var(--goeswith-line)}
tr>*+*{padding-inline-start:.75em}
thead th,tfoot *{font-weight:600}
tbody th{color:var(--goeswith-muted)}
tfoot *{border:0}
.above tfoot *{white-space:nowrap}
b{display:block;font-size:.9em;font-weight:400;color:var(--goeswith-muted)}
.above b{display:inline-block;margin-inline-start:.75em}
.choices label{display:flex;align-items:center;gap:.625em;padding-block:.5em;font-size:1em;cursor:pointer}
.choices input{flex:none;inline-size:1.25em;block-size:1.25em;accent-color:var(--goeswith-accent)}
.choices :disabled{cursor:default}
label:has(:disabled){opacity:.6}
`.replaceAll("\n", "");
