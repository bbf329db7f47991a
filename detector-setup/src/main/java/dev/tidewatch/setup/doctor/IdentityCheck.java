package dev.tidewatch.setup.doctor;

import dev.tidewatch.setup.aws.Clients;
import dev.tidewatch.setup.aws.Identity;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who calls AWS, and where its services are. */
final class IdentityCheck implements Check {
  private final Clients clients;

  IdentityCheck(Clients clients) {
    this.clients = clients;
  }

  @Override
  public List<Finding> look() {
    List<Finding> findings = new ArrayList<>();
    Identity identity = Identity.of(clients.sts());
    findings.add(
        Finding.good("credentials: " + identity.caller() + ", region " + identity.region()));
    Map<String, Optional<URI>> places = new LinkedHashMap<>();
    places.put("S3", clients.s3().serviceClientConfiguration().endpointOverride());
    places.put("SNS", clients.sns().serviceClientConfiguration().endpointOverride());
    places.put("IAM", clients.iam().serviceClientConfiguration().endpointOverride());
    places.put("STS", clients.sts().serviceClientConfiguration().endpointOverride());
    places.forEach(
        (service, place) ->
            findings.add(
                Finding.good(service + ": " + place.map(URI::toString).orElse("AWS's own"))));
    return findings;
  }

  @Override
  public String subject() {
    return "credentials";
  }

  @Override
  public String remedy() {
    return "Set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, and AWS_REGION";
  }
}
