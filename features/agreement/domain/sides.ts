/**
 * On which side a reading is shown. Which reading stands where must tell nothing, and be the same each time: the last digit of
 * the task's id, which is random, decides.
 */
export function firstSide(taskId: string): "a" | "b" {
  return Number.parseInt(taskId.slice(-1), 16) % 2 === 0 ? "a" : "b";
}

export function secondSide(taskId: string): "a" | "b" {
  return firstSide(taskId) === "a" ? "b" : "a";
}
