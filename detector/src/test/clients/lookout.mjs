// Plays the scenario with the JavaScript SDK. Each check writes a line; ClientResult reads them. What to call stands in
// the environment.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { setTimeout as pause } from "node:timers/promises";
import * as sdk from "@aws-sdk/client-lookoutmetrics";

const settings = process.env;
const role = "arn:aws:iam::123456789012:role/sales";
const timeText = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}Z\[UTC\]$/;
const patienceMillis = 60_000;

const clientOf = (url, who) =>
  new sdk.LookoutMetricsClient({
    endpoint: settings[url],
    region: "us-east-1",
    credentials: {
      accessKeyId: settings[`${who}_KEY_ID`],
      secretAccessKey: settings[`${who}_SECRET`],
      sessionToken: settings[`${who}_TOKEN`] || undefined,
    },
    maxAttempts: 1,
  });
const admin = clientOf("SERVER_URL", "ADMIN");
const viewer = clientOf("SERVER_URL", "VIEWER");
const strict = clientOf("STRICT_URL", "STRICT");
const busy = clientOf("STRICT_URL", "BUSY");

/** Notes that a step went well, or why it did not; then the scenario ends. */
async function check(kind, name, step) {
  try {
    const result = await step();
    console.log(`ok ${kind} ${name}`);
    return result;
  } catch (failure) {
    console.log(`failed ${kind} ${name}: ${JSON.stringify(String(failure))}`);
    process.exit(1);
  }
}

const send = (client, operation, request) => client.send(new sdk[`${operation}Command`](request));

function call(operation, request = {}, verify = () => {}) {
  return check("operation", operation, async () => {
    const answer = await send(admin, operation, request);
    assert.ok(answer.$metadata.requestId, "no request id");
    verify(answer);
    return answer;
  });
}

/** All items of the SDK's paginator, which writes into its request; more than one page, no item twice. */
function pages(operation, items, pageSize, request, verify) {
  return check("paginator", operation, async () => {
    const found = [];
    let count = 0;
    for await (const page of sdk[`paginate${operation}`]({ client: admin, pageSize }, { ...request })) {
      assert.ok(page[items].length <= pageSize);
      found.push(...page[items]);
      count++;
    }
    assert.ok(count > 1, "only one page");
    assert.equal(new Set(found.map((item) => JSON.stringify(item))).size, found.length, "an item came twice");
    verify(found);
  });
}

function assertLately(time) {
  assert.ok(time instanceof Date, `${time} is no Date`);
  assert.ok(Math.abs(Date.now() - time.getTime()) < 600_000, `${time} is not now`);
}

function assertHasAll(list, key, wanted) {
  const found = list.map((each) => each[key]);
  wanted.forEach((each) => assert.ok(found.includes(each), `${each} is not among ${found}`));
}

async function reach(operation, detector, ...wanted) {
  await check("operation", operation, async () => {
    const end = Date.now() + patienceMillis;
    for (;;) {
      const described = await send(admin, "DescribeAnomalyDetector", { AnomalyDetectorArn: detector });
      if (wanted.includes(described.Status)) return;
      assert.ok(described.Status !== "FAILED" && Date.now() < end, `${described.Status} ${described.FailureReason}`);
      await pause(100);
    }
  });
}

async function makeDetectors() {
  const made = [];
  for (const [name, frequency] of [["backtest", "PT1H"], ["live", "PT5M"]]) {
    const answer = await call("CreateAnomalyDetector", {
      AnomalyDetectorName: `js-${name}`,
      AnomalyDetectorDescription: "by a client",
      AnomalyDetectorConfig: { AnomalyDetectorFrequency: frequency },
      Tags: { team: "sales" },
    });
    made.push(answer.AnomalyDetectorArn);
  }
  const live = made[1];
  await call("UpdateAnomalyDetector", { AnomalyDetectorArn: live, AnomalyDetectorDescription: "new" });
  const described = await call("DescribeAnomalyDetector", { AnomalyDetectorArn: live }, (answer) => {
    assert.equal(answer.AnomalyDetectorDescription, "new");
    assert.equal(answer.Status, "INACTIVE");
  });
  await check("other", "times as numbers", async () => assertLately(described.CreationTime));
  const hasBoth = (list) => assertHasAll(list, "AnomalyDetectorArn", made);
  await call("ListAnomalyDetectors", {}, (answer) => hasBoth(answer.AnomalyDetectorSummaryList));
  await pages("ListAnomalyDetectors", "AnomalyDetectorSummaryList", 1, {}, hasBoth);
  return made;
}

