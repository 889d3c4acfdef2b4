@NullMarked
package org.wuduan.launcher;

import org.jspecify.annotations.NullMarked;
