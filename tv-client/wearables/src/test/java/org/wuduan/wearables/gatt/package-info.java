@NullMarked
package org.wuduan.wearables.gatt;

import org.jspecify.annotations.NullMarked;
