/**
 * A disk whose power can be cut. Whatever was written lives in this process; what was synced is kept apart, and of the rest
 * chance decides. Knows nothing of those who write on it.
 */
@NullMarked
package org.wuduan.durability.disk;

import org.jspecify.annotations.NullMarked;
