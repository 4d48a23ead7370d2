import { type ComponentChild, h, render } from "preact";
import type { Layout, LayoutProps } from "../../../types/layout.ts";
import { guard, swallow } from "../../lib/guard.ts";
import { whenIdle } from "../../lib/idle.ts";
import { adopt } from "../../ui/adopt.ts";
import type { AfterPress, ViewProps } from "../../ui/PartProps.ts";
import { parts } from "../../ui/parts.css.ts";

/** Makes a layout of a Preact component. One that throws leaves its own root empty and disturbs nobody. */
export function mountPreact(name: string, View: (props: ViewProps) => ComponentChild): Layout {
  return {
    name,
    mount(root, first) {
      let shown = first;
      let status = "";
      let after: AfterPress | undefined;
      let over = false;
      const draw = () => {
        const show = () => render(h(View, { ...guardCalls(shown), status, after }), root);
        try {
          if (!over) after ? after.keepFocus(root, show) : show();
        } catch (error) {
          swallow(error);
          over = true;
          root.replaceChildren();
        }
      };
      const cancel = whenIdle(async () => {
        after = await import("../../ui/afterPress.tsx");
        draw();
      });
      adopt(root, parts);
      draw();
      return {
        update(props) {
          status = after?.statusText(shown, props) ?? status;
          shown = props;
          draw();
        },
        stop() {
          cancel();
          if (!over) render(null, root);
          over = true;
        },
      };
    },
  };
}

/** The shopper's presses end in code of the shop, too: what throws there stays there. */
const guardCalls = (props: LayoutProps) =>
  Object.fromEntries(
    Object.entries(props).map(([key, value]) => [
      key,
      typeof value === "function" && key !== "money" ? guard(value as () => unknown) : value,
    ]),
  ) as unknown as LayoutProps;
