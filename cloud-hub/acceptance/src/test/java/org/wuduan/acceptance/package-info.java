/**
 * End-to-end stories: real browsers against the real processes that ./run starts. A story asserts states and their
 * order, never times.
 */
@NullMarked
package org.wuduan.acceptance;

import org.jspecify.annotations.NullMarked;
