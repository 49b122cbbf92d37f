import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import pg from "pg";
import { createWorkspace } from "@/features/workspaces/commands/create";
import { disconnectDb } from "@/server/db/client";
import { startEmbedded } from "@/server/db/embedded";
import { migrate } from "@/server/db/migrate";
import { cliContext } from "@/server/doors";
import { cases } from "./cases";
import { fill } from "./fill";
import { measure, type Result } from "./measure";

const sizes: Record<string, number> = { "10k": 10_000, "100k": 100_000, "1m": 1_000_000 };
