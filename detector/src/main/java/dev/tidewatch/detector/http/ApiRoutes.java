package dev.tidewatch.detector.http;

import dev.tidewatch.detector.operation.Operations;
import dev.tidewatch.detector.wire.OperationModel;
import dev.tidewatch.detector.wire.RequestCheck;
import dev.tidewatch.detector.wire.ServiceModel;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HandlerType;
import io.micrometer.core.instrument.MeterRegistry;

/** The 30 operations at the paths of appendix A.5 of the contract. */
public final class ApiRoutes implements Routes {
  private final ServiceModel model;
  private final Operations operations;
  private final Admission admission;
  private final RequestMetrics metrics;
  private final AuditDesk audit;

  public ApiRoutes(
      ServiceModel model,
      Operations operations,
      Admission admission,
      MeterRegistry registry,
      AuditDesk audit) {
    this.audit = audit;
    this.model = model;
    this.operations = operations;
    this.admission = admission;
    this.metrics = new RequestMetrics(registry);
  }

  @Override
  public void addTo(JavalinConfig config) {
    RequestCheck check = new RequestCheck(model);
    for (OperationModel operation : model.operations()) {
      config.routes.addHttpHandler(
          HandlerType.findOrCreate(operation.method()),
          operation.path().replace("{resourceArn}", "<resourceArn>"),
          new ApiHandler(operation, operations, admission, check, metrics, audit));
    }
  }
}
