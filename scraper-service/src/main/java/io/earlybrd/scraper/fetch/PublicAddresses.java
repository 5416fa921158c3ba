package io.earlybrd.scraper.fetch;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * The addresses of the public Internet: all but the special-purpose ranges of IANA's registries (RFC 6890), multicast, and
 * the few public addresses at which clouds keep their metadata. An IPv6 address that carries an IPv4 address is judged by
 * that one as well.
 */
final class PublicAddresses {

    private static final List<Range> NOT_PUBLIC_V4 = List.of(
            Range.of("0.0.0.0", 8),
            Range.of("10.0.0.0", 8),
            Range.of("100.64.0.0", 10), // carrier-grade NAT; Alibaba's metadata
            Range.of("127.0.0.0", 8),
            Range.of("168.63.129.16", 32), // Azure's wire server
            Range.of("169.254.0.0", 16), // link-local; metadata of most clouds
            Range.of("172.16.0.0", 12),
            Range.of("192.0.0.0", 24), // Oracle's metadata
            Range.of("192.0.2.0", 24),
            Range.of("192.88.99.0", 24),
            Range.of("192.168.0.0", 16),
            Range.of("198.18.0.0", 15),
            Range.of("198.51.100.0", 24),
            Range.of("203.0.113.0", 24),
            Range.of("224.0.0.0", 3)); // multicast, reserved, broadcast

    /** Only 2000::/3 is routed; inside it these are not. */
    private static final Range GLOBAL_V6 = Range.of("2000::", 3);

    private static final List<Range> NOT_PUBLIC_V6 =
            List.of(Range.of("2001::", 23), Range.of("2001:db8::", 32), Range.of("3fff::", 20));

    private static final Range SIX_TO_FOUR = Range.of("2002::", 16);
    private static final Range NAT64 = Range.of("64:ff9b::", 96);

    private PublicAddresses() {}

    static boolean contains(InetAddress address) {
        if (address instanceof Inet4Address) {
            return NOT_PUBLIC_V4.stream().noneMatch(range -> range.contains(address));
        }
        if (NAT64.contains(address)) {
            return contains(v4(address, 12));
        }
        if (SIX_TO_FOUR.contains(address)) {
            return contains(v4(address, 2));
        }
        return GLOBAL_V6.contains(address) && NOT_PUBLIC_V6.stream().noneMatch(range -> range.contains(address));
    }

    private static InetAddress v4(InetAddress carrier, int offset) {
        byte[] bytes = carrier.getAddress();
        return address(new byte[] {bytes[offset], bytes[offset + 1], bytes[offset + 2], bytes[offset + 3]});
    }

    private static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }

    /** A block of addresses: {@code 10.0.0.0/8}. */
    private record Range(BigInteger network, int length, int bits) {

        static Range of(String address, int length) {
            try {
                byte[] bytes = InetAddress.getByName(address).getAddress();
                return new Range(new BigInteger(1, bytes), length, bytes.length * Byte.SIZE);
            } catch (UnknownHostException e) {
                throw new IllegalStateException("not an IP literal: " + address, e);
            }
        }

        boolean contains(InetAddress address) {
            byte[] bytes = address.getAddress();
            return bytes.length * Byte.SIZE == bits
                    && new BigInteger(1, bytes)
                                    .xor(network)
                                    .shiftRight(bits - length)
                                    .signum()
                            == 0;
        }
    }
}
