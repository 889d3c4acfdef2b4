@NullMarked
package org.wuduan.wearables.fake;

import org.jspecify.annotations.NullMarked;
