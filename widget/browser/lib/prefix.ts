/** Every key we write starts with this. */
export const PREFIX = "goeswith.";
