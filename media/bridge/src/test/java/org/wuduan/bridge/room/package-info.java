@NullMarked
package org.wuduan.bridge.room;

import org.jspecify.annotations.NullMarked;
