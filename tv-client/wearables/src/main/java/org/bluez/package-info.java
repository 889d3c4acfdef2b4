/**
 * BlueZ errors as Java exceptions. dbus-java turns the wire name {@code org.bluez.Error.X} into the nested class
 * {@code org.bluez.Error$X} and back: hence this package, which bluez-dbus also uses, and these names.
 */
@NullMarked
package org.bluez;

import org.jspecify.annotations.NullMarked;
