/**
 * Proves that an acknowledgement is a promise: cuts the power under the hub's database and under a box's outbox, and looks
 * for what was acknowledged. Never part of the product; knows it only from outside, but for the outbox, which has no
 * outside of its own.
 */
@NullMarked
package org.wuduan.durability;

import org.jspecify.annotations.NullMarked;
