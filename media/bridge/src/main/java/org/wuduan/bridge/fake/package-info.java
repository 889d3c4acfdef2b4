/**
 * A media node in memory, for the tests of those who use one. Carries no media; behaves like the real one in everything
 * the port promises, at once and in a fixed order.
 */
@NullMarked
package org.wuduan.bridge.fake;

import org.jspecify.annotations.NullMarked;
