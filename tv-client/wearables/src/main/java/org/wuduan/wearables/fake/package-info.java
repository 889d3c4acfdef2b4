/** A radio in memory for tests of whoever listens to one. It passes the same contract test as the real one. */
@NullMarked
package org.wuduan.wearables.fake;

import org.jspecify.annotations.NullMarked;
