import type { ComponentChildren, VNode } from "preact";

/** Room of its own height for a long table. What scrolls must be reachable by keyboard. */
export function Scroll({ label, children }: { readonly label: string; readonly children: ComponentChildren }): VNode {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above
    <div class="scroll" role="region" tabIndex={0} aria-label={label}>
      {children}
    </div>
  );
}
