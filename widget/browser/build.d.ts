/** Put in by the build: the version of the package. */
declare const __VERSION__: string;
/** Put in by the build, in the tag only: `c/core-HASH.js`. */
declare const __CORE__: string;
/** A language's texts that first offers are drawn with, in one line: made by the build out of the language's file. */
declare module "*?first" {
  const packed: string;
  export default packed;
}
/** All its others. */
declare module "*?later" {
  const packed: string;
  export default packed;
}
