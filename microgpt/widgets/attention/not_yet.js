/** How what has not been computed reads. */

export const NOT_YET = "not yet";
