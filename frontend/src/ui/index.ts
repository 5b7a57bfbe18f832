/** What pages and the player are built from. */

export { Button, IconButton } from "./Button";
export { Card, EmptyState, Page, Skeleton } from "./Card";
export { Chance } from "./Chance";
export { Field, Pad, Stepper, Tabs } from "./Field";
export { Icon, type IconName } from "./Icon";
export { Sheet } from "./Sheet";
export { Toasts, toast } from "./Toast";
