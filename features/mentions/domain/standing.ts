/** What the words around a name say: it is the company, it may be, it is something else. */
export type Standing = "yes" | "maybe" | "no";
