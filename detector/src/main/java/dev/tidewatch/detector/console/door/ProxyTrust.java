package dev.tidewatch.detector.console.door;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.access.Role;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A reverse proxy that says who is signed in, as oauth2-proxy and the load balancers of clouds do.
 *
 * @param header that holds the user's name, such as {@code X-Forwarded-User}
 * @param addresses of the proxy: from anywhere else the header means nothing
 * @param operators names of those with that role
 * @param admins names of those with that role
 * @param others what everybody else has; none: they are not let in
 */
public record ProxyTrust(
    String header,
    Set<String> addresses,
    Set<String> operators,
    Set<String> admins,
    Optional<Role> others) {
  /** What could break a line or hide in one is no name. */
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}@._+ -]{1,128}");

  /** Nothing of this shape is ever looked up as a name. */
  private static final Pattern ADDRESS =
      Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f.]*:[0-9A-Fa-f:.]+(%\\w+)?");

  public ProxyTrust {
    requireNonNull(header, "header");
    addresses = addresses.stream().map(ProxyTrust::address).collect(Collectors.toUnmodifiableSet());
    operators = Set.copyOf(operators);
    admins = Set.copyOf(admins);
    requireNonNull(others, "others");
  }

  /**
   * An address as it is compared: one has many spellings.
   *
   * @throws IllegalArgumentException when it is none, or the name of a host, which could change
   */
  public static String address(String text) {
    String bare = text.replaceFirst("^\\[(.*)]$", "$1");
    try {
      if (ADDRESS.matcher(bare).matches()) {
        return InetAddress.getByName(bare).getHostAddress();
      }
    } catch (UnknownHostException none) {
      // told below, as all else that is none
    }
    throw new IllegalArgumentException("'" + text + "' is no address such as 10.0.0.7 or ::1");
  }

  /** Whom a request is of, by its sender's word. */
  Optional<Visitor> visitor(String remoteAddress, String name) {
    if (!addresses.contains(address(remoteAddress)) || !NAME.matcher(name).matches()) {
      return Optional.empty();
    }
    return role(name).map(role -> new Visitor(name, role, ""));
  }

  private Optional<Role> role(String name) {
    if (admins.contains(name)) {
      return Optional.of(Role.ADMIN);
    }
    return operators.contains(name) ? Optional.of(Role.OPERATOR) : others;
  }
}
