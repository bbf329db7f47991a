#!/usr/bin/python3
"""Plays the scenario with the AWS CLI or with boto3: lookout.py cli | boto3.

The CLI is Debian's, version 2: its own code is called with the arguments a shell would give it, because a hundred
processes would take minutes. Each check writes a line; ClientResult reads them. What to call stands in the environment.
"""
import contextlib
import datetime
import io
import json
import os
import re
import sys
import time

SETTINGS = os.environ
REGION = "us-east-1"
ROLE = "arn:aws:iam::123456789012:role/sales"
TIME = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}Z\[UTC\]")
PATIENCE = 60


class Refused(Exception):
    """An error of the service: name, message, and what the client knows besides."""

    def __init__(self, name, message, details):
        super().__init__(f"{name}: {message}")
        self.name = name
        self.message = message
        self.details = details


class Cli:
    """`aws lookoutmetrics`, with one flag for each member of the request."""

    REFUSAL = re.compile(r"An error occurred \((\w+)\) when calling the (\w+) operation[^:]*: (.*)", re.DOTALL)

    def __init__(self):
        import awscli
        from awscli.clidriver import create_clidriver

        self.create_driver = create_clidriver
        self.version = awscli.__version__

    def call(self, server, operation, request):
        command = re.sub(r"(?<!^)(?=[A-Z])", "-", operation).lower()
        arguments = ["lookoutmetrics", command, "--endpoint-url", server.url, "--region", REGION, "--output", "json"]
        for member, value in request.items():
            arguments.append("--" + re.sub(r"(?<!^)(?=[A-Z])", "-", member).lower())
            arguments.append(value if isinstance(value, str) else json.dumps(value))
        os.environ.update(
            AWS_ACCESS_KEY_ID=server.key_id, AWS_SECRET_ACCESS_KEY=server.secret, AWS_MAX_ATTEMPTS="1", AWS_PAGER=""
        )
        os.environ.pop("AWS_SESSION_TOKEN", None)
        if server.token:
            os.environ["AWS_SESSION_TOKEN"] = server.token
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = self.create_driver().main(arguments)
        if code != 0:
            refusal = self.REFUSAL.search(err.getvalue())
            if refusal is None:
                raise AssertionError(f"aws {' '.join(arguments)} ended with {code}: {err.getvalue()}")
            raise Refused(refusal.group(1), refusal.group(3), {})
        return json.loads(out.getvalue() or "{}")

    @staticmethod
    def time(value):
        """The CLI writes times as ISO texts."""
        return datetime.datetime.fromisoformat(value)

    @staticmethod
    def check_refusal(refusal, status, members):
        """The CLI shows name and message."""
        assert refusal.message.strip(), "no message"


class Boto3:
    """The same calls through boto3's client."""

    def __init__(self):
        import boto3

        self.session = boto3.session.Session
        self.version = boto3.__version__
        self.clients = {}

    def client(self, server):
        import botocore.config

        if server not in self.clients:
            self.clients[server] = self.session().client(
                "lookoutmetrics",
                endpoint_url=server.url,
                region_name=REGION,
                aws_access_key_id=server.key_id,
                aws_secret_access_key=server.secret,
                aws_session_token=server.token,
                config=botocore.config.Config(retries={"max_attempts": 0}),
            )
        return self.clients[server]

    def call(self, server, operation, request):
        import botocore.exceptions

        client = self.client(server)
        method = re.sub(r"(?<!^)(?=[A-Z])", "_", operation).lower()
        try:
            answer = getattr(client, method)(**request)
        except botocore.exceptions.ClientError as error:
            name = error.response["Error"]["Code"]
            assert type(error).__name__ == name, f"{name} is no class of its own: {type(error)}"
            raise Refused(name, error.response["Error"]["Message"], error.response) from error
        assert answer["ResponseMetadata"]["RequestId"], "no request id"
        return answer

    @staticmethod
    def time(value):
        assert isinstance(value, datetime.datetime), f"{value!r} is no datetime"
        return value

    @staticmethod
    def check_refusal(refusal, status, members):
        assert refusal.message.strip(), "no message"
        assert refusal.details["ResponseMetadata"]["HTTPStatusCode"] == status, refusal.details
        for member, value in members.items():
            given = refusal.details.get(member)
            assert given == value or (value is any and given), f"{member} is {given!r}, not {value!r}"


