/** The one program of the crash tests that lies in the box's package, because the outbox is nobody else's. */
@NullMarked
package org.wuduan.box;

import org.jspecify.annotations.NullMarked;
