package org.wuduan.durability.disk;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One question of the kernel, as include/uapi/linux/fuse.h of Linux lays it out (protocol 7).
 *
 * @param body what follows the header
 */
record Request(int opcode, long unique, long node, Disk.Owner who, ByteBuffer body) {
    static final int HEADER = 40;

    static Request of(ByteBuffer bytes) {
        bytes.order(ByteOrder.nativeOrder());
        int length = bytes.getInt();
        int opcode = bytes.getInt();
        long unique = bytes.getLong();
        long node = bytes.getLong();
        var who = new Disk.Owner(bytes.getInt(), bytes.getInt());
        var body = bytes.slice(HEADER, length - HEADER).order(ByteOrder.nativeOrder());
        return new Request(opcode, unique, node, who, body);
    }

    /** Names that end with a zero byte, after {@code skip} bytes of other fields. */
    List<String> names(int skip) {
        var names = new ArrayList<String>();
        int begin = skip;
        for (int at = skip; at < body.limit(); at++) {
            if (body.get(at) == 0) {
                var bytes = new byte[at - begin];
                body.get(begin, bytes);
                names.add(new String(bytes, StandardCharsets.UTF_8));
                begin = at + 1;
            }
        }
        return names;
    }

    String name(int skip) {
        return names(skip).getFirst();
    }

    int number(int at) {
        return body.getInt(at);
    }

    long longNumber(int at) {
        return body.getLong(at);
    }

    byte[] bytes(int at, int count) {
        var bytes = new byte[count];
        body.get(at, bytes);
        return bytes;
    }
}