const csv = {
  CsvFormatDescriptor: { FileCompression: "NONE", Charset: "UTF-8", ContainsHeader: true, Delimiter: ",", QuoteSymbol: '"' },
};
const past = { HistoricalDataPathList: [settings.HISTORY_PATH] };

const dataset = (detector, name, frequency, paths) => ({
  AnomalyDetectorArn: detector,
  MetricSetName: name,
  MetricList: ["views", "orders", "revenue"].map((measure) => ({ MetricName: measure, AggregationFunction: "SUM" })),
  DimensionList: ["country", "platform"],
  TimestampColumn: { ColumnName: "time", ColumnFormat: "yyyy-MM-dd HH:mm:ss" },
  MetricSetFrequency: frequency,
  Timezone: "UTC",
  MetricSource: { S3SourceConfig: { RoleArn: role, FileFormatDescriptor: csv, ...paths } },
  Tags: { team: "sales" },
});

async function addDatasets(backtest, live) {
  const source = { RoleArn: role, FileFormatDescriptor: csv, ...past };
  await call("GetSampleData", { S3SourceConfig: source }, (answer) => {
    assert.ok(answer.HeaderValues.includes("revenue"));
    assert.ok(answer.SampleRows.length > 0);
  });
  const detection = { AnomalyDetectorArn: backtest, AutoDetectionMetricSource: { S3SourceConfig: past } };
  await call("DetectMetricSetConfig", detection, (answer) => {
    const detected = answer.DetectedMetricSetConfig.MetricSource.S3SourceConfig.FileFormatDescriptor;
    assert.equal(detected.CsvFormatDescriptor.Delimiter.Value.S, ",");
  });
  const history = (await call("CreateMetricSet", dataset(backtest, "history", "PT1H", past))).MetricSetArn;
  const template = { TemplatedPathList: [settings.LIVE_PATH] };
  const current = (await call("CreateMetricSet", dataset(live, "live", "PT5M", template))).MetricSetArn;
  await call("UpdateMetricSet", { MetricSetArn: current, Offset: 60 });
  await call("DescribeMetricSet", { MetricSetArn: current }, (answer) => {
    assert.equal(answer.Offset, 60);
    assert.deepEqual(answer.DimensionList, ["country", "platform"]);
    assertLately(answer.CreationTime);
  });
  await call("ListMetricSets", { AnomalyDetectorArn: live }, (answer) =>
    assert.deepEqual(answer.MetricSetSummaryList.map((each) => each.MetricSetArn), [current]),
  );
  await pages("ListMetricSets", "MetricSetSummaryList", 1, {}, (list) =>
    assertHasAll(list, "MetricSetArn", [history, current]),
  );
  return history;
}

async function runDetectors(backtest, live) {
  await call("BackTestAnomalyDetector", { AnomalyDetectorArn: backtest });
  await reach("BackTestAnomalyDetector", backtest, "BACK_TEST_COMPLETE");
  await call("ActivateAnomalyDetector", { AnomalyDetectorArn: live });
  await reach("ActivateAnomalyDetector", live, "LEARNING", "ACTIVE");
  await call("DeactivateAnomalyDetector", { AnomalyDetectorArn: live });
  await reach("DeactivateAnomalyDetector", live, "DEACTIVATED", "INACTIVE");
}

async function makeAlerts(detector) {
  const made = [];
  for (const name of ["js-first", "js-second"]) {
    const answer = await call("CreateAlert", {
      AlertName: name,
      AnomalyDetectorArn: detector,
      AlertSensitivityThreshold: 70,
      Action: { SNSConfiguration: { RoleArn: role, SnsTopicArn: settings.TOPIC_ARN } },
    });
    made.push(answer.AlertArn);
  }
  const filters = { MetricList: ["revenue"] };
  await call("UpdateAlert", { AlertArn: made[0], AlertSensitivityThreshold: 80, AlertFilters: filters });
  await call("DescribeAlert", { AlertArn: made[0] }, ({ Alert: alert }) => {
    assert.equal(alert.AlertSensitivityThreshold, 80);
    assert.equal(alert.Action.SNSConfiguration.SnsFormat, "JSON");
    assertLately(alert.CreationTime);
  });
  const hasBoth = (list) => assertHasAll(list, "AlertArn", made);
  await call("ListAlerts", { AnomalyDetectorArn: detector }, (answer) => hasBoth(answer.AlertSummaryList));
  await pages("ListAlerts", "AlertSummaryList", 1, {}, hasBoth);
  return made;
}

