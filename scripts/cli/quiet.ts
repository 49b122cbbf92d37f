// Imported first: standard output belongs to what a command answers, and the log would go there too.
process.env.LOG_LEVEL = "silent";
