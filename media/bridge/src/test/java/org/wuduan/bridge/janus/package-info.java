@NullMarked
package org.wuduan.bridge.janus;

import org.jspecify.annotations.NullMarked;
