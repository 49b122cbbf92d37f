/**
 * Groups of which a headline has one and the other another when they tell of different things: markets that rise and fall,
 * warnings of different colours, what begins and what ends. English ones are the first words of domain/same-words.ts.
 */
export const opposites: readonly (readonly string[])[] = [
  ["涨", "跌"],
  ["升", "贬", "降"],
  ["增", "减"],
  ["买入", "卖出"],
  ["流入", "流出"],
  ["启动", "终止"],
  ["蓝色", "黄色", "橙色", "红色"],
  ["大风", "大雾", "暴雨", "高温", "强对流", "冰冻"],
  ["开盘", "收盘", "午间", "盘后"],
  ["推迟", "首次"],
  ["rise", "fall"],
  ["approve", "reject", "block"],
  ["allow", "ban"],
  ["hire", "layoff"],
  ["win", "lose"],
  ["opens", "shutdown"],
  ["lose", "regain"],
  ["bull", "bear"],
];
