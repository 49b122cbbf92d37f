export { LoadingState as default } from "@/components/layout/loading-state";