async function tag(kind, arn) {
  await call("TagResource", { ResourceArn: arn, Tags: { "a b": "1", "c/d": "ä+2" } });
  const { Tags: tags } = await call("ListTagsForResource", { ResourceArn: arn });
  await call("UntagResource", { ResourceArn: arn, TagKeys: ["a b", "x"] });
  const { Tags: left } = await call("ListTagsForResource", { ResourceArn: arn });
  await check("other", `tags of the ${kind}`, async () => {
    assert.equal(tags["a b"], "1");
    assert.equal(tags["c/d"], "ä+2");
    assert.equal(left["a b"], undefined);
    assert.equal(left["c/d"], "ä+2");
  });
}

/** Gives the group in which views fell, which orders followed and revenue. */
async function findGroup(detector) {
  const request = { ...detector, SensitivityThreshold: 50 };
  const answer = await call("ListAnomalyGroupSummaries", request, (found) => {
    assert.ok(found.AnomalyGroupSummaryList.length > 1);
    assert.equal(found.AnomalyGroupStatistics.TotalCount, found.AnomalyGroupSummaryList.length);
  });
  const groups = answer.AnomalyGroupSummaryList;
  await pages("ListAnomalyGroupSummaries", "AnomalyGroupSummaryList", 1, request, (list) =>
    assert.deepEqual(list, groups),
  );
  const fall = groups.find((group) => group.PrimaryMetricName === "views");
  await call("GetAnomalyGroup", { ...detector, AnomalyGroupId: fall.AnomalyGroupId }, ({ AnomalyGroup: group }) => {
    assert.equal(group.AnomalyGroupScore, fall.AnomalyGroupScore);
    assert.ok(group.MetricLevelImpactList.length > 0);
  });
  return fall.AnomalyGroupId;
}

async function lookAtAnomalies(arn) {
  const detector = { AnomalyDetectorArn: arn };
  const { ExecutionList: runs } = await call("DescribeAnomalyDetectionExecutions", { ...detector, MaxResults: 100 });
  await check("other", "times as text", async () => {
    runs.forEach((run) => assert.match(run.Timestamp, timeText));
    const stamp = runs[3].Timestamp.replace("Z[UTC]", ":00Z");
    const only = await send(admin, "DescribeAnomalyDetectionExecutions", { ...detector, Timestamp: stamp });
    assert.deepEqual(only.ExecutionList, [runs[3]]);
  });
  await pages("DescribeAnomalyDetectionExecutions", "ExecutionList", 50, detector, (list) => {
    assert.ok(list.length > 100);
    assert.deepEqual(list.slice(0, 100), runs);
    list.forEach((run) => assert.equal(run.Status, "COMPLETED"));
  });
  const group = { ...detector, AnomalyGroupId: await findGroup(detector) };
  const ofViews = { ...group, MetricName: "views" };
  const { TimeSeriesList: series } = await call("ListAnomalyGroupTimeSeries", ofViews, (answer) => {
    answer.TimestampList.forEach((time) => assert.match(time, timeText));
    answer.TimeSeriesList.forEach((each) => assert.equal(each.MetricValueList.length, answer.TimestampList.length));
  });
  await pages("ListAnomalyGroupTimeSeries", "TimeSeriesList", 1, ofViews, (list) => assert.deepEqual(list, series));
  const { InterMetricImpactList: related } = await call("ListAnomalyGroupRelatedMetrics", group);
  await pages("ListAnomalyGroupRelatedMetrics", "InterMetricImpactList", 1, group, (list) =>
    assert.deepEqual(list, related),
  );
  await giveFeedback(detector, group.AnomalyGroupId, series);
  await call("GetDataQualityMetrics", detector, (answer) =>
    assert.ok(answer.AnomalyDetectorDataQualityMetricList.length > 0),
  );
}

