import type { ComponentChild, ComponentChildren, Key, VNode } from "preact";

/** What JSX under `widget/browser/` is made into: a light node, cheap to paint. It is typed as Preact's own, which it becomes later. */
export function jsx(type: string | View, props: object, key?: Key): VNode {
  // Whatever comes out of JSON has a constructor: nothing a file or an answer holds is ever taken for a node.
  return { type, props, key, constructor: undefined } as unknown as VNode;
}

export { jsx as jsxs };

export const Fragment = ({ children }: { readonly children?: ComponentChildren }): ComponentChildren => children;

/** A component of ours: a function of its props, which keeps nothing. */
export type View = (props: object) => ComponentChildren;

export function isNode(child: ComponentChildren): child is VNode {
  return !!child && (child as ComponentChild & { constructor?: unknown }).constructor === undefined;
}
