package dev.gangway.gateway.notification;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Addresses that begin with the same bits.
 *
 * @param first the first of them, 4 or 16 bytes
 * @param bits how many bits they share
 */
record AddressBlock(byte[] first, int bits) {

    /** Reads {@code 10.0.0.0/8} or {@code fc00::/7}. */
    static AddressBlock of(String text) {
        int slash = text.indexOf('/');
        try {
            byte[] first = InetAddress.getByName(text.substring(0, slash)).getAddress();
            return new AddressBlock(first, Integer.parseInt(text.substring(slash + 1)));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(text + " is no block of addresses", e);
        }
    }

    /** Whether an address of as many bytes is among them. */
    boolean contains(byte[] address) {
        if (address.length != first.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            if (bit(address, bit) != bit(first, bit)) {
                return false;
            }
        }
        return true;
    }

    private static int bit(byte[] address, int index) {
        return address[index / Byte.SIZE] >> (Byte.SIZE - 1 - index % Byte.SIZE) & 1;
    }
}
