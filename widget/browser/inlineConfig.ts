/** The configuration in the page itself: `<script type="application/json" data-goeswith="config">`. */
export const findInlineConfig = (): Element | null => document.querySelector('script[data-goeswith="config"]');
