import { render } from "preact";
import type { LanguageCode } from "./chooseLanguage.ts";
import { chooseLanguage, TEXTS } from "./chooseLanguage.ts";
import { followFigures } from "./followFigures.ts";
import { readReportFile } from "./readReportFile.ts";
import type { ReportProps } from "./Report.tsx";
import { Report } from "./Report.tsx";
import type { ExportedTable } from "./texts/reportTexts.ts";
import { REPORT_STYLES } from "./Report.css.ts";

const sheet = new CSSStyleSheet();
sheet.replaceSync(REPORT_STYLES);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

const place = document.querySelector("#report") ?? document.body;
const asked = new URLSearchParams(location.search);
const token = asked.get("token");
const file = readReportFile(document);

/** An address of the collector's, beside `base`, under whatever path a proxy put it. */
const addressOf = (name: string, base: string, parameters: Readonly<Record<string, string>> = {}): string => {
  const address = new URL(name, base);
  for (const [key, value] of Object.entries(parameters)) address.searchParams.set(key, value);
  if (token !== null) address.searchParams.set("token", token);
  return address.href;
};

const toLanguage = (language: LanguageCode) => {
  document.documentElement.lang = language;
  document.title = TEXTS[language].title;
  draw({ language, locale: navigator.languages.find((tag) => tag.split("-")[0] === language) ?? language });
};

const onLanguage = (language: LanguageCode) => {
  toLanguage(language);
  const address = new URL(location.href);
  address.searchParams.set("lang", language);
  try {
    history.replaceState(undefined, "", address);
  } catch {
    // A file's address must not be changed in every browser; the next reading then begins in the language of this one.
  }
};

let props: ReportProps = { connection: file ? "file" : "polling", language: "en", onLanguage };
const draw = (change: Partial<ReportProps>) => {
  props = { ...props, ...change };
  render(<Report {...props} />, place);
};

place.textContent = "";
toLanguage(chooseLanguage([asked.get("lang"), file?.lang, ...navigator.languages]));
// Charts are drawn for the width they have. On a phone the height changes with every scroll.
let width = innerWidth;
addEventListener("resize", () => {
  if (width === innerWidth) return;
  width = innerWidth;
  draw({});
});
if (file) draw({ data: file.data });
else {
  // The figures lie beside this script, the export beside the page.
  const zone = { zone: Intl.DateTimeFormat().resolvedOptions().timeZone };
  const csvOf = (table: ExportedTable) => addressOf("./export", location.href, { table, format: "csv" });
  draw({ exports: { events: csvOf("events"), orders: csvOf("orders") } });
  followFigures({
    data: addressOf("./data", import.meta.url, zone),
    live: addressOf("./live", import.meta.url, zone),
    onFigures: (data) => draw({ data, at: Date.now() }),
    onConnection: (connection) => draw({ connection }),
  });
}
