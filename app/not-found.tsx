import { NotFoundState } from "@/components/layout/not-found-state";

export default function NotFound() {
  return (
    <main style={{ maxWidth: "40rem", margin: "4rem auto", padding: "0 1rem" }}>
      <NotFoundState />
    </main>
  );
}