class Server:
    """Where to call, and as whom."""

    def __init__(self, url, role):
        self.url = SETTINGS[url]
        self.key_id = SETTINGS[role + "_KEY_ID"]
        self.secret = SETTINGS[role + "_SECRET"]
        self.token = SETTINGS[role + "_TOKEN"] or None


class Failed(Exception):
    """A check's line has said why."""


@contextlib.contextmanager
def check(kind, name):
    try:
        yield
    except Failed:
        raise
    except Exception as failure:  # whatever it is, it belongs into the line
        print(f"failed {kind} {name}: {type(failure).__name__} {str(failure)!r}", flush=True)
        raise Failed from failure
    print(f"ok {kind} {name}", flush=True)


class Scenario:
    def __init__(self, client, prefix):
        self.client = client
        self.prefix = prefix
        self.admin = Server("SERVER_URL", "ADMIN")
        self.viewer = Server("SERVER_URL", "VIEWER")
        self.strict = Server("STRICT_URL", "STRICT")
        self.busy = Server("STRICT_URL", "BUSY")

    def call(self, operation, **request):
        with check("operation", operation):
            return self.client.call(self.admin, operation, request)

    def all_pages(self, operation, items, size, **request):
        """Neither client has paginators for this service: people pass the token on."""
        found, token = [], None
        with check("paginator", operation):
            pages = 0
            while True:
                more = {} if token is None else {"NextToken": token}
                page = self.client.call(self.admin, operation, {**request, "MaxResults": size, **more})
                assert len(page[items]) <= size, f"{len(page[items])} on a page of {size}"
                found += page[items]
                pages += 1
                if "NextToken" not in page:
                    break
                token = page["NextToken"]
            assert pages > 1, "only one page"
            texts = [json.dumps(item, default=str, sort_keys=True) for item in found]
            assert len(set(texts)) == len(texts), "an item came twice"
        return found

    def play(self):
        self.make_detectors()
        self.add_datasets()
        self.run_detectors()
        self.make_alerts()
        for kind, arn in ("detector", self.backtest), ("dataset", self.history), ("alert", self.first):
            self.tag(kind, arn)
        with check("other", "temporary credentials"):
            session = Server("SERVER_URL", "SESSION")
            assert self.client.call(session, "ListTagsForResource", {"ResourceArn": self.history})["Tags"]
        self.look_at_anomalies()
        self.provoke_errors()
        for alert in self.first, self.second:
            self.call("DeleteAlert", AlertArn=alert)
        for detector in self.backtest, self.live:
            self.call("DeleteAnomalyDetector", AnomalyDetectorArn=detector)
            self.await_gone(detector)

    def make_detectors(self):
        self.backtest, self.live = (
            self.call(
                "CreateAnomalyDetector",
                AnomalyDetectorName=f"{self.prefix}-{name}",
                AnomalyDetectorDescription="by a client",
                AnomalyDetectorConfig={"AnomalyDetectorFrequency": frequency},
                Tags={"team": "sales"},
            )["AnomalyDetectorArn"]
            for name, frequency in (("backtest", "PT1H"), ("live", "PT5M"))
        )
        self.call("UpdateAnomalyDetector", AnomalyDetectorArn=self.live, AnomalyDetectorDescription="new")
        described = self.call("DescribeAnomalyDetector", AnomalyDetectorArn=self.live)
        with check("operation", "DescribeAnomalyDetector"):
            assert described["AnomalyDetectorDescription"] == "new", described
            assert described["Status"] == "INACTIVE", described
        with check("other", "times as numbers"):
            age = datetime.datetime.now(datetime.timezone.utc) - self.client.time(described["CreationTime"])
            assert abs(age.total_seconds()) < 600, described
        both = {self.backtest, self.live}
        listed = self.call("ListAnomalyDetectors")["AnomalyDetectorSummaryList"]
        paged = self.all_pages("ListAnomalyDetectors", "AnomalyDetectorSummaryList", 1)
        with check("operation", "ListAnomalyDetectors"):
            assert both <= {each["AnomalyDetectorArn"] for each in listed}, listed
        with check("paginator", "ListAnomalyDetectors"):
            assert both <= {each["AnomalyDetectorArn"] for each in paged}, paged

    @staticmethod
    def csv():
        return {
            "CsvFormatDescriptor": {
                "FileCompression": "NONE",
                "Charset": "UTF-8",
                "ContainsHeader": True,
                "Delimiter": ",",
                "QuoteSymbol": '"',
            }
        }

    def dataset(self, detector, name, frequency, paths):
        return {
            "AnomalyDetectorArn": detector,
            "MetricSetName": name,
            "MetricList": [
                {"MetricName": measure, "AggregationFunction": "SUM"} for measure in ("views", "orders", "revenue")
            ],
            "DimensionList": ["country", "platform"],
            "TimestampColumn": {"ColumnName": "time", "ColumnFormat": "yyyy-MM-dd HH:mm:ss"},
            "MetricSetFrequency": frequency,
            "Timezone": "UTC",
            "MetricSource": {"S3SourceConfig": {"RoleArn": ROLE, "FileFormatDescriptor": self.csv(), **paths}},
            "Tags": {"team": "sales"},
        }

    def add_datasets(self):
        past = {"HistoricalDataPathList": [SETTINGS["HISTORY_PATH"]]}
        current = {"TemplatedPathList": [SETTINGS["LIVE_PATH"]]}
        source = {"RoleArn": ROLE, "FileFormatDescriptor": self.csv(), **past}
        sample = self.call("GetSampleData", S3SourceConfig=source)
        with check("operation", "GetSampleData"):
            assert "revenue" in sample["HeaderValues"] and sample["SampleRows"], sample
        detected = self.call(
            "DetectMetricSetConfig",
            AnomalyDetectorArn=self.backtest,
            AutoDetectionMetricSource={"S3SourceConfig": past},
        )
        with check("operation", "DetectMetricSetConfig"):
            file_format = detected["DetectedMetricSetConfig"]["MetricSource"]["S3SourceConfig"]["FileFormatDescriptor"]
            assert file_format["CsvFormatDescriptor"]["Delimiter"]["Value"]["S"] == ",", detected
        self.history = self.call("CreateMetricSet", **self.dataset(self.backtest, "history", "PT1H", past))[
            "MetricSetArn"
        ]
        current_set = self.call("CreateMetricSet", **self.dataset(self.live, "live", "PT5M", current))["MetricSetArn"]
        self.call("UpdateMetricSet", MetricSetArn=current_set, Offset=60)
        described = self.call("DescribeMetricSet", MetricSetArn=current_set)
        with check("operation", "DescribeMetricSet"):
            assert described["Offset"] == 60, described
            assert described["DimensionList"] == ["country", "platform"], described
            self.client.time(described["CreationTime"])
        listed = self.call("ListMetricSets", AnomalyDetectorArn=self.live)["MetricSetSummaryList"]
        with check("operation", "ListMetricSets"):
            assert [each["MetricSetArn"] for each in listed] == [current_set], listed
        paged = self.all_pages("ListMetricSets", "MetricSetSummaryList", 1)
        with check("paginator", "ListMetricSets"):
            assert {self.history, current_set} <= {each["MetricSetArn"] for each in paged}, paged

    def run_detectors(self):
        self.call("BackTestAnomalyDetector", AnomalyDetectorArn=self.backtest)
        self.reach("BackTestAnomalyDetector", self.backtest, "BACK_TEST_COMPLETE")
        self.call("ActivateAnomalyDetector", AnomalyDetectorArn=self.live)
        self.reach("ActivateAnomalyDetector", self.live, "LEARNING", "ACTIVE")
        self.call("DeactivateAnomalyDetector", AnomalyDetectorArn=self.live)
        self.reach("DeactivateAnomalyDetector", self.live, "DEACTIVATED", "INACTIVE")

    def reach(self, operation, detector, *wanted):
        with check("operation", operation):
            end = time.monotonic() + PATIENCE
            while True:
                request = {"AnomalyDetectorArn": detector}
                described = self.client.call(self.admin, "DescribeAnomalyDetector", request)
                if described["Status"] in wanted:
                    return
                assert described["Status"] != "FAILED" and time.monotonic() < end, described
                time.sleep(0.1)

    def await_gone(self, detector):
        with check("operation", "DeleteAnomalyDetector"):
            end = time.monotonic() + PATIENCE
            while time.monotonic() < end:
                try:
                    self.client.call(self.admin, "DescribeAnomalyDetector", {"AnomalyDetectorArn": detector})
                except Refused as refusal:
                    assert refusal.name == "ResourceNotFoundException", refusal
                    return
                time.sleep(0.1)
            raise AssertionError("it is still there")

    def make_alerts(self):
        action = {"SNSConfiguration": {"RoleArn": ROLE, "SnsTopicArn": SETTINGS["TOPIC_ARN"]}}
        self.first, self.second = (
            self.call(
                "CreateAlert",
                AlertName=f"{self.prefix}-{name}",
                AnomalyDetectorArn=self.backtest,
                AlertSensitivityThreshold=70,
                Action=action,
            )["AlertArn"]
            for name in ("first", "second")
        )
        filters = {"MetricList": ["revenue"]}
        self.call("UpdateAlert", AlertArn=self.first, AlertSensitivityThreshold=80, AlertFilters=filters)
        alert = self.call("DescribeAlert", AlertArn=self.first)["Alert"]
        with check("operation", "DescribeAlert"):
            assert alert["AlertSensitivityThreshold"] == 80, alert
            assert alert["Action"]["SNSConfiguration"]["SnsFormat"] == "JSON", alert
            self.client.time(alert["CreationTime"])
        both = {self.first, self.second}
        listed = self.call("ListAlerts", AnomalyDetectorArn=self.backtest)["AlertSummaryList"]
        with check("operation", "ListAlerts"):
            assert {each["AlertArn"] for each in listed} == both, listed
        paged = self.all_pages("ListAlerts", "AlertSummaryList", 1)
        with check("paginator", "ListAlerts"):
            assert both <= {each["AlertArn"] for each in paged}, paged

    def tag(self, kind, arn):
        self.call("TagResource", ResourceArn=arn, Tags={"a b": "1", "c/d": "ä+2"})
        tags = self.call("ListTagsForResource", ResourceArn=arn)["Tags"]
        self.call("UntagResource", ResourceArn=arn, TagKeys=["a b", "x"])
        left = self.call("ListTagsForResource", ResourceArn=arn)["Tags"]
        with check("other", f"tags of the {kind}"):
            assert tags["a b"] == "1" and tags["c/d"] == "ä+2", tags
            assert "a b" not in left and left["c/d"] == "ä+2", left

    def look_at_anomalies(self):
        detector = {"AnomalyDetectorArn": self.backtest}
        runs = self.call("DescribeAnomalyDetectionExecutions", **detector, MaxResults=100)["ExecutionList"]
        with check("other", "times as text"):
            assert all(TIME.fullmatch(run["Timestamp"]) for run in runs), runs
            stamp = runs[3]["Timestamp"].replace("Z[UTC]", ":00Z")
            only = self.client.call(self.admin, "DescribeAnomalyDetectionExecutions", {**detector, "Timestamp": stamp})
            assert only["ExecutionList"] == [runs[3]], only
        paged = self.all_pages("DescribeAnomalyDetectionExecutions", "ExecutionList", 50, **detector)
        with check("paginator", "DescribeAnomalyDetectionExecutions"):
            assert paged[:100] == runs and len(paged) > 100, paged
            assert all(run["Status"] == "COMPLETED" for run in paged), paged
        group = {**detector, "AnomalyGroupId": self.find_group(detector)}
        of_views = {**group, "MetricName": "views"}
        series = self.call("ListAnomalyGroupTimeSeries", **of_views)
        with check("operation", "ListAnomalyGroupTimeSeries"):
            times = series["TimestampList"]
            assert all(TIME.fullmatch(each) for each in times), times
            assert all(len(each["MetricValueList"]) == len(times) for each in series["TimeSeriesList"]), series
        self.compare_pages("ListAnomalyGroupTimeSeries", "TimeSeriesList", series, of_views)
        related = self.call("ListAnomalyGroupRelatedMetrics", **group)
        self.compare_pages("ListAnomalyGroupRelatedMetrics", "InterMetricImpactList", related, group)
        self.give_feedback(detector, group["AnomalyGroupId"], series["TimeSeriesList"])
        quality = self.call("GetDataQualityMetrics", **detector)
        with check("operation", "GetDataQualityMetrics"):
            assert quality["AnomalyDetectorDataQualityMetricList"], quality

    def compare_pages(self, operation, items, answer, request):
        paged = self.all_pages(operation, items, 1, **request)
        with check("paginator", operation):
            assert paged == answer[items], paged

    def find_group(self, detector):
        """Gives the group in which views fell, which orders followed and revenue."""
        request = {**detector, "SensitivityThreshold": 50}
        answer = self.call("ListAnomalyGroupSummaries", **request)
        groups = answer["AnomalyGroupSummaryList"]
        with check("operation", "ListAnomalyGroupSummaries"):
            assert answer["AnomalyGroupStatistics"]["TotalCount"] == len(groups) > 1, answer
            assert all(TIME.fullmatch(group["StartTime"]) for group in groups), groups
        self.compare_pages("ListAnomalyGroupSummaries", "AnomalyGroupSummaryList", answer, request)
        fall = next(group for group in groups if group["PrimaryMetricName"] == "views")
        group = self.call("GetAnomalyGroup", **detector, AnomalyGroupId=fall["AnomalyGroupId"])["AnomalyGroup"]
        with check("operation", "GetAnomalyGroup"):
            assert group["AnomalyGroupScore"] == fall["AnomalyGroupScore"], group
            assert group["MetricLevelImpactList"], group
        return fall["AnomalyGroupId"]

    def give_feedback(self, detector, group, series):
        for each, is_anomaly in zip(series, (True, False)):
            word = {"AnomalyGroupId": group, "TimeSeriesId": each["TimeSeriesId"], "IsAnomaly": is_anomaly}
            self.call("PutFeedback", **detector, AnomalyGroupTimeSeriesFeedback=word)
        request = {**detector, "AnomalyGroupTimeSeriesFeedback": {"AnomalyGroupId": group}}
        given = self.call("GetFeedback", **request)
        with check("operation", "GetFeedback"):
            words = {word["TimeSeriesId"]: word["IsAnomaly"] for word in given["AnomalyGroupTimeSeriesFeedback"]}
            assert words == {series[0]["TimeSeriesId"]: True, series[1]["TimeSeriesId"]: False}, given
        self.compare_pages("GetFeedback", "AnomalyGroupTimeSeriesFeedback", given, request)

    def provoke_errors(self):
        backtest = {"AnomalyDetectorArn": self.backtest}
        absent = {"AnomalyDetectorArn": self.backtest + "-not"}
        again = {
            "AnomalyDetectorName": f"{self.prefix}-backtest",
            "AnomalyDetectorConfig": {"AnomalyDetectorFrequency": "PT1H"},
        }
        another = self.dataset(
            self.backtest, "another", "PT1H", {"HistoricalDataPathList": [SETTINGS["HISTORY_PATH"]]}
        )
        wrong = {"AnomalyDetectorName": "-", "AnomalyDetectorConfig": {"AnomalyDetectorFrequency": "PT7M"}}
        self.provoke("AccessDeniedException", 403, self.viewer, "DeleteAnomalyDetector", backtest)
        self.provoke("ConflictException", 409, self.admin, "CreateAnomalyDetector", again, ResourceId=self.backtest)
        self.provoke(
            "ResourceNotFoundException",
            400,
            self.admin,
            "DescribeAnomalyDetector",
            absent,
            ResourceId=absent["AnomalyDetectorArn"],
        )
        self.provoke(
            "ServiceQuotaExceededException",
            402,
            self.admin,
            "CreateMetricSet",
            another,
            QuotaCode=any,
            ServiceCode="lookoutmetrics",
        )
        refusal = self.provoke(
            "ValidationException", 400, self.admin, "CreateAnomalyDetector", wrong, Reason="FIELD_VALIDATION_FAILED"
        )
        with check("error", "ValidationException"):
            for field in "AnomalyDetectorName", "AnomalyDetectorConfig.AnomalyDetectorFrequency":
                assert field in refusal.message, refusal.message
        self.provoke("InternalServerException", 500, self.strict, "ListAlerts", {})
        self.provoke("TooManyRequestsException", 429, self.busy, "ListAnomalyDetectors", {}, times=40)

    def provoke(self, name, status, server, operation, request, times=1, **members):
        with check("error", name):
            try:
                for _ in range(times):
                    self.client.call(server, operation, request)
            except Refused as refusal:
                assert refusal.name == name, refusal
                self.client.check_refusal(refusal, status, members)
                return refusal
            raise AssertionError("it was not refused")


def main():
    which = sys.argv[1]
    client = {"cli": Cli, "boto3": Boto3}[which]()
    print(f"version {client.version}", flush=True)
    try:
        Scenario(client, which).play()
    except Failed:
        sys.exit(1)


main()
