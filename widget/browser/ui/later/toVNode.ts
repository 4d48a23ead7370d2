import { type ComponentChild, type ComponentChildren, h, type Key } from "preact";
import { isNode, type View } from "../jsxRuntime.ts";

/** Makes Preact's nodes of ours. Components are called at once, as they keep nothing: what Preact compares are elements alone. */
export function toVNode(child: ComponentChildren, key?: Key): ComponentChild {
  if (Array.isArray(child)) return child.map((one) => toVNode(one));
  if (!isNode(child)) return child;
  const { type, props } = child;
  const own = child.key ?? key;
  if (typeof type === "function") return toVNode((type as View)(props), own);
  const node = h(type, {
    __proto__: null,
    ...props,
    part: (props as { readonly class?: string }).class,
    key: own,
    children: toVNode(props.children),
  });
  withoutPrototype(node.props);
  return node;
}

/** Preact goes through all that is enumerable: what the page has put on `Object.prototype` is no property of an element. */
export function withoutPrototype(object: object): void {
  Object.setPrototypeOf(object, null);
}
