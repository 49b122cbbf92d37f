// Every module that declares jobs and kinds of runs, once; check-structure.mjs fails when one is missing.
export * as feedsJobs from "./feeds/jobs";
export * as importsJobsImport from "./imports/jobs/import";
export * as importsJobsUndo from "./imports/jobs/undo";
export * as mentionsJobs from "./mentions/jobs";
export * as searchJobsIndexStored from "./search/jobs/index-stored";
export * as searchJobsUnindexed from "./search/jobs/unindexed";
export * as storiesJobsArrived from "./stories/jobs/arrived";
export * as storiesJobsStored from "./stories/jobs/stored";
export * as storiesJobsUnplaced from "./stories/jobs/unplaced";
export * as suggestionsJobsSaid from "./suggestions/jobs/said";
export * as suggestionsJobsTrain from "./suggestions/jobs/train";
export * as tagRulesJobsApply from "./tag-rules/jobs/apply";
export * as tagRulesJobsArrived from "./tag-rules/jobs/arrived";
