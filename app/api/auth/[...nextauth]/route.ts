import { authHandler } from "@/server/auth/next-auth";

export { authHandler as GET, authHandler as POST };
