import { attachPanel } from "./attachPanel.ts";
import { Panel } from "./Panel.tsx";
import { panel } from "./panel.css.ts";

/** All that is needed once something is opened. */
export const popover = { Panel, attachPanel, styles: panel };
