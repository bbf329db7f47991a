package dev.tidewatch.metricset.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tidewatch.metricset.interval.Interval;
import dev.tidewatch.metricset.interval.IntervalCalendar;
import dev.tidewatch.metricset.interval.IntervalLength;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathTemplateTest {
  private static final LocalDateTime AFTERNOON = LocalDateTime.parse("2021-07-04T15:05:09");

  @ParameterizedTest
  @CsvSource({
    "data/intvl_date={{yyyy-MM-dd}}/intvl_hhmm={{HHmm}}/, data/intvl_date=2021-07-04/intvl_hhmm=1505/",
    "s3://bucket/live/{{yyyyMMdd}}/{{HHmm}}/, s3://bucket/live/20210704/1505/",
    "{{yyyy}}/{{MM}}/{{dd}}/{{HH}}_{{mm}}, 2021/07/04/15_05/",
    "{{yyyy/MMM/d hh_mm_ss a}}, 2021/Jul/4 03_05_09 PM/",
    "{{yy MMMM dd}}/{{h}}{{a}}, 21 July 04/3PM/",
    "{{yyyy-M-d}}/{{kk}}, 2021-7-4/15/",
    "{{yyyyMMdd}}/{{kk}}{{a}}, 20210704/03PM/",
    "{{Y}}/{{MM dd H m s}}, 2021/07 04 15 5 9/"
  })
  void writesEveryLetterOfTheContract(String template, String folder) {
    assertThat(PathTemplate.of(template).folder(AFTERNOON)).isEqualTo(folder);
  }

  @ParameterizedTest
  @CsvSource({
    "00:30, {{HH}}, 00", "00:30, {{k}}, 24", "00:30, {{kk}}{{a}}, 00AM", "12:30, {{ka}}, 0PM",
    "12:30, {{k}}, 12", "00:30, {{hh}}{{a}}, 12AM", "12:30, {{hha}}, 12PM", "23:30, {{ka}}, 11PM"
  })
  void writesTheHoursAroundMidnightAndNoon(String time, String template, String hour) {
    LocalDateTime start = LocalDateTime.parse("2021-07-04T" + time);
    assertThat(PathTemplate.of(template).folder(start)).isEqualTo(hour + "/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "data/intvl_date={{yyyy-MM-dd}}/intvl_hhmm={{HHmm}}/",
        "s3://bucket/{{yyyyMMdd}}/{{HHmm}}",
        "{{d}}-{{MMM}}-{{yy}} {{h}} {{m}} {{a}}",
        "{{MMMM}}{{d}}_{{yyyy}}/{{kka}}{{mm}}",
        "{{yyyyMMddHHmm}}",
        "{{yyyy}}/{{yyyyMMdd}}/{{k}}/{{m}}",
        "{{Y}}{{yyyyMMdd}}/{{HHmmss}}",
        "{{yyyyMdd}}/{{Hmm}}"
      })
  void readsBackWhatItWrites(String text) {
    PathTemplate template = PathTemplate.of(text);
    assertThat(template.determines(IntervalLength.PT5M)).isTrue();
    LocalDateTime start = LocalDateTime.parse("2023-12-25T00:00");
    for (int i = 0; i < 288 * 10; i++) {
      String folder = template.folder(start);
      assertThat(template.localStart(folder)).contains(start);
      assertThat(template.localStart(folder + "part-0.csv")).contains(start);
      assertThat(template.localStart(folder.substring(0, folder.length() - 1))).contains(start);
      start = start.plusMinutes(5);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-28T20:00:00Z, Europe/Berlin, PT5M, {{yyyyMMdd}}/{{HHmm}}",
    "2026-10-24T20:00:00Z, Europe/Berlin, PT5M, {{yyyyMMdd}}/{{HHmm}}",
    "2026-10-24T20:00:00Z, Europe/Berlin, PT1H, {{yyyyMMdd}}/{{HH}}",
    "2026-04-04T10:00:00Z, Australia/Lord_Howe, PT1H, {{yyyyMMdd}}/{{HH}}",
    "2026-10-03T10:00:00Z, Australia/Lord_Howe, PT1H, {{yyyyMMdd}}/{{HH}}",
    "2018-10-25T10:00:00Z, America/Sao_Paulo, P1D, {{yyyyMMdd}}",
    "2011-12-20T10:00:00Z, Pacific/Apia, P1D, {{yyyyMMdd}}",
    "2026-10-25T10:00:00Z, America/Havana, P1D, {{yyyyMMdd}}"
  })
  void leadsBackToTheIntervalWhereTheClockIsChanged(
      Instant from, ZoneId zone, IntervalLength length, String text) {
    var calendar = new IntervalCalendar(length, zone);
    PathTemplate template = PathTemplate.of(text);
    Interval interval = calendar.intervalOf(from);
    for (int i = 0; i < 288; i++) {
      String folder = template.folder(calendar.localStart(interval));
      assertThat(template.intervals(folder + "x.csv", calendar)).contains(interval);
      interval = calendar.after(interval);
    }
  }

  @Test
  void givesBothIntervalsOfAFolderWhereTheClockIsSetBack() {
    var calendar = new IntervalCalendar(IntervalLength.PT5M, ZoneId.of("Europe/Berlin"));
    PathTemplate template = PathTemplate.of("{{yyyyMMdd}}/{{HHmm}}/");
    assertThat(template.intervals("20261025/0215/", calendar))
        .extracting(Interval::start)
        .containsExactly(
            Instant.parse("2026-10-25T00:15:00Z"), Instant.parse("2026-10-25T01:15:00Z"));
    assertThat(template.intervals("20261025/0217/", calendar)).isEmpty();
    assertThat(template.intervals("20260329/0215/", calendar)).isEmpty();
    assertThat(template.intervals("elsewhere", calendar)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "data/20210704/15/x.csv",
        "data/20210704/1505/deeper/x.csv",
        "data/20210704/",
        "data/20210704",
        "other/20210704/1505/",
        "data/20210732/1505/",
        "data/20210704/2405/",
        "data/20210704/15055/",
        "data/2021070/41505/",
        "data/20210229/0000/",
        "",
        "/data/20210704/1505/",
        "data/20210704/1505x/",
        "data/2021070x/1505/"
      })
  void knowsWhichPathsAreNoIntervals(String path) {
    assertThat(PathTemplate.of("data/{{yyyyMMdd}}/{{HHmm}}/").localStart(path)).isEmpty();
  }

  @Test
  void readsNothingFromAFolderOfTwoTimes() {
    assertThat(PathTemplate.of("{{yyyy-MM-dd hh}}").localStart("2021-07-04 03/")).isEmpty();
    assertThat(PathTemplate.of("{{yyyyMd}}").localStart("2021111/")).isEmpty();
    assertThat(PathTemplate.of("{{yyyyMd}}").localStart("2021131/"))
        .contains(LocalDateTime.parse("2021-01-31T00:00"));
    assertThat(PathTemplate.of("{{YMMdd}}").localStart("20221231/")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "{{yyyyMMdd}}/{{HHmm}}, PT5M, ''",
    "{{yyyyMMdd}}/{{HH}}, PT5M, has no minute (m)",
    "{{yyyyMMdd}}/{{HH}}, PT1H, ''",
    "{{yyyyMMdd}}, PT1H, has no hour (H)",
    "{{yyyyMMdd}}, P1D, ''",
    "{{yyyyMMdd}}/{{hhmm}}, PT5M, has an hour of half a day (h) but no AM or PM (a)",
    "{{yyyyMMdd}}/{{hhmma}}, PT5M, ''",
    "{{MMdd}}/{{HHmm}}, PT5M, has no year (y)",
    "{{yyyydd}}/{{HHmm}}, PT5M, has no month (M)",
    "{{yyyyMM}}/{{HHmm}}, PT5M, has no day (d)",
    "'{{YYYY-MM-dd}}', P1D, 'has a week year (Y), which two 31 Decembers may share, but no year (y)'",
    "{{yyyyMd}}, P1D, has numbers of one or two digits side by side: double their letters",
    "{{yyyy-M}}1{{d}}, P1D, has numbers of one or two digits side by side: double their letters",
    "all, P1D, has no year (y)"
  })
  void saysWhyItCannotTellIntervalsApart(String text, IntervalLength length, String flaw) {
    PathTemplate template = PathTemplate.of(text);
    assertThat(template.ambiguity(length).orElse("")).isEqualTo(flaw);
    assertThat(template.determines(length)).isEqualTo(flaw.isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "data/{{yyyyMMdd}}/{{QQ}}, 'character 21: ''Q'' is no date letter'",
    "data/{{yyyyMMdd, 'character 6: ''{{'' is never closed'",
    "data/{yyyy}/, 'character 6: a single ''{'''",
    "data/{{yyyy}}}/, 'character 14: a single ''}'''",
    "data/{{{yyyy}}/, 'character 8: ''{'' inside a placeholder'",
    "data/{{}}/, is empty",
    "data/x.y/, 'character 7: ''.'' is not allowed'",
    "data/a:b/, 'character 7: '':'' is not allowed'",
    "data/{{HH:mm}}/, 'character 10: '':'' is not allowed'",
    "s3://my.bucket/{{yyyy}}/, bucket 'my.bucket' has a dot in its name",
    "s3:///{{yyyy}}/, names no bucket",
    "s3://{{yyyy}}/x/, holds a placeholder",
    "/data/{{yyyy}}/, begins with a slash",
    "{{yyyyy}}, 'character 3: ''yyyyy'' has no meaning'",
    "{{yyy}}, has no meaning",
    "{{ddd}}, has no meaning",
    "{{aa}}, has no meaning",
    "' ', is not empty"
  })
  void saysWhatIsWrongWithATemplate(String template, String problem) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PathTemplate.of(template))
        .withMessageContaining(problem);
  }

  @Test
  void takesUpTo1024Characters() {
    assertThat(PathTemplate.of("x".repeat(1024)).template()).hasSize(1025).endsWith("/");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PathTemplate.of("x".repeat(1025)))
        .withMessage("a path template has at most 1024 characters, this one has 1025");
  }

  @Test
  void isTheSameWithAndWithoutASlashAtItsEnd() {
    assertThat(PathTemplate.of("{{yyyy}}"))
        .isEqualTo(PathTemplate.of("{{yyyy}}/"))
        .hasSameHashCodeAs(PathTemplate.of("{{yyyy}}/"))
        .hasToString("{{yyyy}}/");
  }
}
