/**
 * The host element; its rule is left open for what was read from the page around. `!important` inside a shadow root outranks any rule of the page, `!important` or not; custom properties are the
 * one way in. `flow-root` keeps margins inside.
 */
export const base =
  ":host{all:initial!important;display:flow-root!important;grid-column:1/-1!important;min-height:var(--goeswith-hold,0)!important;" +
  "color-scheme:var(--goeswith-scheme)!important;color:var(--goeswith-text)!important;" +
  "font:400 max(14px,1em)/1.5 a!important;font-family:var(--goeswith-font,inherit)!important;";
