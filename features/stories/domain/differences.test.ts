import { describe, expect, it } from "vitest";
import { areDifferent } from "./differences";
import { readingOf } from "./reading";

const differ = (a: string, b: string) =>
  areDifferent(readingOf(a), readingOf(b)) && areDifferent(readingOf(b), readingOf(a));

describe("headlines that share nearly all", () => {
  it.each([
    [
      "Regulators in France open an inquiry into how Glade's chatbot handles talks with children and students",
      "Regulators in Italy open an inquiry into how Glade's chatbot handles talks with children and students",
    ],
    [
      "Chipmaker Arkwell names longtime board member as interim chief executive while searching for a successor",
      "Chipmaker Arkwell names longtime board member as interim chief financial officer while searching for a successor",
    ],
    [
      "Oakline Capital, the growth fund, agrees to buy a majority of Redfern Robotics from its founders",
      "Redfern Robotics, the growth fund, agrees to buy a majority of Oakline Capital from its founders",
    ],
    [
      "Glade weighs sale of robotics lab to rival Tarn after weak quarter and investor pressure",
      "Glade rules out sale of robotics lab to rival Tarn after weak quarter and investor pressure",
    ],
    ["SoftCrane shares jump 12% after upbeat guidance", "SoftCrane shares drop 12% after weak guidance"],
    [
      "红枫资本、青榆资本联合领投，拾光完成数亿元B轮融资用于具身智能研发及产线建设",
      "红枫资本、青榆资本联合领投，半夏完成数亿元B轮融资用于具身智能研发及产线建设",
    ],
    [
      "长风汽车发布全新纯电平台，首款车型将于明年第一季度在匈牙利量产",
      "长风汽车发布全新纯电平台，首款车型将于明年第一季度在西班牙量产",
    ],
    [
      "法院裁定知了大模型训练使用作者文章构成合理使用，作者协会表示失望",
      "法院裁定知了大模型训练使用作者文章不构成合理使用，作者协会表示失望",
    ],
    ["“先楫半导体”完成近亿元B轮融资", "光纤激光器研发生产商光至科技完成近亿元B轮融资"],
    ["飞米收购海蓝", "海蓝收购飞米"],
  ])("but differ in one thing tell of two: %s", (a, b) => {
    expect(differ(a, b)).toBe(true);
  });

  it.each([
    [
      "Glade buys robotics startup Tarn for $300M",
      "Robotics startup Tarn acquired by Glade in $300 million deal",
    ],
    ["飞米被海蓝收购，交易额3亿元", "海蓝3亿元收购飞米"],
    ["元一完成新一轮融资，估值达20亿美元", "估值20亿美元！元一完成新一轮融资"],
    ["库克首次公开佩戴 Vision Pro 头显", "库克首次公开佩戴VisionPro头显"],
    ["Canalys：智能手机市场跌幅收窄至1%", "机构：智能手机市场跌幅收窄至1%"],
    ["Tesla recalls 50,000 cars in Europe", "Tesla recalls 50,000 vehicles in Europe"],
  ])("and differ in words alone may tell the same: %s", (a, b) => {
    expect(differ(a, b)).toBe(false);
  });
});
