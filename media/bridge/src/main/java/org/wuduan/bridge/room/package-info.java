/**
 * What the adapters of media nodes share: who sends in a room, and what each participant is still to be offered. Pure
 * decisions; speaks to no node.
 */
@NullMarked
package org.wuduan.bridge.room;

import org.jspecify.annotations.NullMarked;
