/** Put in by the build: the version of the package. */
declare const __VERSION__: string;
/** Put in by the build, in the tag only: `c/core-HASH.js`. */
declare const __CORE__: string;