async function giveFeedback(detector, group, series) {
  for (const [index, isAnomaly] of [[0, true], [1, false]]) {
    const word = { AnomalyGroupId: group, TimeSeriesId: series[index].TimeSeriesId, IsAnomaly: isAnomaly };
    await call("PutFeedback", { ...detector, AnomalyGroupTimeSeriesFeedback: word });
  }
  const request = { ...detector, AnomalyGroupTimeSeriesFeedback: { AnomalyGroupId: group } };
  const { AnomalyGroupTimeSeriesFeedback: given } = await call("GetFeedback", request);
  await pages("GetFeedback", "AnomalyGroupTimeSeriesFeedback", 1, request, (list) => {
    assert.equal(list.length, 2);
    assert.deepEqual(list, given);
  });
}

function provoke(name, status, client, operation, request, verify = () => {}, times = 1) {
  return check("error", name, async () => {
    for (let i = 0; i < times; i++) {
      try {
        await send(client, operation, request);
      } catch (error) {
        assert.ok(error instanceof sdk[name], String(error));
        assert.equal(error.name, name);
        assert.equal(error.$metadata.httpStatusCode, status);
        assert.ok(error.$metadata.requestId, "no request id");
        assert.ok(error.message ?? error.Message, "no message");
        verify(error);
        return;
      }
    }
    assert.fail("it was not refused");
  });
}

async function provokeErrors(detector) {
  const absent = `${detector}-not`;
  const again = { AnomalyDetectorName: "js-backtest", AnomalyDetectorConfig: { AnomalyDetectorFrequency: "PT1H" } };
  await provoke("AccessDeniedException", 403, viewer, "DeleteAnomalyDetector", { AnomalyDetectorArn: detector });
  await provoke("ConflictException", 409, admin, "CreateAnomalyDetector", again, (error) =>
    assert.equal(error.ResourceId, detector),
  );
  await provoke("ResourceNotFoundException", 400, admin, "DescribeAnomalyDetector", { AnomalyDetectorArn: absent }, (error) =>
    assert.equal(error.ResourceId, absent),
  );
  const another = dataset(detector, "another", "PT1H", past);
  await provoke("ServiceQuotaExceededException", 402, admin, "CreateMetricSet", another, (error) => {
    assert.ok(error.QuotaCode);
    assert.equal(error.ServiceCode, "lookoutmetrics");
  });
  await provoke("ValidationException", 400, admin, "CreateAlert", { AlertName: "-" }, (error) => {
    assert.equal(error.Reason, "FIELD_VALIDATION_FAILED");
    assertHasAll(error.Fields, "Name", ["AlertName", "AnomalyDetectorArn", "Action"]);
  });
  await provoke("InternalServerException", 500, strict, "ListAlerts", {});
  await provoke("TooManyRequestsException", 429, busy, "ListAnomalyDetectors", {}, () => {}, 40);
}

async function awaitGone(detector) {
  await check("operation", "DeleteAnomalyDetector", async () => {
    const end = Date.now() + patienceMillis;
    for (;;) {
      try {
        await send(admin, "DescribeAnomalyDetector", { AnomalyDetectorArn: detector });
      } catch (error) {
        assert.ok(error instanceof sdk.ResourceNotFoundException, String(error));
        return;
      }
      assert.ok(Date.now() < end, "it is still there");
      await pause(100);
    }
  });
}

const sdkPackage = createRequire(import.meta.url)("@aws-sdk/client-lookoutmetrics/package.json");
console.log(`version ${sdkPackage.version}`);
const [backtest, live] = await makeDetectors();
const history = await addDatasets(backtest, live);
await runDetectors(backtest, live);
const alerts = await makeAlerts(backtest);
await tag("detector", backtest);
await tag("dataset", history);
await tag("alert", alerts[0]);
await check("other", "temporary credentials", async () => {
  const session = clientOf("SERVER_URL", "SESSION");
  assert.ok((await send(session, "ListTagsForResource", { ResourceArn: history })).Tags.team);
});
await lookAtAnomalies(backtest);
await provokeErrors(backtest);
for (const alert of alerts) await call("DeleteAlert", { AlertArn: alert });
for (const detector of [backtest, live]) {
  await call("DeleteAnomalyDetector", { AnomalyDetectorArn: detector });
  await awaitGone(detector);
}
