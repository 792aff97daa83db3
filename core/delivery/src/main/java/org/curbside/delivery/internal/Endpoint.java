package org.curbside.delivery.internal;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a browser's maker takes pushes. It comes from a browser, so it could be anything. */
final class Endpoint {

    private static final int LONGEST = 2_000;

    /** The usual port. */
    static final int HTTPS = 443;

    private Endpoint() {}

    /** Reads one: by https, at the usual port, of a host by its name. Empty if it is something else. */
    static Optional<URI> read(String typed) {
        try {
            URI uri = new URI(typed);
            boolean usual = uri.getPort() == -1 || uri.getPort() == HTTPS;
            boolean plain = uri.getUserInfo() == null && uri.getFragment() == null && typed.length() <= LONGEST;
            String host = uri.getHost();
            return "https".equals(uri.getScheme()) && usual && plain && host != null && isName(host)
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean isName(String host) {
        return host.matches("[A-Za-z0-9.-]*\\.[A-Za-z][A-Za-z0-9-]*");
    }

    /**
     * Whether its host is on the public network, with all of its addresses. Between this question and the connection a name may come to mean
     * another host; that one would have to show a certificate of this name before it is told anything.
     */
    static boolean isPublic(URI endpoint) {
        try {
            return Stream.of(InetAddress.getAllByName(endpoint.getHost())).allMatch(Endpoint::isPublic);
        } catch (UnknownHostException e) {
            return false;
        }
    }

    static boolean isPublic(InetAddress address) {
        boolean special = address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
        byte[] bytes = address.getAddress();
        return !special && (address instanceof Inet6Address ? isGlobalUnicast(bytes) : !isReserved(bytes));
    }

    /** 2000::/3 but for 2002::/16 and 2001::/32, which stand for addresses of the other kind. */
    private static boolean isGlobalUnicast(byte... bytes) {
        boolean relayed =
                bytes[0] == 0x20 && (bytes[1] == 0x02 || (bytes[1] == 0x01 && bytes[2] == 0 && bytes[3] == 0));
        return (bytes[0] & 0xe0) == 0x20 && !relayed;
    }

    /** Of the registry of special purposes (RFC 6890) those that the JDK does not know. */
    private static boolean isReserved(byte... bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        return first == 0
                || first >= 240
                || (first == 100 && second >= 64 && second < 128)
                || (first == 192 && second == 0 && bytes[2] == 0)
                || (first == 198 && (second == 18 || second == 19));
    }
}
