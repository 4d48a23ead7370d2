import { formatMoney } from "../../../widget/browser/lib/money.ts";
import type { OwnLayout } from "../../../widget/browser/placements/layouts/createLayout.ts";
import { dressHost } from "../../../widget/browser/ui/dressHost.ts";
import type { Theme } from "../../../widget/types/config.ts";
import type { LayoutProps } from "../../../widget/types/layout.ts";
import type { Texts } from "../../../widget/types/texts.ts";
import type { Scene } from "./scene.ts";

/** What all scenes of a gallery have in common. */
export interface Stage {
  readonly texts: Texts;
  readonly theme: Theme;
}

/** Draws a scene below its name, in a host of its own, as a placement does. */
export function showScene(scene: Scene, layout: OwnLayout, { texts, theme }: Stage): HTMLElement {
  const figure = document.createElement("section");
  figure.className = scene.narrow ? "scene narrow" : "scene";
  figure.dataset.layout = scene.layout;
  const name = figure.appendChild(document.createElement("h2"));
  name.lang = "en";
  name.dir = "ltr";
  name.textContent = `${scene.layout}: ${scene.name}`;
  figure.setAttribute("aria-label", name.textContent);
  const host = figure.appendChild(document.createElement("goes-with-offers"));
  document.querySelector("#scenes")?.append(figure);
  const root = host.attachShadow({ mode: "open" });
  dressHost(host, root, theme);
  layout.mount(root, propsOf(scene, texts));
  return host;
}

function propsOf({ offers = [], misfits = [], placement = "cart", view, title, tax }: Scene, texts: Texts): LayoutProps {
  const log =
    (name: string) =>
    (...about: readonly unknown[]) =>
      console.info(name, ...about);
  return {
    placement,
    offers,
    misfits,
    texts: tax ? { ...texts, tax } : texts,
    locale: texts.lang,
    headingLevel: 3,
    money: (sum) => formatMoney(sum, texts.lang),
    accept: log("accept"),
    acceptAll: log("acceptAll"),
    decline: log("decline"),
    rate: log("rate"),
    undo: log("undo"),
    open: log("open"),
    exchange: log("exchange"),
    remove: log("remove"),
    keep: log("keep"),
    ...(view && { view }),
    ...(title && { title }),
  };
}
