/** `live`: changes are pushed; `polling`: asked for now and then; `lost`: the collector does not answer; `file`: nothing comes any more. */
export type Connection = "live" | "polling" | "lost" | "file";
