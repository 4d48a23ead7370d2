import { fastify } from "fastify";

// What a collector costs that takes a body and forgets it.
const app = fastify();
app.post("/v1/events", () => ({ accepted: [], duplicate: [], rejected: [] }));
console.log(await app.listen({ port: 0, host: "127.0.0.1" }));
process.once("SIGTERM", () => process.exit(0));
