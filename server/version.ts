import packageJson from "../package.json" with { type: "json" };

/** The product's version, as the health check and the API document tell it. */
export const version: string = packageJson.version;
