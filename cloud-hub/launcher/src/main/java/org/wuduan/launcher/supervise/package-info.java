/** Which sibling starts, restarts and ends when: pure decisions on a clock that is handed in, no process and no thread. */
@NullMarked
package org.wuduan.launcher.supervise;

import org.jspecify.annotations.NullMarked;
