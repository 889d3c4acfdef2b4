@NullMarked
package org.wuduan.bridge.fake;

import org.jspecify.annotations.NullMarked;
