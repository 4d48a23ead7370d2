import { layouts } from "../../../widget/browser/placements/layouts/index.ts";
import { loadAllTexts } from "../../../widget/browser/ui/texts/loadAllTexts.ts";
import { choiceLinks, readChoice } from "./choices.ts";
import { dressPage } from "./dressPage.ts";
import { scenes } from "./scenes.ts";
import { showScene } from "./showScene.ts";

const choice = readChoice(new URLSearchParams(location.search));
document.querySelector("#choices")?.append(choiceLinks(choice));
// Links of the scenes lead nowhere.
document.addEventListener("click", (event) => {
  if (event.composedPath().some((node) => node instanceof HTMLAnchorElement && node.getRootNode() instanceof ShadowRoot))
    event.preventDefault();
});
void show();

// No await at the top: parts that are loaded later share modules with this one, and would wait for it.
async function show(): Promise<void> {
  const [texts] = await Promise.all([loadAllTexts(choice.lang, {}), dressPage(choice)]);
  // Nothing is shown before the page wears its clothes, so that nothing moves.
  document.body.hidden = false;
  const theme = { scheme: "auto", density: choice.density } as const;
  for (const scene of scenes) {
    const layout = choice.layout === "all" || choice.layout === scene.layout ? await layouts.get(scene.layout)?.() : undefined;
    // With the later parts there, every scene is drawn whole at once, whatever its state.
    await layout?.complete();
    if (layout) showScene(scene, layout, { texts, theme });
  }
  document.documentElement.dataset.ready = "";
}
