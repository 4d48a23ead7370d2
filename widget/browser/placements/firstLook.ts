/** What most first offers are drawn with, in one file: the door to it. */
export { dressHost } from "../ui/dressHost.ts";
export { list } from "./layouts/list.tsx";
