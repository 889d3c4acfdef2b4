/** Tests of the box: a real outbox, real sockets, a small hub in place of the real one. */
@NullMarked
package org.wuduan.box;

import org.jspecify.annotations.NullMarked;
