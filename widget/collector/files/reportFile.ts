import { createHash } from "node:crypto";
import type { ReportData } from "../../types/report.ts";

export interface ReportFileOptions {
  readonly data: ReportData;
  /** The report's script. */
  readonly script: string;
  /** Absent: whichever the reader's browser prefers. */
  readonly lang?: string | undefined;
}

/** The report as one page that needs nothing but itself: it may run the one script that is in it, and load nothing. */
export function reportFile({ data, script, lang }: ReportFileOptions): string {
  const code = inScript(script);
  const language = lang === undefined ? "" : ` lang="${lang}"`;
  return `<!doctype html>
<html${language}>
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="${policy(code)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>Offers report</title>
<link rel="icon" href="data:,">
</head>
<body>
<div id="report"><noscript>The report needs JavaScript. Its figures are in this file, as JSON.</noscript></div>
<script type="application/json" id="report-data"${lang === undefined ? "" : ` data-lang="${lang}"`}>${inData(data)}</script>
<script type="module">${code}</script>
</body>
</html>
`;
}

function policy(code: string): string {
  const hash = createHash("sha256").update(code).digest("base64");
  return [
    "default-src 'none'",
    `script-src 'sha256-${hash}'`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ].join("; ");
}

/** Nothing in the data can end the element, as it has no `<`. */
const inData = (data: ReportData): string => JSON.stringify(data).replaceAll("<", "\\u003c");

/**
 * Nothing in the script can end the element either: in strings and patterns, where alone these stand, the escape means the same. Line ends are
 * as a browser reads them, so that the hash is of what it runs.
 * @see https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements
 */
const inScript = (code: string): string => code.replace(/<(?=\/script|!--)/gi, "\\x3c").replace(/\r\n?/g, "\n");
