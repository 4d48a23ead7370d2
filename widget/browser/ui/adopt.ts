const sheets = new Map<string, CSSStyleSheet>();

/** Gives a shadow root a stylesheet that all roots share. Constructed sheets work where `style-src` forbids any other. */
export function adopt(root: ShadowRoot, css: string): void {
  let sheet = sheets.get(css);
  if (!sheet) {
    sheets.set(css, (sheet = new CSSStyleSheet()));
    sheet.replaceSync(css);
  }
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}
