/** Scripts from here, styles made by them, figures from here; nothing else, and nobody may frame it. */
export const REPORT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self'",
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join("; ");

/** The page that loads the report. It holds no figures. Addresses are relative, so that a proxy may put it under any path. */
export const REPORT_SHELL = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>Offers report</title>
<link rel="icon" href="data:,">
<script type="module" src="report/report.js"></script>
</head>
<body>
<div id="report"><noscript>The report needs JavaScript. Its figures are at <a href="report/data">report/data</a>.</noscript></div>
</body>
</html>
`;
