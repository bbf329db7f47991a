package dev.tidewatch.detector.catalog;

import java.util.regex.Pattern;

/** Where the server says it is: the parts of every ARN that are the same for all resources. */
public record Account(String partition, String region, String accountId) {
  private static final Pattern PARTITION = Pattern.compile("[a-z\\d-]+");
  private static final Pattern REGION = Pattern.compile("[a-z\\d-]+");
  private static final Pattern ACCOUNT_ID = Pattern.compile("\\d{12}");

  /** The standard partition, its first region, and the account number of AWS's own examples. */
  public static final Account EXAMPLE = new Account("aws", "us-east-1", "123456789012");

  public Account {
    check("partition", partition, PARTITION, "lower-case letters, digits and hyphens, like aws");
    check("region", region, REGION, "lower-case letters, digits and hyphens, like us-east-1");
    check("account", accountId, ACCOUNT_ID, "12 digits, like 123456789012");
  }

  private static void check(String part, String value, Pattern pattern, String right) {
    if (!pattern.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "the %s is \"%s\", but should be %s".formatted(part, value, right));
    }
  }
}
