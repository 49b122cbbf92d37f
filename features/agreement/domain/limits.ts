/** Items in one round at most: more than a person reads in good conscience. */
export const maxItems = 500;

/** Below this many units an alpha says more about chance than about readers. */
export const minUnits = 20;
