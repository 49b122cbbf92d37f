/** The request header in which proxy.ts tells pages their own path and query; whatever a client sent in it is replaced. */
export const requestPathHeader = "x-throughline-path";
