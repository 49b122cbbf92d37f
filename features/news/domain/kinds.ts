/** What sort of thing was published. */
export const newsKinds = ["article", "paper", "release", "round", "launch", "policy", "hire"] as const;
