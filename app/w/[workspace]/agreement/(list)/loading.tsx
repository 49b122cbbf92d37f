import { LoadingState } from "@/components/layout/loading-state";

export default function Loading() {
  return (
    <div style={{ padding: "1.5rem" }}>
      <LoadingState />
    </div>
  );
}
