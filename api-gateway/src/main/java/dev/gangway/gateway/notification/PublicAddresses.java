package dev.gangway.gateway.notification;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Which addresses lead to the public internet, and to no machine that only the gateway can reach. */
final class PublicAddresses {

    private static final int IPV4_BYTES = 4;

    /** This machine, private and shared networks, link-local (a cloud's metadata), documentation, multicast, reserved. */
    private static final List<AddressBlock> SPECIAL = blocks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            // Teredo and other protocols' own; documentation; 6to4, which holds any address of version 4.
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "3fff::/20");

    /** All of version 6 that is routed; loopback, link-local, unique local and multicast addresses lie outside. */
    private static final AddressBlock ROUTED = AddressBlock.of("2000::/3");

    /** Version 6 addresses that stand for the version 4 address in their last four bytes. */
    private static final List<AddressBlock> TRANSLATED = List.of(mapped(), AddressBlock.of("64:ff9b::/96"));

    private PublicAddresses() {}

    /** Whether {@code address} is public. */
    static boolean contain(InetAddress address) {
        return contain(address.getAddress());
    }

    private static boolean contain(byte[] address) {
        if (address.length == IPV4_BYTES) {
            return isNotSpecial(address);
        }
        if (TRANSLATED.stream().anyMatch(block -> block.contains(address))) {
            return isNotSpecial(Arrays.copyOfRange(address, address.length - IPV4_BYTES, address.length));
        }
        return ROUTED.contains(address) && isNotSpecial(address);
    }

    private static boolean isNotSpecial(byte[] address) {
        return SPECIAL.stream().noneMatch(block -> block.contains(address));
    }

    private static List<AddressBlock> blocks(String... texts) {
        return Stream.of(texts).map(AddressBlock::of).toList();
    }

    /** {@code ::ffff:0:0/96}, which Java would read as an address of version 4. */
    private static AddressBlock mapped() {
        byte[] first = new byte[16];
        first[10] = (byte) 0xff;
        first[11] = (byte) 0xff;
        return new AddressBlock(first, 96);
    }
}
