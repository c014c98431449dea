export { writeImage } from './image.js';
export { type Inventory, readInventory } from './inventory.js';
