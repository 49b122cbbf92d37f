"use client";

import type { Stance } from "./stance-types";

/** Full for "for", dotted for "neutral", striped for "against": told apart without colour. */
export function StancePattern({ id, stance }: { id: string; stance: Stance }) {
  const color = `var(--stance-${stance})`;
  return (
    <pattern id={id} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width={6} height={6} fill={stance === "for" ? color : "var(--panel)"} />
      {stance === "against" && <rect width={4} height={6} fill={color} />}
      {stance === "neutral" && <circle cx={3} cy={3} r={1.8} fill={color} />}
    </pattern>
  );
}
