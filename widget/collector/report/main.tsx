import { render } from "preact";
import { followFigures } from "./followFigures.ts";
import type { ReportProps } from "./Report.tsx";
import { Report } from "./Report.tsx";
import { REPORT_STYLES } from "./Report.css.ts";

const sheet = new CSSStyleSheet();
sheet.replaceSync(REPORT_STYLES);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

const place = document.querySelector("#report") ?? document.body;
place.textContent = "";

let props: ReportProps = { connection: "polling" };
const draw = (change: Partial<ReportProps> = {}) => {
  props = { ...props, ...change };
  render(<Report {...props} />, place);
};

/** The figures' address lies beside this script's own, under whatever path a proxy put it. */
const here = import.meta.url;
const addressOf = (name: string): string => {
  const address = new URL(name, here);
  const token = new URLSearchParams(location.search).get("token");
  address.searchParams.set("zone", Intl.DateTimeFormat().resolvedOptions().timeZone);
  if (token !== null) address.searchParams.set("token", token);
  return address.href;
};

draw();
// Charts are drawn for the width they have.
addEventListener("resize", () => draw());
followFigures({
  data: addressOf("./data"),
  live: addressOf("./live"),
  onFigures: (data) => draw({ data, at: Date.now() }),
  onConnection: (connection) => draw({ connection }),
});
