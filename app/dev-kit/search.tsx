"use client";

import { CommandPaletteButton } from "@/components/command-palette";

export function DemoSearch() {
  return (
    <CommandPaletteButton
      pages={[
        { id: "news", label: "News 新闻", href: "/dev-kit?x=news" },
        { id: "deals", label: "Deals 项目", href: "/dev-kit?x=deals" },
      ]}
      search={async (query) => {
        await new Promise((done) => setTimeout(done, 300));
        return query === "nothing"
          ? []
          : [
              {
                group: "Theses",
                items: [
                  {
                    id: "moe",
                    label: `MoE ${query}`,
                    description: "Open source through MoE",
                    href: "/dev-kit?x=moe",
                  },
                ],
              },
            ];
      }}
    />
  );
}
