import type { ComponentChildren } from "preact";
import { isNode, type View } from "./jsxRuntime.ts";

/** Makes elements of nodes, once, at the end of `parent`: the very elements Preact would make, so that it can take them over. */
export function paint(child: ComponentChildren, parent: ParentNode): void {
  if (Array.isArray(child)) for (const one of child) paint(one, parent);
  else if (isNode(child)) {
    const { type, props } = child;
    if (typeof type === "function") return paint((type as View)(props), parent);
    const element = document.createElement(type);
    for (const [name, value] of Object.entries(props)) setProp(element, name, value);
    parent.append(element);
  } else if (typeof child === "string") parent.append(child);
}

function setProp(element: HTMLElement, name: string, value: unknown): void {
  const isHandler = name.startsWith("on");
  if (name === "children") paint(value as ComponentChildren, element);
  else if (isHandler || (typeof value === "boolean" && name in element))
    Object.assign(element, { [isHandler ? name.toLowerCase() : name]: value });
  else if (value != null) {
    element.setAttribute(name, value as string);
    // A shop's own stylesheet reaches what a class names.
    if (name === "class") element.setAttribute("part", value as string);
  }
}
