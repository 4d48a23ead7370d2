import { attach } from "./attach.ts";
import { importCore } from "./importCore.ts";

attach(importCore);
