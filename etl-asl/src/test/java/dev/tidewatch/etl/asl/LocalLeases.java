package dev.tidewatch.etl.asl;

import com.amazonaws.regions.RegionUtils;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Has every client of DynamoDB in this process talk to a {@link LeaseServer}, until closed. */
final class LocalLeases implements AutoCloseable {
  private static final String REGIONS = "com.amazonaws.regions.RegionUtils.fileOverride";
  private static final String ANY_CERTIFICATE = "com.amazonaws.sdk.disableCertChecking";

  private final LeaseServer server;

  private LocalLeases(LeaseServer server) {
    this.server = server;
  }

  static LocalLeases start(Path folder) throws Exception {
    LeaseServer server = LeaseServer.start(folder);
    Path regions = Files.writeString(folder.resolve("regions.xml"), regions(server.host()));
    System.setProperty(ANY_CERTIFICATE, "true");
    System.setProperty(REGIONS, regions.toString());
    RegionUtils.initialize();
    return new LocalLeases(server);
  }

  private static String regions(String host) {
    return """
        <XML><Regions><Region><Name>us-east-1</Name><Domain>amazonaws.com</Domain>
        <Endpoint><ServiceName>dynamodb</ServiceName><Http>false</Http><Https>true</Https>
        <Hostname>%s</Hostname></Endpoint></Region></Regions></XML>
        """
        .formatted(host);
  }

  LeaseTables tables() {
    return server.tables();
  }

  @Override
  public void close() {
    List.of(REGIONS, ANY_CERTIFICATE).forEach(System::clearProperty);
    RegionUtils.initialize();
    server.close();
  }
}
