import { operations } from "@/features/registry";
import { restHandler } from "@/server/rest/router";

const handle = restHandler(operations);

export { handle as DELETE, handle as GET, handle as PATCH, handle as POST, handle as PUT };
