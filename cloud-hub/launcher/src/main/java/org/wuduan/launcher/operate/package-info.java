/** What an operator types beside a running {@code ./run}: how it is, and how to take it out of use without harm. */
@NullMarked
package org.wuduan.launcher.operate;

import org.jspecify.annotations.NullMarked;
