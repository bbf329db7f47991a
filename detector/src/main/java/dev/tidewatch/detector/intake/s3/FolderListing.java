package dev.tidewatch.detector.intake.s3;

import dev.tidewatch.detector.intake.IntakePaths;
import dev.tidewatch.detector.intake.S3Address;
import dev.tidewatch.detector.intake.s3.S3Objects.Entry;
import dev.tidewatch.metricset.interval.Interval;
import dev.tidewatch.metricset.interval.IntervalCalendar;
import dev.tidewatch.metricset.path.PathTemplate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files of many intervals: all at once where the template puts their folders next to each
 * other, folder by folder where it does not or where too much else lies between them.
 */
final class FolderListing {
  private static final int MOST_PAGES = 10;

  private final S3Objects objects;
  private final PathTemplate template;
  private final IntervalCalendar calendar;
  private final int mostFiles;

  FolderListing(
      S3Objects objects, PathTemplate template, IntervalCalendar calendar, int mostFiles) {
    this.objects = objects;
    this.template = template;
    this.calendar = calendar;
    this.mostFiles = mostFiles;
  }

  /** The files in the folder of each interval; intervals without files may be left out. */
  Map<Interval, List<Entry>> list(List<Interval> stretch, Parallel parallel) throws S3Refusal {
    Map<Interval, S3Address> folders = new HashMap<>();
    stretch.forEach(
        interval -> folders.put(interval, IntakePaths.folder(template, calendar, interval)));
    Optional<S3Address> prefix = prefix(stretch, folders);
    if (prefix.isPresent()) {
      Optional<List<Entry>> all = objects.beginningWith(prefix.get(), MOST_PAGES);
      if (all.isPresent()) {
        return byInterval(folders, all.get());
      }
    }
    return oneByOne(folders, parallel);
  }

  /** How all folders of the stretch begin, unless the folder before it begins so too. */
  private Optional<S3Address> prefix(List<Interval> stretch, Map<Interval, S3Address> folders) {
    S3Address any = IntakePaths.folder(template, calendar, stretch.get(0));
    String common = any.key();
    for (S3Address folder : folders.values()) {
      common = commonBeginning(common, folder.key());
    }
    Interval before = calendar.before(stretch.get(stretch.size() - 1));
    boolean isSpecific = !IntakePaths.folder(template, calendar, before).key().startsWith(common);
    return isSpecific ? Optional.of(new S3Address(any.bucket(), common)) : Optional.empty();
  }

  private static String commonBeginning(String one, String other) {
    int length = 0;
    while (length < Math.min(one.length(), other.length())
        && one.charAt(length) == other.charAt(length)) {
      length++;
    }
    return one.substring(0, length);
  }

  private static Map<Interval, List<Entry>> byInterval(
      Map<Interval, S3Address> folders, List<Entry> entries) {
    Map<String, List<Entry>> byFolder = new HashMap<>();
    for (Entry entry : entries) {
      String key = entry.address().key();
      byFolder
          .computeIfAbsent(key.substring(0, key.lastIndexOf('/') + 1), folder -> new ArrayList<>())
          .add(entry);
    }
    Map<Interval, List<Entry>> byInterval = new HashMap<>();
    folders.forEach(
        (interval, folder) ->
            byInterval.put(interval, byFolder.getOrDefault(folder.key(), List.of())));
    return byInterval;
  }

  private Map<Interval, List<Entry>> oneByOne(Map<Interval, S3Address> folders, Parallel parallel)
      throws S3Refusal {
    Map<Interval, List<Entry>> found = new ConcurrentHashMap<>();
    AtomicReference<@Nullable S3Refusal> refused = new AtomicReference<>(null);
    List<Runnable> tasks = new ArrayList<>();
    folders.forEach(
        (interval, folder) ->
            tasks.add(
                () -> {
                  try {
                    found.put(interval, objects.directlyIn(folder, mostFiles));
                  } catch (S3Refusal refusal) {
                    refused.set(refusal);
                  }
                }));
    parallel.run(tasks);
    S3Refusal refusal = refused.get();
    if (refusal != null) {
      throw refusal;
    }
    return found;
  }
}
